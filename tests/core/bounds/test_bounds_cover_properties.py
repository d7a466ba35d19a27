"""A child that is found within its parent lets nothing pass that the parent refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.bounds import (
    KINDS,
    AskAbove,
    Cap,
    Clause,
    Deed,
    Duties,
    Envelope,
    Evidence,
    Facts,
    Instrument,
    Period,
    Powers,
    Purpose,
    Reserved,
    ask,
    covers,
    instrument_from_json,
)

TIMES = [datetime(2023, month, 1, tzinfo=UTC) for month in (1, 4, 7, 10)]
USED = ["commit", "approve", "pay"]
POSITIONS = ["backer", "clerk", "treasurer"]
EVIDENCE = ["receipt", "tally"]
TEXTS = [(code, {"en": code}) for code in ("a", "b", "c")]
PAIRS = [("commit", "approve"), ("approve", "pay"), ("pay", "commit")]
AMOUNTS = st.integers(0, 4)
CURRENCY = st.sampled_from(["PLN", "PLN", "PLN", "EUR"])


def some(pool: list[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(pool), min_size=1, unique_by=str).map(tuple)


def by_power(pool: list[str]) -> st.SearchStrategy[dict[str, tuple[str, ...]]]:
    return st.dictionaries(st.sampled_from(USED), some(pool), min_size=1)


MAKERS: dict[str, st.SearchStrategy[Clause]] = {
    "period": st.tuples(st.integers(0, 2), st.integers(1, 3)).map(
        lambda t: Period(id="B1", starts=TIMES[t[0]], ends=TIMES[min(t[0] + t[1], 3)])
    ),
    "purpose": st.builds(Purpose, id=st.just("B1"), purposes=some(TEXTS)),
    "envelope": st.builds(Envelope, id=st.just("B1"), amount=AMOUNTS, currency=CURRENCY),
    "cap": st.builds(
        Cap, id=st.just("B1"), power=st.sampled_from(USED), amount=AMOUNTS, currency=CURRENCY
    ),
    "reserved": st.builds(Reserved, id=st.just("B1"), matters=some(TEXTS)),
    "powers": st.builds(Powers, id=st.just("B1"), powers=by_power(POSITIONS)),
    "evidence": st.builds(Evidence, id=st.just("B1"), evidence=by_power(EVIDENCE)),
    "duties": st.builds(Duties, id=st.just("B1"), pairs=some(PAIRS)),
    "ask_above": st.builds(
        AskAbove,
        id=st.just("B1"),
        power=st.sampled_from(USED),
        amount=AMOUNTS,
        currency=CURRENCY,
        position=st.sampled_from(POSITIONS),
        days=st.integers(1, 3),
    ),
}
DEEDS = st.builds(
    Deed,
    kind=st.just("a.b"),
    power=st.sampled_from(USED),
    amount=st.none() | st.integers(0, 5),
    currency=st.sampled_from(["PLN", "PLN", "EUR", None]),
    purpose=st.sampled_from(["a", "b", "c", "d", None]),
    matter=st.sampled_from(["a", "b", "c", "d", None]),
    evidence=st.frozensets(st.sampled_from(EVIDENCE)),
)
TOKENS = st.sampled_from(["one", "two"])
FACTS = st.builds(
    Facts,
    at=st.sampled_from(TIMES),
    state=st.just("in_force"),
    backed=st.just(True),
    backed_until=st.just(datetime(2024, 1, 1, tzinfo=UTC)),
    positions=st.none() | st.frozensets(st.sampled_from(POSITIONS)),
    person=st.none() | TOKENS,
    envelope_free=st.none() | st.integers(0, 5),
    duties=st.none() | st.dictionaries(st.sampled_from(USED), TOKENS),
    agreed=st.none() | st.frozensets(st.sampled_from(POSITIONS)),
)


def narrower(clause: Clause, draw: Callable[[st.SearchStrategy[Any]], Any]) -> Clause:
    """A clause of the same kind that asks for more, or as much."""
    match clause:
        case Period():
            return clause
        case Purpose():
            return replace(clause, purposes=draw(some(list(clause.purposes))))
        case Envelope() | Cap():
            return replace(clause, amount=draw(st.integers(0, clause.amount)))
        case AskAbove():
            return replace(
                clause, amount=draw(st.integers(0, clause.amount)), days=draw(AMOUNTS) + 1
            )
        case Reserved():
            more = [text for text in TEXTS if text not in clause.matters and draw(st.booleans())]
            return replace(clause, matters=(*clause.matters, *more))
        case Powers():
            kept = draw(some(sorted(clause.powers)))
            return replace(clause, powers={k: draw(some(list(clause.powers[k]))) for k in kept})
        case Evidence():
            return replace(clause, evidence=draw(by_power(EVIDENCE)) | dict(clause.evidence))
        case Duties():
            return replace(clause, pairs=tuple((b, a) for a, b in reversed(clause.pairs)))
    raise AssertionError(clause.kind)


def test_every_kind_is_tried() -> None:
    assert set(MAKERS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_narrower_clause_is_covered(kind: str, data: st.DataObject) -> None:
    clause = data.draw(MAKERS[kind])
    assert clause.covers(clause)
    assert clause.covers(narrower(clause, data.draw))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=250, deadline=None)
@given(st.data())
def test_what_a_covered_clause_lets_pass_the_wider_one_lets_pass(
    kind: str, data: st.DataObject
) -> None:
    wide, narrow = data.draw(MAKERS[kind]), data.draw(MAKERS[kind])
    if not wide.covers(narrow):
        narrow = narrower(wide, data.draw)
    deed, facts = data.draw(DEEDS), data.draw(FACTS)
    below, above = narrow.check(deed, facts).verdict, wide.check(deed, facts).verdict
    if below == "met":
        assert above == "met"
    if below == "needs":
        assert above in ("met", "needs")


@pytest.fixture(scope="session")
def granted(sample: Callable[[], dict[str, Any]]) -> Callable[..., Instrument]:
    """An instrument with these clauses, under PARENT if it isn't the parent itself."""
    empty = instrument_from_json(sample())

    def build(clauses: list[Clause], *, code: str, parent: str | None) -> Instrument:
        numbered = tuple(replace(c, id=f"B{n}") for n, c in enumerate(clauses, start=1))
        return replace(empty, code=code, parent=parent, clauses=numbered)

    return build


def likely(child: Instrument, draw: Callable[[st.SearchStrategy[Any]], Any]) -> tuple[Deed, Facts]:
    """A deed that the child is there for; few random ones would be let through."""
    by_kind = {clause.kind: clause for clause in child.clauses}
    period, purpose, powers = by_kind["period"], by_kind["purpose"], by_kind["powers"]
    assert isinstance(period, Period)
    assert isinstance(purpose, Purpose)
    assert isinstance(powers, Powers)
    deed = replace(
        draw(DEEDS),
        power=draw(st.sampled_from(sorted(powers.powers))),
        amount=draw(st.integers(0, 2)),
        currency="PLN",
        purpose=purpose.purposes[0][0],
        matter="d",
        evidence=frozenset(EVIDENCE),
    )
    facts = replace(
        draw(FACTS),
        at=period.starts,
        positions=frozenset(POSITIONS),
        person="one",
        envelope_free=2,
        duties={},
    )
    return deed, facts


REQUIRED = ("period", "purpose", "envelope", "powers")


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_what_a_child_may_do_its_parent_does_not_refuse(
    granted: Callable[..., Instrument], data: st.DataObject
) -> None:
    others = data.draw(st.lists(st.sampled_from(sorted(set(KINDS) - set(REQUIRED))), max_size=3))
    wide = [data.draw(MAKERS[kind]) for kind in (*REQUIRED, *others)]
    narrow = [narrower(clause, data.draw) for clause in wide]
    # Now and then one that may be wider, so that more than what is narrower by design is tried.
    for place, clause in enumerate(narrow):
        if data.draw(st.integers(0, 5)) == 5:
            narrow[place] = data.draw(MAKERS[clause.kind])
    parent = granted(wide, code="PARENT", parent=None)
    child = granted(narrow, code="CHILD", parent="PARENT")
    if covers(parent, child):
        return
    deed, facts = data.draw(DEEDS), data.draw(FACTS)
    if data.draw(st.booleans()):
        deed, facts = likely(child, data.draw)
    below, above = ask(child, deed, facts), ask(parent, deed, facts)
    assert {found.kind for found in above.refusals} <= {found.kind for found in below.refusals}
    if below.verdict == "yes":
        assert above.verdict == "yes"
