"""Try before you sign: on past acts, on a table, on what one thinks of; nothing is recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from remit.core.bounds import Cap, Instrument
from remit.record.perform import Refused
from remit.stages.charter.acts import DraftRemit
from remit.stages.charter.forms import trying
from tests.record.tables import contents
from tests.town import NOON, ROOT, Town, adopt, residents, said
from tests.web.html_page import Page, faults, read

TRY, DRAFT = "/en/remits/T-1/try", "/en/remits/ROOT/drafts/T-2/try"
PAST = {"source": "past", "of": "T-1"}
COLUMNS = "at,power,amount,purpose,matter,position,person,item,evidence"
HOSTILE = "<script>alert(1)</script>"
QUERIES_MAX = 12


def look(answer: HttpResponse, status: int = 200) -> Page:
    assert answer.status_code == status
    page = read(answer.content)
    assert faults(page) == []
    return page


def figures(page: Page) -> list[str]:
    return [e.words for e in page.all("span", class_="figure-value")]


def table(page: Page, caption: str) -> str:
    """All that stands in the table that is called so."""
    (found,) = [e for e in page.all("table") if e.words.startswith(caption)]
    return found.words.replace("\u00a0", " ")


def lines(*rows: str) -> dict[str, str]:
    return {"source": "table", "lines": "\n".join((COLUMNS, *rows)), "nothing_filed": "on"}


def row(amount: str, power: str = "adopt", position: str = "clerk", **more: str) -> str:
    given = {
        "at": "2026-03-02",
        "power": power,
        "amount": amount,
        "purpose": "park",
        "matter": "none",
        "position": position,
        "person": position,
        "item": "",
        "evidence": "tally",
        **more,
    }
    return ",".join(given[name] for name in COLUMNS.split(","))


def capped(amount: int) -> Instrument:
    clauses = tuple(
        replace(clause, amount=amount) if isinstance(clause, Cap) else clause
        for clause in residents().clauses
    )
    return residents(code="T-2", clauses=clauses)


@pytest.fixture
def paid(settings: Any, town_at: Callable[[str], Town]) -> Town:
    """The town at its end, where one thing was refused, and a narrower remit is drafted."""
    settings.DEMO, settings.DEMO_DAY = True, NOON.date()
    town = town_at("paid")
    with pytest.raises(Refused):
        town.do(adopt("2", 600_000))
    act = DraftRemit(instrument=capped(399_999), reasons=said("Less."))
    town.do(act, under=ROOT)
    return town


def test_the_past_under_its_own_remit_comes_out_as_it_was(paid: Town, client: Client) -> None:
    before = contents()
    page = look(client.post(TRY, PAST))
    assert figures(page) == ["9", "0", "1"]
    assert "Acts tried: 10." in page.text
    stopped = table(page, "What each clause did")
    assert "B4: Limit for one act 1PLN 6,000.00" in stopped
    assert contents() == before, "something was recorded"


def test_a_draft_is_held_beside_the_remit_in_force(paid: Town, client: Client) -> None:
    page = look(client.get(DRAFT))
    choices = {e.get("value") for e in page.all("option")}
    assert {"remit:T-1", "T-1"} <= choices and "draft:T-2:1" not in choices
    page = look(client.post(DRAFT, {**PAST, "beside": "remit:T-1"}))
    answers = table(page, "How the two answer")
    # One of 4,000.00 is above the draft's limit; all else is answered alike.
    assert "Yes 8PLN 2,800.00 9PLN 6,800.00" in answers
    assert "No 2PLN 10,000.00 1PLN 6,000.00" in answers
    more = table(page, "What the other one lets pass more easily")
    assert (
        "PLN 4,000.00 No Yes" in more
        and "Acts: 1. Together: PLN 4,000.00." in page.text.replace("\u00a0", " ")
    )
    assert "What the other one lets pass less easily" not in page.text
    page = look(client.post(TRY, {**PAST, "beside": "draft:T-2:1"}))
    assert "What the other one lets pass less easily" in page.text


def test_two_that_say_the_same_answer_alike(paid: Town, client: Client) -> None:
    paid.do(DraftRemit(instrument=residents(code="T-3"), reasons=said("The same.")), under=ROOT)
    page = look(client.post(TRY, {**PAST, "beside": "draft:T-3:1"}))
    assert "The two answer each of these acts alike." in page.text


def test_a_table_is_tried(paid: Town, client: Client) -> None:
    page = look(client.post(TRY, lines(row("5000.00"), row("5000.01"), row("1", "pay", "clerk"))))
    assert figures(page) == ["1", "0", "2", "1"]
    file = SimpleUploadedFile("acts.csv", lines(row("5000.00"))["lines"].encode("utf-8-sig"))
    page = look(client.post(TRY, {"source": "table", "table": file}))
    assert figures(page)[0] == "1"


def test_whoever_is_asked_may_be_taken_to_agree(paid: Town, client: Client) -> None:
    twice = [row("4000", "commit", item="x")] * 2
    rows = lines(row("4000", item="x"), *twice)
    assert figures(look(client.post(TRY, rows)))[:3] == ["1", "2", "0"]
    page = look(client.post(TRY, {**rows, "agreed": "on"}))
    assert figures(page)[:3] == ["1", "1", "1"], "the first of the two has used up the money"


def test_what_the_table_does_not_say_is_told_apart_from_a_refusal(
    paid: Town, client: Client
) -> None:
    sent = {"source": "table", "lines": "at,power,amount\n2026-03-02,adopt,10"}
    page = look(client.post(TRY, sent))
    assert figures(page) == ["0", "0", "1", "1"]
    assert "a no only because the acts don’t say enough" in page.text


def test_what_is_thought_of_is_tried(paid: Town, client: Client) -> None:
    sent = {
        "source": "thought",
        "act1-power": "adopt",
        "act1-amount": "4000",
        "act1-matter": "none",
        "act1-purpose": "park",
        "act1-evidence": "tally",
        "act3-power": "adopt",
        "act3-amount": "5000,01",
        "act3-matter": "none",
        "act3-purpose": "park",
        "act3-evidence": "tally",
    }
    page = look(client.post(TRY, sent))
    assert figures(page) == ["1", "0", "1"]
    page = look(client.post(TRY, {**sent, "act3-amount": "much"}), 422)
    assert "“much” is no amount in PLN." in page.text
    assert "What came out" not in page.text
    empty = look(client.post(TRY, {"source": "thought"}))
    assert "There was nothing to try it on" in empty.text


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"source": "nothing"}, "Select a valid choice"),
        ({}, "This field is required"),
        ({"source": "past", "of": "T-9"}, "Select a valid choice"),
        ({**PAST, "beside": "remit:T-9"}, "Select a valid choice"),
        ({"source": "table"}, "Choose a file, or write the table below."),
        ({"source": "table", "lines": "at,power\n"}, "The column “amount” is missing."),
        (lines(row("much")), "Line 2, column amount: “much” is no amount."),
        (lines(row("1", at="soon"), row("x")), "Line 3, column amount: “x” is no amount."),
        (lines(row("1", power=HOSTILE)), f"“{HOSTILE}” is not known here."),
    ],
)
def test_what_is_wrong_is_told_and_kept(
    paid: Town, client: Client, sent: dict[str, str], told: str
) -> None:
    page = look(client.post(TRY, sent), 422)
    assert told in page.text
    assert not page.all("script", src="")
    if "lines" in sent:
        assert page.one("textarea", name="lines").text.strip("\n") == sent["lines"].strip("\n")


def test_more_than_is_tried_at_once_is_refused(
    paid: Town, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trying, "ACTS_MAX", 2)
    page = look(client.post(TRY, lines(*[row("1")] * 3)), 422)
    assert "There are 3 acts, and at most 2 are tried at once." in page.text
    assert "At most 5,000 acts" in look(client.get(TRY)).text


def test_a_file_that_is_no_table_is_told(paid: Town, client: Client) -> None:
    for content in (b"\xff\xfe\x00", b"a" * (trying.CSV_BYTES_MAX + 1)):
        file = SimpleUploadedFile("acts.csv", content)
        page = look(client.post(TRY, {"source": "table", "table": file}), 422)
        assert "This is no text in UTF-8, or it is too long." in page.text


def test_a_draft_that_does_not_hold_together_says_so(paid: Town, client: Client) -> None:
    unsound = residents(code="T-2", clauses=residents().clauses[:1])
    paid.do(DraftRemit(instrument=unsound, reasons=said("Half.")), under=ROOT)
    page = look(client.post(DRAFT, PAST))
    assert "It does not hold together yet, so it refuses everything" in page.text
    assert figures(page)[0] == "0"


def test_hostile_words_are_only_words(paid: Town, client: Client) -> None:
    act = DraftRemit(instrument=residents(code="T-2", title=said(HOSTILE)), reasons=said(HOSTILE))
    paid.do(act, under=ROOT)
    for address in (TRY, DRAFT):
        page = look(client.post(address, {**PAST, **lines(row("1"))}))
        assert not page.all("script", src="")


def test_few_questions_are_asked_of_the_database(paid: Town, client: Client) -> None:
    for method, address, data, most in (
        ("get", TRY, {}, 8),
        ("get", DRAFT, {}, 8),
        ("post", TRY, {**PAST, "beside": "draft:T-2:1"}, QUERIES_MAX),
        ("post", DRAFT, PAST, QUERIES_MAX),
    ):
        with CaptureQueriesContext(connection) as asked:
            look(getattr(client, method)(address, data))
        assert len(asked) <= most, [q["sql"] for q in asked]
