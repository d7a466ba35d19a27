"""Period: what it finds, and clauses that are narrower."""

from __future__ import annotations

from hypothesis import strategies as st

from remit.core.bounds import Period
from tests.core.bounds.clauses.samples import (
    JANUARY,
    MAY,
    TICK,
    TIMES,
    Case,
    Draw,
)

CLAUSE = Period(id="B1", starts=MAY, ends=JANUARY)
CASES: list[Case] = [
    (CLAUSE, {}, {"at": MAY}, "met", "period_within"),
    (CLAUSE, {}, {"at": JANUARY - TICK}, "met", "period_within"),
    (CLAUSE, {}, {"at": MAY - TICK}, "breached", "period_not_begun"),
    (CLAUSE, {}, {"at": JANUARY}, "breached", "period_over"),
    (CLAUSE, {"power": "lapse"}, {"at": JANUARY}, "met", "period_not_touched"),
]
MAKER = st.tuples(st.integers(0, 2), st.integers(1, 3)).map(
    lambda t: Period(id="B1", starts=TIMES[t[0]], ends=TIMES[min(t[0] + t[1], 3)])
)


def narrower(clause: Period, draw: Draw) -> Period:
    """One that asks for more, or as much."""
    return clause
