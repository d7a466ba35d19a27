"""Rows in which nothing is written fall away, and the others are numbered without gaps."""

from __future__ import annotations

from collections.abc import Mapping

from remit.stages.charter.grant_form import shapes
from remit.stages.charter.grant_form.shapes import Rows
from remit.stages.charter.grant_form.sheet import KIND, Sheet, kind_at, places


def tidied(sheet: Mapping[str, str]) -> Sheet:
    """The same sheet without empty rows, and without clauses of no known kind."""
    tidy = {name: text for name, text in sheet.items() if not name.startswith("clauses.")}
    for name, shape in shapes.frame().items():
        if isinstance(shape, Rows):
            tidy = _tidy_rows(tidy, name)
    known = [place for place in places(sheet, "clauses") if kind_at(sheet, place)]
    for new, old in enumerate(known):
        prefix = f"clauses.{new}"
        tidy |= below(sheet, f"clauses.{old}", prefix)
        for name, shape in shapes.clause(tidy[f"{prefix}.{KIND}"]).items():
            if isinstance(shape, Rows):
                tidy = _tidy_rows(tidy, f"{prefix}.{name}")
    return tidy


def below(sheet: Mapping[str, str], prefix: str, becomes: str) -> Sheet:
    """What stands below a name, under another one."""
    return {
        becomes + name[len(prefix) :]: text
        for name, text in sheet.items()
        if name.startswith(f"{prefix}.")
    }


def _tidy_rows(sheet: Sheet, prefix: str) -> Sheet:
    rows = [below(sheet, f"{prefix}.{place}", "") for place in places(sheet, prefix)]
    kept = [row for row in rows if any(text.strip() for text in row.values())]
    tidy = {name: text for name, text in sheet.items() if not name.startswith(f"{prefix}.")}
    for place, row in enumerate(kept):
        tidy |= {f"{prefix}.{place}{name}": text for name, text in row.items()}
    return tidy
