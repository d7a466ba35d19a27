"""Adopting a project over HTTP: yes, no with its clause, a wrong form, and what cannot be done."""

from __future__ import annotations

import json

import pytest
from django.http import HttpResponse
from django.test import Client

from remit.record.models import Record
from tests.journeys.every_page import ADOPT, key_on, send, take_part, traces
from tests.town import Town
from tests.web.html_page import Page, faults, read


@pytest.fixture
def clerk(demo: None, client: Client, town: Town) -> Client:
    """The votes are counted, and nothing is adopted yet."""
    town.vote()
    take_part(client, "clerk")
    return client


def followed(client: Client, answer: HttpResponse) -> Page:
    """The record's page, to which a sent form leads."""
    assert answer.status_code == 302
    assert answer["Location"].startswith("/en/record/")
    page = client.get(answer["Location"])
    assert page.status_code == 200
    found = read(page.content)
    assert faults(found) == []
    return found


def refused_form(answer: HttpResponse) -> Page:
    """The form again, with what is to be mended."""
    assert answer.status_code == 422
    page = read(answer.content)
    assert faults(page) == []
    assert page.all("title")[0].text.startswith("Error: ")
    return page


def summary(page: Page) -> str:
    return " ".join(page.one("div", class_="error-summary").text.split())


def test_the_form_is_filled_in_as_the_vote_was(clerk: Client) -> None:
    page = read(clerk.get(ADOPT.format("2")).content)
    assert page.id("id_amount").get("value") == "5000"
    assert [o.get("value") for o in page.all("option")] == ["park"]
    matters = page.all("input", name="matter")
    assert [(i.get("value"), "checked" in i.attributes) for i in matters] == [
        ("none", True),
        ("land", False),
    ]
    assert not page.all("div", class_="notice-warning")


def test_in_bounds_it_is_done_at_once(clerk: Client) -> None:
    page = followed(clerk, send(clerk, "1", amount="4000"))
    assert page.one("section", class_="verdict-yes").words.startswith("Yes")
    assert "PLN\u00a04,000.00" in page.one("table").text
    project = read(clerk.get("/en/ballots/park/projects/1").content)
    assert "Adopted" in project.one("header", class_="page-head").text
    decisions = read(clerk.get("/en/remits/T-1/decisions").content)
    assert "Trees" in decisions.one("table").text


@pytest.mark.parametrize(
    ("project", "changes", "clause"),
    [
        ("2", {"amount": "6000"}, "B4"),
        ("1", {"matter": "land"}, "B5"),
        ("3", {"amount": "3000"}, "B7"),
    ],
    ids=["above the cap", "a reserved matter", "no winner"],
)
def test_out_of_bounds_nothing_changes_and_the_clause_says_so(
    clerk: Client, project: str, changes: dict[str, str], clause: str
) -> None:
    before = traces()
    page = followed(clerk, send(clerk, project, **changes))
    verdict = page.one("section", class_="verdict-no")
    assert verdict.words.startswith("No")
    assert f"Clause {clause}" in verdict.words
    assert f"clause-{clause}" in page.ids
    assert "It moved no money." in page.text
    assert traces() == {
        **before,
        "Record": before["Record"] + 1,
        "Attribution": before["Attribution"] + 1,
    }


def test_the_wrong_position_is_refused_by_the_clause_on_powers(clerk: Client) -> None:
    take_part(clerk, "treasurer")
    page = followed(clerk, send(clerk, "1"))
    assert "Clause B6" in page.one("section", class_="verdict-no").words
    leaf = json.loads(Record.objects.latest("pk").body)
    assert (leaf["by"]["position"], leaf["outcome"]) == ("treasurer", "refused")


@pytest.mark.parametrize(
    ("changes", "field", "target"),
    [
        ({"amount": ""}, "Amount in PLN", "id_amount"),
        ({"amount": "0"}, "Amount in PLN", "id_amount"),
        ({"amount": "-1"}, "Amount in PLN", "id_amount"),
        ({"amount": "1.5"}, "Amount in PLN", "id_amount"),
        ({"amount": "x" * 5000}, "Amount in PLN", "id_amount"),
        ({"amount": "9" * 5000}, "Amount in PLN", "id_amount"),
        ({"purpose": "pool"}, "Purpose", "id_purpose"),
        ({"purpose": ""}, "Purpose", "id_purpose"),
        ({"matter": "staff"}, "What it touches", "id_matter_0"),
        ({"matter": "\x00"}, "What it touches", "id_matter_0"),
    ],
)
def test_a_wrong_form_comes_back_and_leaves_no_trace(
    clerk: Client, changes: dict[str, str], field: str, target: str
) -> None:
    before = traces()
    page = refused_form(send(clerk, "1", **changes))
    box = page.one("div", class_="error-summary")
    (link,) = [a for a in page.all("a") if a.get("href").startswith("#id")]
    assert (link.get("href"), link.text.split(":")[0]) == (f"#{target}", field)
    assert box.get("role") == "alert"
    assert traces() == before


def test_several_mistakes_are_named_together_and_what_was_right_is_kept(clerk: Client) -> None:
    page = refused_form(send(clerk, "1", amount="-1", purpose="pool", matter="land"))
    targets = [a.get("href") for a in page.all("a") if a.get("href").startswith("#id")]
    assert targets == ["#id_amount", "#id_purpose"]
    assert "checked" in page.one("input", value="land").attributes


def test_an_empty_form_is_a_wrong_form(clerk: Client) -> None:
    before = traces()
    refused_form(clerk.post(ADOPT.format("1")))
    assert traces() == before


@pytest.mark.parametrize("key", ["", "x", "1234", "\x00", "0" * 33])
def test_a_key_that_is_none_is_refused(clerk: Client, key: str) -> None:
    before = traces()
    answer = send(clerk, "1", key=key)
    assert answer.status_code == 400
    assert read(answer.content).all("li")
    assert traces() == before


def test_what_cannot_be_done_at_all_is_said_in_the_form(clerk: Client) -> None:
    send(clerk, "1")
    before = traces()
    again = refused_form(send(clerk, "1"))
    assert "The project 1 was adopted before, on 2\u00a0March\u00a02026." in again.text
    dearer = refused_form(send(clerk, "4", amount="2000"))
    assert "PLN\u00a01,000.00" in dearer.text
    assert summary(dearer)
    assert traces() == before


def test_after_a_mistake_the_form_can_be_sent_as_it_is(clerk: Client) -> None:
    page = refused_form(send(clerk, "1", amount="-1"))
    key = page.one("input", name="key").get("value")
    followed(clerk, send(clerk, "1", key=key))


def test_each_form_has_a_key_of_its_own(clerk: Client) -> None:
    address = ADOPT.format("1")
    assert key_on(clerk, address) != key_on(clerk, address)


def test_only_reading_and_sending_are_known(clerk: Client) -> None:
    for method in ("put", "patch", "delete"):
        answer = getattr(clerk, method)(ADOPT.format("1"))
        assert (answer.status_code, answer["Allow"]) == (405, "GET, POST")


def test_the_answer_is_in_the_readers_language(clerk: Client) -> None:
    address = ADOPT.format("2").replace("/en/", "/pl/")
    answer = clerk.post(
        address,
        {"key": key_on(clerk, address), "amount": "6000", "purpose": "park", "matter": "none"},
    )
    assert answer["Location"].startswith("/pl/record/")
    page = read(clerk.get(answer["Location"]).content)
    assert page.one("html").get("lang") == "pl"
    assert "6\u00a0000,00\u00a0zł" in page.one("section", class_="verdict-no").text
