"""The reference of clauses says what the code says."""

from __future__ import annotations

from pathlib import Path

import pytest

from remit.core.bounds import KINDS, Instrument
from remit.core.bounds.instrument import PARTS
from tools import reference, reference_clauses

PAGES = reference_clauses.clause_pages()


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_a_page_of_clauses_is_up_to_date(path: Path) -> None:
    there = reference.ROOT / path
    page = there.read_text(encoding="utf-8") if there.exists() else ""
    assert page == PAGES[path], "run: python -m tools.reference"


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_has_its_page_with_every_code(name: str) -> None:
    kind = KINDS[name]
    page = PAGES[reference_clauses.FOLDER / f"{name}.md"]
    for code in (name, *kind.CODES, *kind.PARAMS):
        assert f"`{code}`" in page
    assert "with nothing else known, it finds *" in page
    assert f"clauses/{name}.md" in PAGES[reference_clauses.INDEX]


def test_the_schema_is_up_to_date() -> None:
    there = reference.ROOT / reference.SCHEMA
    page = there.read_text(encoding="utf-8") if there.exists() else ""
    assert page == reference.schema_page(), "run: python -m tools.reference"


def test_every_field_of_an_instrument_is_on_its_page() -> None:
    page = (reference.ROOT / "docs/reference/instrument.md").read_text(encoding="utf-8")
    names = [*Instrument.PARAMS, *(name for part in PARTS.values() for name in part.PARAMS)]
    assert [name for name in names if f"`{name}`" not in page] == []


def test_no_page_is_about_a_kind_that_is_gone() -> None:
    there = {path.stem for path in (reference.ROOT / reference_clauses.FOLDER).glob("*.md")}
    assert there == set(KINDS)
