"""AskTotal: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import AskTotal, Moved
from tests.core.bounds.clauses.samples import (
    AMOUNTS,
    CURRENCY,
    NO_MONEY,
    POSITIONS,
    USED,
    Case,
    Draw,
    answers,
)

CLAUSE = AskTotal(
    id="B31", power="commit", amount=500, currency="PLN", position="backer", days=7, silence="no"
)
ASKED = Moved(power="commit")
AT_MOST, MORE = answers(ASKED, 400), answers(ASKED, 401)
AGREED, BY_ANOTHER = {"agreed": frozenset({"backer"})}, {"agreed": frozenset({"clerk"})}
CASES: list[Case] = [
    (CLAUSE, {}, AT_MOST, "met", "ask_total_below"),
    (CLAUSE, {}, AT_MOST | {"agreed": None}, "met", "ask_total_below"),
    (CLAUSE, {}, MORE, "needs", "ask_total_needed"),
    (replace(CLAUSE, silence="yes"), {}, MORE, "needs", "ask_total_needed"),
    (CLAUSE, {"amount": 0}, answers(ASKED, 500), "met", "ask_total_below"),
    (CLAUSE, {"amount": 0}, answers(ASKED, 501), "needs", "ask_total_needed"),
    (CLAUSE, {}, MORE | BY_ANOTHER, "needs", "ask_total_needed"),
    (CLAUSE, {}, MORE | AGREED, "met", "ask_total_agreed"),
    (CLAUSE, {}, MORE | {"agreed": None}, "unknown", "ask_total_agreement_unknown"),
    (CLAUSE, {}, AGREED, "unknown", "ask_total_unknown"),
    (CLAUSE, {}, answers(Moved(power="pay"), 0), "unknown", "ask_total_unknown"),
    (CLAUSE, {}, {"answers": None}, "unknown", "ask_total_unknown"),
    (CLAUSE, {"currency": "EUR"}, AT_MOST, "breached", "ask_total_currency"),
    (CLAUSE, {"currency": None}, AT_MOST, "unknown", "ask_total_currency_unnamed"),
    (CLAUSE, {"power": "pay"}, MORE, "met", "ask_total_not_touched"),
    (CLAUSE, NO_MONEY, MORE, "met", "ask_total_not_touched"),
]
NOT_COVERED = [
    replace(CLAUSE, power="pay"),
    replace(CLAUSE, amount=501),
    replace(CLAUSE, currency="EUR"),
    replace(CLAUSE, position="clerk"),
    replace(CLAUSE, silence="yes"),
]
REFUSED = [
    {"power": "fly"},
    {"amount": -1},
    {"currency": "zł"},
    {"position": ""},
    {"days": 0},
    {"days": 367},
    {"silence": "perhaps"},
]
WORDS = [
    (
        CLAUSE,
        "Once all that is moved to commit money comes to more than 5.00 PLN, the act in hand "
        "counted with those before it, this position must agree to each further one: backer. "
        "Days to answer: 7. No answer in time is a no.",
    )
]
MAKER = st.builds(
    AskTotal,
    id=st.just("B1"),
    power=st.sampled_from(USED),
    amount=AMOUNTS,
    currency=CURRENCY,
    position=st.sampled_from(POSITIONS),
    days=st.integers(1, 3),
    silence=st.sampled_from(["no", "yes"]),
)


def narrower(clause: AskTotal, draw: Draw) -> AskTotal:
    """One that asks for more, or as much."""
    return replace(
        clause, amount=draw(st.integers(0, clause.amount)), days=draw(AMOUNTS) + 1, silence="no"
    )
