"""From the place that an error names, such as `B2.purposes.green.en`, to the box on the form."""

from __future__ import annotations

import re
from collections.abc import Mapping

from remit.core.bounds.errors import shown
from remit.core.bounds.instrument import PARTS
from remit.stages.charter.grant_form.sheet import places

CLAUSE = re.compile(r"B([0-9]{1,4})(?:\.(.*))?")
KEYS = {"key": "given", "code": "text"}
"""The box by which the core knows a row, and the one that is told of under its name."""


def box_of(where: str, sheet: Mapping[str, str], *, value: object = None) -> str:
    """The name of a box, or of several that belong together; "" where none is meant.

    `value` is what stands in the box, if the error repeats it: of several rows it tells which.
    """
    name, rest = "", where
    if found := CLAUSE.fullmatch(where):
        name, rest = f"clauses.{int(found[1]) - 1}", found[2] or ""
    for step in rest.split(".") if rest else ():
        inner = f"{name}.{step}" if name else step
        if row := _row(name, step, sheet):
            name = row
        elif not name or name in PARTS or _is_clause(name) or _stands(inner, sheet):
            name = inner
        else:
            break
    return "" if name == "clauses" else _with_value(name, value, sheet) or name


def _is_clause(name: str) -> bool:
    return name.startswith("clauses.") and name.count(".") == 1


def _row(name: str, step: str, sheet: Mapping[str, str]) -> str:
    """What is told of under this code, in the rows below this name."""
    for place in places(sheet, name) if name else ():
        for key, other in KEYS.items():
            if sheet.get(f"{name}.{place}.{key}", "").strip() == step:
                return f"{name}.{place}.{other}"
    return ""


def _with_value(name: str, value: object, sheet: Mapping[str, str]) -> str:
    """The last box in the rows below this name in which the value stands."""
    found = [
        f"{name}.{place}.{column}"
        for place in places(sheet, name)
        for column in ("key", "code", "one", "first", "second", "given", "evidence")
        if value and shown(sheet.get(f"{name}.{place}.{column}", "").strip()) == value
    ]
    return found[-1] if found else ""


def _stands(name: str, sheet: Mapping[str, str]) -> bool:
    return any(box == name or box.startswith(f"{name}.") for box in sheet)
