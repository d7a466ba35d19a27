"""An act rebuilt from its record is the very same act, or none at all."""

from __future__ import annotations

from dataclasses import fields, replace
from uuid import UUID

import pytest

from remit.record import reads
from remit.record.again import READERS, act_of
from remit.record.models import Record
from remit.record.reads import RecordView
from remit.record.registry import ACTS
from tests.record.example import after
from tests.record.examples import example_of
from tests.record.examples_charter import REQUEST, asked
from tests.town import Town

WITH_PRIVATE = sorted(
    kind for kind, act in ACTS.items() if any(f.metadata.get("private") for f in fields(act))
)
OPEN = sorted(ACTS.keys() - set(WITH_PRIVATE))


def recorded(kind: str) -> RecordView:
    """The record of this kind's example, once it is done."""
    example = example_of(kind)
    town: Town = example.ready()
    record = town.do(example.act(), by=example.by, under=example.under, at=example.at)
    (view,) = reads.shown([record])
    return view


@pytest.mark.django_db
@pytest.mark.parametrize("kind", OPEN)
def test_what_is_all_public_is_rebuilt_to_the_letter(kind: str, home: object) -> None:
    view = recorded(kind)
    act = act_of(view)
    assert act is not None and type(act) is ACTS[kind]
    assert act.public() == view.act
    assert not list(act.faults())


@pytest.mark.django_db
@pytest.mark.parametrize("kind", WITH_PRIVATE)
def test_what_has_a_private_field_is_not_rebuilt(kind: str, home: object) -> None:
    assert act_of(recorded(kind)) is None


@pytest.mark.parametrize("kind", OPEN)
def test_every_field_of_an_open_act_can_be_read(kind: str) -> None:
    assert not [f.name for f in fields(ACTS[kind]) if str(f.type) not in READERS]


@pytest.mark.django_db
def test_what_does_not_make_the_same_act_is_not_rebuilt(home: object) -> None:
    after("adopted", asked)()
    (view,) = reads.shown(Record.objects.filter(key=UUID(REQUEST)))
    assert act_of(view) is not None
    wrong: dict[str, object]
    for wrong in ({}, {"item": "park.1"}, {**view.act, "more": 1}, {**view.act, "payee": "a text"}):
        assert act_of(replace(view, act=wrong)) is None
    assert act_of(replace(view, kind="nobody.knows")) is None
