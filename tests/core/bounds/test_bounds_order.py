"""Neither the order of clauses nor what comes later changes an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from remit.core.bounds import (
    KINDS,
    Above,
    Answer,
    Clause,
    Deed,
    Entry,
    Facts,
    Instrument,
    ask,
    questions,
)
from tests.core.bounds.clauses.samples import (
    DAY,
    ENTRIES,
    FACTS_DRAWN,
    TICK,
    Draw,
    deed_about,
    judged,
    maker,
    numbered,
)

REQUIRED = ("period", "purpose", "envelope", "powers")
OTHERS = sorted(set(KINDS) - set(REQUIRED))
FILES = sorted(
    kind
    for kind in OTHERS
    if KINDS[kind].questions is not Clause.questions and kind not in ("total", "share", "ask_total")
)
"""Kinds that look at a file."""


def drawn(draw: Draw, kinds: Sequence[str]) -> tuple[list[Clause], Deed, Facts]:
    """Clauses, some of these kinds, with a deed that one of those is about and its facts."""
    more = [draw(maker(kind)) for kind in draw(st.lists(st.sampled_from(kinds), max_size=5))]
    clauses = [*(draw(maker(kind)) for kind in REQUIRED), *more]
    deed = deed_about(draw(st.sampled_from(more or clauses)), draw)
    return clauses, deed, judged(deed, draw(FACTS_DRAWN), draw, *clauses)


def answer(instrument: Instrument, deed: Deed, facts: Facts) -> Answer:
    """What it says of the deed under itself and under another that has the same clauses."""
    return ask(instrument, deed, facts, [Above(instrument=instrument, facts=facts)])


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_order_of_clauses_says_nothing(remit: Instrument, data: st.DataObject) -> None:
    clauses, deed, facts = drawn(data.draw, OTHERS)
    one = replace(remit, clauses=numbered(clauses))
    other = replace(remit, clauses=numbered(data.draw(st.permutations(clauses))))
    asked = [
        set(questions(instrument, deed, at=facts.at, person=facts.person or ""))
        for instrument in (one, other)
    ]
    assert asked[0] == asked[1]
    first, again = answer(one, deed, facts), answer(other, deed, facts)
    assert again.verdict == first.verdict
    assert counted(again) == counted(first)


def counted(answer: Answer) -> Counter[tuple[str, str, str]]:
    return Counter((found.kind, found.verdict, found.code) for found in answer.findings)


LATER = st.tuples(ENTRIES, st.sampled_from([TICK, DAY, 400 * DAY]))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_what_is_filed_later_changes_no_earlier_answer(
    remit: Instrument, data: st.DataObject
) -> None:
    clauses, deed, facts = drawn(data.draw, FILES)

    def later(found: Any, more: Sequence[tuple[Entry, timedelta]]) -> Any:
        """What is on file, and with it what came after the deed."""
        if not isinstance(found, tuple):
            return found
        return (*(replace(e, at=facts.at + wait, until=None) for e, wait in more), *found)

    answers = {
        question: later(found, data.draw(st.lists(LATER, max_size=3)))
        for question, found in (facts.answers or {}).items()
    }
    event("more is filed" if answers != facts.answers else "nothing is")
    instrument = replace(remit, clauses=numbered(clauses))
    before = answer(instrument, deed, facts)
    assert answer(instrument, deed, replace(facts, answers=answers)) == before
