"""A remit as text: from the form, into the form, and what is wrong with it."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from remit.core.bounds import instrument_json, instrument_yaml
from tests.stages.charter.writing import (
    GRANT,
    boxes,
    look,
    typed,
)
from tests.town import residents


def test_from_the_form_to_text_and_back_nothing_is_lost(officer: Client) -> None:
    page = look(officer.post(GRANT, {**boxes(residents()), "do": "yaml"}))
    yaml = typed(page)["text"]
    assert yaml.strip() == instrument_yaml(residents()).strip()
    page = look(officer.post(GRANT, {"text": yaml.replace("\n", "\r\n"), "do": "open"}))
    found = {name: text.strip("\n") for name, text in typed(page).items()}
    want = {name: text for name, text in boxes(residents()).items() if name in found}
    assert {name: found[name] for name in want} == want and len(want) > 50


def test_a_file_is_opened_in_the_form(officer: Client) -> None:
    for name, text in (
        ("remit.yaml", instrument_yaml(residents())),
        ("remit.json", json.dumps(instrument_json(residents()))),
    ):
        file = SimpleUploadedFile(name, text.encode())
        page = look(officer.post(GRANT, {"do": "open", "file": file}))
        assert typed(page)["clauses.2.amount"] == "10000.00"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Paste the remit here, or choose a file."),
        ("code: T-1\ncode: T-2", "line 2, column 1: “code” is there twice."),
        ("code: T-1", "instrument: The field version is missing."),
        ("{", "This can't be read as JSON"),
        ("a: &x 1", "This is said by reference to another place."),
        ("'<b>x</b>': 1", "instrument: The field code is missing."),
    ],
)
def test_text_that_cannot_be_read_is_kept_and_told(officer: Client, text: str, told: str) -> None:
    page = look(officer.post(GRANT, {"do": "open", "text": text}), 422)
    assert told in page.text
    assert typed(page)["text"].strip("\n") == text
    assert not page.all("script", src="")


def test_a_file_that_is_no_text_is_told(officer: Client) -> None:
    for content, told in ((b"\xff\xfe", "This is no text in UTF-8."), (b"a" * 300_000, "262144")):
        file = SimpleUploadedFile("remit.yaml", content)
        page = look(officer.post(GRANT, {"do": "open", "file": file}), 422)
        assert told in page.text
