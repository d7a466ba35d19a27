"""The schema lets pass what the reader reads, and refuses what has another form."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from remit.core.bounds import (
    KINDS,
    BadInstrument,
    Instrument,
    instrument_from_json,
    instrument_json,
)
from remit.core.bounds.schema import ID, instrument_schema
from remit.project.demo import instruments
from tests.core.bounds.clauses.samples import maker
from tests.core.bounds.wrong import UNDERTAKING

SCHEMA = instrument_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
FORM = {
    "field_missing",
    "field_unknown",
    "kind_unknown",
    "not_object",
    "not_list",
    "not_text",
    "not_flag",
    "not_whole",
    "not_moment",
    "said_missing",
    "text_missing",
    "list_empty",
    "code_shape",
    "id_shape",
    "currency_shape",
    "remit_code_shape",
}
"""Errors that are about the form of a field and not about its sense."""
JUNK: list[Any] = [None, True, -1, "", "Not a code!", [], {}, [None], {"x": None}]


def fits(data: object) -> bool:
    return VALIDATOR.is_valid(data)


def test_it_is_a_schema_of_its_draft() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == ID
    assert {f"clause_{kind}" for kind in KINDS} < set(SCHEMA["$defs"])


@pytest.mark.parametrize("build", [instruments.root, instruments.residents])
def test_the_demonstrations_instruments_fit(build: Callable[[], Instrument]) -> None:
    assert fits(instrument_json(build()))


def full(data: dict[str, Any]) -> dict[str, Any]:
    """The sample with a clause of every kind, and with all that may be left open."""
    kinds = [dict(kind.EXAMPLE) for kind in KINDS.values()]
    for place, clause in enumerate(kinds, start=1):
        clause["id"] = f"B{place}"
    holder = data["holder"] | {"accepts": "clerk"}
    return data | {
        "clauses": kinds,
        "holder": holder,
        "undertaking": copy.deepcopy(UNDERTAKING),
        "review": "2023-09-01T00:00:00Z",
    }


def test_an_example_of_every_kind_fits(sample: Callable[[], dict[str, Any]]) -> None:
    data = full(sample())
    errors = [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(data)]
    assert errors == []


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_clause_fits(sample: Callable[[], dict[str, Any]], data: st.DataObject) -> None:
    clause = data.draw(maker(data.draw(st.sampled_from(sorted(KINDS)))))
    assert fits(sample() | {"clauses": [clause.to_json()]})


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to everything in the data."""
    pairs: Any = ()
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    for key, inner in pairs:
        yield (*path, key)
        yield from places(inner, (*path, key))


def changed(data: dict[str, Any], path: tuple[Any, ...], change: Callable[[Any, Any], Any]) -> Any:
    """A copy in which the object or list that holds this place was changed."""
    whole = copy.deepcopy(data)
    inner: Any = whole
    for key in path[:-1]:
        inner = inner[key]
    change(inner, path[-1])
    return whole


def changes() -> Iterator[Callable[[Any, Any], Any]]:
    yield lambda inner, key: inner.pop(key)
    yield lambda inner, key: inner.update(more=1) if isinstance(inner, dict) else inner.append(1)
    for junk in JUNK:
        yield lambda inner, key, junk=junk: inner.__setitem__(key, copy.deepcopy(junk))


def code_of(data: Any) -> str | None:
    """What the reader finds wrong; None if nothing."""
    try:
        instrument_from_json(data)
    except BadInstrument as error:
        return error.code
    return None


def may_be_empty(kind: str | None, path: tuple[Any, ...]) -> bool:
    """Whether another field decides if this one is empty, which the form does not tell."""
    about = KINDS[kind].PARAMS if kind else {}
    return "empty" in about.get(path[-1], "")


@pytest.mark.parametrize("kind", [None, *KINDS])
def test_it_refuses_the_forms_that_the_reader_refuses(
    sample: Callable[[], dict[str, Any]], kind: str | None
) -> None:
    data = full(sample()) | {"clauses": [KINDS[kind or "period"].EXAMPLE]}
    inside = [p for p in places(data) if (p[0] == "clauses" and len(p) > 2) == (kind is not None)]
    tried = 0
    for path in inside:
        for change in changes():
            wrong = changed(data, path, change)
            code = code_of(wrong)
            if code is None:
                assert fits(wrong), path
            if code in FORM and not (code == "code_shape" and may_be_empty(kind, path)):
                assert not fits(wrong), (path, code)
                tried += 1
    assert tried > 5 * len(inside)


@pytest.mark.parametrize("data", [None, [], "W-2023", 1, {}])
def test_what_is_no_instrument_does_not_fit(data: object) -> None:
    assert not fits(data)
