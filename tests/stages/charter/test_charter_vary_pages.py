"""The next version of a remit: what becomes different, and what that means."""

from __future__ import annotations

import json
from dataclasses import replace

from django.test import Client

from remit.core.bounds import Instrument, instrument_json
from remit.record import reads
from remit.record.models import Record
from tests.stages.charter.writing import (
    VARY,
    boxes,
    look,
    reasons,
    send,
    typed,
    varied,
)
from tests.town import residents


def test_a_variation_shows_what_becomes_different(varying: Client) -> None:
    found = typed(look(varying.get(VARY)))
    assert (found["code"], found["version"]) == ("T-1", "2")
    page = look(varying.post(VARY, {**boxes(varied()), "do": "check"}))
    changes = page.id("changes")
    assert changes.words == "What becomes different"
    table = next(t for t in page.all("table") if "Envelope" in t.words)
    assert "PLN 9,999.00" in table.words.replace("\u00a0", " ")
    assert "less is allowed" in table.words
    assert "The backing stays" in page.text
    page = look(varying.post(VARY, {**boxes(wider()), "do": "check"}))
    assert "It must be backed again" in page.text
    assert "more is allowed" in page.text


def wider() -> Instrument:
    """A second version without the cap."""
    kept = [clause for clause in residents().clauses if clause.kind != "cap"]
    numbered = tuple(replace(clause, id=f"B{n}") for n, clause in enumerate(kept, start=1))
    return residents(version=2, clauses=numbered)


def test_a_variation_is_sent_with_reasons(varying: Client) -> None:
    look(send(varying, "send", VARY), 422)
    answer = send(varying, "send", VARY, **reasons("send"))
    record = Record.objects.get(kind="charter.vary")
    assert (answer.status_code, record.outcome) == (302, "done")
    found = reads.remit("T-1")
    assert found is not None and (found.version, found.instrument) == (2, varied())


def test_what_a_variation_does_not_allow_is_told(varying: Client) -> None:
    text = json.dumps(instrument_json(residents()))
    key = typed(look(varying.post(VARY, {"text": text, "do": "check"})))["key"]
    sent = {"text": text, "key": key, "do": "send", **reasons("send")}
    page = look(varying.post(VARY, sent), 422)
    assert "The next version of the remit T-1 has the number 2, not 1." in page.text


def test_a_variation_can_be_drafted_first(varying: Client) -> None:
    assert send(varying, "save", VARY, **reasons("save")).status_code == 302
    page = look(varying.get("/en/remits/ROOT/drafts/T-1"))
    assert "Look, check and vary" in page.text
    found = typed(look(varying.get(f"{VARY}?draft=T-1")))
    assert (found["version"], found["clauses.2.amount"]) == ("2", "9999.00")
