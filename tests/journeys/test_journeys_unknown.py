"""An address that names nothing here: a page that says so and leads on, on either database."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.journeys.every_page import Places, filled, take_part, traces
from tests.town import Town
from tests.web.html_page import Page, faults, read

RECORD = "/en/record/00000000-0000-4000-8000-000000000000"
ELSEWHERE = {
    "/en/remits/T-9": "/en/remits",
    "/en/remits/T-9/decisions": "/en/remits",
    "/en/remits/T-9/money": "/en/remits",
    "/en/remits/T-9/legal": "/en/remits",
    "/en/remits/T-9/easy-read": "/en/remits",
    "/en/remits/T-9/history": "/en/remits",
    "/en/remits/T-9/versions/1": "/en/remits",
    "/en/remits/T-1/versions/9": "/en/remits/T-1/history",
    "/en/remits/T-9/file": "/en/remits",
    "/en/remits/T-9/file/meeting": "/en/remits",
    "/en/remits/T-1/file/nothing": "/en/remits/T-1/file",
    "/en/remits/T-9/revoke": "/en/remits",
    "/en/remits/ROOT/revoke": "/en/remits/ROOT",
    "/en/remits/T-9/may-i": "/en/remits",
    "/en/remits/T-9/grant": "/en/remits",
    "/en/remits/T-9/vary": "/en/remits",
    "/en/remits/ROOT/vary": "/en/remits/ROOT",
    "/en/remits/T-9/drafts": "/en/remits",
    "/en/remits/T-9/drafts/T-2": "/en/remits",
    "/en/remits/T-1/drafts/T-9": "/en/remits/T-1/drafts",
    "/en/remits/T-9/try": "/en/remits",
    "/en/remits/T-1/drafts/T-9/try": "/en/remits/T-1/drafts",
    "/en/remits/T-9/decide": "/en/remits",
    "/en/remits/T-9/respond": "/en/remits",
    "/en/ballots/pool": "/en/ballots",
    "/en/ballots/pool/projects/1": "/en/ballots",
    "/en/ballots/park/projects/9": "/en/ballots",
    "/en/ballots/pool/projects/1/adopt": "/en/ballots",
    "/en/ballots/park/projects/9/adopt": "/en/ballots",
    RECORD: "/en/record",
    f"{RECORD}/certificate": "/en/record",
    f"{RECORD.removeprefix('/en')}/certificate.json": "/en/record",
    f"{RECORD.removeprefix('/en')}/certificate.pdf": "/en/record",
    RECORD.replace("record", "requests"): "/en/requests",
}
"""What is not there, and the list in which to look for it."""
NAMED = ("/en/remits/{}", "/en/remits/{}/money", "/en/remits/{}/decisions", "/en/ballots/{}")
PLACED = ("/en/ballots/{}/projects/1", "/en/ballots/park/projects/{}")
STRANGE = ("%00", "a%00b", "%F0%9F%8C%B3", "%FF", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "a" * 3000)
SHAPELESS = ("/en/record/x", "/en/record/1234", "/en/remits/", "/en/nowhere", "/en/remits/T-1/x")


def missing(answer: HttpResponse) -> Page:
    assert answer.status_code == 404
    page = read(answer.content)
    assert faults(page) == []
    assert [item for item in page.all("li") if "main" in item.above]
    return page


def test_it_leads_to_where_one_can_look(town: Town, client: Client) -> None:
    town.vote()
    for address, wanted in ELSEWHERE.items():
        page = missing(client.get(address))
        assert wanted in {a.get("href") for a in page.all("a") if "main" in a.above}, address


@pytest.mark.parametrize("address", [a for a in ELSEWHERE if a.endswith("/adopt")])
def test_nothing_can_be_sent_there(town: Town, demo: None, client: Client, address: str) -> None:
    town.vote()
    take_part(client, "clerk")
    before = traces()
    missing(client.post(address, filled("0" * 32)))
    assert traces() == before


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_name_is_only_unknown(town: Town, client: Client, name: str) -> None:
    town.vote()
    for pattern in (*NAMED, *PLACED):
        page = missing(client.get(pattern.format(name)))
        assert not page.all("script", src="")
        assert len(page.text) < 2000


def test_what_was_typed_is_shown_as_text(town: Town, client: Client) -> None:
    page = missing(client.get("/en/remits/%3Cb%3EX%3Ci%3E"))
    assert "“<b>X<i>”" in page.text


def test_an_address_of_no_known_form(town: Town, client: Client) -> None:
    for address in SHAPELESS:
        missing(client.get(address))


def test_a_page_of_records_that_is_not_there_is_another_page(
    places: Places, client: Client
) -> None:
    for page in ("0", "-1", "99", "x", "", "%00", "9" * 400):
        answer = client.get(f"/en/record?page={page}")
        assert answer.status_code == 200, page
        assert read(answer.content).all("ol", class_="timeline"), page


def test_an_unknown_filter_filters_nothing(places: Places, client: Client) -> None:
    unfiltered = client.get("/en/record").context["records"]
    for outcome in ("nonsense", "%00", "DONE", "done%27--"):
        found = client.get(f"/en/record?outcome={outcome}").context["records"]
        assert found == unfiltered, outcome


@pytest.mark.parametrize("step", ["before the founding", "after it"])
def test_an_agency_without_remits_has_pages_that_say_so(
    db: None, home: object, client: Client, step: str
) -> None:
    if step == "after it":
        Town().found()
    for path in ("", "remits", "ballots", "record", "verify"):
        answer = client.get(f"/en/{path}")
        assert answer.status_code == 200
        assert faults(read(answer.content)) == []
    assert client.get("/en/remits").context["remits"] == []
    assert "No remit yet" in read(client.get("/en/remits").content).text
    assert "Nothing is sealed yet" in read(client.get("/en/verify").content).text
