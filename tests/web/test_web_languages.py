"""The address says the language; without one the browser's wish decides."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.web.html_page import faults, read


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("pl", "pl"),
        ("pl-PL,pl;q=0.9,en;q=0.5", "pl"),
        ("en;q=0.4,pl;q=0.6", "pl"),
        ("en-GB,en;q=0.9", "en"),
        ("de,fr;q=0.9", "en"),
        ("de,pl;q=0.1", "pl"),
        ("*", "en"),
        ("", "en"),
        ("\x00;;q=x,,", "en"),
        ("pl" * 2000, "en"),
    ],
)
@pytest.mark.parametrize("path", ["", "kit"])
def test_without_a_language_the_browsers_wish_decides(
    client: Client, wish: str, language: str, path: str
) -> None:
    answer = client.get(f"/{path}", headers={"accept-language": wish})
    assert (answer.status_code, answer["Location"]) == (302, f"/{language}/{path}")
    assert "Accept-Language" in answer["Vary"]


@pytest.mark.parametrize("wish", ["en", "pl", "de"])
@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_address_decides_against_the_browsers_wish(
    client: Client, language: str, wish: str
) -> None:
    answer = client.get(f"/{language}/kit", headers={"accept-language": wish})
    html = read(answer.content).one("html")
    assert (html.get("lang"), html.get("dir")) == (language, "ltr")
    assert answer["Content-Language"] == language


def test_a_cookie_does_not_decide(client: Client) -> None:
    client.cookies["django_language"] = "pl"
    assert read(client.get("/en/kit").content).one("html").get("lang") == "en"


def test_a_language_that_is_not_spoken_here_is_no_page(client: Client) -> None:
    answer = client.get("/de/kit")
    assert answer.status_code == 404
    assert faults(read(answer.content)) == []


def test_a_page_leads_to_itself_in_the_other_languages(client: Client) -> None:
    page = read(client.get("/en/kit?page=7").content)
    links = page.all("a", hreflang="en") + page.all("a", hreflang="pl")
    assert [(a.get("href"), a.get("lang"), a.text) for a in links] == [
        ("/en/kit?page=7", "en", "English"),
        ("/pl/kit?page=7", "pl", "Polski"),
    ]
    assert [a.get("hreflang") for a in links if a.get("aria-current")] == ["en"]
    there = read(client.get(links[1].get("href")).content)
    assert there.one("html").get("lang") == "pl"


def test_a_page_that_is_not_there_leads_to_the_other_language_too(client: Client) -> None:
    page = read(client.get("/en/nowhere/en/x?a=1").content)
    assert page.one("a", hreflang="pl").get("href") == "/pl/nowhere/en/x?a=1"


def test_what_is_asked_for_is_kept_on_the_way_to_a_language(client: Client) -> None:
    assert client.get("/kit?page=7")["Location"] == "/en/kit?page=7"


@pytest.mark.parametrize("path", ["//evil.example", "//evil.example/kit", "/\\evil.example"])
def test_the_way_to_a_language_never_leads_to_another_host(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404 or answer["Location"].startswith(("/en/", "/%2F"))
