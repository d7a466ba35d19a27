"""What the buttons inside the form do: a row more, a clause more, another order."""

from __future__ import annotations

import re
from collections.abc import Mapping

from remit.core.bounds import KINDS
from remit.stages.charter.grant_form import shapes
from remit.stages.charter.grant_form.shapes import Rows
from remit.stages.charter.grant_form.sheet import KIND, Sheet, kind_at, places
from remit.stages.charter.grant_form.tidying import below

MOVE = re.compile(r"(row|up|down|remove|add):([A-Za-z0-9_.]+)")
CLAUSES_MAX = 99
ROWS_MAX = 200


def moved(sheet: Mapping[str, str], do: str) -> Sheet | None:
    """The sheet after this button was pressed; None if it is none of these buttons.

    `row:clauses.0.purposes` adds a row, `up:2`, `down:2` and `remove:2` are about a clause by
    its place, and `add:cap` puts a clause of this kind at the end.
    """
    found = MOVE.fullmatch(do)
    if not found:
        return None
    what, which = found.groups()
    if what == "row":
        return _with_row(sheet, which)
    order = [place for place in places(sheet, "clauses") if kind_at(sheet, place)]
    frame = {name: text for name, text in sheet.items() if not name.startswith("clauses.")}
    clauses = [below(sheet, f"clauses.{place}", "") for place in order]
    if what == "add":
        if which in KINDS and len(clauses) < CLAUSES_MAX:
            clauses.append({f".{KIND}": which})
    elif which.isdecimal() and int(which) in order:
        _reorder(clauses, order.index(int(which)), what)
    for place, clause in enumerate(clauses):
        frame |= {f"clauses.{place}{name}": text for name, text in clause.items()}
    return frame


def _reorder(clauses: list[Sheet], place: int, what: str) -> None:
    clause = clauses.pop(place)
    if what == "up":
        clauses.insert(max(0, place - 1), clause)
    elif what == "down":
        clauses.insert(place + 1, clause)


def _with_row(sheet: Mapping[str, str], name: str) -> Sheet:
    """One empty row more; the sheet as it is where this name has no rows."""
    shape = rows_of(sheet, name)
    there = places(sheet, name)
    if shape is None or len(there) >= ROWS_MAX:
        return dict(sheet)
    new = max(there, default=-1) + 1
    return {**sheet, f"{name}.{new}.{next(iter(shape.columns))}": ""}


def rows_of(sheet: Mapping[str, str], name: str) -> Rows | None:
    """The shape of the rows with this name."""
    owner, _, field = name.rpartition(".")
    if not owner:
        shape = shapes.frame().get(field)
    else:
        number = owner.removeprefix("clauses.")
        kind = kind_at(sheet, int(number)) if number.isdecimal() else ""
        shape = shapes.clause(kind).get(field) if kind else None
    return shape if isinstance(shape, Rows) else None
