"""Taking a part is the demonstration's stand-in for signing in; elsewhere it does not exist."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core import signing
from django.http import HttpRequest
from django.test import Client, RequestFactory

from remit.people import signin
from remit.people.actor import Actor
from tests.town import NOON, STARTS, Town, person

SALT = "django.contrib.sessions.backends.signed_cookies"
PART = "/en/part"


@pytest.fixture
def demo(settings: Any) -> None:
    settings.DEMO, settings.DEMO_DAY = True, date(2026, 3, 2)


def cookie(position: object) -> str:
    """A session cookie as this installation signs it."""
    return signing.dumps({signin.SESSION_KEY: position}, compress=True, salt=SALT)


def position_of(client: Client) -> str | None:
    """In which position this visitor's next request is."""
    seen: list[HttpRequest] = []

    def answer(request: HttpRequest) -> Any:
        seen.append(request)
        return None

    request = RequestFactory().get("/")
    request.session = client.session
    signin.ActorMiddleware(answer)(request)
    return seen[0].position  # type: ignore[attr-defined, no-any-return]


def offered(client: Client) -> list[str]:
    answer = client.get(PART)
    assert answer.status_code == 200
    return list(answer.context["parts"])


def test_it_works(demo: None, town: Town, client: Client) -> None:
    assert position_of(client) is None
    answer = client.post(PART, {"position": "clerk", "next": "/en/remits"})
    assert (answer.status_code, answer["Location"]) == (302, "/en/remits")
    assert position_of(client) == "clerk"
    client.post(PART, {"position": "treasurer"})
    assert position_of(client) == "treasurer"
    client.post(PART, {"position": ""})
    assert position_of(client) is None


def test_every_office_but_the_calendar_is_offered(demo: None, town: Town, client: Client) -> None:
    assert offered(client) == ["accountable-officer", "backer", "clerk", "treasurer"]


@pytest.mark.parametrize("position", ["calendar", "mayor", "\x00", "clerk,treasurer"])
def test_no_other_part_can_be_taken(demo: None, town: Town, client: Client, position: str) -> None:
    client.post(PART, {"position": "clerk"})
    client.post(PART, {"position": position})
    assert position_of(client) is None


def test_the_page_says_which_part_one_has(demo: None, town: Town, client: Client) -> None:
    client.post(PART, {"position": "clerk"})
    assert client.get(PART).context["position"] == "clerk"
    assert b'value="clerk"\n      checked' in client.get(PART).content


@pytest.mark.parametrize(
    "where",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "http:evil.example",
        " //evil.example",
        "",
    ],
)
def test_the_way_back_never_leads_to_another_host(
    demo: None, town: Town, client: Client, where: str
) -> None:
    answer = client.post(PART, {"position": "clerk", "next": where})
    assert (answer.status_code, answer["Location"]) == (302, "/en/")


@pytest.mark.parametrize("method", ["get", "post"])
def test_outside_the_demonstration_there_is_no_such_page(
    town: Town, client: Client, method: str
) -> None:
    answer = getattr(client, method)(PART, {"position": "clerk"})
    assert answer.status_code == 404
    assert "sessionid" not in client.cookies


def test_outside_the_demonstration_no_code_takes_a_part(town: Town, client: Client) -> None:
    request = RequestFactory().get("/")
    request.session = client.session
    assert signin.take_part(request, "clerk") is False
    assert signin.SESSION_KEY not in request.session


def test_outside_the_demonstration_a_cookie_makes_nobody_an_officer(
    town: Town, client: Client
) -> None:
    client.cookies["sessionid"] = cookie("clerk")
    assert client.session[signin.SESSION_KEY] == "clerk"  # the cookie itself is a good one
    assert position_of(client) is None


@pytest.mark.parametrize(
    "tamper",
    [
        lambda value: value[:-1] + ("A" if value[-1] != "A" else "B"),
        lambda value: "x" + value,
        lambda value: value.replace(":", "", 1),
        lambda value: "",
        lambda value: "eyJwb3NpdGlvbiI6ImNsZXJrIn0",
    ],
)
def test_a_tampered_cookie_makes_nobody_an_officer(
    demo: None, town: Town, client: Client, tamper: Any
) -> None:
    client.cookies["sessionid"] = tamper(cookie("clerk"))
    assert client.get("/en/").status_code == 200
    assert position_of(client) is None


def test_a_stale_cookie_makes_nobody_an_officer(
    demo: None, town: Town, client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = signing.time.time()
    age = settings.SESSION_COOKIE_AGE
    for seconds, expected in ((age - 60, "clerk"), (age + 60, None)):
        with monkeypatch.context() as clock:
            clock.setattr(signing.time, "time", lambda then=now - seconds: then)
            client.cookies["sessionid"] = cookie("clerk")
        assert position_of(client) == expected


def test_a_cookie_signed_with_another_secret_makes_nobody_an_officer(
    demo: None, town: Town, client: Client, settings: Any
) -> None:
    client.cookies["sessionid"] = cookie("clerk")
    settings.SECRET_KEY = "another secret " * 4
    assert position_of(client) is None


def request_as(position: object) -> HttpRequest:
    request = RequestFactory().get("/")
    request.position = position  # type: ignore[attr-defined]
    return request


def test_who_acts_is_who_holds_the_position_at_that_moment(town: Town) -> None:
    assert signin.actor(request_as("clerk"), at=NOON) == Actor(person("clerk"), "clerk")
    assert signin.actor(request_as("clerk"), at=STARTS.replace(year=2020)) is None


@pytest.mark.parametrize("position", [None, "", "mayor"])
def test_without_a_position_nobody_acts(town: Town, position: object) -> None:
    assert signin.actor(request_as(position), at=NOON) is None
    assert signin.actor(RequestFactory().get("/"), at=NOON) is None
