"""What a kind says for itself in its cases: what it doesn't cover, refuses to be, and reads like.

NOT_COVERED: clauses that CLAUSE can't be shown to be as wide as. REFUSED: fields of CLAUSE that
make no sense. WORDS: clauses with how they read. A kind has those of them that it needs.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.bounds import KINDS, BadInstrument, Clause, Question
from remit.core.words import PLAIN
from tests.core.bounds.clauses.samples import (
    FACTS_DRAWN,
    TOKENS,
    answered,
    cases_of,
    deed_about,
    maker,
)


def of_all(name: str) -> list[tuple[str, Any]]:
    """What the kinds have under this name, each with its kind."""
    return [(kind, one) for kind in KINDS for one in getattr(cases_of(kind), name, ())]


@pytest.mark.parametrize(("kind", "other"), of_all("NOT_COVERED"))
def test_what_is_wider_or_different_is_not_covered(kind: str, other: Clause) -> None:
    assert not cases_of(kind).CLAUSE.covers(other)
    assert other.covers(other)


@pytest.mark.parametrize(("kind", "change"), of_all("REFUSED"))
def test_a_clause_that_makes_no_sense_is_refused(kind: str, change: dict[str, Any]) -> None:
    with pytest.raises(BadInstrument) as caught:
        replace(cases_of(kind).CLAUSE, **change)
    assert caught.value.where == f"{cases_of(kind).CLAUSE.id}.{next(iter(change))}"


@pytest.mark.parametrize(("kind", "said"), of_all("WORDS"))
def test_a_clause_reads(kind: str, said: tuple[Clause, str]) -> None:
    clause, text = said
    assert clause.in_words().render(PLAIN) == text


class Asked(dict[Question, Any]):
    """Answers that remember which question was looked up."""

    def __init__(self, found: Any) -> None:
        super().__init__(found)
        self.looked_up: set[Question] = set()

    def __bool__(self) -> bool:
        return True

    def get(self, question: Question, default: Any = None) -> Any:
        self.looked_up.add(question)
        return super().get(question, default)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_clause_looks_up_only_what_it_has_asked_for(kind: str, data: st.DataObject) -> None:
    clause = data.draw(maker(kind))
    deed, facts = deed_about(clause, data.draw), data.draw(FACTS_DRAWN)
    person = data.draw(TOKENS)
    asked = clause.questions(deed, at=facts.at, person=person)
    answers = Asked(answered(data.draw, asked, known=True))
    found = clause.check(deed, replace(facts, person=person, answers=answers))
    assert answers.looked_up <= set(asked)
    if found.code.endswith("_not_touched"):
        assert not asked
