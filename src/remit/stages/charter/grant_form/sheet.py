"""The sheet: what stands in each box of the form, by the box's name.

A name is a path, such as `holder.quorum`, `clauses.2.amount` or `clauses.0.purposes.1.text.pl`.
Rows and clauses are counted from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from remit.core.bounds import KINDS, Instrument, instrument_json
from remit.core.bounds.amounts import major
from remit.core.bounds.reading import moment
from remit.stages.charter.grant_form import shapes
from remit.stages.charter.grant_form.moments import moment_text
from remit.stages.charter.grant_form.shapes import Box, Group, Rows, Shape, Texts

Sheet = dict[str, str]

NAME = re.compile(r"[a-z_]+(\.[A-Za-z0-9_-]+)*")
KIND = "kind"
ON = "on"
"""What a ticked box sends."""
FIRST_CLAUSES = ("period", "purpose", "envelope", "powers")
"""Kinds that every remit has; a new form begins with them."""


def sheet_of(instrument: Instrument) -> Sheet:
    """Everything that the instrument says."""
    data: dict[str, Any] = instrument_json(instrument)
    sheet: Sheet = {}
    for name, shape in shapes.frame().items():
        sheet.update(_written(shape, data[name], name, currency=instrument.currency))
    for place, clause in enumerate(data["clauses"]):
        sheet.update(_clause(clause, f"clauses.{place}", currency=instrument.currency))
    return sheet


def blank_sheet(parent: Instrument) -> Sheet:
    """What is known of a new remit before anybody has written: where it stands, and no more."""
    sheet = {
        "version": "1",
        "parent": parent.code,
        "grantor": parent.grantor,
        "backer": parent.backer,
        "currency": parent.currency,
        **{f"clauses.{n}.{KIND}": kind for n, kind in enumerate(FIRST_CLAUSES)},
    }
    for n, outcome in enumerate(parent.appetite):
        sheet |= {f"appetite.{n}.key": outcome, f"appetite.{n}.given": ""}
    return {**sheet, "demonstration": ON} if parent.demonstration else sheet


def sent_sheet(sent: Mapping[str, str]) -> Sheet:
    """What of a sent form belongs to the sheet; lines end as everywhere else."""
    return {
        name: text.replace("\r\n", "\n")
        for name, text in sent.items()
        if NAME.fullmatch(name) and name.partition(".")[0] in Instrument.PARAMS
    }


def places(sheet: Mapping[str, str], prefix: str) -> list[int]:
    """The numbers of the rows, or clauses, that stand below this name, in order."""
    found = set()
    for name in sheet:
        if name.startswith(f"{prefix}."):
            number = name[len(prefix) + 1 :].partition(".")[0]
            if re.fullmatch(r"[0-9]{1,4}", number):
                found.add(number)
    return sorted({int(number) for number in found})


def kind_at(sheet: Mapping[str, str], place: int) -> str:
    """The kind of the clause at this place; empty if there is none of this name."""
    kind = sheet.get(f"clauses.{place}.{KIND}", "")
    return kind if kind in KINDS else ""


def _clause(clause: Mapping[str, Any], prefix: str, *, currency: str) -> Iterator[tuple[str, str]]:
    kind = clause["kind"]
    yield f"{prefix}.{KIND}", kind
    own = clause.get("currency", currency)
    for name, shape in shapes.clause(kind).items():
        if name == "currency" and own == currency:
            continue  # it is that of the remit, also when that one is changed
        yield from _written(shape, clause[name], f"{prefix}.{name}", currency=own)


def _written(shape: Shape, value: Any, name: str, *, currency: str) -> Iterator[tuple[str, str]]:
    if isinstance(shape, Group):
        for field, inner in shape.boxes.items():
            yield from _written(inner, value and value[field], f"{name}.{field}", currency=currency)
    elif isinstance(shape, Rows):
        for place, row in enumerate(_rows(shape, value)):
            for (column, cell), item in zip(shape.columns.items(), row, strict=True):
                yield from _written(cell, item, f"{name}.{place}.{column}", currency=currency)
    elif isinstance(shape, Texts):
        yield from ((f"{name}.{language}", text) for language, text in (value or {}).items())
    elif shape.sort == "flag":
        if value:
            yield name, ON
    else:
        yield name, "" if value is None else _box(shape, value, currency)


def _rows(shape: Rows, value: Any) -> list[tuple[Any, ...]]:
    """Each row's values, in the order of its columns."""
    if shape.how == "by_key":
        return list(value.items())
    if shape.how == "singles":
        return [(item,) for item in value]
    if shape.how == "pairs":
        return [tuple(item) for item in value]
    return [tuple(item[column] for column in shape.columns) for item in value]


def _box(box: Box, value: Any, currency: str) -> str:
    if box.sort == "codes":
        return ", ".join(value)
    if box.sort == "amount":
        return major(value, currency=currency)
    if box.sort == "moment":
        return moment_text(moment(value, where=""))
    return str(value)
