"""LastDates: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import LastDates
from tests.core.bounds.clauses.samples import (
    JANUARY,
    MAY,
    TICK,
    TIMES,
    USED,
    Case,
    Draw,
)

CLAUSE = LastDates(id="B13", dates={"commit": MAY, "pay": JANUARY})
CASES: list[Case] = [
    (CLAUSE, {}, {"at": MAY - TICK}, "met", "last_dates_before"),
    (CLAUSE, {}, {"at": MAY}, "breached", "last_dates_over"),
    (CLAUSE, {"power": "pay"}, {"at": MAY}, "met", "last_dates_before"),
    (CLAUSE, {"power": "pay"}, {"at": JANUARY - TICK}, "met", "last_dates_before"),
    (CLAUSE, {"power": "pay"}, {"at": JANUARY}, "breached", "last_dates_over"),
    (CLAUSE, {"power": "approve"}, {"at": JANUARY}, "met", "last_dates_not_touched"),
]
MAKER = st.builds(
    LastDates,
    id=st.just("B1"),
    dates=st.dictionaries(st.sampled_from(USED), st.sampled_from(TIMES), min_size=1),
)


def narrower(clause: LastDates, draw: Draw) -> LastDates:
    """One that asks for more, or as much."""
    more = draw(MAKER).dates
    earlier = {
        power: draw(st.sampled_from([time for time in TIMES if time <= last]))
        for power, last in clause.dates.items()
    }
    return replace(clause, dates=dict(more) | earlier)
