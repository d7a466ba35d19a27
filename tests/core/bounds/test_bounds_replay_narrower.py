"""Two drafts on the same acts: where they differ, and what a narrower one may be held to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from remit.core.bounds import KINDS, Clause, Envelope, Instrument, Period, Powers, Purpose
from remit.core.bounds.replay import RANKS, Sum, Trial, compare, replay
from tests.core.bounds.clauses.samples import DEEDS, POSITIONS, PROOFS, Draw, cases_of
from tests.core.bounds.trials import ASK, AT, CAP, FAMILIES, ruled, trial


def test_two_drafts_are_compared_both_ways() -> None:
    first = ruled(FAMILIES, ASK)
    second = ruled(FAMILIES, replace(CAP, amount=60_000), replace(ASK, amount=100))
    trials = [
        trial(50_001, day=1, label="asked by both"),
        trial(60_001, day=2, label="too much for one"),
        trial(101, day=3, label="asked by the second"),
        trial(100, day=4, label="yes to both"),
    ]
    one, other = replay(first, trials), replay(second, trials)
    found = compare(one, other)
    assert [(d.trial.label, d.first, d.second) for d in found.less] == [
        ("too much for one", "ask", "no"),
        ("asked by the second", "yes", "ask"),
    ]
    assert (found.less_sum, found.more, found.more_sum) == (Sum(2, 60_102), (), Sum())
    back = compare(other, one)
    assert [d.trial.label for d in back.more] == ["too much for one", "asked by the second"]
    assert (back.more_sum, back.less_sum) == (Sum(2, 60_102), Sum())
    assert compare(one, one).more == compare(one, one).less == ()


def test_only_the_same_acts_are_compared() -> None:
    one = replay(FAMILIES, [trial()])
    for others in ([], [trial(101)], [trial(), trial()]):
        with pytest.raises(ValueError):
            compare(one, replay(FAMILIES, others))


def test_a_narrower_draft_may_say_yes_more_often_later() -> None:
    """What it refused leaves money for others, so only single acts can be promised."""
    trials = [trial(1_000_000, day=1), *(trial(300_000, day=day) for day in (2, 3, 4))]
    wide, narrow = FAMILIES, ruled(FAMILIES, replace(CAP, amount=300_000))
    found = [replay(draft, trials).answered("yes").count for draft in (wide, narrow)]
    assert found == [1, 3]


REQUIRED = ("period", "purpose", "envelope", "powers")
ASKING = ("ask_above", "ask_total", "dual_control", "risk_lane")


@st.composite
def drafts(draw: Draw) -> tuple[list[Clause], list[Clause]]:
    """The clauses of a draft and of one that is narrower."""
    others = draw(st.lists(st.sampled_from(sorted(set(KINDS) - set(REQUIRED))), max_size=1))
    others.append(draw(st.sampled_from(ASKING)))
    wide = [draw(cases_of(kind).MAKER) for kind in (*REQUIRED, *others)]
    narrow = [cases_of(clause.kind).narrower(clause, draw) for clause in wide]
    return [sound(clause) for clause in wide], [sound(clause) for clause in narrow]


def sound(clause: Clause) -> Clause:
    """The clause in the draft's currency, with some money, where all who are asked may agree."""
    if isinstance(clause, Envelope):
        return replace(clause, amount=clause.amount + 2, currency="PLN")
    if isinstance(clause, Powers):
        return replace(clause, powers={**clause.powers, "agree": tuple(POSITIONS)})
    return replace(clause, currency="PLN") if hasattr(clause, "currency") else clause


def touched(clauses: list[Clause], powers: Powers) -> list[str]:
    """Powers to try; those that other clauses are about more often."""
    given_ = sorted(set(powers.powers) - {"agree"})
    about = [clause.power for clause in clauses if getattr(clause, "power", "") in given_]
    return given_ + 3 * about


@st.composite
def tries(draw: Draw, narrow: list[Clause]) -> Trial:
    """An act that the narrower draft is there for, now and then any."""
    period, purpose, _, powers = narrow[:4]
    assert isinstance(period, Period) and isinstance(purpose, Purpose)
    assert isinstance(powers, Powers)
    deed = draw(DEEDS)
    if draw(st.sampled_from([True, True, True, True, False])):
        deed = replace(
            deed,
            power=draw(st.sampled_from(touched(narrow, powers))),
            amount=draw(st.integers(0, 3)),
            currency="PLN",
            purpose=purpose.purposes[0][0],
            matter="d",
            evidence=frozenset(PROOFS),
            item=draw(st.sampled_from(["a", "b"])),
        )
    return Trial(
        deed=deed,
        at=draw(st.sampled_from([period.starts, period.starts, AT])),
        position=draw(st.sampled_from(powers.powers.get(deed.power, tuple(POSITIONS)))),
        person=draw(st.sampled_from(["one", "two", None])),
        agreed=draw(
            st.sampled_from([frozenset(), frozenset(), frozenset(), frozenset(POSITIONS), None])
        ),
    )


def pair(remit: Instrument, clauses: tuple[list[Clause], list[Clause]]) -> list[Instrument]:
    return [
        replace(remit, clauses=tuple(replace(c, id=f"B{n}") for n, c in enumerate(side, start=1)))
        for side in clauses
    ]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_each_act_by_itself_is_answered_no_better_by_a_narrower_draft(
    remit: Instrument, data: st.DataObject
) -> None:
    clauses = data.draw(drafts())
    wide, narrow = pair(remit, clauses)
    tried = data.draw(tries(clauses[1]))
    filed = data.draw(st.sampled_from([None, ()]))
    found = compare(*(replay(draft, [tried], filed=filed) for draft in (wide, narrow)))
    event(replay(narrow, [tried], filed=filed).tried[0].answer.verdict)
    assert found.more == ()


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_until_they_part_a_narrower_draft_never_has_more_yes(
    remit: Instrument, data: st.DataObject
) -> None:
    clauses = data.draw(drafts())
    wide, narrow = pair(remit, clauses)
    trials = data.draw(st.lists(tries(clauses[1]), max_size=6))
    agreed = data.draw(st.booleans())
    first, second = (
        replay(draft, trials, filed=(), assume_agreed=agreed) for draft in (wide, narrow)
    )
    for one, other in zip(first.tried, second.tried, strict=True):
        assert RANKS[other.answer.verdict] <= RANKS[one.answer.verdict]
        if one.done != other.done:
            event("parted")
            return
    event("all alike")
    assert second.answered("yes").count <= first.answered("yes").count
