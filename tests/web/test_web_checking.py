"""Forms in two steps: nothing is done before the answers were checked, and then once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from remit.record.models import Record
from tests.journeys.every_page import key_on, take_part, traces
from tests.town import NOON, Town
from tests.web.html_page import Page, faults, read

SUSPEND = "/en/remits/T-1/suspend"
WHY = {"reasons_en": "A question first."}


@pytest.fixture
def officer(town: Town, settings: object, client: Client) -> Client:
    settings.DEMO, settings.DEMO_DAY = True, NOON.date()  # type: ignore[attr-defined]
    take_part(client, "accountable-officer")
    return client


@pytest.fixture
def send(officer: Client) -> Callable[..., HttpResponse]:
    """Sends the form, under the key that it was opened with."""
    key = key_on(officer, SUSPEND)

    def post(step: str, **more: str) -> HttpResponse:
        return officer.post(SUSPEND, {"key": key, "step": step, **WHY, **more})

    return post


def look(answer: HttpResponse, status: int = 200) -> Page:
    assert answer.status_code == status
    page = read(answer.content)
    assert faults(page) == []
    return page


def hidden(page: Page) -> dict[str, str]:
    return {i.get("name"): i.get("value") for i in page.all("input", type="hidden")}


def test_the_first_step_says_what_it_does_and_asks(officer: Client) -> None:
    page = look(officer.get(SUSPEND))
    assert "What this does" in [h.words for h in page.all("h2")]
    assert [b.words for b in page.all("button") if "main" in b.above][-1] == "Continue"
    assert page.one("button", name="step").get("value") == "check"


def test_the_second_step_shows_every_answer_and_does_nothing(
    send: Callable[..., HttpResponse],
) -> None:
    before = traces()
    page = look(send("check"))
    assert page.one("h1").words == "Check your answers"
    assert "A question first." in page.one("dl", class_="facts").text
    assert "Nothing is done yet." in page.text
    assert traces() == before
    kept = hidden(page)
    assert kept["reasons_en"] == "A question first." and len(kept["key"]) == 36


def test_sending_what_the_second_step_carries_does_it(
    officer: Client, send: Callable[..., HttpResponse]
) -> None:
    kept = hidden(look(send("check")))
    answer = officer.post(SUSPEND, {**kept, "step": "send"})
    assert answer.status_code == 302
    record = Record.objects.latest("pk")
    assert (record.kind, str(record.key)) == ("charter.suspend", kept["key"])
    assert answer["Location"].endswith(str(record.key))


def test_sending_twice_does_it_once(send: Callable[..., HttpResponse]) -> None:
    first = send("send")
    after = traces()
    assert [send("send")["Location"] for _ in range(3)] == [first["Location"]] * 3
    assert traces() == after


def test_changing_leads_back_with_everything_filled_in(
    send: Callable[..., HttpResponse],
) -> None:
    page = look(send("change"))
    assert page.one("textarea", name="reasons_en").text.strip() == "A question first."
    assert page.one("button", name="step").get("value") == "check"
    assert not page.all("div", class_="error-summary")


@pytest.mark.parametrize("step", ["check", "send", "", "nonsense"])
def test_a_mistake_comes_back_in_the_first_step_with_the_same_key(
    send: Callable[..., HttpResponse], step: str
) -> None:
    before, key = traces(), hidden(look(send("check")))["key"]
    page = look(send(step, reasons_en=" "), 422)
    assert "Write it in at least one language." in page.one("div", class_="error-summary").text
    assert hidden(page)["key"] == key
    assert traces() == before


def test_what_cannot_be_done_comes_back_with_the_reason(
    town: Town, send: Callable[..., HttpResponse], officer: Client
) -> None:
    send("send")
    answer = officer.post(SUSPEND, {"key": key_on(officer, SUSPEND), "step": "send", **WHY})
    page = look(answer, 422)
    assert "is not in force" in page.one("div", class_="error-summary").text


def test_hostile_answers_are_only_text(send: Callable[..., HttpResponse]) -> None:
    evil = """"><script>alert(1)</script>&'"""
    page = look(send("check", reasons_en=evil))
    assert evil in page.one("dl", class_="facts").text
    assert hidden(page)["reasons_en"] == evil
    assert [s.get("src") for s in page.all("script")] == ["/static/web/kit.js"]


@pytest.mark.parametrize("key", ["", "x", "0" * 31])
def test_a_key_that_was_tampered_with_is_refused(officer: Client, key: str) -> None:
    assert officer.post(SUSPEND, {"key": key, "step": "check", **WHY}).status_code == 400


def test_nobody_checks_or_sends(client: Client, town: Town) -> None:
    before = traces()
    for step in ("check", "send"):
        answer = client.post(SUSPEND, {"key": "0" * 32, "step": step, **WHY})
        assert answer.status_code == 410
    assert traces() == before


def test_whoever_may_not_do_it_is_refused_on_the_record(
    officer: Client, send: Callable[..., HttpResponse]
) -> None:
    take_part(officer, "clerk")
    answer = send("send")
    assert answer.status_code == 302
    assert Record.objects.latest("pk").outcome == "refused"
