"""What holds for every kind of act, made from the registry: a new kind needs but an example."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from remit.core.bounds import ALWAYS, finding_from_json
from remit.people.actor import Actor
from remit.people.models import Appointment
from remit.record import guard, models
from remit.record.act import Act, Impossible
from remit.record.perform import Refused, perform
from remit.record.registry import ACTS
from remit.stages.charter.acts import Silence, WarnOfBacking
from tests.record.example import Example
from tests.record.examples import EXAMPLES, HERE, example_of
from tests.record.tables import contents, grown
from tests.town import ENDS, ROOT, STARTS, Town, person

EVERY = sorted(ACTS)
UNDER_A_REMIT = [kind for kind in EVERY if kind not in EXAMPLES or EXAMPLES[kind].under]
BOUND_IN_TIME = [kind for kind in UNDER_A_REMIT if ACTS[kind].power not in ALWAYS]
FREE = sorted(set(UNDER_A_REMIT) - set(BOUND_IN_TIME) - {Silence.kind, WarnOfBacking.kind})
"""What only stops, ends or warns is bound neither by time nor by backing. Silence and the warning
have a time of their own."""
WITH_MONEY = [kind for kind in EVERY if kind in EXAMPLES and EXAMPLES[kind].above]


@dataclass
class Case:
    """An example, and the town in which it can be done."""

    example: Example
    town: Town
    act: Act

    def do(self, act: Act | None = None, by: str = "", at: datetime | None = None) -> models.Record:
        sample = self.example
        return self.town.do(
            act or self.act, by=by or sample.by, under=sample.under, at=at or sample.at
        )

    def refused(self, by: str = "", at: datetime | None = None) -> dict[str, str]:
        """Which kinds of clause refused it, and with which code."""
        with pytest.raises(Refused) as caught:
            self.do(by=by, at=at)
        return against(caught.value.record)


def against(record: models.Record) -> dict[str, str]:
    findings = [finding_from_json(found) for found in record.reasons]
    return {found.kind: found.code for found in findings if found.verdict != "met"}


@pytest.fixture
def case(db: None, home: Path) -> Callable[[str], Case]:
    def make(kind: str) -> Case:
        example = example_of(kind)
        town = example.ready()
        return Case(example, town, example.act())

    return make


def set_remit(code: str | None, **fields: object) -> None:
    with guard.writing("record_remit"):
        assert models.Remit.objects.filter(code=code).update(**fields) == 1


@pytest.mark.parametrize("kind", EVERY)
def test_its_rightful_holder_does_it(case: Callable[[str], Case], kind: str) -> None:
    ready = case(kind)
    record = ready.do()
    assert (record.kind, record.outcome, record.at) == (kind, "done", ready.example.at)
    assert against(record) == {}
    assert models.Record.objects.get(key=record.key).body == record.body


@pytest.mark.parametrize("kind", UNDER_A_REMIT)
def test_somebody_of_another_position_is_refused(case: Callable[[str], Case], kind: str) -> None:
    ready = case(kind)
    assert ready.refused(by=ready.example.stranger)["powers"] == "power_not_held"


@pytest.mark.parametrize("kind", UNDER_A_REMIT)
def test_a_position_that_one_does_not_hold_lends_nothing(
    case: Callable[[str], Case], kind: str
) -> None:
    ready = case(kind)
    poser = Actor(person=person(ready.example.stranger), position=ready.example.by)
    with pytest.raises(Refused) as caught:
        perform(
            ready.act,
            by=poser,
            under=ready.example.under,
            at=ready.example.at,
            key=ready.town.key(),
        )
    assert against(caught.value.record)["powers"] == "power_not_held"


@pytest.mark.parametrize("kind", UNDER_A_REMIT)
def test_who_has_left_the_position_is_refused(case: Callable[[str], Case], kind: str) -> None:
    ready = case(kind)
    with guard.writing("people_appointment"):
        left = Appointment.objects.filter(person__token=person(ready.example.by))
        assert left.update(ends=ready.example.at)
    assert ready.refused()["powers"] == "power_not_held"


@pytest.mark.parametrize("kind", BOUND_IN_TIME)
def test_outside_the_period_it_is_refused(case: Callable[[str], Case], kind: str) -> None:
    ready = case(kind)
    assert ready.refused(at=ENDS)["period"] == "period_over"
    assert ready.refused(at=STARTS - timedelta(seconds=1))["period"] == "period_not_begun"


@pytest.mark.parametrize("kind", BOUND_IN_TIME)
def test_while_the_remit_is_not_in_force_it_is_refused(
    case: Callable[[str], Case], kind: str
) -> None:
    ready = case(kind)
    for state in ("suspended", "ended", "granted"):
        set_remit(ready.example.under, state=state)
        assert ready.refused() == {"in_force": state}


@pytest.mark.parametrize("kind", BOUND_IN_TIME)
def test_a_remit_above_that_is_suspended_takes_it_along(
    case: Callable[[str], Case], kind: str
) -> None:
    ready = case(kind)
    set_remit(ROOT, state="suspended")
    assert ready.refused() == {"in_force": "suspended"}


@pytest.mark.parametrize("kind", BOUND_IN_TIME)
def test_without_live_backing_it_is_refused(case: Callable[[str], Case], kind: str) -> None:
    ready = case(kind)
    set_remit(ready.example.under, backed_until=None)
    assert ready.refused() == {"backing": "not_backed"}
    set_remit(ready.example.under, backed_until=ready.example.at)
    assert ready.refused() == {"backing": "backing_over"}
    set_remit(ready.example.under, backed_until=ready.example.at + timedelta(microseconds=1))
    assert ready.do().outcome == "done"


@pytest.mark.parametrize("state", ["in_force", "suspended", "ended"])
@pytest.mark.parametrize("kind", FREE)
def test_what_only_stops_ends_or_warns_is_done_whatever_became_of_the_one_above(
    case: Callable[[str], Case], kind: str, state: str
) -> None:
    ready = case(kind)
    set_remit(ROOT, state=state, backed_until=None)
    assert ready.do(at=ENDS).outcome == "done"


@pytest.mark.parametrize("kind", WITH_MONEY)
def test_above_the_cap_or_the_envelope_it_is_refused(
    case: Callable[[str], Case], kind: str
) -> None:
    ready = case(kind)
    assert ready.example.above is not None
    with pytest.raises(Refused) as caught:
        ready.do(ready.example.above())
    assert against(caught.value.record).keys() == {ready.example.clause}


@pytest.mark.parametrize("kind", UNDER_A_REMIT)
def test_a_refusal_is_recorded_with_every_finding_and_moves_nothing(
    case: Callable[[str], Case], kind: str
) -> None:
    ready = case(kind)
    before = contents()
    ready.refused(by=ready.example.stranger)
    assert grown(before, contents()) == {"record_record": 1, "record_attribution": 1}
    record = models.Record.objects.latest("pk")
    version = models.Version.objects.get(remit__code=ready.example.under)
    clauses = [clause["id"] for clause in json.loads(version.instrument)["clauses"]]
    assert [found["clause"] for found in record.reasons] == ["B0", "backing", *clauses]
    assert record.outcome == "refused"


@pytest.mark.parametrize("kind", EVERY)
def test_twice_with_one_key_is_once(case: Callable[[str], Case], kind: str) -> None:
    ready = case(kind)
    arguments = {
        "by": ready.example.by,
        "under": ready.example.under,
        "at": ready.example.at,
        "key": ready.town.key(),
    }
    first = ready.town.do(ready.act, **arguments)  # type: ignore[arg-type]
    before = contents()
    again = ready.town.do(ready.act, **{**arguments, "at": ENDS})  # type: ignore[arg-type]
    assert (again.pk, again.outcome, again.body) == (first.pk, "done", first.body)
    assert contents() == before


@pytest.mark.parametrize("kind", UNDER_A_REMIT)
def test_a_refusal_stays_one_under_its_key(case: Callable[[str], Case], kind: str) -> None:
    ready = case(kind)
    example, key = ready.example, ready.town.key()
    with pytest.raises(Refused) as first:
        ready.town.do(ready.act, by=example.stranger, under=example.under, at=example.at, key=key)
    before = contents()
    with pytest.raises(Refused) as again:
        ready.town.do(ready.act, by=example.stranger, under=example.under, at=example.at, key=key)
    assert again.value.record.pk == first.value.record.pk
    assert contents() == before


@pytest.mark.parametrize("kind", EVERY)
def test_a_key_with_other_content_is_taken(case: Callable[[str], Case], kind: str) -> None:
    ready = case(kind)
    other = ready.example.other()
    assert type(other) is type(ready.act)
    record = ready.do()
    before = contents()
    with pytest.raises(Impossible) as caught:
        ready.town.do(
            other,
            by=ready.example.by,
            under=ready.example.under,
            at=ready.example.at,
            key=record.key,
        )
    assert caught.value.code == "key_taken"
    assert contents() == before


def test_every_kind_has_an_example() -> None:
    for kind in EVERY:
        assert type(example_of(kind)) is Example
    assert EXAMPLES.keys() == ACTS.keys(), "an example of a kind that is no more: strike it"


def test_a_kind_without_an_example_says_what_to_add() -> None:
    with pytest.raises(pytest.fail.Exception, match=f"provide.do has no example.*{HERE}"):
        example_of("provide.do")
