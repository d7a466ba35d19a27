"""Nobody signed in, or away too long: a page that says what to do, and nothing half done."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import signing
from django.test import Client

from tests.journeys.every_page import ADOPT, filled, key_on, send, take_part, traces
from tests.town import NOON, Town
from tests.web.html_page import faults, read


@pytest.fixture
def voted(town: Town) -> Town:
    town.vote()
    return town


def goes_away(client: Client) -> None:
    client.cookies.pop("sessionid")


def steps_out(client: Client) -> None:
    take_part(client, "")


def is_forged(client: Client) -> None:
    client.cookies["sessionid"] = client.cookies["sessionid"].value + "x"


AWAY = [goes_away, steps_out, is_forged]


@pytest.mark.parametrize("leave", AWAY)
def test_a_form_sent_too_late_is_not_done(
    demo: None, voted: Town, client: Client, leave: Any
) -> None:
    take_part(client, "clerk")
    key = key_on(client, ADOPT.format("1"))
    leave(client)
    before = traces()
    answer = client.post(ADOPT.format("1"), filled(key))
    assert answer.status_code == 410
    page = read(answer.content)
    assert faults(page) == []
    assert "Nothing was sent, nothing changed." in page.text
    assert traces() == before


def test_from_there_one_can_begin_again(demo: None, voted: Town, client: Client) -> None:
    key = key_on(client, ADOPT.format("1"))
    page = read(client.post(ADOPT.format("1"), filled(key)).content)
    (again,) = [a.get("href") for a in page.all("a") if a.text.strip() == "Sign in again"]
    assert client.get(again).status_code == 200
    take_part(client, "clerk")
    assert send(client, "1").status_code == 302


def test_after_eight_hours_a_session_is_over(
    demo: None, voted: Town, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = signing.time.time()
    with monkeypatch.context() as clock:
        clock.setattr(signing.time, "time", lambda: now - 8 * 3600 - 1)
        take_part(client, "clerk")
    before = traces()
    assert send(client, "1").status_code == 410
    assert traces() == before


def test_when_the_office_has_ended_the_form_is_not_done(
    demo: None, voted: Town, client: Client, settings: Any
) -> None:
    take_part(client, "clerk")
    settings.DEMO_DAY = NOON.date().replace(year=2025)  # before anybody was appointed
    before = traces()
    answer = client.post(ADOPT.format("1"), filled("0" * 32))
    assert answer.status_code == 410
    assert traces() == before


def test_even_a_wrong_form_says_first_that_one_was_away(
    demo: None, voted: Town, client: Client
) -> None:
    assert client.post(ADOPT.format("1"), {"amount": "x"}).status_code == 410


def test_before_sending_the_page_says_that_a_part_is_needed(
    demo: None, voted: Town, client: Client
) -> None:
    page = read(client.get(ADOPT.format("1")).content)
    notice = page.one("div", class_="notice-warning")
    assert "You act in no position" in notice.text
    way = "/en/part?next=/en/ballots/park/projects/1/adopt"
    assert way in {a.get("href") for a in page.all("a") if "form" not in a.above}
    assert "/en/ballots" in read(client.get(way).content).one("input", name="next").get("value")


def test_outside_the_demonstration_nobody_can_act(voted: Town, client: Client) -> None:
    before = traces()
    assert client.get(ADOPT.format("1")).status_code == 200
    assert client.post(ADOPT.format("1"), filled("0" * 32)).status_code == 410
    assert traces() == before
