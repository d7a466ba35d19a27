"""AskAbove: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import AskAbove
from tests.core.bounds.clauses.samples import (
    AMOUNTS,
    CURRENCY,
    NO_MONEY,
    POSITIONS,
    USED,
    Case,
    Draw,
)

CLAUSE = AskAbove(
    id="B9", power="commit", amount=50, currency="PLN", position="backer", days=7, silence="no"
)
CASES: list[Case] = [
    (CLAUSE, {"amount": 50}, {}, "met", "ask_below"),
    (CLAUSE, {"amount": 51}, {}, "needs", "ask_needed"),
    (CLAUSE, {"amount": 51}, {"agreed": frozenset({"clerk"})}, "needs", "ask_needed"),
    (CLAUSE, {"amount": 51}, {"agreed": frozenset({"backer"})}, "met", "ask_agreed"),
    (CLAUSE, {"amount": 51}, {"agreed": None}, "unknown", "ask_unknown"),
    (CLAUSE, {"currency": "EUR"}, {}, "breached", "ask_currency"),
    (CLAUSE, {"currency": None}, {}, "unknown", "ask_currency_unnamed"),
    (CLAUSE, {"power": "pay"}, {}, "met", "ask_not_touched"),
    (CLAUSE, NO_MONEY, {"agreed": None}, "met", "ask_not_touched"),
]
MAKER = st.builds(
    AskAbove,
    id=st.just("B1"),
    power=st.sampled_from(USED),
    amount=AMOUNTS,
    currency=CURRENCY,
    position=st.sampled_from(POSITIONS),
    days=st.integers(1, 3),
    silence=st.sampled_from(["no", "yes"]),
)


def narrower(clause: AskAbove, draw: Draw) -> AskAbove:
    """One that asks for more, or as much."""
    return replace(
        clause, amount=draw(st.integers(0, clause.amount)), days=draw(AMOUNTS) + 1, silence="no"
    )
