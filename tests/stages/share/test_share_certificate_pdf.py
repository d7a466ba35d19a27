"""The certificate as a PDF file; and where none can be made, a page that says what to do."""

from __future__ import annotations

import contextlib
import re
import zlib
from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from remit.record import sealer
from remit.record.models import Record
from remit.web import pdf
from tests.town import Town
from tests.web.html_page import faults, read


@pytest.fixture
def paid(town_at: Callable[[str], Town]) -> Record:
    town_at("paid")
    sealer.seal()
    return Record.objects.get(kind="fund.pay")


def address(record: Record, language: str = "en") -> str:
    return f"/record/{record.key}/certificate.pdf?lang={language}"


@pytest.fixture
def pango() -> None:
    """What makes the files is here; where it is not, these tests are skipped by name."""
    try:
        pdf.loaded()
    except pdf.CannotMake as error:
        pytest.skip(f"no PDF can be made here: {error}")


@pytest.mark.parametrize("language", ["en", "pl"])
def test_it_is_a_file_that_can_be_read_aloud(
    pango: None, paid: Record, client: Client, language: str
) -> None:
    answer = client.get(address(paid, language))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"] == f'inline; filename="certificate-{paid.key}.pdf"'
    assert answer.content.startswith(b"%PDF-1.7")
    inside = unpacked(answer.content)
    assert f"/Lang ({language})".encode() in inside
    assert b"/MarkInfo" in inside and b"pdfuaid" in inside


def unpacked(data: bytes) -> bytes:
    """The file's parts, without their compression."""
    found = data
    for part in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        with contextlib.suppress(zlib.error):
            found += zlib.decompress(part)
    return found


def test_every_style_sheet_is_found(
    pango: None, paid: Record, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    client.get(address(paid))
    assert [r.getMessage() for r in caplog.records if r.name.startswith("weasyprint")] == []


def test_where_a_library_is_missing_the_page_says_how_to_go_on(
    paid: Record, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise pdf.CannotMake("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(pdf, "loaded", missing)
    answer = client.get(address(paid))
    assert answer.status_code == 503
    page = read(answer.content)
    assert faults(page) == []
    assert "apt install libpango-1.0-0 libpangoft2-1.0-0" in page.text
    assert "it prints well" in page.text
    assert page.all("a", href=f"/en/record/{paid.key}/certificate")


def test_of_no_record_no_file_is_made(town: Town, client: Client) -> None:
    assert client.get(f"/record/{UUID(int=0)}/certificate.pdf").status_code == 404
