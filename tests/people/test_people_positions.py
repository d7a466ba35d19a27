"""Who holds which position when: from its first moment, and no longer from its last."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from remit.people import reads
from remit.people.actor import Actor
from remit.people.models import Appointment, Person, Position
from remit.record import guard
from tests.town import NOON, OFFICES, STARTS, Town, person, told

MOMENT = timedelta(microseconds=1)
DAY = timedelta(days=1)
DEPUTY = str(UUID(int=1))


def appoint(token: str, position: str, *, starts: datetime, ends: datetime | None) -> None:
    """No act appoints anybody yet, so the row is written as a later act will write it."""
    with guard.writing(guard.ALL):
        holder, _ = Person.objects.get_or_create(token=token)
        office = Position.objects.get(code=position)
        Appointment.objects.create(person=holder, position=office, starts=starts, ends=ends)


@pytest.fixture
def founded(db: None, home: object) -> Town:
    return told("founded")


@pytest.mark.parametrize(
    ("at", "held"),
    [
        (NOON - MOMENT, frozenset()),
        (NOON, frozenset({"clerk"})),
        (NOON + DAY - MOMENT, frozenset({"clerk"})),
        (NOON + DAY, frozenset()),
        (NOON + DAY + MOMENT, frozenset()),
    ],
)
def test_a_position_is_held_from_its_start_and_not_at_its_end(
    founded: Town, at: datetime, held: frozenset[str]
) -> None:
    appoint(DEPUTY, "clerk", starts=NOON, ends=NOON + DAY)
    assert reads.positions_of(DEPUTY, at=at) == held


def test_a_position_without_an_end_is_held_on(founded: Town) -> None:
    assert reads.positions_of(person("clerk"), at=STARTS) == {"clerk"}
    assert reads.positions_of(person("clerk"), at=STARTS.replace(year=2999)) == {"clerk"}
    assert reads.positions_of(person("clerk"), at=STARTS - MOMENT) == frozenset()


def test_somebody_may_hold_several_positions_and_one_of_them_twice(founded: Town) -> None:
    for position in ("clerk", "treasurer", "clerk"):
        appoint(DEPUTY, position, starts=NOON, ends=None)
    assert reads.positions_of(DEPUTY, at=NOON) == {"clerk", "treasurer"}


def test_a_stranger_holds_nothing(founded: Town) -> None:
    assert reads.positions_of(DEPUTY, at=NOON) == frozenset()


@pytest.mark.parametrize("position", OFFICES)
def test_each_office_has_somebody_who_acts_in_it(founded: Town, position: str) -> None:
    assert reads.holder_of(position, at=NOON) == Actor(person(position), position)


def test_of_two_who_hold_it_the_longest_serving_acts(founded: Town) -> None:
    appoint(DEPUTY, "clerk", starts=NOON, ends=None)
    assert reads.holder_of("clerk", at=NOON) == Actor(person("clerk"), "clerk")
    appoint(str(UUID(int=2)), "backer", starts=STARTS - DAY, ends=None)
    assert reads.holder_of("backer", at=NOON) == Actor(str(UUID(int=2)), "backer")


def test_of_two_who_began_together_the_first_appointed_acts(founded: Town) -> None:
    appoint(DEPUTY, "clerk", starts=STARTS, ends=None)
    assert reads.holder_of("clerk", at=NOON) == Actor(person("clerk"), "clerk")


def test_when_an_office_passes_on_there_is_no_gap_and_no_overlap(founded: Town) -> None:
    first, second = str(UUID(int=3)), str(UUID(int=4))
    handover = STARTS - DAY
    appoint(first, "clerk", starts=handover - DAY, ends=handover)
    appoint(second, "clerk", starts=handover, ends=STARTS)
    holders = [
        reads.holder_of("clerk", at=at)
        for at in (handover - MOMENT, handover, STARTS - MOMENT, STARTS)
    ]
    assert [holder.person for holder in holders if holder] == [
        first,
        second,
        second,
        person("clerk"),
    ]


@pytest.mark.parametrize("position", ["nobody", "", "clerk "])
def test_an_office_that_is_not_there_has_nobody(founded: Town, position: str) -> None:
    assert reads.holder_of(position, at=NOON) is None


def test_before_it_is_filled_an_office_has_nobody(founded: Town) -> None:
    assert reads.holder_of("clerk", at=STARTS - MOMENT) is None


def test_titles_and_the_agencys_name_are_what_was_said(founded: Town) -> None:
    assert reads.titles() == {code: {"en": code} for code in OFFICES}
    assert list(reads.titles()) == sorted(OFFICES)
    assert reads.agency_name() == {"en": "Testowo"}


def test_before_the_founding_there_is_nobody(db: None) -> None:
    assert reads.agency_name() is None
    assert reads.titles() == {}
    assert reads.holder_of("clerk", at=NOON) is None
