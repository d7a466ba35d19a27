"""What a finding shows, how a clause reads in each of its forms, and the ends of ranges: what
faults made on purpose (`tools.mutants`) had shown that no other test looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from remit.core.bounds import BadInstrument, Clause
from remit.core.words import PLAIN
from tests.core.bounds.clauses.cases import (
    ask_above,
    attestation,
    clearance,
    consultation,
    dual_control,
    interests,
    meeting,
    notice,
    opinion,
    report,
    reversible,
    stop,
    total,
)
from tests.core.bounds.clauses.samples import DAY, DEED, FACTS, MAY, answers, entry

LATE, EARLY = MAY - 2 * DAY, MAY - 11 * DAY
ENOUGH = {"present": 9, "notice": 30, "days": 40, "answers": 50}


def twice(asked: Any, one: Any, **more: Any) -> dict[str, Any]:
    """Facts with the same on file on two days, the earlier in the middle."""
    late, early = replace(one, at=LATE, **more), replace(one, at=EARLY, **more)
    return answers(asked, late, early, late)


def lifted_twice() -> dict[str, Any]:
    raised = replace(stop.RAISED, at=EARLY - DAY)
    late, early = replace(stop.LIFTED, at=LATE), replace(stop.LIFTED, at=EARLY)
    return stop.on_file("incident", raised, lifted=(late, early, late))


SHOWN: list[tuple[Clause, Mapping[str, Any], str, Any]] = [
    (attestation.CLAUSE, twice(attestation.ASKED, attestation.GIVEN), "day", LATE),
    (
        attestation.CLAUSE,
        twice(attestation.ASKED, attestation.GIVEN, until=LATE + DAY),
        "day",
        LATE,
    ),
    *(
        (interests.REFUSES, twice(interests.ASKED, entry("green.4", sort)), "day", LATE)
        for sort in ("shared", "relative", "particular")
    ),
    (opinion.CLAUSE, twice(opinion.ASKED, opinion.FOR), "day", LATE),
    (report.CLAUSE, twice(report.ASKED, entry()), "day", LATE),
    (meeting.CLAUSE, twice(meeting.ASKED, entry(figures=ENOUGH)), "day", LATE),
    (meeting.CLAUSE, twice(meeting.ASKED, entry()), "day", LATE),
    (consultation.CLAUSE, twice(consultation.ASKED, entry(figures=ENOUGH)), "day", LATE),
    (consultation.CLAUSE, twice(consultation.ASKED, entry()), "day", LATE),
    (notice.CLAUSE, twice(notice.ASKED, entry()), "day", EARLY),
    (stop.CLAUSE, lifted_twice(), "day", EARLY),
    (stop.CLAUSE, stop.on_file("incident", stop.RAISED, stop.AGAIN), "day", stop.AGAIN.at),
]


@pytest.mark.parametrize(("clause", "facts", "name", "value"), SHOWN)
def test_of_several_the_one_that_counts_is_shown(
    clause: Clause, facts: Mapping[str, Any], name: str, value: Any
) -> None:
    found = clause.check(DEED, replace(FACTS, **facts))
    assert dict(found.words.params)[name] == value


READS: list[tuple[Clause, str, str]] = [
    (reversible.CLAUSE, "a pilot that stops within", "There are no pilots"),
    (reversible.NO_PILOTS, "There are no pilots", "stops within"),
    (consultation.CLAUSE, "Answers at least: 20", "nobody answered"),
    (consultation.UNANSWERED, "even if nobody answered", "Answers at least"),
    (meeting.CLAUSE, "must have been given: 14", "needs no notice"),
    (meeting.AT_ONCE, "It needs no notice", "must have been given"),
    (opinion.CLAUSE, "It informs", "stops it"),
    (opinion.VETO, "stops it", "It informs"),
    (interests.CLAUSE, "must agree first: backer", "or that a relative is concerned"),
    (interests.REFUSES, "or that a relative is concerned", "must agree"),
    (total.CLAUSE, "within this number of days (30)", "All that is moved"),
    (total.WHOLE, "All that is moved", "number of days"),
]


@pytest.mark.parametrize(("clause", "says", "says_not"), READS)
def test_a_clause_reads_as_it_is_set(clause: Clause, says: str, says_not: str) -> None:
    text = clause.in_words().render(PLAIN)
    assert says in text
    assert says_not not in text


WIDER: list[tuple[Clause, Clause]] = [
    (total.WHOLE, replace(total.WHOLE, days=30)),
    (total.CLAUSE, replace(total.CLAUSE, days=29)),
    (total.CLAUSE, replace(total.CLAUSE, of="area")),
    (ask_above.CLAUSE, replace(ask_above.CLAUSE, position="clerk")),
    (ask_above.CLAUSE, replace(ask_above.CLAUSE, silence="yes")),
    (dual_control.CLAUSE, replace(dual_control.CLAUSE, position="clerk")),
    (interests.CLAUSE, replace(interests.CLAUSE, position="clerk")),
    (opinion.CLAUSE, replace(opinion.CLAUSE, position="clerk")),
    (opinion.VETO, opinion.CLAUSE),
    (attestation.CLAUSE, replace(attestation.CLAUSE, about="delivery")),
    (clearance.CLAUSE, replace(clearance.CLAUSE, about="first-aid")),
]


@pytest.mark.parametrize(("wide", "narrow"), WIDER)
def test_what_asks_somebody_else_or_counts_otherwise_is_not_covered(
    wide: Clause, narrow: Clause
) -> None:
    assert not wide.covers(narrow)
    assert narrow.covers(narrow)


def test_a_limit_for_a_day_holds_one_for_a_month() -> None:
    day = replace(total.CLAUSE, days=1)
    assert day.covers(total.CLAUSE)
    assert day.covers(replace(day, days=0))
    assert not total.CLAUSE.covers(day)


@pytest.mark.parametrize(
    ("topic", "code"), [("incident", "stop_none"), ("concern", "stop_stopped")]
)
def test_only_a_concern_stops_whatever_its_level(topic: str, code: str) -> None:
    clause = replace(stop.CLAUSE, topic=topic, level=1)
    assert clause.check(DEED, replace(FACTS, **stop.on_file(topic, entry()))).code == code


def test_who_refuses_relatives_gives_nobody_days_to_answer() -> None:
    with pytest.raises(BadInstrument):
        replace(interests.REFUSES, days=1)
    assert replace(interests.CLAUSE, days=1).days == 1
