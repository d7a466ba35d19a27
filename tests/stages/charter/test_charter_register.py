"""The register: a page, a CSV that no spreadsheet runs, and JSON as the reference says."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client

from remit.stages.charter.acts import Revoke
from tests.stages.conftest import Look
from tests.town import REMIT, ROOT, Town, holder, residents, said

CSV, JSON = "/register.csv", "/register.json"
REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "api.md"


def lines(client: Client, address: str = CSV) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/csv; charset=utf-8")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def test_the_page_says_what_is_published_of_a_delegation(town: Town, look: Look) -> None:
    row = look("/en/register").one("tbody").words
    for wanted in (
        "A park",
        "T-1",
        "In force",
        "From: accountable-officer",
        "To: the residents",
        "ballot provided for by law",
        "The Towns Act, 4",
        "adopt a project",
        "PLN\u00a010,000.00",
        "From 1\u00a0January\u00a02026 until 1\u00a0January\u00a02027",
        "Backer: backer",
        "Backed until 1\u00a0January\u00a02027",
        "Appeals: council",
        "Promise: the public is told what is decided, and why",
    ):
        assert wanted in row, wanted


def test_it_can_be_reached_from_every_page(town: Town, look: Look) -> None:
    assert look("/en/").all("a", href="/en/register")
    page = look("/en/register")
    assert page.all("a", href=f"{CSV}?lang=en") and page.all("a", href=JSON)


def test_what_has_ended_stays(town: Town, look: Look, client: Client) -> None:
    act = Revoke(remit=REMIT, reasons=said("Why."), told=said("All."))
    town.do(act, by="accountable-officer", under=ROOT)
    assert "Ended" in look("/en/register").one("tbody").text
    (line,) = lines(client)
    assert (line["state"], line["ended_at"]) == ("Ended", "2026-03-02")
    (entry,) = json.loads(client.get(JSON).content)["remits"]
    assert (entry["state"], entry["ended_how"]) == ("ended", "revoked")


def test_the_csv_says_the_same_in_the_language_that_is_asked_for(
    town_at: Callable[[str], Town], client: Client
) -> None:
    town = town_at("founded")
    title = {"en": "A park", "pl": "Park, z „ławkami”\ni drzewami"}
    town.grant(residents(title=title))
    (english,), (polish,) = lines(client), lines(client, f"{CSV}?lang=pl")
    assert english["title"] == "A park" and english["state"] == "Waiting for its backer"
    assert polish["title"] == title["pl"]
    assert english["envelope"] == "10000.00" and english["currency"] == "PLN"
    assert (english["starts"], english["ends"]) == ("2026-01-01", "2027-01-01")
    assert english["link"] == "http://testserver/en/remits/T-1"
    assert "adopt a project; " in english["powers"]
    assert lines(client, f"{CSV}?lang=nonsense") == [english]


def test_the_csv_is_as_rfc_4180_says(town: Town, client: Client) -> None:
    raw = client.get(CSV).content
    assert raw.startswith(b"\xef\xbb\xbfcode,title,")
    assert raw.endswith(b"\r\n") and not re.search(rb"(?<!\r)\n", raw)


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(town_at: Callable[[str], Town], client: Client, first: str) -> None:
    town = town_at("founded")
    evil = f'{first}HYPERLINK("http://evil.example";"x")'
    law = replace(
        residents().authority,
        text=said(evil),
        section=f"{first}1".replace("\r", "+").replace("\t", "+"),
    )
    town.grant(residents(title=said(evil), holder=holder("team", evil), authority=law))
    (line,) = lines(client)
    for name in ("title", "holder", "authority"):
        assert line[name] == f"'{evil}"
    assert line["section"].startswith("'")
    assert not [cell for cell in line.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_the_json_has_codes_and_every_language(town: Town, client: Client) -> None:
    answer = client.get(JSON)
    assert answer["Content-Type"] == "application/json; charset=utf-8"
    data = json.loads(answer.content)
    assert data["format"] == "remit-register/1"
    (entry,) = data["remits"]
    assert entry["code"] == "T-1" and entry["state"] == "in_force"
    assert entry["envelope"] == {"amount": 1_000_000, "currency": "PLN"}
    assert entry["starts"] == "2026-01-01T00:00:00Z"
    (adopt,) = [power for power in entry["powers"] if power["code"] == "adopt"]
    assert adopt["name"]["en"] == "adopt a project" and adopt["name"]["pl"] != "adopt a project"
    assert entry["instrument"] == "http://testserver/remits/T-1/instrument.json"
    assert client.get("/remits/T-1/instrument.json").status_code == 200


def test_the_json_does_not_depend_on_who_asks(town: Town, client: Client) -> None:
    asked = client.get(JSON, headers={"accept-language": "pl"})
    assert asked.content == client.get(JSON).content


def test_the_reference_names_every_field(town: Town, client: Client) -> None:
    (entry,) = json.loads(client.get(JSON).content)["remits"]
    text = REFERENCE.read_text(encoding="utf-8")
    assert [name for name in entry if f"`{name}`" not in text] == []
    assert [name for name in lines(client)[0] if f"`{name}`" not in text] == []


def test_an_agency_without_remits_has_an_empty_register(
    town_at: Callable[[str], Town], look: Look, client: Client
) -> None:
    town_at("founded")
    assert "No remit yet" in look("/en/register").text
    assert lines(client) == []
    assert json.loads(client.get(JSON).content)["remits"] == []


def test_hostile_text_is_only_text(town_at: Callable[[str], Town], look: Look) -> None:
    evil = """<script>alert(1)</script>"'&"""
    town = town_at("founded")
    town.grant(residents(title=said(evil), holder=holder("team", evil)))
    page = look("/en/register")
    assert page.text.count(evil) == 2
    assert [s.get("src") for s in page.all("script")] == ["/static/web/kit.js"]
