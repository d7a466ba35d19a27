"""Writing a remit on the form; the look before, and what is sent in the end."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from remit.core.bounds import instrument_json
from remit.record import reads
from remit.record.models import Record
from remit.stages.charter.models import Draft
from tests.journeys.every_page import take_part
from tests.stages.charter.writing import (
    GRANT,
    HOSTILE,
    boxes,
    buttons,
    look,
    reasons,
    send,
    typed,
    varied,
    with_envelope,
)
from tests.town import ENVELOPE, Town, residents, said

QUERIES_MAX = 12


def test_the_form_begins_with_what_is_known(officer: Client) -> None:
    page = look(officer.get(GRANT))
    found = typed(page)
    assert (found["parent"], found["version"], found["currency"]) == ("ROOT", "1", "PLN")
    assert (found["grantor"], found["backer"], found["title.en"]) == (
        "accountable-officer",
        "backer",
        "",
    )
    kinds = [e.get("value") for e in page.all("input") if e.get("name").endswith(".kind")]
    assert kinds == ["period", "purpose", "envelope", "powers"]
    assert {"check", "yaml", "add:cap", "up:1", "down:0", "remove:3"} <= buttons(page)
    assert not page.all("script", src="") and not page.all("div", class_="error-summary")


def test_nobody_need_be_signed_in_to_write_and_look(
    town_at: Callable[[str], Town], client: Client
) -> None:
    town_at("founded")
    assert "You act in no position" in look(client.get(GRANT)).text
    page = look(client.post(GRANT, {**boxes(residents()), "do": "check"}))
    assert "All of it has passed" in page.text
    answer = client.post(GRANT, {"text": typed(page)["text"], "do": "send", "key": "0" * 32})
    assert answer.status_code == 410
    assert Record.objects.filter(kind="charter.grant").count() == 0


def test_a_remit_is_written_looked_at_and_granted(officer: Client) -> None:
    answer = send(officer, "send")
    record = Record.objects.get(kind="charter.grant")
    assert (answer.status_code, answer["Location"]) == (302, f"/en/record/{record.key}")
    granted = reads.remit("T-1")
    assert granted is not None and granted.instrument == residents()


def test_the_look_before_names_every_point_and_says_the_remit_in_words(officer: Client) -> None:
    page = look(officer.post(GRANT, {**boxes(residents()), "do": "check"}))
    (points, *_) = page.all("table")
    assert points.words.count("Passed") == 8
    for wanted in ("The money is there", "Somebody answers for it", "I answer for it."):
        assert wanted in page.text
    assert page.id("clause-B9").words.startswith("Clause B9")
    assert {"change", "save", "send"} <= buttons(page)


def test_what_is_not_fit_can_be_saved_and_not_granted(officer: Client) -> None:
    unfit = with_envelope(ENVELOPE + 1)
    page = look(officer.post(GRANT, {**boxes(unfit), "do": "check"}))
    assert "It is not fit to be granted yet" in page.text
    assert "PLN\u00a010,000.01" in page.text and "Make the envelope smaller" in page.text
    assert "send" not in buttons(page)
    hidden = typed(page)
    forged = {"text": hidden["text"], "key": hidden["key"], "do": "send"}
    page = look(officer.post(GRANT, forged), 422)
    assert "It is not fit to be granted yet. Mend what is said above." in page.text
    assert not Record.objects.filter(kind="charter.grant").exists()
    saved = officer.post(GRANT, {**forged, "do": "save", **reasons("save")})
    assert saved.status_code == 302
    assert Draft.objects.get().code == "T-1"


def test_a_remit_without_an_envelope_is_looked_at_as_well(officer: Client) -> None:
    clauses = [c for c in residents().clauses if c.kind in ("period", "purpose")]
    bare = residents(clauses=tuple(clauses))
    page = look(officer.post(GRANT, {**boxes(bare), "do": "check"}))
    assert "There is no clause of the kind envelope." in page.text
    text = json.dumps(instrument_json(bare))
    look(officer.post(GRANT, {"text": text, "key": typed(page)["key"], "do": "send"}), 422)


def test_saving_needs_reasons(officer: Client) -> None:
    page = look(send(officer, "save"), 422)
    assert "Write it in at least one language." in page.one("div", role="alert").text
    assert not Draft.objects.exists()
    assert send(officer, "save", **reasons("save")).status_code == 302
    assert Draft.objects.get().reasons == {"en": "It is time."}


def test_what_is_wrong_stands_beside_its_box_and_all_is_kept(officer: Client) -> None:
    sent = {
        **boxes(residents()),
        "code": "t 1",
        "clauses.2.amount": "much",
        "clauses.5.powers.0.given": "",
        "title.en": HOSTILE,
        "scope.pl": "Po polsku.\r\nDrugi wiersz.",
    }
    page = look(officer.post(GRANT, {**sent, "do": "check"}), 422)
    assert page.one("title").text.strip().startswith("Error:")
    summary = page.one("div", role="alert")
    targets = [a.get("href") for a in page.all("a") if a.get("href").startswith("#id_")]
    assert targets == ["#id_code", "#id_clauses.2.amount", "#id_clauses.5.powers.0.given"]
    assert "B3, How much there is in all: “much” is no amount." in summary.words
    assert "This is needed. Fill it in." in page.id("id_clauses.5.powers.0.given_error").text
    kept = typed(page)
    for name in ("code", "clauses.2.amount", "title.en", "clauses.8.days"):
        assert kept[name] == sent[name]
    assert kept["scope.pl"].strip() == "Po polsku.\nDrugi wiersz."
    assert not page.all("script", src="")


def test_hostile_words_are_only_words(officer: Client) -> None:
    hostile = residents(title=said(HOSTILE), scope=said(HOSTILE))
    for do in ("check", "yaml", "row:clauses.1.purposes"):
        page = look(officer.post(GRANT, {**boxes(hostile), "do": do}))
        assert not page.all("script", src="")
        assert HOSTILE in "".join((page.text, *typed(page).values()))


def test_buttons_add_move_and_remove_without_a_word_lost(officer: Client) -> None:
    sent = {**boxes(residents()), "title.en": "Half a"}
    for do, kinds in (("up:1", "purpose period"), ("add:share", "period purpose")):
        page = look(officer.post(GRANT, {**sent, "do": do}))
        found = [e.get("value") for e in page.all("input") if e.get("name").endswith(".kind")]
        assert " ".join(found).startswith(kinds) and len(found) == 9 + (do == "add:share")
        assert typed(page)["title.en"] == "Half a"
    page = look(officer.post(GRANT, {**sent, "do": "row:clauses.1.purposes"}))
    assert "clauses.1.purposes.1.code" in typed(page)


def test_a_remit_is_copied_with_a_code_of_its_own(varying: Client) -> None:
    found = typed(look(varying.get(f"{GRANT}?from=T-1")))
    assert (found["code"], found["version"], found["parent"]) == ("", "1", "ROOT")
    assert (found["title.en"], found["clauses.2.amount"]) == ("A park", "10000.00")
    assert typed(look(varying.get(f"{GRANT}?from=nothing")))["title.en"] == ""


def test_strange_ways_to_begin_begin_with_an_empty_form(varying: Client) -> None:
    for strange in ("%00", "T-9", "", "%FF", "a" * 3000):
        for name in ("from", "draft"):
            assert typed(look(varying.get(f"{GRANT}?{name}={strange}")))["title.en"] == ""


@pytest.mark.parametrize(
    "sent", [{}, {"clauses.0.kind": "share"}, {"clauses.7.kind": "x"}, {"do": "nothing"}]
)
def test_hardly_anything_sent_is_a_form_to_be_mended(officer: Client, sent: dict[str, str]) -> None:
    assert "This is needed. Fill it in." in look(officer.post(GRANT, sent), 422).text


def test_changing_it_leads_back_to_the_form(officer: Client) -> None:
    text = json.dumps(instrument_json(residents()))
    page = look(officer.post(GRANT, {"text": text, "do": "change"}))
    assert typed(page)["title.en"] == "A park"


def test_text_that_was_tampered_with_is_refused(officer: Client) -> None:
    for text in ("", "{}", "nothing", '{"code": 1}'):
        for do in ("send", "save", "change", "check"):
            assert officer.post(GRANT, {"text": text, "do": do}).status_code == 400


def test_what_cannot_be_done_is_told_beside_the_button(officer: Client) -> None:
    """The act itself knows more than the look before: who acts is not its grantor."""
    text = json.dumps(instrument_json(residents(grantor="clerk")))
    key = typed(look(officer.post(GRANT, {"text": text, "do": "check"})))["key"]
    page = look(officer.post(GRANT, {"text": text, "key": key, "do": "send"}), 422)
    assert "The instrument names clerk as its grantor, not accountable-officer." in page.text
    assert not Record.objects.filter(kind="charter.grant").exists()


def test_out_of_bounds_the_answer_is_a_record(officer: Client) -> None:
    take_part(officer, "treasurer")
    answer = send(officer, "save", **reasons("save"))
    record = Record.objects.get(kind="charter.draft")
    assert (answer["Location"], record.outcome) == (f"/en/record/{record.key}", "refused")
    assert not Draft.objects.exists()


@pytest.mark.parametrize("language", ["en", "pl"])
def test_few_questions_are_asked_of_the_database(varying: Client, language: str) -> None:
    text = json.dumps(instrument_json(varied()))
    for method, path, data in (
        ("get", "ROOT/grant", {}),
        ("get", "ROOT/grant?from=T-1", {}),
        ("get", "T-1/vary", {}),
        ("post", "ROOT/grant", {"text": text, "do": "check"}),
        ("post", "T-1/vary", {"text": text, "do": "check"}),
    ):
        with CaptureQueriesContext(connection) as asked:
            answer = getattr(varying, method)(f"/{language}/remits/{path}", data)
        assert answer.status_code == 200
        assert len(asked) <= QUERIES_MAX, [q["sql"] for q in asked]
