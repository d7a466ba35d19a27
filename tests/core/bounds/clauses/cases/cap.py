"""Cap: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import Cap
from tests.core.bounds.clauses.samples import (
    AMOUNTS,
    CURRENCY,
    NO_MONEY,
    USED,
    Case,
    Draw,
)

CLAUSE = Cap(id="B4", power="commit", amount=100, currency="PLN")
CASES: list[Case] = [
    (CLAUSE, {"amount": 100}, {}, "met", "cap_within"),
    (CLAUSE, {"amount": 101}, {}, "breached", "cap_exceeded"),
    (CLAUSE, {"currency": "EUR"}, {}, "breached", "cap_currency"),
    (CLAUSE, {"currency": None}, {}, "unknown", "cap_currency_unnamed"),
    (CLAUSE, {"power": "pay", "amount": 101}, {}, "met", "cap_not_touched"),
    (CLAUSE, NO_MONEY, {}, "met", "cap_not_touched"),
]
MAKER = st.builds(
    Cap, id=st.just("B1"), power=st.sampled_from(USED), amount=AMOUNTS, currency=CURRENCY
)


def narrower(clause: Cap, draw: Draw) -> Cap:
    """One that asks for more, or as much."""
    return replace(clause, amount=draw(st.integers(0, clause.amount)))
