"""A child that is found within its parent lets nothing pass that the parent refuses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.bounds import (
    KINDS,
    Clause,
    Deed,
    Facts,
    Instrument,
    Period,
    Powers,
    Purpose,
    ask,
    covers,
    instrument_from_json,
)
from tests.core.bounds.clauses.samples import (
    DEEDS,
    FACTS_DRAWN,
    POSITIONS,
    PROOFS,
    Draw,
    cases_of,
    deed_about,
    judged,
    maker,
    numbered,
)

REQUIRED = ("period", "purpose", "envelope", "powers")


def narrower(clause: Clause, draw: Draw) -> Clause:
    """A clause of the same kind that asks for more, or as much."""
    return cases_of(clause.kind).narrower(clause, draw)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_narrower_clause_is_covered(kind: str, data: st.DataObject) -> None:
    clause = data.draw(maker(kind))
    assert clause.covers(clause)
    assert clause.covers(narrower(clause, data.draw))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=250, deadline=None)
@given(st.data())
def test_what_a_covered_clause_lets_pass_the_wider_one_lets_pass(
    kind: str, data: st.DataObject
) -> None:
    wide, narrow = data.draw(maker(kind)), data.draw(maker(kind))
    if not wide.covers(narrow):
        narrow = narrower(wide, data.draw)
    deed = deed_about(wide, data.draw)
    # The two may ask for different things, of which then both are known.
    facts = judged(deed, data.draw(FACTS_DRAWN), data.draw, narrow, wide, known=True)
    below, above = narrow.check(deed, facts).verdict, wide.check(deed, facts).verdict
    if below == "met":
        assert above == "met"
    if below == "needs":
        assert above in ("met", "needs")


RANKS = {"met": 0, "needs": 1, "unknown": 2, "breached": 2}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_fact_that_is_taken_away_makes_no_answer_better(kind: str, data: st.DataObject) -> None:
    clause = data.draw(maker(kind))
    deed = deed_about(clause, data.draw)
    facts = judged(deed, data.draw(FACTS_DRAWN), data.draw, clause)
    known = clause.check(deed, facts).verdict
    for field in fields(Facts):
        if field.name != "at":
            less = clause.check(deed, replace(facts, **{field.name: None})).verdict
            assert RANKS[less] >= RANKS[known], field.name
    for question in facts.answers or {}:
        rest = {asked: found for asked, found in (facts.answers or {}).items() if asked != question}
        less = clause.check(deed, replace(facts, answers=rest)).verdict
        assert RANKS[less] >= RANKS[known], question


@pytest.fixture(scope="session")
def granted(sample: Callable[[], dict[str, Any]]) -> Callable[..., Instrument]:
    """An instrument with these clauses, under PARENT if it isn't the parent itself."""
    empty = instrument_from_json(sample())

    def build(clauses: list[Clause], *, code: str, parent: str | None) -> Instrument:
        return replace(empty, code=code, parent=parent, clauses=numbered(clauses))

    return build


def likely(child: Instrument, draw: Draw) -> tuple[Deed, Facts]:
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
        evidence=frozenset(PROOFS),
    )
    facts = replace(
        draw(FACTS_DRAWN),
        at=period.starts,
        positions=frozenset(POSITIONS),
        person="one",
        envelope_free=2,
        duties={},
    )
    return deed, facts


def asked_of_both(
    granted: Callable[..., Instrument], draw: Draw
) -> tuple[Instrument, Instrument, Deed, Facts]:
    """A parent, a child that is mostly within it, and a deed with its facts."""
    others = draw(st.lists(st.sampled_from(sorted(set(KINDS) - set(REQUIRED))), max_size=3))
    wide = [draw(maker(kind)) for kind in (*REQUIRED, *others)]
    narrow = [narrower(clause, draw) for clause in wide]
    # Now and then one that may be wider, so that more than what is narrower by design is tried.
    for place, clause in enumerate(narrow):
        if draw(st.integers(0, 5)) == 5:
            narrow[place] = draw(maker(clause.kind))
    parent = granted(wide, code="PARENT", parent=None)
    child = granted(narrow, code="CHILD", parent="PARENT")
    deed, facts = draw(DEEDS), draw(FACTS_DRAWN)
    if draw(st.booleans()):
        deed, facts = likely(child, draw)
    facts = judged(deed, facts, draw, *child.clauses, *parent.clauses, known=True)
    return parent, child, deed, facts


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_what_a_child_may_do_its_parent_does_not_refuse(
    granted: Callable[..., Instrument], data: st.DataObject
) -> None:
    parent, child, deed, facts = asked_of_both(granted, data.draw)
    if covers(parent, child):
        return
    below, above = ask(child, deed, facts), ask(parent, deed, facts)
    assert {found.kind for found in above.refusals} <= {found.kind for found in below.refusals}
    if below.verdict == "yes":
        assert above.verdict == "yes"


RUNS = 300


@pytest.mark.slow
def test_both_outcomes_are_reached_often(granted: Callable[..., Instrument]) -> None:
    """Else the property above would hold because nothing was tried."""
    reached: Counter[str] = Counter()

    @settings(max_examples=RUNS, deadline=None, database=None, derandomize=True)
    @given(st.data())
    def run(data: st.DataObject) -> None:
        parent, child, deed, facts = asked_of_both(granted, data.draw)
        reached["covered" if not covers(parent, child) else "not shown"] += 1
        if not covers(parent, child):
            reached[ask(child, deed, facts).verdict] += 1

    run()
    assert min(reached[name] for name in ("covered", "not shown", "no")) > RUNS / 10, reached
    assert reached["yes"] > RUNS / 50, reached


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_lets_pass_and_refuses_often(kind: str) -> None:
    reached: Counter[str] = Counter()

    @settings(max_examples=RUNS, deadline=None, database=None, derandomize=True)
    @given(st.data())
    def run(data: st.DataObject) -> None:
        clause = data.draw(maker(kind))
        deed = deed_about(clause, data.draw)
        found = clause.check(deed, judged(deed, data.draw(FACTS_DRAWN), data.draw, clause))
        if not found.code.endswith("_not_touched"):
            reached["passed" if found.verdict == "met" else "held up"] += 1

    run()
    assert min(reached["passed"], reached["held up"]) > RUNS / 50, reached
