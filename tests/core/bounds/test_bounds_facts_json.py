"""What an act is judged by is kept as it was, and says the same when it is asked again."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from remit.core.bounds import (
    KINDS,
    Above,
    Deed,
    Facts,
    Instrument,
    Moved,
    OnFile,
    ask,
    deed_from_json,
    deed_json,
    facts_from_json,
    facts_json,
)
from tests.core.bounds.clauses.samples import (
    DEED,
    DEEDS,
    FACTS,
    FACTS_DRAWN,
    MAY,
    Draw,
    deed_about,
    entry,
    judged,
    maker,
    numbered,
)

REFUSED = (KeyError, TypeError, ValueError)
REQUIRED = ("period", "purpose", "envelope", "powers")
ZONES = [UTC, timezone(timedelta(hours=2)), timezone(-timedelta(hours=3, minutes=30))]
MOMENTS = st.none() | st.datetimes(
    datetime(1999, 1, 1),  # noqa: DTZ001
    datetime(2101, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from(ZONES),
)
WHOLE = Facts(
    at=MAY,
    state="in_force",
    backed=True,
    backed_until=MAY,
    positions=frozenset({"clerk", "backer"}),
    person="one",
    envelope_free=-1,
    envelope=2**53 - 1,
    depth=0,
    duties={"submit": "one"},
    agreed=frozenset(),
    answers={
        Moved(power="pay", of="area", code="a", since=MAY): 3,
        Moved(power="pay"): 0,
        OnFile(topic="notice", scope="matter", about="green.4"): (),
        OnFile(topic="lifting", code="concern", scope="remit"): (
            entry("concern", figures={"level": 1}, until=MAY),
            entry("concern", "for", figures={}),
        ),
    },
)


def deed_again(deed: Deed) -> Deed:
    return deed_from_json(kept(deed_json(deed)))


def facts_again(facts: Facts) -> Facts:
    return facts_from_json(kept(facts_json(facts)))


def kept(data: dict[str, object]) -> dict[str, Any]:
    """As it comes back from where it is stored."""
    stored: dict[str, Any] = json.loads(json.dumps(data))
    return stored


@settings(max_examples=200, deadline=None)
@given(DEEDS, MOMENTS, MOMENTS)
def test_a_deed_comes_back_as_it_was(
    deed: Deed, until: datetime | None, made: datetime | None
) -> None:
    deed = replace(deed, until=until, made=made)
    assert deed_again(deed) == deed
    assert deed_json(deed_again(deed)) == deed_json(deed)


def test_facts_come_back_as_they_were() -> None:
    assert facts_again(WHOLE) == WHOLE
    for field in fields(Facts):
        if field.name != "at":
            forgotten = replace(WHOLE, **{field.name: None})
            assert facts_again(forgotten) == forgotten
    assert facts_again(replace(WHOLE, answers={})).answers == {}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_what_was_judged_is_answered_the_same_again(
    remit: Instrument, kind: str, data: st.DataObject
) -> None:
    kinds = [other for other in REQUIRED if other != kind]
    clauses = [data.draw(maker(one)) for one in (*kinds, kind)]
    deed = deed_about(clauses[-1], data.draw)
    facts = judged(deed, data.draw(FACTS_DRAWN), data.draw, *clauses)
    again = facts_again(facts)
    assert again == facts
    instrument = replace(remit, clauses=numbered(clauses))
    answer = ask(instrument, deed, facts, [Above(instrument=instrument, facts=facts)])
    above = [Above(instrument=instrument, facts=again)]
    event("answered" if facts.answers else "not asked")
    assert ask(instrument, deed_again(deed), again, above) == answer


def test_whoever_reads_it_sees_moments_in_utc_and_sets_in_order() -> None:
    at = datetime(2023, 5, 1, 2, tzinfo=ZONES[1])
    data = facts_json(replace(WHOLE, at=at))
    assert data["at"] == "2023-05-01T00:00:00Z"
    assert data["positions"] == ["backer", "clerk"]


BAD_DEEDS: list[dict[str, Any]] = [
    {"amount": -1},
    {"amount": 1.5},
    {"amount": "1"},
    {"amount": True},
    {"risk": 6},
    {"effect": "none"},
    {"until": "2023-05-01"},
    {"until": "2023-05-01T00:00:00+02:00"},
    {"made": 1},
    {"evidence": 1},
    {"evidence": [["receipt"]]},
    {"more": 1},
]
ON_FILE = {"ask": "on_file", "topic": "notice", "code": "", "scope": "remit", "about": ""}
MOVED = {"ask": "moved", "power": "pay", "of": "all", "code": "", "since": None}
ENTRY = {
    "code": "",
    "stance": "",
    "position": "clerk",
    "person": "one",
    "at": "2023-05-01T00:00:00Z",
    "until": None,
    "figures": {},
}
BAD_ANSWERS: list[Any] = [
    1,
    [1],
    [{"question": MOVED}],
    [{"answer": 1}],
    [{"question": MOVED | {"of": "everybody"}, "answer": 1}],
    [{"question": MOVED | {"since": "soon"}, "answer": 1}],
    [{"question": MOVED | {"since": 1}, "answer": 1}],
    [{"question": MOVED | {"ask": "paid"}, "answer": 1}],
    [{"question": MOVED, "answer": None}],
    [{"question": ON_FILE | {"scope": "town"}, "answer": []}],
    [{"question": ON_FILE | {"topic": 1}, "answer": []}],
    [{"question": ON_FILE, "answer": [1]}],
    [{"question": ON_FILE, "answer": [ENTRY | {"at": None}]}],
    [{"question": ON_FILE, "answer": [ENTRY | {"until": "never"}]}],
    [{"question": ON_FILE, "answer": [ENTRY | {"figures": {"level": "high"}}]}],
    [{"question": ON_FILE, "answer": [ENTRY | {"figures": {"level": None}}]}],
]
BAD_FACTS: list[dict[str, Any]] = [
    {"at": "2023-05-01"},
    {"at": 1},
    {"backed_until": "soon"},
    {"positions": 1},
    {"agreed": [["backer"]]},
    {"more": 1},
    *({"answers": bad} for bad in BAD_ANSWERS),
]


@pytest.mark.parametrize("change", BAD_DEEDS, ids=str)
def test_what_is_no_deed_is_not_read(change: dict[str, Any]) -> None:
    with pytest.raises(REFUSED):
        deed_from_json(deed_json(DEED) | change)


@pytest.mark.parametrize("change", BAD_FACTS, ids=str)
def test_what_are_no_facts_is_not_read(change: dict[str, Any]) -> None:
    with pytest.raises(REFUSED):
        facts_from_json(facts_json(FACTS) | change)


@pytest.mark.parametrize("name", ["kind", "power", "amount", "purpose", "matter", "evidence"])
def test_a_deed_that_lacks_a_field_is_not_read(name: str) -> None:
    data = deed_json(DEED)
    del data[name]
    with pytest.raises(REFUSED):
        deed_from_json(data)


@pytest.mark.parametrize("name", ["at", "answers"])
def test_facts_that_lack_a_field_are_not_read(name: str) -> None:
    data = facts_json(FACTS)
    del data[name]
    with pytest.raises(REFUSED):
        facts_from_json(data)


FLOATS = st.floats(allow_nan=False, allow_infinity=False)
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | FLOATS | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


def spoil(data: Any, draw: Draw) -> None:
    """Put junk in the place of something in it, however deep."""
    key = draw(st.sampled_from(sorted(data) if isinstance(data, dict) else range(len(data))))
    if isinstance(data[key], dict | list) and data[key] and draw(st.integers(0, 3)):
        spoil(data[key], draw)
    else:
        data[key] = draw(JUNK)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_reading_junk_raises_nothing_else(data: st.DataObject) -> None:
    for plain, read in ((deed_json(DEED), deed_from_json), (facts_json(WHOLE), facts_from_json)):
        stored = kept(plain)
        spoil(stored, data.draw)
        try:
            read(stored)
        except REFUSED:
            event("refused")
