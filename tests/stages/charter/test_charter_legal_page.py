"""The legal form beside the plain words, and the instrument as a file."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from django.test import Client

from remit.core.bounds import (
    Envelope,
    Reserved,
    instrument_from_json,
    instrument_from_yaml,
    instrument_json,
)
from remit.stages.charter.acts import Vary
from remit.web.reading import DjangoReader
from tests.stages.conftest import Look
from tests.town import MATTERS, ROOT, Town, bounds, residents, said

LEGAL = "/en/remits/T-1/legal"
YAML, JSON = "/remits/T-1/instrument.yaml", "/remits/T-1/instrument.json"


@pytest.fixture
def varied(town: Town) -> Town:
    """With a second version, of half the money."""
    clauses = tuple(replace(c, amount=500_000) if isinstance(c, Envelope) else c for c in bounds())
    act = Vary(instrument=residents(version=2, clauses=clauses), reasons=said("Less is enough."))
    town.do(act, by="accountable-officer", under=ROOT)
    return town


def test_each_clause_stands_in_words_above_what_is_kept(town: Town, look: Look) -> None:
    page = look(LEGAL)
    kept = [json.loads(code.text) for code in page.all("code") if code.text.startswith("{")]
    for clause in residents().clauses:
        heading = page.id(f"legal-{clause.id}").words
        assert heading.startswith(f"{clause.id}. ")
        shown = " ".join(clause.in_words().render(DjangoReader("en")).split("\n"))
        assert shown in page.text
        assert clause.to_json() in kept


def test_the_instruments_page_leads_there(town: Town, look: Look) -> None:
    assert look("/en/remits/T-1").all("a", href=LEGAL)
    page = look(LEGAL)
    assert page.all("a", href=YAML) and page.all("a", href=JSON)


def test_both_files_are_the_instrument_itself(town: Town, client: Client) -> None:
    as_json, as_yaml = client.get(JSON), client.get(YAML)
    assert instrument_from_json(json.loads(as_json.content)) == residents()
    assert instrument_from_yaml(as_yaml.content.decode()) == residents()
    assert as_json["Content-Type"] == "application/json; charset=utf-8"
    assert as_yaml["Content-Type"] == "application/yaml; charset=utf-8"
    assert as_yaml["Content-Disposition"] == 'attachment; filename="T-1-v1.yaml"'


def test_an_old_version_is_asked_for_by_its_number(varied: Town, client: Client) -> None:
    newest = json.loads(client.get(JSON).content)
    first = json.loads(client.get(f"{JSON}?version=1").content)
    assert (newest["version"], first["version"]) == (2, 1)
    assert first == instrument_json(residents())


@pytest.mark.parametrize(
    "address", [f"{JSON}?version=9", f"{YAML}?version=x", "/remits/T-9/instrument.json"]
)
def test_what_is_not_there_is_not_found(town: Town, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_hostile_text_is_only_text(town: Town, look: Look) -> None:
    evil = """</code><script>alert(1)</script>"'&"""
    more = (*MATTERS, ("evil", said(evil)))
    clauses = tuple(replace(c, matters=more) if isinstance(c, Reserved) else c for c in bounds())
    new = residents(version=2, clauses=clauses)
    town.do(Vary(instrument=new, reasons=said("Why.")), by="accountable-officer", under=ROOT)
    page = look(LEGAL)
    assert evil in page.text
    assert [s.get("src") for s in page.all("script")] == ["/static/web/kit.js"]
