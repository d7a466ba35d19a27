"""DualControl: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import DualControl
from tests.core.bounds.clauses.samples import (
    AMOUNTS,
    CURRENCY,
    NO_MONEY,
    POSITIONS,
    USED,
    Case,
    Draw,
)

CLAUSE = DualControl(id="B16", power="commit", amount=50, currency="PLN", position="backer", days=7)
BY_CLERK, BY_BACKER = ({"agreed": frozenset({who})} for who in ("clerk", "backer"))
CASES: list[Case] = [
    (CLAUSE, {"amount": 50}, {"agreed": None}, "met", "dual_control_below"),
    (CLAUSE, {"amount": 51}, {}, "needs", "dual_control_needed"),
    (CLAUSE, {"amount": 51}, BY_CLERK, "needs", "dual_control_needed"),
    (CLAUSE, {"amount": 51}, BY_BACKER, "met", "dual_control_agreed"),
    (CLAUSE, {"amount": 51}, {"agreed": None}, "unknown", "dual_control_unknown"),
    (CLAUSE, {"currency": "EUR"}, BY_BACKER, "breached", "dual_control_currency"),
    (CLAUSE, {"currency": None}, BY_BACKER, "unknown", "dual_control_currency_unnamed"),
    (CLAUSE, {"power": "pay"}, {}, "met", "dual_control_not_touched"),
    (CLAUSE, NO_MONEY, {"agreed": None}, "met", "dual_control_not_touched"),
]
MAKER = st.builds(
    DualControl,
    id=st.just("B1"),
    power=st.sampled_from(USED),
    amount=AMOUNTS,
    currency=CURRENCY,
    position=st.sampled_from(POSITIONS),
    days=st.integers(1, 3),
)


def narrower(clause: DualControl, draw: Draw) -> DualControl:
    """One that asks for more, or as much."""
    return replace(clause, amount=draw(st.integers(0, clause.amount)), days=draw(AMOUNTS) + 1)
