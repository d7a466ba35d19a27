"""An instrument as YAML: nothing is lost, and amounts are those that people write."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.bounds import (
    APPETITES,
    KINDS,
    BadInstrument,
    Clause,
    Instrument,
    Powers,
    clause_from_json,
    instrument_from_json,
    instrument_from_text,
    instrument_from_yaml,
    instrument_json,
    instrument_yaml,
)
from remit.core.bounds.amounts import major, minor
from remit.project.demo import instruments
from tests.core.bounds.clauses.samples import maker
from tests.core.bounds.wrong import AMOUNTS


def comes_back(instrument: Instrument) -> None:
    written = instrument_yaml(instrument)
    assert instrument_from_yaml(written) == instrument
    assert instrument_yaml(instrument_from_yaml(written)) == written
    assert instrument_from_text(written) == instrument
    assert instrument_from_text(json.dumps(instrument_json(instrument), indent=2)) == instrument


@pytest.mark.parametrize("build", [instruments.root, instruments.residents])
def test_the_demonstrations_instruments_come_back(build: Callable[[], Instrument]) -> None:
    comes_back(build())


def test_its_fields_stand_in_their_order(remit: Instrument) -> None:
    written = instrument_yaml(remit)
    tops = [line.split(":")[0] for line in written.splitlines() if line[0] not in " -"]
    assert tops == list(Instrument.PARAMS)
    assert "  pl: Budżet obywatelski 2023\n" in written
    assert "    amount: 900000.00\n    currency: PLN\n" in written
    assert "      pay: [treasurer, harbour-master]\n" in written
    assert "    starts: 2023-05-01T00:00:00Z\n" in written


def with_clauses(remit: Instrument, *clauses: Clause, currency: str = "PLN") -> Instrument:
    """The sample with these clauses besides, all in one currency; whoever is asked may agree."""
    asked = tuple(sorted({"backer", *map(depended_on, clauses)} - {""}))
    able = [
        replace(clause, powers={**clause.powers, **dict.fromkeys(NEEDED, asked)})
        if isinstance(clause, Powers)
        else clause
        for clause in (*remit.clauses, *(c for c in clauses if c.kind not in ONCE))
    ]
    return replace(
        remit,
        currency=currency,
        clauses=tuple(
            replace(clause, id=f"B{n}", **in_currency(clause, currency))
            for n, clause in enumerate(able, start=1)
        ),
    )


NEEDED = ("agree", "advise", "lift")


def depended_on(clause: Clause) -> str:
    """The position that must be able to act for the clause ever to be met."""
    return str(getattr(clause, "position", getattr(clause, "lifted_by", "")))


ONCE = ("period", "envelope", "powers")


def in_currency(clause: Clause, currency: str) -> dict[str, str]:
    return {"currency": currency} if hasattr(clause, "currency") else {}


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_of_each_kind_comes_back(remit: Instrument, kind: str) -> None:
    comes_back(with_clauses(remit, clause_from_json(KINDS[kind].EXAMPLE, where=kind)))


SAID = st.dictionaries(
    st.sampled_from(["en", "pl", "de", "no"]),
    st.text(min_size=1, max_size=150).filter(str.strip),
    min_size=1,
)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_instrument_comes_back(remit: Instrument, data: st.DataObject) -> None:
    kinds = data.draw(st.lists(st.sampled_from(sorted(KINDS)), max_size=4))
    clauses = [data.draw(maker(kind)) for kind in kinds]
    currency = data.draw(st.sampled_from(["PLN", "JPY", "KWD"]))
    instrument = with_clauses(remit, *clauses, currency=currency)
    comes_back(
        replace(
            instrument,
            title=data.draw(SAID),
            promise=replace(remit.promise, text=data.draw(SAID)),
            authority=replace(
                remit.authority,
                section=data.draw(st.text(max_size=30) | st.sampled_from(["16", "no", "null"])),
            ),
            appetite=data.draw(
                st.dictionaries(
                    st.sampled_from(["money", "12", "true", "no", "null", "1e3"]),
                    st.sampled_from(list(APPETITES)),
                )
            ),
        )
    )


CURRENCIES = [("PLN", 2), ("JPY", 0), ("KWD", 3), ("XTS", 2)]


@pytest.mark.parametrize(("currency", "places"), CURRENCIES)
@given(amount=st.integers(0, 2**53 - 1))
def test_an_amount_comes_back_in_any_currency(currency: str, places: int, amount: int) -> None:
    written = major(amount, currency=currency)
    assert minor(written, currency=currency, where="amount") == amount
    assert len(written.partition(".")[2]) == places


READ = [
    (100, "PLN", 10_000),
    ("100", "PLN", 10_000),
    ("100.5", "PLN", 10_050),
    ("0.01", "PLN", 1),
    ("007.10", "PLN", 710),
    (0, "PLN", 0),
    (100, "JPY", 100),
    ("1.001", "KWD", 1001),
]


@pytest.mark.parametrize(("written", "currency", "amount"), READ)
def test_an_amount_is_read_exactly(written: object, currency: str, amount: int) -> None:
    assert minor(written, currency=currency, where="amount") == amount


@pytest.mark.parametrize(("written", "currency", "code"), AMOUNTS)
def test_what_is_no_amount_is_refused(written: object, currency: object, code: str) -> None:
    with pytest.raises(BadInstrument) as caught:
        minor(written, currency=currency, where="B3.amount")
    assert (caught.value.code, caught.value.where) == (code, "B3.amount")
    assert "{" not in str(caught.value)


BAD = [
    ("amount: 900000.00", "amount: 900000.001", "amount_decimals", "B3.amount"),
    ("amount: 900000.00", "amount: 900 000", "not_amount", "B3.amount"),
    ("amount: 900000.00", "amount: 90071992547410", "not_whole", "B3.amount"),
    ("amount: 900000.00", "amount:", "not_amount", "B3.amount"),
    ("900000.00\n    currency: PLN", "900000.00\n    currency: 1", "currency_shape", "B3.amount"),
    ("version: 1", "version: one", "not_whole", "version"),
    ("version: 1", "version: 1\nversion: 2", "repeated", "line 3, column 1"),
    ("version: 1", "versions: 1", "field_missing", "instrument"),
    ("section: section 5a", "section: 16", "not_text", "authority.section"),
    ("demonstration: true", "demonstration: yes", "not_flag", "demonstration"),
    ("starts: 2023-05-01T00:00:00Z", "starts: 2023-05-01", "not_moment", "B1.starts"),
    ("clauses:\n", "clauses: []\nmore:\n", "field_unknown", "instrument"),
    ("clauses:\n", "clauses: 1\nmore:\n", "field_unknown", "instrument"),
]


@pytest.mark.parametrize(("found", "instead", "code", "where"), BAD)
def test_a_mistake_is_named_with_its_place(
    remit: Instrument, found: str, instead: str, code: str, where: str
) -> None:
    written = instrument_yaml(remit)
    assert written.count(found) == 1
    with pytest.raises(BadInstrument) as caught:
        instrument_from_yaml(written.replace(found, instead))
    assert (caught.value.code, caught.value.where) == (code, where)


def test_amounts_of_json_are_not_taken_for_those_of_yaml(
    remit: Instrument, sample: Callable[[], dict[str, Any]]
) -> None:
    text = json.dumps(sample())
    with pytest.raises(BadInstrument) as caught:
        instrument_from_yaml(text)
    assert caught.value.code == "yaml_braces"
    assert instrument_from_text(text) == remit == instrument_from_json(sample())
