"""The reference of clauses says what the code says."""

from __future__ import annotations

from remit.core.bounds import KINDS
from tools import reference


def test_the_page_of_clauses_is_up_to_date() -> None:
    path = reference.ROOT / reference.CLAUSES_PAGE
    page = path.read_text(encoding="utf-8") if path.exists() else ""
    assert page == reference.clauses_page(), "run: python -m tools.reference"


def test_every_kind_and_code_is_documented() -> None:
    page = reference.clauses_page()
    for name, kind in KINDS.items():
        for code in (name, *kind.CODES, *kind.PARAMS):
            assert f"`{code}`" in page
