"""The instrument: kept exactly, sound or not, and read by people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from remit.core.bounds import (
    BINDING_ABOUT,
    BINDINGS,
    PROMISES,
    VEHICLE_ABOUT,
    VEHICLES,
    Instrument,
    Period,
    Promise,
    Undertaking,
    instrument_from_json,
    instrument_json,
    instrument_words,
    text,
)
from remit.core.log import decode_leaf, encode_leaf
from remit.core.words import PLAIN, PlainReader


def test_it_comes_back_from_json_as_it_was(
    remit: Instrument, sample: Callable[[], dict[str, Any]]
) -> None:
    data = instrument_json(remit)
    assert data == sample()
    assert instrument_from_json(data) == remit
    canonical = encode_leaf(data)
    assert instrument_from_json(decode_leaf(canonical)) == remit
    assert encode_leaf(instrument_json(instrument_from_json(decode_leaf(canonical)))) == canonical


def test_the_agencys_own_remit_has_no_parent(sample: Callable[[], dict[str, Any]]) -> None:
    root = instrument_from_json(sample() | {"code": "ROOT", "parent": None})
    assert root.parent is None
    assert instrument_json(root)["parent"] is None
    assert instrument_from_json(instrument_json(root)) == root


def test_a_moment_is_kept_in_utc(remit: Instrument) -> None:
    warsaw = timezone(timedelta(hours=2))
    period = Period(
        id="B1",
        starts=datetime(2023, 5, 1, 2, tzinfo=warsaw),
        ends=datetime(2024, 1, 1, 0, 0, 0, 1, tzinfo=UTC),
    )
    assert period.to_json()["starts"] == "2023-05-01T00:00:00Z"
    assert period.to_json()["ends"] == "2024-01-01T00:00:00.000001Z"
    assert Period.from_json(period.to_json(), where="B1") == period


def test_what_was_read_does_not_change_afterwards(sample: Callable[[], dict[str, Any]]) -> None:
    data = sample()
    read = instrument_from_json(data)
    data["title"]["en"] = "Another"
    data["clauses"][1]["purposes"][0]["text"]["en"] = "another"
    data["clauses"][3]["powers"]["pay"].append("anybody")
    assert instrument_json(read) == sample()
    with pytest.raises(FrozenInstanceError):
        read.code = "X"  # type: ignore[misc]


def test_a_sound_instrument_has_no_problems(remit: Instrument) -> None:
    assert remit.problems() == ()


def test_all_problems_are_told_at_once(remit: Instrument) -> None:
    bad = replace(
        remit,
        clauses=remit.clauses[1:3],
        vehicle="advice",
        currency="EUR",
    )
    found = [problem.render(PLAIN) for problem in bad.problems()]
    assert [line.split(":")[0] for line in found] == [
        "B2",
        "B3",
        "clauses",
        "clauses",
        "B3.currency",
        "binding",
    ]
    assert not any("{" in line for line in found)


UNDERTAKING = Undertaking(days=28, office="clerk", grounds={"en": "Only if it is unlawful."})
PAIRS = [(vehicle, binding) for vehicle in VEHICLES for binding in BINDINGS]


@pytest.mark.parametrize(("vehicle", "binding"), PAIRS)
def test_no_promise_is_larger_than_the_power(remit: Instrument, vehicle: str, binding: str) -> None:
    fits = binding in PROMISES[vehicle]
    given = replace(
        remit,
        vehicle=vehicle,
        binding=binding,
        undertaking=UNDERTAKING if binding == "undertaking" else None,
        promise=Promise(level="consulted", text={"en": "We listen."}),
    )
    assert bool(given.problems()) != fits
    if vehicle == "advice":
        assert fits == (binding in ("advice", "undertaking"))


def test_every_legal_form_is_explained() -> None:
    assert set(VEHICLES) == set(VEHICLE_ABOUT) == set(PROMISES)
    assert set(BINDINGS) == set(BINDING_ABOUT)
    assert {binding for allowed in PROMISES.values() for binding in allowed} == set(BINDINGS)


def test_it_reads_as_an_instrument(remit: Instrument) -> None:
    read = text(replace(remit, review=datetime(2023, 9, 1, tzinfo=UTC)), PLAIN)
    assert "{" not in read and ".." not in read
    assert read.startswith(
        "Participatory budget 2023. W-2023, version 1.\n\nThis is a demonstration"
    )
    assert "B3. Envelope. There is 900,000.00 PLN in all, and not more.\n" in read
    assert "B6. Reserved matters. The grantor keeps these matters: the cemetery.\n" in read
    assert "Granted by: accountable officer." in read
    for said in ("scope", "backing_terms", "ending"):
        assert getattr(remit, said)["en"] in read
    for part in ("authority", "appeal", "promise"):
        assert getattr(remit, part).text["en"] in read
    for line in (
        "Granted to: the residents of the town (residents).\n",
        "How they decide: a vote decides, by the rule that was published for it.\n",
        "Statute: The Municipal Government Act, section 5a.\n",
        "The money comes from this appropriation: 900/90095.\n",
        "The level of say: the holder decides.\n",
        "accepts: money: cautious, the service: open, trees: eager.\n",
        "Reviewed on 2023-09-01.\n",
        "This position hears it: audit-committee.\n",
        "years after it has ended: 10 (class b10).\n",
    ):
        assert line in read
    real = text(replace(remit, demonstration=False, parent=None), PLAIN)
    assert "demonstration" not in real and "Granted under" not in real


def test_what_is_left_open_is_not_said(remit: Instrument) -> None:
    parts = {
        "authority": replace(remit.authority, section="", appropriation=""),
        "holder": replace(remit.holder, quorum=12, accepts="mayor"),
    }
    bare = replace(remit, appetite={}, undertaking=UNDERTAKING, **parts)
    read = text(bare, PLAIN)
    for said in ("Statute: The Municipal Government Act.\n", "take part: 12.\n", "first: mayor.\n"):
        assert said in read
    assert "or publishes why not: clerk. Days for it: 28. It may depart on these grounds" in read
    assert not any(said in read for said in ("appropriation:", "risk", "Reviewed"))
    assert ".." not in read


def test_it_is_read_in_the_readers_language(remit: Instrument) -> None:
    class Polish(PlainReader):
        language = "pl"

    read = text(remit, Polish())
    assert "Budżet obywatelski 2023" in read
    assert "tereny zielone, sport" in read


def test_clauses_are_listed_for_a_page(remit: Instrument) -> None:
    listed = instrument_words(remit)
    assert [name for name, _, _ in listed] == [clause.id for clause in remit.clauses]
    assert [heading.render(PLAIN) for _, heading, _ in listed[:3]] == [
        "Period",
        "Purpose",
        "Envelope",
    ]
