"""An Easy Read version is easy: short, active, whole sentences, some for every kind of clause."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.bounds import (
    BINDINGS,
    KINDS,
    POWERS,
    Clause,
    Instrument,
    clause_from_json,
    labels,
)
from remit.core.bounds.easy_read import (
    BY_SECTION,
    EASY,
    HARD_WORDS,
    HEADINGS,
    easy_clause,
    easy_read,
    frame,
    plain,
)
from remit.core.bounds.parts import Undertaking
from remit.core.words import PLAIN, Words
from tests.core.bounds.clauses.samples import cases_of

WORDS_MAX = 12
FIELD = re.compile(r"\{\w+\}")
PASSIVE = re.compile(
    r"\b(am|is|are|was|were|be|been|being)\s+(not\s+)?(\w+ed|\w+en|made|done|paid)\b"
)
SHORT = re.compile(r"n’t\b|n't\b|’(re|ve|ll)\b|\b(e\.g|i\.e|etc|approx|incl)|\b[A-Z]{2,}\b")
HARD = re.compile(
    r"\b(shall|hereby|pursuant|whom|whose|thereof|therein|prior|commence|terminate|regarding|"
    r"concerning|accordance|provision|statutory|delegat\w*|commit\w*|quorum|clause|vehicle|"
    r"instrument|per cent of|attest\w*|disclos\w*|revo[ck]\w*|consult\w*|approv\w*)\b",
    re.IGNORECASE,
)


def checked(sentence: Words) -> None:
    """An easy sentence; what is filled in is the agency's own and counts for nothing."""
    message = FIELD.sub("…", sentence.msgid)
    counted = re.findall(r"[\w’-]+", message)
    assert len(counted) <= WORDS_MAX, f"{len(counted)} words: {message}"
    for pattern in (PASSIVE, SHORT, HARD):
        found = pattern.search(message)
        assert found is None, f"{found and found[0]!r} is not easy: {message}"
    assert message.count(".") <= 1 and ";" not in message and message.count(",") <= 2, message
    read = sentence.render(PLAIN)
    assert read.endswith(".") and not read.endswith(".."), read
    assert "{" not in read


def clauses(kind: str) -> list[Clause]:
    """The kind's example, and each form in which its cases have it."""
    example = clause_from_json(KINDS[kind].EXAMPLE, where="B1")
    return [example, *(clause for clause, *_ in cases_of(kind).CASES)]


def test_every_kind_has_sentences_of_its_own() -> None:
    missing = sorted(set(KINDS) - set(EASY))
    if missing:
        pytest.fail(
            f"No easy sentences for: {', '.join(missing)}. Write them in core/bounds/easy_read and "
            "name each kind in BY_SECTION.",
            pytrace=False,
        )
    assert set(EASY) == set(KINDS)
    assert sum(len(kinds) for kinds in BY_SECTION.values()) == len(EASY)
    assert set(BY_SECTION) <= set(HEADINGS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_clause_is_said_in_easy_sentences(kind: str) -> None:
    for clause in clauses(kind):
        said = easy_clause(clause)
        assert said
        for sentence in said:
            checked(sentence)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=30, deadline=None)
@given(st.data())
def test_so_it_is_whatever_the_clause_says(kind: str, data: st.DataObject) -> None:
    for sentence in easy_clause(data.draw(cases_of(kind).MAKER)):
        checked(sentence)


@pytest.fixture
def whole(remit: Instrument) -> Instrument:
    """A remit with a clause of every kind."""
    more = [clause_from_json(kind.EXAMPLE, where="B1") for kind in KINDS.values()]
    numbered = [replace(clause, id=f"B{n}") for n, clause in enumerate(more, start=1)]
    return replace(
        remit,
        clauses=tuple(numbered),
        holder=replace(remit.holder, quorum=5, accepts="clerk", rule="majority"),
        undertaking=Undertaking(days=30, office="clerk", grounds={"en": "There is no money."}),
    )


STATES = ("granted", "in_force", "suspended", "ended")


@pytest.mark.parametrize("state", [None, "another", *STATES])
def test_the_whole_is_easy(whole: Instrument, state: str | None) -> None:
    sections = easy_read(whole, state=state)
    headings = [section.heading.msgid for section in sections]
    assert headings == [text for name, text in HEADINGS.items() if name != "more"]
    for section in sections:
        assert section.heading.render(PLAIN).endswith("?")
        assert section.sentences
        for sentence in section.sentences:
            checked(sentence)


def test_every_clause_is_in_it(whole: Instrument) -> None:
    said = [sentence for section in easy_read(whole) for sentence in section.sentences]
    for clause in whole.clauses:
        easy = list(easy_clause(clause))
        places = [n for n in range(len(said)) if said[n : n + len(easy)] == easy]
        assert places, clause.kind


def test_a_kind_without_sentences_of_its_own_is_shown_as_it_reads(
    whole: Instrument, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(EASY, "cap")
    monkeypatch.delitem(BY_SECTION["money"], "cap")
    (clause,) = [clause for clause in whole.clauses if clause.kind == "cap"]
    (more,) = [s for s in easy_read(whole) if s.heading.msgid == HEADINGS["more"]]
    assert more.sentences == (clause.in_words(),)


def test_it_follows_the_story(remit: Instrument) -> None:
    shown = {
        s.heading.render(PLAIN): [w.render(PLAIN) for w in s.sentences] for s in easy_read(remit)
    }
    assert shown["What is this?"][:2] == [
        "This is a remit.",
        "Its name is: Participatory budget 2023.",
    ]
    assert shown["How much money is there?"] == [
        "There is this much money: 900,000.00 PLN.",
        "There is not more.",
        "When they promise money to somebody, the limit is 200,000.00 PLN each time.",
    ]
    assert shown["When does it start? When does it end?"][:2] == [
        "It starts on 2023-05-01.",
        "It is over on 2024-01-01.",
    ]
    assert "They may not decide about this: the cemetery." in shown["What may they not do?"]
    assert shown["When must they ask?"] == [
        "When they promise money to somebody for more than 100,000.00 PLN, they ask first.",
        "This person or group must say yes: backer.",
        "The answer comes within this many days: 7.",
        "No answer means no.",
    ]


def test_a_state_is_said_where_it_is_known(remit: Instrument) -> None:
    said = {
        state: [sentence.msgid for sentence in easy_read(remit, state=state)[0].sentences]
        for state in (None, *STATES)
    }
    assert len({tuple(messages) for messages in said.values()}) == len(said)
    assert all(said[state][: len(said[None])] == said[None] for state in STATES)
    assert set(frame.STATES) == set(STATES)


def test_hard_words_are_explained_where_they_are_used(whole: Instrument) -> None:
    (*sections, last) = easy_read(whole)
    explained = " ".join(sentence.render(PLAIN) for sentence in last.sentences)
    used = " ".join(w.render(PLAIN) for section in sections for w in section.sentences).lower()
    for word in (*HARD_WORDS, "safeguarding"):
        assert word in used, word
        assert re.search(rf"\b{word}\b", explained, re.IGNORECASE)


def test_a_hard_word_that_is_not_used_is_not_explained(remit: Instrument) -> None:
    explained = easy_read(remit)[-1].sentences
    assert "Safeguarding" not in " ".join(sentence.render(PLAIN) for sentence in explained)


@pytest.mark.parametrize(
    ("easy", "codes"),
    [
        (plain.POWERS, POWERS),
        (plain.RISKS, labels.APPETITES),
        (plain.SILENCES, labels.SILENCES),
        (frame.BINDINGS, BINDINGS),
        (frame.LEVELS, labels.LEVELS),
        (frame.RULES, labels.DECISION_RULES),
    ],
)
def test_every_code_has_easy_words(easy: dict[str, object], codes: dict[str, str]) -> None:
    assert set(easy) == set(codes)


def test_easy_names_of_powers_are_short_and_easy() -> None:
    for text in plain.POWERS.values():
        assert len(text.split()) <= 9
        assert HARD.search(text) is None, text
    assert all(first != second for first, second in pairwise(sorted(plain.POWERS.values())))
