"""What the cases of all kinds are made from: a deed, facts, and small pools to draw from.

Each kind has a file in `cases`, named like it, with CASES, MAKER and `narrower`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest
from hypothesis import strategies as st

from remit.core.bounds import Answers, Clause, Deed, Entry, Facts, Moved, OnFile, Powers, Question

MAY = datetime(2023, 5, 1, tzinfo=UTC)
JANUARY = datetime(2024, 1, 1, tzinfo=UTC)
TICK = timedelta(microseconds=1)
DAY = timedelta(days=1)

DEED = Deed(
    kind="fund.commit",
    power="commit",
    amount=100,
    currency="PLN",
    purpose="green",
    matter="park",
    evidence=frozenset(),
    item="green.4",
)
FACTS = Facts(
    at=MAY,
    state="in_force",
    backed=True,
    backed_until=JANUARY,
    positions=frozenset({"clerk"}),
    person="one",
    envelope_free=100,
    duties={},
)
NO_MONEY: dict[str, Any] = {"amount": None, "currency": None}

Case = tuple[Clause, dict[str, Any], dict[str, Any], str, str]
"""A clause, what differs from DEED and from FACTS, and the verdict and code that it finds."""


def entry(code: str = "", stance: str = "", **more: Any) -> Entry:
    """Something on file: by the backer, whom "two" is, a day before FACTS."""
    given: dict[str, Any] = {"position": "backer", "person": "two", "at": MAY - DAY, **more}
    return Entry(code=code, stance=stance, **given)


def answers(question: Question, *found: Any) -> dict[str, Any]:
    """Facts with this question answered: by an amount, or by entries."""
    moved = isinstance(question, Moved)
    return {"answers": {question: found[0] if moved else tuple(found)}}


def cases_of(kind: str) -> ModuleType:
    """The file with the cases of this kind."""
    name = f"tests.core.bounds.clauses.cases.{kind}"
    try:
        return import_module(name)
    except ModuleNotFoundError:
        pytest.fail(
            f"{kind} has no cases: write {name.replace('.', '/')}.py with CASES, MAKER and "
            "`narrower`, as its neighbours have them.",
            pytrace=False,
        )


def maker(kind: str) -> st.SearchStrategy[Clause]:
    """Clauses of this kind."""
    return cases_of(kind).MAKER


Draw = Callable[[st.SearchStrategy[Any]], Any]
TIMES = [datetime(2023, month, 1, tzinfo=UTC) for month in (1, 4, 7, 10)]
USED = ["commit", "approve", "pay"]
POSITIONS = ["backer", "clerk", "treasurer"]
AGREEING = [frozenset({position}) for position in POSITIONS]
PROOFS = ["receipt", "tally"]
CODES = ["a", "b", "c"]
TEXTS = [(code, {"en": code}) for code in CODES]
AMOUNTS = st.integers(0, 4)
CURRENCY = st.sampled_from(["PLN", "PLN", "PLN", "EUR"])
TOKENS = st.sampled_from(["one", "two"])
STANCES_OF = {
    "clearance": ["cleared", "cleared", "barred", "applied"],
    "interest": ["shared", "particular", "relative"],
}
STANCES = ["for", "against"]
"""What entries come to under every other topic."""
FIGURES = ["present", "notice", "level", "answers", "days"]


def some(pool: Sequence[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(pool), min_size=1, unique_by=str).map(tuple)


def by_power(pool: list[str]) -> st.SearchStrategy[dict[str, tuple[str, ...]]]:
    return st.dictionaries(st.sampled_from(USED), some(pool), min_size=1)


DEEDS = st.builds(
    Deed,
    kind=st.just("a.b"),
    power=st.sampled_from([*USED, "grant"]),
    amount=st.sampled_from([None, 0, 1, 2, 3, 4, 5]),
    currency=st.sampled_from(["PLN", "PLN", "PLN", "PLN", "EUR", None]),
    purpose=st.sampled_from(["a", "b", "c", "d", None]),
    matter=st.sampled_from(["a", "b", "c", "d", None]),
    evidence=st.frozensets(st.sampled_from(PROOFS)),
    recipient=st.sampled_from(["a", "b", None]),
    category=st.sampled_from(["a", "b", "c", "d", None]),
    area=st.sampled_from(["a", "b", "c", "d", None]),
    item=st.sampled_from(["a", "b", None]),
    effect=st.sampled_from(["reversible", "pilot", "lasting", None]),
    until=st.sampled_from([None, *TIMES]),
    made=st.none() | st.sampled_from(TIMES),
    risk=st.sampled_from([None, 1, 2, 3, 4, 5]),
)


def deed_about(clause: Clause, draw: Draw) -> Deed:
    """A deed that uses the clause's power more often than not; few random ones would."""
    deed = draw(DEEDS)
    power = getattr(clause, "power", deed.power) if draw(st.integers(0, 3)) else deed.power
    return replace(deed, power=power)


FACTS_DRAWN = st.builds(
    Facts,
    at=st.sampled_from(TIMES),
    state=st.just("in_force"),
    backed=st.just(True),
    backed_until=st.just(datetime(2024, 1, 1, tzinfo=UTC)),
    positions=st.none() | st.frozensets(st.sampled_from(POSITIONS)),
    person=st.sampled_from([None, "one", "two"]),
    envelope_free=st.none() | st.integers(0, 5),
    envelope=st.sampled_from([None, 0, 4, 5, 10, 20]),
    depth=st.sampled_from([0, 1, 2, 3, None]),
    duties=st.none() | st.dictionaries(st.sampled_from(USED), TOKENS),
    agreed=st.sampled_from([None, frozenset(), frozenset(POSITIONS), *AGREEING]),
)
ENTRIES = st.builds(
    Entry,
    code=st.sampled_from([*CODES, ""]),
    stance=st.sampled_from(STANCES),
    position=st.sampled_from(POSITIONS),
    person=TOKENS,
    at=st.sampled_from(TIMES),
    until=st.none() | st.sampled_from(TIMES),
    figures=st.fixed_dictionaries({}, optional=dict.fromkeys(FIGURES, st.integers(0, 5))),
)


USES = st.tuples(
    st.sampled_from(USED),
    st.sampled_from(TIMES),
    st.integers(0, 2),
    st.fixed_dictionaries({of: st.sampled_from(CODES) for of in ("recipient", "category", "area")}),
)


def answered(draw: Draw, asked: Sequence[Question], *, known: bool = False) -> Answers:
    """These questions answered from one history; left open now and then unless `known`."""
    uses = draw(st.lists(USES, max_size=4))

    def moved(question: Moved) -> int:
        return sum(
            amount
            for power, at, amount, codes in uses
            if power == question.power
            and (question.since is None or at >= question.since)
            and question.of in ("all", *(of for of, code in codes.items() if code == question.code))
        )

    found: dict[Question, Any] = {}
    for question in dict.fromkeys(asked):
        if not known and not draw(st.integers(0, 4)):
            continue
        if isinstance(question, Moved):
            found[question] = moved(question)
        else:
            found[question] = filed(draw, question)
    return found


def filed(draw: Draw, question: OnFile) -> tuple[Entry, ...]:
    """Entries as the topic has them, all of the code that is asked for; few others would be.

    No kind asks for some of a file in one question and for all of it in another.
    """
    stances = st.sampled_from(STANCES_OF.get(question.topic, STANCES))
    return tuple(
        replace(entry, code=question.code or entry.code, stance=draw(stances))
        for entry in draw(st.lists(ENTRIES, max_size=4))
    )


def numbered(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses as an instrument has them: B1, B2 and so on; whoever is asked may agree."""
    able = (
        replace(
            clause,
            powers={
                **clause.powers,
                **dict.fromkeys(("agree", "advise", "lift"), tuple(POSITIONS)),
            },
        )
        if isinstance(clause, Powers)
        else clause
        for clause in clauses
    )
    return tuple(replace(clause, id=f"B{n}") for n, clause in enumerate(able, start=1))


def judged(deed: Deed, facts: Facts, draw: Draw, *clauses: Clause, known: bool = False) -> Facts:
    """The facts, with what these clauses ask answered from one history as `answered` does."""
    person = facts.person or ""
    asked = [q for c in clauses for q in c.questions(deed, at=facts.at, person=person)]
    return replace(facts, answers=answered(draw, asked, known=known))
