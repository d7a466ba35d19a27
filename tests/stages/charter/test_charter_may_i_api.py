"""May I? asked by a program: the same answer as on the page, and mistakes as data."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.journeys.every_page import traces
from tests.town import NOON, Town

HERE = "/api/remits/T-1/ask"
SPENDING = {"power": "commit", "purpose": "park", "matter": "none"}


@pytest.fixture(autouse=True)
def day(settings: Any) -> None:
    """It is an ordinary day of the town's story."""
    settings.DEMO, settings.DEMO_DAY = True, NOON.date()


def get(client: Client, **question: str) -> HttpResponse:
    answer = client.get(HERE, question)
    assert answer["Content-Type"] == "application/json"
    return answer


def ask(client: Client, **question: str) -> dict[str, Any]:
    answer = get(client, **question)
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = json.loads(answer.content)
    return found


def wrong(client: Client, **question: str) -> dict[str, dict[str, str]]:
    """The mistakes, by field."""
    answer = get(client, **question)
    assert answer.status_code == 422
    errors = json.loads(answer.content)["errors"]
    assert all(error.keys() == {"field", "problem", "mend"} for error in errors)
    assert all(error["problem"] and error["mend"] for error in errors)
    return {error["field"]: error for error in errors}


def test_yes_with_every_clauses_finding(town: Town, client: Client) -> None:
    found = ask(client, amount="100.50", **SPENDING)
    assert (found["remit"], found["version"], found["position"]) == ("T-1", 1, "clerk")
    assert (found["verdict"], found["asks"]) == ("yes", [])
    clauses = [finding["clause"] for finding in found["findings"]]
    assert clauses == ["B0", "backing", *(f"B{number}" for number in range(1, 10))]
    names = {"clause", "kind", "verdict", "code", "text"}
    assert all(finding.keys() == names for finding in found["findings"])
    assert found["at"].startswith("2026-03-02T") and found["at"].endswith("Z")


def test_ask_says_whom_and_by_when(town: Town, client: Client) -> None:
    found = ask(client, amount_minor="300001", at="2026-04-01", **SPENDING)
    assert found["verdict"] == "ask"
    assert found["at"] == "2026-04-01T12:00:00Z"
    assert found["asks"] == [
        {"whom": "backer", "due": "2026-04-06T12:00:00Z", "silence": "no", "clauses": ["B9"]}
    ]


def test_no_says_which_clause(town: Town, client: Client) -> None:
    found = ask(client, **{**SPENDING, "matter": "land"}, amount="1")
    assert found["verdict"] == "no"
    (refusal,) = [f for f in found["findings"] if f["verdict"] != "met"]
    assert (refusal["clause"], refusal["code"]) == ("B5", "reserved_matter")


def test_amounts_in_minor_units_and_with_decimals_are_one(town: Town, client: Client) -> None:
    texts = [
        [f["text"] for f in ask(client, **amount, **SPENDING)["findings"]]
        for amount in ({"amount": "3000"}, {"amount": "3000,00"}, {"amount_minor": "300000"})
    ]
    assert texts[0] == texts[1] == texts[2]


def test_words_come_in_the_language_asked_for(town: Town, client: Client) -> None:
    english = ask(client, power="commit", lang="en")["findings"][2]["text"]
    polish = ask(client, power="commit", lang="pl")["findings"][2]["text"]
    assert english == "This is within the period of the remit."
    assert polish == "Mieści się to w okresie upoważnienia."
    assert ask(client, power="commit")["findings"][2]["text"] == english


def test_letters_are_sent_as_they_are(town: Town, client: Client) -> None:
    assert "Mieści" in get(client, power="commit", lang="pl").content.decode()


@pytest.mark.parametrize(
    ("question", "field", "said"),
    [
        ({"power": ""}, "power", "This is needed."),
        ({}, "power", "This is needed."),
        ({"power": "fly"}, "power", "“fly” is not a choice here."),
        ({"amount": "1,2,3"}, "amount", "“1,2,3” is no amount in PLN."),
        ({"amount_minor": "1.5"}, "amount_minor", "“1.5” is no whole number."),
        ({"amount_minor": "-1"}, "amount_minor", "“-1” is no whole number."),
        ({"amount_minor": "٣"}, "amount_minor", "“٣” is no whole number."),
        ({"amount_minor": "9" * 17}, "amount_minor", "is no whole number."),
        ({"amount_minor": "9" * 16}, "amount", "is no amount in PLN."),
        ({"amount": "1", "amount_minor": "100"}, "amount_minor", "The amount was given twice."),
        ({"at": "yesterday"}, "at", "“yesterday” is not a day."),
        ({"lang": "xx"}, "lang", "“xx” is not a language here."),
        ({"recipient": "sister"}, "recipient", "No clause of this remit looks at “recipient”."),
        ({"colour": "red"}, "colour", "No clause of this remit looks at “colour”."),
    ],
)
def test_a_mistake_names_its_field_and_says_how_to_mend_it(
    town: Town, client: Client, question: dict[str, str], field: str, said: str
) -> None:
    base = SPENDING if question else {}
    assert said in wrong(client, **{**base, **question})[field]["problem"]


def test_every_mistake_is_named_at_once(town: Town, client: Client) -> None:
    found = wrong(client, power="fly", amount="x", at="x", colour="red")
    assert found.keys() == {"power", "amount", "at", "colour"}


def test_of_no_remit_nothing_is_said(town: Town, client: Client) -> None:
    answer = client.get("/api/remits/T-9/ask?power=commit")
    assert answer.status_code == 404
    (error,) = json.loads(answer.content)["errors"]
    assert error["field"] == "remit" and "“T-9”" in error["problem"] and error["mend"]


def test_asking_leaves_no_trace(town: Town, client: Client) -> None:
    before = traces()
    ask(client, amount="100", **SPENDING)
    assert traces() == before
    assert not client.cookies
