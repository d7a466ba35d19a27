"""Clauses on what must go before: they cover each other exactly when nothing more passes.

Every pair out of a few clauses is held against every one of a few files, so that a limit that is
compared the wrong way round, or not at all, is found each time and not by luck.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, combinations, product
from typing import Any

import pytest

from remit.core.bounds import (
    KINDS,
    TOPICS,
    Attestation,
    BadInstrument,
    Clause,
    Clearance,
    Consultation,
    Deed,
    Document,
    Entry,
    Facts,
    Filed,
    History,
    Interests,
    Meeting,
    Notice,
    Reversible,
    clause_from_json,
)
from remit.core.bounds.instrument_problems import asked_by
from tests.core.bounds.clauses.samples import DAY, DEED, FACTS, MAY, POSITIONS, TEXTS, entry

RANKS = {"met": 0, "needs": 1, "unknown": 2, "breached": 2}
BOTH, CODES = ["commit", "pay"], ["a", "b"]
Situation = tuple[Deed, Facts, History]


def situation(*entries: Entry, deed: Any = (), facts: Any = ()) -> Situation:
    """These entries on every file of the matter and of who acts."""
    files = [("matter", "green.4"), ("person", "one")]
    filed = tuple(
        Filed(topic=topic, scope=scope, about=about, entry=found)
        for topic in TOPICS
        for scope, about in files
        for found in entries
    )
    return replace(DEED, **dict(deed)), replace(FACTS, **dict(facts)), History(filed=filed)


def ages(code: str = "") -> list[Entry]:
    return [entry(code, at=MAY - days * DAY) for days in range(5)]


def subsets(codes: Iterable[str]) -> Iterable[tuple[str, ...]]:
    pool = list(codes)
    return chain.from_iterable(combinations(pool, size) for size in range(len(pool) + 1))


def figured(first: str, second: str) -> list[Situation]:
    pairs = product(range(4), range(4))
    return [situation(entry(figures={first: one, second: two})) for one, two in pairs]


REFUSES = Interests(id="B1", power="commit", relatives="refuse", position="", days=0)
ASKING = [
    Interests(id="B1", power=power, relatives="ask", position=position, days=days)
    for power, position, days in product(BOTH, POSITIONS, (1, 2))
]
GRIDS: dict[str, tuple[list[Clause], list[Situation]]] = {
    "meeting": (
        [
            Meeting(id="B1", power=power, quorum=quorum, notice_days=days)
            for power, quorum, days in product(BOTH, (1, 2, 3), (0, 1, 2))
        ],
        figured("present", "notice"),
    ),
    "notice": (
        [Notice(id="B1", power=power, days=days) for power, days in product(BOTH, (1, 2, 3))],
        [situation(given) for given in ages()],
    ),
    "consultation": (
        [
            Consultation(id="B1", power=power, days=days, answers=answers)
            for power, days, answers in product(BOTH, (1, 2, 3), (0, 1, 2))
        ],
        figured("days", "answers"),
    ),
    "document": (
        [
            Document(id="B1", power=power, documents=documents)
            for power, size in product(BOTH, (1, 2, 3))
            for documents in combinations(TEXTS, size)
        ],
        [situation(*map(entry, codes)) for codes in subsets(code for code, _ in TEXTS)],
    ),
    "attestation": (
        [
            Attestation(id="B1", power=power, about=about, days=days)
            for power, about, days in product(BOTH, CODES, (1, 2, 3))
        ],
        [situation(given) for code in CODES for given in ages(code)],
    ),
    "clearance": (
        [Clearance(id="B1", power=power, about=about) for power, about in product(BOTH, CODES)],
        [situation(entry(code, "cleared")) for code in CODES],
    ),
    "interests": (
        [*ASKING, REFUSES, replace(REFUSES, power="pay")],
        [
            situation(*found, facts={"agreed": frozenset(agreed)})
            for agreed in subsets(POSITIONS)
            for found in ((), *([entry("park", s)] for s in ("shared", "relative", "particular")))
        ],
    ),
    "reversible": (
        [
            Reversible(id="B1", power=power, pilot_days=days)
            for power, days in product(BOTH, (0, 1, 2, 3))
        ],
        [
            situation(deed={"effect": effect, "until": MAY + days * DAY})
            for effect, days in product(("reversible", "pilot", "lasting"), range(5))
        ],
    ),
}


def verdicts(clause: Clause, situations: list[Situation], *, powers: list[str]) -> list[int]:
    """How much the clause stands in the way, in each situation and for each power."""
    found = []
    for (deed, facts, history), power in product(situations, powers):
        used = replace(deed, power=power)
        asked = clause.questions(used, at=facts.at, person=facts.person or "")
        known = replace(facts, answers=history.answers(asked))
        found.append(RANKS[clause.check(used, known).verdict])
    return found


@pytest.mark.parametrize("kind", GRIDS)
def test_one_covers_another_exactly_when_nothing_more_passes(kind: str) -> None:
    clauses, situations = GRIDS[kind]
    found = [(clause, verdicts(clause, situations, powers=BOTH)) for clause in clauses]
    for (wide, above), (narrow, below) in product(found, repeat=2):
        within = all(higher <= lower for higher, lower in zip(above, below, strict=True))
        assert wide.covers(narrow) == within, (wide, narrow)


@pytest.mark.parametrize("kind", GRIDS)
def test_of_the_files_that_are_tried_some_do_and_some_do_not(kind: str) -> None:
    clauses, situations = GRIDS[kind]
    for clause in clauses:
        assert {0, 2} <= set(verdicts(clause, situations, powers=[clause.power])), clause


def test_the_same_code_with_other_words_is_another_document() -> None:
    clause = Document(id="B1", power="commit", documents=(("plan", {"en": "a plan"}),))
    other = replace(clause, documents=(("plan", {"en": "a sketch"}),))
    assert not clause.covers(other) and not other.covers(clause)


BAD: list[tuple[str, dict[str, object], str, str]] = [
    ("interests", {"relatives": "allow"}, "not_one_of", "B26.relatives"),
    ("interests", {"position": ""}, "code_shape", "B26.position"),
    ("interests", {"days": 0}, "not_whole", "B26.days"),
    ("interests", {"relatives": "refuse"}, "not_one_of", "B26.relatives"),
    ("interests", {"relatives": "refuse", "position": ""}, "not_whole", "B26.days"),
    (
        "interests",
        {"relatives": "refuse", "position": None, "days": 0},
        "code_shape",
        "B26.position",
    ),
    ("meeting", {"power": "raise"}, "not_one_of", "B20.power"),
    ("meeting", {"quorum": 0}, "not_whole", "B20.quorum"),
    ("meeting", {"notice_days": 367}, "not_whole", "B20.notice_days"),
    ("notice", {"power": "suspend"}, "not_one_of", "B21.power"),
    ("notice", {"days": 0}, "not_whole", "B21.days"),
    ("consultation", {"power": "end"}, "not_one_of", "B22.power"),
    ("consultation", {"days": 0}, "not_whole", "B22.days"),
    ("consultation", {"answers": -1}, "not_whole", "B22.answers"),
    ("document", {"documents": []}, "list_empty", "B23.documents"),
    ("attestation", {"about": "The works"}, "code_shape", "B24.about"),
    ("attestation", {"days": 3661}, "not_whole", "B24.days"),
    ("clearance", {"about": None}, "code_shape", "B25.about"),
    ("reversible", {"pilot_days": 367}, "not_whole", "B27.pilot_days"),
]


@pytest.mark.parametrize(("kind", "change", "code", "where"), BAD)
def test_one_that_makes_no_sense_is_refused(
    kind: str, change: dict[str, object], code: str, where: str
) -> None:
    with pytest.raises(BadInstrument) as caught:
        clause_from_json({**KINDS[kind].EXAMPLE, **change}, where="B1")
    assert (caught.value.code, caught.value.where) == (code, where)


def test_one_that_refuses_for_relatives_asks_nobody() -> None:
    data = REFUSES.to_json()
    assert clause_from_json(data, where="B1") == REFUSES
    assert asked_by(REFUSES) == ""
    assert asked_by(ASKING[0]) == POSITIONS[0]
