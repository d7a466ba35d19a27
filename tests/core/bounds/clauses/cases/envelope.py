"""Envelope: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import Envelope
from tests.core.bounds.clauses.samples import (
    AMOUNTS,
    CURRENCY,
    NO_MONEY,
    Case,
    Draw,
)

CLAUSE = Envelope(id="B3", amount=500, currency="PLN")
CASES: list[Case] = [
    (CLAUSE, {}, {"envelope_free": 100}, "met", "envelope_enough"),
    (CLAUSE, {"amount": 101}, {"envelope_free": 100}, "breached", "envelope_short"),
    (CLAUSE, {"amount": 0}, {"envelope_free": -1}, "breached", "envelope_short"),
    (CLAUSE, {"currency": "EUR"}, {}, "breached", "envelope_currency"),
    (CLAUSE, {"currency": None}, {}, "unknown", "envelope_currency_unnamed"),
    (CLAUSE, {}, {"envelope_free": None}, "unknown", "envelope_unknown"),
    (CLAUSE, NO_MONEY, {"envelope_free": None}, "met", "envelope_not_touched"),
]
MAKER = st.builds(Envelope, id=st.just("B1"), amount=AMOUNTS, currency=CURRENCY)


def narrower(clause: Envelope, draw: Draw) -> Envelope:
    """One that asks for more, or as much."""
    return replace(clause, amount=draw(st.integers(0, clause.amount)))
