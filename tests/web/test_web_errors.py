"""Whatever goes wrong, there is a page that says what happened and what to do now."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import translation

from remit.web import errors
from tests.web.html_page import Page, faults, read

TROUBLES = {
    "/unreadable": 400,
    "/closed": 403,
    "/nowhere": 404,
    "/ended": 410,
    "/broken": 500,
}


def trouble(client: Client, address: str, *, language: str = "en") -> Page:
    answer = client.get(address, headers={"accept-language": language})
    assert answer.status_code == TROUBLES[address]
    assert answer["Content-Type"] == "text/html; charset=utf-8"
    return read(answer.content)


@pytest.mark.parametrize("address", TROUBLES)
def test_it_says_what_to_do(troubled: Client, address: str) -> None:
    page = trouble(troubled, address)
    assert faults(page) == []
    assert page.one("h1").text.strip() in page.one("title").text
    assert page.all("li") and page.one("main").text.count(".") >= 2
    assert str(TROUBLES[address]) in page.text
    assert any(a.get("href") in ("/en/", "/") and "main" in a.above for a in page.all("a"))


@pytest.mark.parametrize("address", [a for a in TROUBLES if a != "/broken"])
def test_it_speaks_the_readers_language(troubled: Client, address: str) -> None:
    page = trouble(troubled, address, language="pl")
    assert page.one("html").get("lang") == "pl"


@pytest.mark.parametrize("address", TROUBLES)
@pytest.mark.parametrize("demo", [False, True])
def test_it_asks_the_database_nothing(
    troubled: Client, settings: Any, address: str, demo: bool
) -> None:
    settings.DEMO = demo  # without the fixture `db`, a query is an error
    assert faults(trouble(troubled, address)) == []


def test_a_broken_page_says_so_in_both_languages_at_once(troubled: Client) -> None:
    page = trouble(troubled, "/broken", language="pl")
    assert page.one("h1").text == "Something broke here"
    assert page.one("h2").text == "Coś się tu zepsuło"
    assert any(e.get("lang") == "pl" for e in page.all("div"))
    assert "as a page that has a fault" not in page.text


def test_a_broken_page_leans_on_no_style_sheets(
    troubled: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(errors, "static", fails)
    page = trouble(troubled, "/broken")
    assert faults(page) == [] and not page.all("link")
    assert page.one("h1").text == "Something broke here"


def test_a_broken_page_leans_on_no_template(
    troubled: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(errors, "get_template", fails)
    monkeypatch.setattr(errors, "static", fails)
    page = trouble(troubled, "/broken")
    assert page.one("h1").text == "Something broke here"
    assert "try again" in page.text


def fails(*given: object) -> None:
    raise OSError("no such file")


def test_a_broken_page_leans_on_no_translation(
    troubled: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(errors, "_", fails)
    assert trouble(troubled, "/broken").all("li")


@pytest.mark.parametrize("host", ["evil.example", "localhost:port", "a b", ""])
def test_a_host_that_is_not_ours_is_refused(client: Client, host: str) -> None:
    answer = client.get("/en/kit", headers={"host": host})
    assert answer.status_code == 400
    page = read(answer.content)
    assert faults(page) == [] and "evil.example" not in page.text


def test_it_works_before_the_request_has_met_its_edge(settings: Any) -> None:
    """As when TLS is on and the host unknown: Django answers before our own middleware."""
    settings.DEMO, settings.DEMO_DAY = True, date(2026, 3, 2)
    answer = errors.bad_request(RequestFactory().get("/"))
    assert answer.status_code == 400
    assert faults(read(answer.content)) == []


def test_too_large_a_form_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies["csrftoken"] = "a" * 32  # only then is the form read at all
    answer = client.post("/en/kit", {"a": "x" * 3_000_000})
    assert answer.status_code == 400
    assert read(answer.content).all("li")


def test_whoever_was_away_is_told_where_to_begin_again() -> None:
    with translation.override("en"):
        answer = errors.session_expired(RequestFactory().get("/"), again="/en/part")
    page = read(answer.content)
    assert answer.status_code == 410
    assert "Nothing was sent, nothing changed." in page.text
    assert [a.text.strip() for a in page.all("a", href="/en/part")] == ["Sign in again"]


def test_a_method_that_an_address_does_not_know(troubled: Client) -> None:
    answer = troubled.post("/only-read")
    assert answer.status_code == 405
    assert answer["Allow"] == "GET"
