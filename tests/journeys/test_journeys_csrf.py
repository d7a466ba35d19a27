"""A form that may have come from another site is refused before anything is looked at."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.journeys.every_page import ADOPT, PART, filled, traces
from tests.town import Town
from tests.web.html_page import Page, faults, read

TOKEN = "csrfmiddlewaretoken"
WRONG = ["", "x", "a" * 32, "a" * 64, "ł" * 32, "\x00" * 64]


def fields(client: Client, address: str) -> dict[str, str]:
    """The hidden fields of the form on this page."""
    page = read(client.get(address).content)
    return {i.get("name"): i.get("value") for i in page.all("input", type="hidden")}


@pytest.fixture
def strict(demo: None, town: Town) -> Client:
    """The clerk, whose forms are checked as in service."""
    town.vote()
    client = Client(enforce_csrf_checks=True)
    token = fields(client, PART)[TOKEN]
    answer = client.post(PART, {"position": "clerk", TOKEN: token})
    assert answer.status_code == 302
    return client


def form(client: Client, **changes: str) -> dict[str, str]:
    hidden = fields(client, ADOPT.format("1"))
    return {**filled(hidden["key"]), TOKEN: hidden[TOKEN], **changes}


def refused(answer: HttpResponse) -> Page:
    assert answer.status_code == 403
    page = read(answer.content)
    assert faults(page) == []
    assert "We could not be sure that this form came from you" in page.one("h1").text
    assert "nothing has changed" in page.text
    assert len([item for item in page.all("li") if "main" in item.above]) >= 3
    return page


def test_it_works(strict: Client) -> None:
    assert strict.post(ADOPT.format("1"), form(strict)).status_code == 302


@pytest.mark.parametrize("token", WRONG)
def test_a_wrong_token_is_refused_and_leaves_no_trace(strict: Client, token: str) -> None:
    sent = form(strict, **{TOKEN: token})
    before = traces()
    page = refused(strict.post(ADOPT.format("1"), sent))
    assert traces() == before
    again = [a.get("href") for a in page.all("a") if a.text.strip() == "Open the form again"]
    assert again == [ADOPT.format("1")]
    assert strict.post(ADOPT.format("1"), form(strict)).status_code == 302


def test_without_a_token_or_its_cookie_it_is_refused(strict: Client) -> None:
    sent, before = form(strict), traces()
    refused(strict.post(ADOPT.format("1"), {k: v for k, v in sent.items() if k != TOKEN}))
    strict.cookies.pop("csrftoken")
    refused(strict.post(ADOPT.format("1"), sent))
    assert traces() == before


def test_another_visitors_token_is_refused(strict: Client) -> None:
    theirs = fields(Client(), PART)[TOKEN]
    before = traces()
    refused(strict.post(ADOPT.format("1"), form(strict, **{TOKEN: theirs})))
    assert traces() == before


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://testserver.evil"])
def test_a_form_from_another_site_is_refused(strict: Client, origin: str) -> None:
    sent, before = form(strict), traces()
    refused(strict.post(ADOPT.format("1"), sent, headers={"origin": origin}))
    assert traces() == before


def test_no_part_is_taken_without_a_token(demo: None, town: Town) -> None:
    client = Client(enforce_csrf_checks=True)
    refused(client.post(PART, {"position": "clerk"}))
    assert "sessionid" not in client.cookies


def test_the_page_is_in_the_readers_language(strict: Client) -> None:
    address = ADOPT.format("1").replace("/en/", "/pl/")
    answer = strict.post(address, {})
    assert answer.status_code == 403
    assert read(answer.content).one("html").get("lang") == "pl"


def test_the_cookies_are_out_of_reach_for_scripts_and_other_sites(strict: Client) -> None:
    strict.get(ADOPT.format("1"))
    for name in ("sessionid", "csrftoken"):
        cookie: Any = strict.cookies[name]
        assert cookie["httponly"] is True
        assert cookie["samesite"] == "Lax"
