"""What the record of an act holds: everything that judges it again, and nobody's name."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable
from datetime import timedelta, timezone
from hashlib import sha256

import pytest

from remit.core.log import leaf_hash
from remit.record.models import Attribution, Record
from remit.record.perform import Refused
from tests.town import BALLOT, CAP, NOON, REMIT, Town, adopt, person


@pytest.fixture
def voted(town_at: Callable[[str], Town]) -> Town:
    return town_at("voted")


def test_the_leaf_says_who_what_when_and_why(voted: Town) -> None:
    warsaw = NOON.astimezone(timezone(timedelta(hours=1)))
    record = voted.do(adopt("1", 400_000), at=warsaw)
    leaf = json.loads(record.body)
    assert leaf["kind"] == "decide.adopt"
    assert leaf["at"] == "2026-03-02T12:00:00Z"
    assert leaf["by"]["position"] == "clerk"
    assert leaf["under"] == {"remit": REMIT, "version": 1}
    assert leaf["key"] == str(record.key)
    assert leaf["outcome"] == "done"
    assert leaf["act"] == {
        "ballot": BALLOT,
        "project": "1",
        "amount": 400_000,
        "purpose": "park",
        "matter": "none",
    }
    assert {found["verdict"] for found in leaf["findings"]} == {"met"}
    assert leaf["postings"] == [
        {
            "debit": f"{REMIT}/reserved/park.1",
            "credit": f"{REMIT}/envelope",
            "amount": 400_000,
            "unit": "PLN",
        }
    ]
    assert record.digest == leaf_hash(record.body.encode()).hex()


def test_a_refusal_posts_nothing_and_says_what_was_wanted(voted: Town) -> None:
    with pytest.raises(Refused) as caught:
        voted.do(adopt("2", CAP + 1))
    leaf = json.loads(caught.value.record.body)
    assert (leaf["outcome"], leaf["postings"]) == ("refused", [])
    assert leaf["act"]["amount"] == CAP + 1
    assert [f["code"] for f in leaf["findings"] if f["verdict"] == "breached"] == ["cap_exceeded"]


def test_the_person_is_a_salted_commitment_that_the_agency_can_open(voted: Town) -> None:
    first, second = voted.do(adopt("1", 1)), voted.do(adopt("2", 1))
    said = []
    for record in (first, second):
        row = Attribution.objects.get(record=record)
        assert str(row.person.token) == person("clerk")
        opened = hmac.new(bytes(row.salt), person("clerk").encode(), sha256).hexdigest()
        said.append(json.loads(record.body)["by"]["person"])
        assert said[-1] == opened
    assert said[0] != said[1], "the same person must not be recognised from act to act"


def test_every_record_has_its_own_salt(voted: Town) -> None:
    salts = {bytes(salt) for salt in Attribution.objects.values_list("salt", flat=True)}
    assert len(salts) == Record.objects.count()
    assert {len(salt) for salt in salts} == {32}
