"""An instrument that is not right in every field grants nothing, and says what to mend."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.bounds import (
    KINDS,
    BadInstrument,
    Duties,
    Powers,
    Purpose,
    clause_from_json,
    instrument_from_json,
)
from remit.core.bounds.errors import MESSAGES
from tests.core.bounds.wrong import AMOUNTS, GONE, INSTRUMENTS, JUNK, TEXTS, changed

CLAUSES: list[tuple[str, str, object, str, str]] = [
    ("cap", "amount", GONE, "field_missing", "B1"),
    ("cap", "kind", GONE, "field_missing", "B1"),
    ("cap", "more", 1, "field_unknown", "B1"),
    ("cap", "kind", "ceiling", "kind_unknown", "B1"),
    ("cap", "kind", ["cap"], "kind_unknown", "B1"),
    ("cap", "id", "C1", "id_shape", "B1.id"),
    ("cap", "id", 1, "id_shape", "B1.id"),
    ("cap", "power", "rule_the_world", "not_one_of", "B4.power"),
    ("cap", "power", None, "not_one_of", "B4.power"),
    ("cap", "amount", -1, "not_whole", "B4.amount"),
    ("cap", "amount", True, "not_whole", "B4.amount"),
    ("cap", "amount", 1.0, "not_whole", "B4.amount"),
    ("cap", "amount", "1", "not_whole", "B4.amount"),
    ("cap", "amount", 2**53, "not_whole", "B4.amount"),
    ("cap", "currency", "zł", "currency_shape", "B4.currency"),
    ("cap", "currency", None, "currency_shape", "B4.currency"),
    ("envelope", "amount", None, "not_whole", "B3.amount"),
    ("envelope", "currency", "PLN\n", "currency_shape", "B3.currency"),
    ("period", "starts", "2023-05-01", "not_moment", "B1.starts"),
    ("period", "starts", "2023-05-01T00:00:00+02:00", "not_moment", "B1.starts"),
    ("period", "starts", "2023-02-30T00:00:00Z", "not_moment", "B1.starts"),
    ("period", "ends", 0, "not_moment", "B1.ends"),
    ("period", "ends", "2023-05-01T00:00:00Z", "period_backwards", "B1.ends"),
    ("purpose", "purposes", {}, "not_list", "B1.purposes"),
    ("purpose", "purposes", [], "list_empty", "B2.purposes"),
    ("purpose", "purposes", ["green"], "not_object", "B1.purposes.0"),
    ("purpose", "purposes", [{"code": "a"}], "field_missing", "B1.purposes.0"),
    ("purpose", "purposes", [{"code": "A", "text": {"en": "a"}}], "code_shape", "B2.purposes"),
    ("purpose", "purposes", [{"code": "a", "text": {}}], "said_missing", "B2.purposes.a"),
    ("purpose", "purposes", [{"code": "a", "text": "a"}], "said_missing", "B2.purposes.a"),
    ("purpose", "purposes", [{"code": "a", "text": {"EN": "a"}}], "said_missing", "B2.purposes.a"),
    (
        "purpose",
        "purposes",
        [{"code": "a", "text": {"en": " "}}],
        "text_missing",
        "B2.purposes.a.en",
    ),
    ("purpose", "purposes", [{"code": "a", "text": {"en": 1}}], "not_text", "B2.purposes.a.en"),
    ("reserved", "matters", [{"code": "a", "text": {"en": "a"}}] * 2, "repeated", "B5.matters"),
    ("reserved", "matters", None, "not_list", "B1.matters"),
    ("powers", "powers", [], "not_object", "B1.powers"),
    ("powers", "powers", {}, "list_empty", "B6.powers"),
    ("powers", "powers", {"pay": "clerk"}, "not_list", "B1.powers.pay"),
    ("powers", "powers", {"pay": []}, "list_empty", "B6.powers.pay"),
    ("powers", "powers", {"pay": [1]}, "not_list", "B1.powers.pay"),
    ("powers", "powers", {"pay": ["clerk", "clerk"]}, "repeated", "B6.powers.pay"),
    ("powers", "powers", {"fly": ["clerk"]}, "not_one_of", "B6.powers"),
    ("evidence", "evidence", {"pay": ["a b"]}, "code_shape", "B7.evidence.pay"),
    ("evidence", "evidence", {"fly": ["receipt"]}, "not_one_of", "B7.evidence"),
    ("duties", "pairs", [["pay"]], "not_list", "B1.pairs"),
    ("duties", "pairs", [["pay", "submit", "approve"]], "not_list", "B1.pairs"),
    ("duties", "pairs", [["pay", "fly"]], "not_one_of", "B8.pairs"),
    ("duties", "pairs", [["pay", "pay"]], "pair_same", "B8.pairs"),
    ("duties", "pairs", [["pay", "submit"], ["submit", "pay"]], "repeated", "B8.pairs"),
    ("duties", "pairs", [], "list_empty", "B8.pairs"),
    ("ask_above", "position", "", "code_shape", "B9.position"),
    ("ask_above", "position", "x" * 65, "code_shape", "B9.position"),
    ("ask_above", "days", 0, "not_whole", "B9.days"),
    ("ask_above", "days", 367, "not_whole", "B9.days"),
]


@pytest.mark.parametrize(("kind", "field", "value", "code", "where"), CLAUSES)
def test_a_clause_is_read_strictly(
    kind: str, field: str, value: object, code: str, where: str
) -> None:
    data = changed(dict(KINDS[kind].EXAMPLE), field, value)
    with pytest.raises(BadInstrument) as caught:
        clause_from_json(data, where="B1")
    assert (caught.value.code, caught.value.where) == (code, where)
    assert where in str(caught.value) and "{" not in str(caught.value)


def test_a_clause_of_another_kind_is_not_read() -> None:
    with pytest.raises(BadInstrument) as caught:
        KINDS["cap"].from_json(KINDS["cap"].EXAMPLE | {"kind": "envelope"}, where="B1")
    assert (caught.value.code, caught.value.where) == ("not_one_of", "B1.kind")


@pytest.mark.parametrize("data", [None, [], "cap", 1])
def test_what_is_no_object_is_no_clause(data: object) -> None:
    for read in (lambda: clause_from_json(data, where="B1"), lambda: instrument_from_json(data)):
        with pytest.raises(BadInstrument) as caught:
            read()
        assert caught.value.code == "not_object"


@pytest.mark.parametrize(("field", "value", "code", "where"), INSTRUMENTS)
def test_an_instrument_is_read_strictly(
    sample: Callable[[], dict[str, Any]], field: str, value: object, code: str, where: str
) -> None:
    with pytest.raises(BadInstrument) as caught:
        instrument_from_json(changed(sample(), field, value))
    assert (caught.value.code, caught.value.where) == (code, where)
    assert "{" not in str(caught.value)


def without_period(clauses: list[Any]) -> None:
    del clauses[0]
    for place, clause in enumerate(clauses, start=1):
        clause["id"] = f"B{place}"


def powers(clauses: list[Any]) -> dict[str, list[str]]:
    given: dict[str, list[str]] = clauses[3]["powers"]
    return given


def only_filing(clauses: list[Any]) -> None:
    clauses[3]["powers"] = {"advise": ["clerk"], "raise": ["clerk"]}
    del clauses[8]


BOUNDS: list[tuple[str, Callable[[list[Any]], object], str]] = [
    ("one is left out", lambda clauses: clauses.pop(4), "ids_order"),
    ("two are exchanged", lambda clauses: clauses.insert(0, clauses.pop(1)), "ids_order"),
    ("one is there twice", lambda clauses: clauses.append(clauses[0]), "ids_order"),
    ("no period", without_period, "clause_required"),
    ("two periods", lambda clauses: clauses.append(clauses[0] | {"id": "B10"}), "clause_repeated"),
    ("other currency", lambda clauses: clauses[2].update(currency="EUR"), "clause_currency"),
    ("other limit", lambda clauses: clauses[4].update(currency="EUR"), "clause_currency"),
    ("other question", lambda clauses: clauses[8].update(currency="EUR"), "clause_currency"),
    ("nobody may agree", lambda clauses: powers(clauses).pop("agree"), "asked_without_power"),
    ("another is asked", lambda clauses: clauses[8].update(position="x"), "asked_without_power"),
    ("only filing", only_filing, "promise_without_power"),
]


@pytest.mark.parametrize(
    ("change", "code"), [row[1:] for row in BOUNDS], ids=[r[0] for r in BOUNDS]
)
def test_clauses_that_do_not_fit_together_are_refused(
    sample: Callable[[], dict[str, Any]], change: Callable[[list[Any]], object], code: str
) -> None:
    data = sample()
    change(data["clauses"])
    with pytest.raises(BadInstrument) as caught:
        instrument_from_json(data)
    assert caught.value.code == code
    assert "{" not in str(caught.value)


OF_ACTS = {"about_remit", "moment_far"}
"""Errors that only a file with an act can have."""


def test_every_error_is_in_a_case() -> None:
    codes = {row[-2] for row in (*CLAUSES, *INSTRUMENTS, *TEXTS)}
    codes |= {row[-1] for row in (*BOUNDS, *AMOUNTS)}
    assert codes | {"not_object", "yaml_braces", *OF_ACTS} == set(MESSAGES)


def test_long_text_is_cut_short_in_an_error() -> None:
    with pytest.raises(BadInstrument) as caught:
        clause_from_json(KINDS["cap"].EXAMPLE | {"currency": "x" * 5000}, where="B1")
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    "build",
    [
        lambda: Powers(id="B1", powers={"pay": "clerk"}),
        lambda: Powers(id="B1", powers=["pay"]),
        lambda: Purpose(id="B1", purposes=[("a", {"en": "a"})]),
        lambda: Duties(id="B1", pairs=()),
    ],
)
def test_a_clause_built_in_code_is_held_to_the_same(build: Callable[[], Any]) -> None:
    with pytest.raises(BadInstrument):
        build()


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(KINDS)), st.data())
def test_reading_junk_raises_nothing_else(kind: str, data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(sorted(KINDS[kind].EXAMPLE)))
    clause = dict(KINDS[kind].EXAMPLE) | {field: data.draw(JUNK)}
    try:
        read = clause_from_json(clause, where="B1")
    except BadInstrument as error:
        assert str(error)
    else:
        assert read.to_json() == clause


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_an_instrument_with_junk_raises_nothing_else(
    sample: Callable[[], dict[str, Any]], data: st.DataObject
) -> None:
    instrument = sample()
    instrument[data.draw(st.sampled_from(sorted(instrument)))] = data.draw(JUNK)
    try:
        instrument_from_json(instrument)
    except BadInstrument as error:
        assert str(error)
