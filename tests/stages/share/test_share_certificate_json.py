"""The certificate as data: checked with nothing but SHA-256, as a stranger would."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from remit.core.bounds import instrument_from_json
from remit.record import publish, sealer
from remit.record.models import Record
from remit.record.perform import Asked
from remit.stages.charter.acts import Agree
from tests.town import ASK_ABOVE, OFFICES, Town, commit, person, residents, said


def fetch(client: Client, key: UUID, language: str = "en") -> dict[str, Any]:
    answer = client.get(f"/record/{key}/certificate.json?lang={language}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    found: dict[str, Any] = json.loads(answer.content)
    return found


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def root_from(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """The root that a path leads to, by RFC 9162, 2.1.3.2; written here once more, on its own."""
    at, last, found = index, size - 1, leaf
    for node in path:
        assert last > 0, "the path is too long"
        if at % 2 == 1 or at == last:
            found = sha256(b"\x01" + node + found)
            while at % 2 == 0 and at != 0:
                at, last = at // 2, last // 2
        else:
            found = sha256(b"\x01" + found + node)
        at, last = at // 2, last // 2
    assert last == 0, "the path is too short"
    return found


@pytest.fixture
def sealed(town_at: Callable[[str], Town]) -> Town:
    town = town_at("paid")
    sealer.seal()
    return town


def test_each_proof_holds_by_sha256_alone(sealed: Town, client: Client) -> None:
    for row in Record.objects.order_by("pk"):
        found = fetch(client, row.key)
        leaf = sha256(b"\x00" + found["leaf"].encode())
        assert leaf.hex() == found["leaf_hash"]
        proof = found["proof"]
        path = [bytes.fromhex(node) for node in proof["path"]]
        root = root_from(leaf, proof["leaf_index"], proof["tree_size"], path)
        assert root.hex() == proof["root"]
        _origin, size, signed, *_ = proof["checkpoint"].split("\n")
        assert (int(size), base64.b64decode(signed)) == (proof["tree_size"], root)
        assert proof["checkpoint"] == publish.fetch(publish.CHECKPOINT).decode()
        assert proof["holds"] is True


def test_a_leaf_that_was_touched_does_not_hold(sealed: Town, client: Client) -> None:
    found = fetch(client, Record.objects.get(kind="fund.pay").key)
    proof = found["proof"]
    touched = found["leaf"].replace('"outcome":"done"', '"outcome":"gone"')
    assert touched != found["leaf"]
    path = [bytes.fromhex(node) for node in proof["path"]]
    leaf = sha256(b"\x00" + touched.encode())
    wrong = root_from(leaf, proof["leaf_index"], proof["tree_size"], path)
    assert wrong.hex() != proof["root"]


def test_the_leaf_says_what_the_certificate_says(sealed: Town, client: Client) -> None:
    found = fetch(client, Record.objects.get(kind="decide.adopt", subject="ballot/park/1").key)
    leaf = json.loads(found["leaf"])
    record = found["record"]
    assert (leaf["kind"], leaf["key"]) == (record["kind"], record["key"])
    assert (leaf["at"], leaf["outcome"]) == (record["at"], record["outcome"])
    names = ("clause", "kind", "verdict", "code")
    assert leaf["findings"] == [{n: f[n] for n in names} for f in found["findings"]]
    assert leaf["postings"] == found["postings"]
    assert leaf["under"] == {"remit": found["remit"]["code"], "version": found["remit"]["version"]}
    assert instrument_from_json(found["remit"]["instrument"]) == residents()


def test_everything_has_its_place(sealed: Town, client: Client) -> None:
    found = fetch(client, Record.objects.get(kind="fund.commit").key)
    assert list(found) == [
        "v",
        "record",
        "leaf",
        "leaf_hash",
        "remit",
        "findings",
        "again",
        "backing",
        "file",
        "agreement",
        "postings",
        "proof",
    ]
    assert found["v"] == 1
    assert found["again"] == {"result": "same", "differences": []}
    backing = found["backing"]
    assert (backing["position"], backing["until"]) == ("backer", "2027-01-01T00:00:00Z")
    assert found["file"] == {
        "item": "park.4",
        "opinions": [],
        "directions": [],
        "clearances": [],
    }
    assert found["agreement"] is None


def test_addresses_lead_somewhere(sealed: Town, client: Client) -> None:
    found = fetch(client, Record.objects.get(kind="fund.commit").key)
    addresses = (found["record"]["address"], found["remit"]["address"], found["backing"]["record"])
    for address in addresses:
        assert address.startswith("http://testserver/en/")
        assert client.get(address.removeprefix("http://testserver")).status_code == 200


def test_the_founding_act_has_no_remit_above(sealed: Town, client: Client) -> None:
    found = fetch(client, Record.objects.get(kind="agency.establish").key)
    assert found["remit"] is None and found["backing"] is None
    assert found["again"]["result"] == "founding"


def test_who_agreed_is_told(town_at: Callable[[str], Town], client: Client) -> None:
    town = town_at("adopted")
    with pytest.raises(Asked) as question:
        town.do(commit("1", ASK_ABOVE + 1))
    asked = question.value.record
    agreed = town.do(Agree(request=str(asked.key), reasons=said("Yes.")), by="backer")
    done = town.do(commit("1", ASK_ABOVE + 1))
    agreement = fetch(client, done.key)["agreement"]
    assert agreement["asked"].endswith(f"/en/record/{asked.key}")
    assert agreement["done"].endswith(f"/en/record/{done.key}")
    (answer,) = agreement["answers"]
    assert (answer["whom"], answer["clauses"], answer["state"]) == ("backer", ["B9"], "used")
    assert answer["record"].endswith(f"/en/record/{agreed.key}")


def test_before_it_is_sealed_the_proof_is_null(town: Town, client: Client) -> None:
    assert fetch(client, Record.objects.get(kind="charter.back").key)["proof"] is None


def test_words_come_in_the_language_asked_for(sealed: Town, client: Client) -> None:
    key = Record.objects.get(kind="fund.commit").key
    assert fetch(client, key)["findings"][0]["text"] == "The remit is in force."
    assert fetch(client, key, "pl")["findings"][0]["text"] == "Upoważnienie obowiązuje."
    assert fetch(client, key, "xx")["findings"][0]["text"] == "The remit is in force."


def test_nobody_is_named(sealed: Town, client: Client) -> None:
    for row in Record.objects.all():
        text = json.dumps(fetch(client, row.key))
        assert not [office for office in OFFICES if person(office) in text]


def test_of_no_record_there_is_no_data(town: Town, client: Client) -> None:
    assert client.get(f"/record/{UUID(int=0)}/certificate.json").status_code == 404
