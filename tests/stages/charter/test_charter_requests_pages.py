"""Requests: what waits for whom, agreeing and declining with reasons, and going ahead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from remit.record import reads
from remit.record.jobs import tick
from remit.record.models import Record, Request
from remit.record.perform import Asked
from remit.stages.charter.acts import Agree, DeclineRequest
from remit.stages.charter.reads.requests import asked_for, asked_in
from tests.journeys.every_page import take_part
from tests.record.examples_charter import REQUEST
from tests.town import ASK_ABOVE, NOON, Town, commit, said
from tests.web.html_page import Page, faults, read

LIST, HERE = "/en/requests", f"/en/requests/{REQUEST}"
WHY = said("It is needed.")


@pytest.fixture(autouse=True)
def day(settings: Any) -> None:
    """It is the day after the question."""
    settings.DEMO, settings.DEMO_DAY = True, NOON.date() + timedelta(days=1)


@pytest.fixture
def asked(town_at: Callable[[str], Town]) -> Town:
    """The clerk has asked the backer to agree to a commitment."""
    town = town_at("adopted")
    ask(town, UUID(REQUEST))
    return town


def ask(town: Town, key: UUID | None = None) -> Record:
    with pytest.raises(Asked) as question:
        town.do(commit("1", ASK_ABOVE + 1), key=key)
    return question.value.record


def look(client: Client, address: str = HERE, status: int = 200) -> Page:
    answer = client.get(address)
    assert answer.status_code == status
    page = read(answer.content)
    assert faults(page) == []
    return page


def send(client: Client, answer: str, reasons: str = "Because.") -> HttpResponse:
    page = look(client)
    key = page.all("input", name="key")[0].get("value")
    return client.post(HERE, {"key": key, "answer": answer, "reasons_en": reasons})


def state() -> str:
    return Request.objects.get(record__key=REQUEST).state


def steps(page: Page) -> list[str]:
    return [li.words for li in page.all("li") if "step" in li.get("class").split()]


def test_who_acts_as_nobody_learns_where_to_begin(asked: Town, client: Client) -> None:
    page = look(client, LIST)
    assert "You act in no position" in page.text
    assert page.all("a", href="/en/record?outcome=asked")
    assert not page.all("article")


def test_what_waits_is_shown_to_the_position_that_is_asked(asked: Town, client: Client) -> None:
    take_part(client, "backer")
    page = look(client, LIST)
    (card,) = page.all("article")
    assert "Commitment of money" in card.words and "Item park.1" in card.words
    assert "Waits for an answer" in card.words
    assert "To answer: backer, until 7\u00a0March\u00a02026" in card.words
    assert "No answer in time is a no." in card.words
    assert "Above PLN\u00a03,000.00 this position must agree first: backer." in card.words
    assert page.all("a", href=HERE)
    assert "You asked nothing so far" in page.text


def test_what_one_asked_is_shown_with_what_became_of_it(asked: Town, client: Client) -> None:
    take_part(client, "clerk")
    page = look(client, LIST)
    assert "Nothing waits for you" in page.text and len(page.all("article")) == 1
    asked.do(DeclineRequest(request=REQUEST, reasons=WHY), by="backer")
    (card,) = look(client, LIST).all("article")
    assert "Declined" in card.words


def test_a_request_says_what_is_asked_of_whom_and_why(asked: Town, client: Client) -> None:
    page = look(client)
    facts = page.one("dl", class_="facts").words
    assert facts == "Matter park.1 Amount PLN\u00a03,000.01 Paid to a gardener"
    assert steps(page) == [
        "Asked Done On 2\u00a0March\u00a02026.",
        "To answer: backer Now Until 7\u00a0March\u00a02026.",
        "Done by whoever asked To come",
    ]
    assert page.all("a", href=f"/en/record/{REQUEST}")
    assert "How every clause answered" in page.text


def test_whoever_is_asked_agrees_and_whoever_asked_goes_ahead(asked: Town, client: Client) -> None:
    take_part(client, "backer")
    answer = send(client, "agree")
    assert answer.status_code == 302 and state() == "agreed"
    record = look(client, answer["Location"])
    assert "Agreement" in record.one("h1").text
    assert record.all("a", href=HERE)
    assert "Whoever asked may now do it, once." in look(client).text
    take_part(client, "clerk")
    page = look(client)
    assert page.one("button", value="again").words == "Do it as it was asked"
    done = send(client, "again")
    assert done.status_code == 302 and state() == "used"
    told = look(client, done["Location"])
    assert "those who were asked agreed" in told.one("section", class_="verdict-yes").text
    assert steps(told)[1].startswith("Agreed: backer Done")
    assert steps(look(client))[2].startswith("Done Done On 3\u00a0March\u00a02026.")
    assert not look(client).all("button", name="answer")


def test_whoever_is_asked_declines_with_reasons(asked: Town, client: Client) -> None:
    take_part(client, "backer")
    answer = send(client, "decline", "Too much.")
    assert answer.status_code == 302 and state() == "declined"
    assert Record.objects.get(kind="charter.decline").subject == f"request/{REQUEST}"
    page = look(client)
    assert steps(page)[1:] == [
        "Declined: backer Done On 3\u00a0March\u00a02026.",
        "Not done: somebody did not agree To come",
    ]
    assert not page.all("button", name="answer")


@pytest.mark.parametrize("answer", ["agree", "decline"])
def test_without_reasons_nothing_is_answered(asked: Town, client: Client, answer: str) -> None:
    take_part(client, "backer")
    given = send(client, answer, "  ")
    assert given.status_code == 422 and state() == "open"
    page = read(given.content)
    assert faults(page) == []
    assert "Your reasons" in page.one("div", class_="error-summary").words
    assert page.all("title")[0].text.startswith("Error: ")


def test_another_position_is_told_that_nobody_asks_it(asked: Town, client: Client) -> None:
    take_part(client, "accountable-officer")
    given = send(client, "agree")
    assert given.status_code == 422 and state() == "open"
    assert "Nobody asks this of the position" in read(given.content).text


def test_whoever_asked_does_not_answer(asked: Town, client: Client) -> None:
    take_part(client, "clerk")
    page = look(client)
    assert "You asked this, so somebody else answers it." in page.text
    assert not page.all("button", name="answer")


def test_after_the_time_is_over_silence_counts(asked: Town, client: Client, settings: Any) -> None:
    over = NOON + timedelta(days=5)
    settings.DEMO_DAY = over.date() + timedelta(days=1)
    take_part(client, "backer")
    given = send(client, "agree")
    assert given.status_code == 422
    assert "The time to answer was over on 7\u00a0March\u00a02026." in read(given.content).text
    tick(over)
    assert state() == "silent"
    assert steps(look(client))[1:] == [
        "No answer in time: backer Done No answer in time is a no.",
        "Not done: somebody did not agree To come",
    ]


def test_a_form_that_was_tampered_with_is_refused(asked: Town, client: Client) -> None:
    take_part(client, "backer")
    assert client.post(HERE, {"key": "x", "answer": "maybe"}).status_code == 400
    assert client.post(HERE, {"key": "x", "answer": "agree", "reasons_en": "y"}).status_code == 400
    assert state() == "open"


def test_who_was_away_too_long_begins_again(asked: Town, client: Client) -> None:
    answer = client.post(HERE, {"key": REQUEST, "answer": "agree", "reasons_en": "Yes."})
    assert answer.status_code == 410 and state() == "open"


def test_it_is_not_done_before_everybody_agreed(asked: Town, client: Client) -> None:
    take_part(client, "clerk")
    assert send_again(client).status_code == 302
    assert Record.objects.filter(kind="fund.commit", outcome="done").count() == 0
    assert state() == "open"


def send_again(client: Client) -> HttpResponse:
    key = "00000000-0000-4000-8000-0000000000aa"
    return client.post(HERE, {"key": key, "answer": "again"})


def test_what_was_asked_twice_leads_to_the_one_request(asked: Town, client: Client) -> None:
    twice = ask(asked)
    assert asked_in(twice.key) is None
    assert look(client, f"/en/record/{twice.key}").all("a", href=HERE)
    assert look(client, f"/en/requests/{twice.key}", 404).all("a", href=LIST)


def test_only_the_act_that_was_allowed_shows_who_agreed(asked: Town, client: Client) -> None:
    asked.do(Agree(request=REQUEST, reasons=WHY), by="backer")
    done = asked.do(commit("1", ASK_ABOVE + 1))
    other = asked.do(commit("4", 100_000))
    (ours, others) = reads.shown([done, other])
    found = asked_for(ours)
    assert found is not None and found.done is not None and found.done.key == str(done.key)
    assert found.answers.keys() == {"backer"}
    assert asked_for(others) is None


def test_what_residents_wrote_is_only_text(town_at: Callable[[str], Town], client: Client) -> None:
    evil = """<script>alert(1)</script> "a" & 'b'"""
    town = town_at("adopted")
    act = commit("1", ASK_ABOVE + 1)
    with pytest.raises(Asked):
        town.do(type(act)(item=act.item, amount=act.amount, payee=said(evil)), key=UUID(REQUEST))
    page = look(client)
    assert evil in page.text
    assert [s.get("src") for s in page.all("script")] == ["/static/web/kit.js"]


def test_pages_ask_the_database_few_questions(asked: Town, client: Client) -> None:
    take_part(client, "backer")
    for address in (LIST, HERE):
        with CaptureQueriesContext(connection) as queries:
            look(client, address)
        assert len(queries) <= 8, address


def test_a_long_list_of_ones_own_has_pages(asked: Town, client: Client) -> None:
    town = asked
    for number in range(20):
        with pytest.raises(Asked):
            town.do(commit("1", ASK_ABOVE + 2 + number))
    take_part(client, "clerk")
    assert len(look(client, LIST).all("article")) == 20
    assert len(look(client, f"{LIST}?page=2").all("article")) == 1
