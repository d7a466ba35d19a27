"""CoolingOff: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import CoolingOff
from tests.core.bounds.clauses.samples import (
    DAY,
    MAY,
    TICK,
    USED,
    Case,
    Draw,
)

CLAUSE = CoolingOff(id="B19", power="commit", days=14)
MADE = {"made": MAY}
CASES: list[Case] = [
    (CLAUSE, MADE, {"at": MAY + 14 * DAY}, "met", "cooling_off_over"),
    (CLAUSE, MADE, {"at": MAY + 14 * DAY - TICK}, "breached", "cooling_off_early"),
    (CLAUSE, MADE, {"at": MAY}, "breached", "cooling_off_early"),
    (CLAUSE, MADE, {"at": MAY - DAY}, "breached", "cooling_off_early"),
    (CLAUSE, {}, {}, "unknown", "cooling_off_unnamed"),
    (CLAUSE, {"power": "pay"}, {}, "met", "cooling_off_not_touched"),
]
DAYS = [1, 90, 91, 92, 182, 300]
"""About the distances of TIMES from each other, which are 90, 91 and 92 days."""
MAKER = st.builds(
    CoolingOff, id=st.just("B1"), power=st.sampled_from(USED), days=st.sampled_from(DAYS)
)


def narrower(clause: CoolingOff, draw: Draw) -> CoolingOff:
    """One that asks for more, or as much."""
    return replace(
        clause, days=draw(st.sampled_from([days for days in DAYS if days >= clause.days]))
    )
