"""Total: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import Moved, Total
from tests.core.bounds.clauses.samples import (
    AMOUNTS,
    CURRENCY,
    DAY,
    MAY,
    NO_MONEY,
    USED,
    Case,
    Draw,
    answers,
)

CLAUSE = Total(id="B10", power="commit", of="recipient", days=30, amount=500, currency="PLN")
WHOLE = replace(CLAUSE, of="all", days=0)
ASKED = Moved(power="commit", of="recipient", code="a", since=MAY - 30 * DAY)
FOR_A = {"recipient": "a"}
CASES: list[Case] = [
    (CLAUSE, FOR_A, answers(ASKED, 400), "met", "total_within"),
    (CLAUSE, FOR_A, answers(ASKED, 401), "breached", "total_exceeded"),
    (CLAUSE, {}, answers(ASKED, 0), "unknown", "total_unnamed"),
    (CLAUSE, {"recipient": "b"}, answers(ASKED, 0), "unknown", "total_unknown"),
    (CLAUSE, FOR_A, {"answers": None}, "unknown", "total_unknown"),
    (CLAUSE, FOR_A | {"currency": "EUR"}, {}, "breached", "total_currency"),
    (CLAUSE, FOR_A | {"currency": None}, {}, "unknown", "total_currency_unnamed"),
    (CLAUSE, {"power": "pay"}, {}, "met", "total_not_touched"),
    (CLAUSE, NO_MONEY, {}, "met", "total_not_touched"),
    (WHOLE, {}, answers(Moved(power="commit"), 400), "met", "total_within"),
    (WHOLE, {}, answers(Moved(power="commit"), 401), "breached", "total_exceeded"),
    (
        replace(CLAUSE, of="category"),
        {"category": "a"},
        answers(replace(ASKED, of="category"), 0),
        "met",
        "total_within",
    ),
    (
        replace(CLAUSE, of="area"),
        {"area": "a"},
        answers(replace(ASKED, of="area"), 0),
        "met",
        "total_within",
    ),
]
MAKER = st.builds(
    Total,
    id=st.just("B1"),
    power=st.sampled_from(USED),
    of=st.sampled_from(["all", "recipient", "category", "area"]),
    days=st.sampled_from([0, 90, 200]),
    amount=AMOUNTS,
    currency=CURRENCY,
)


def narrower(clause: Total, draw: Draw) -> Total:
    """One that asks for more, or as much."""
    longer = [days for days in (0, 90, 200) if not days or 0 < clause.days <= days]
    return replace(
        clause, amount=draw(st.integers(0, clause.amount)), days=draw(st.sampled_from(longer))
    )
