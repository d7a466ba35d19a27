"""Window: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import Window
from tests.core.bounds.clauses.samples import (
    DAY,
    MAY,
    TICK,
    USED,
    Case,
    Draw,
    some,
)

CLAUSE = Window(id="B18", powers=("query", "recover"), days=90)
QUERY = {"power": "query", "made": MAY}
CASES: list[Case] = [
    (CLAUSE, QUERY, {"at": MAY}, "met", "window_within"),
    (CLAUSE, QUERY, {"at": MAY - TICK}, "breached", "window_early"),
    (CLAUSE, QUERY, {"at": MAY + 90 * DAY - TICK}, "met", "window_within"),
    (CLAUSE, QUERY, {"at": MAY + 90 * DAY}, "breached", "window_over"),
    (
        CLAUSE,
        QUERY | {"power": "recover"},
        {"at": MAY + 90 * DAY},
        "breached",
        "window_over",
    ),
    (CLAUSE, {"power": "query"}, {}, "unknown", "window_unnamed"),
    (CLAUSE, {}, {}, "met", "window_not_touched"),
    (CLAUSE, {"made": MAY}, {"at": MAY + 90 * DAY}, "met", "window_not_touched"),
]
DAYS = [90, 91, 92, 182, 300]
"""About the distances of TIMES from each other, which are 90, 91 and 92 days."""
MAKER = st.builds(Window, id=st.just("B1"), powers=some(USED), days=st.sampled_from(DAYS))


def narrower(clause: Window, draw: Draw) -> Window:
    """One that asks for more, or as much."""
    more = [power for power in USED if power not in clause.powers and draw(st.booleans())]
    days = draw(st.sampled_from([days for days in DAYS if days <= clause.days]))
    return replace(clause, powers=(*more, *clause.powers), days=days)
