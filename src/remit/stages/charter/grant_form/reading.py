"""From the boxes to plain data as JSON has it. What can't be read is noted beside its box."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from remit.core.bounds import BadInstrument
from remit.core.bounds.amounts import minor
from remit.core.bounds.errors import MESSAGES, shown
from remit.core.bounds.strict_text import scalar
from remit.core.words import Words, gettext_noop, words
from remit.stages.charter.grant_form import shapes
from remit.stages.charter.grant_form.moments import moment_of
from remit.stages.charter.grant_form.shapes import Box, Cell, Group, Rows, Shape, Texts
from remit.stages.charter.grant_form.sheet import KIND, kind_at, places

NO_MOMENT = gettext_noop(
    "“{value}” is no day. Write a day, such as 2026-04-01, and if need be a time: 2026-04-01 10:30."
)
CURRENCY, ANY = re.compile(r"[A-Z]{3}"), "XXX"
"""What is wrong with a currency is said beside the currency, and not with every amount."""
BOTH = gettext_noop("{what} {mend}")


class Reading:
    """One pass over a tidied sheet."""

    def __init__(self, sheet: Mapping[str, str]) -> None:
        self.sheet = sheet
        self.currency = sheet.get("currency", "").strip()
        self.errors: dict[str, Words] = {}

    def data(self) -> dict[str, Any]:
        """The instrument; a value that can't be read is left as it is written."""
        data = {
            name: self.value(shape, name, self.currency) for name, shape in shapes.frame().items()
        }
        data["clauses"] = [self.clause(place) for place in places(self.sheet, "clauses")]
        return data

    def clause(self, place: int) -> dict[str, Any]:
        kind, prefix = kind_at(self.sheet, place), f"clauses.{place}"
        own = self.sheet.get(f"{prefix}.currency", "").strip() or self.currency
        found = {
            name: own if name == "currency" else self.value(shape, f"{prefix}.{name}", own)
            for name, shape in shapes.clause(kind).items()
        }
        return {"id": f"B{place + 1}", KIND: kind, **found}

    def value(self, shape: Shape, name: str, currency: str) -> Any:
        if isinstance(shape, Group):
            return self.group(shape, name, currency)
        if isinstance(shape, Rows):
            return self.rows(shape, name, currency)
        return self.cell(shape, name, currency)

    def group(self, group: Group, name: str, currency: str) -> Any:
        inside = (text for box, text in self.sheet.items() if box.startswith(f"{name}."))
        if group.open and not any(text.strip() for text in inside):
            return None
        return {
            field: self.cell(cell, f"{name}.{field}", currency)
            for field, cell in group.boxes.items()
        }

    def rows(self, shape: Rows, name: str, currency: str) -> Any:
        rows = [
            {
                column: self.cell(cell, f"{name}.{place}.{column}", currency)
                for column, cell in shape.columns.items()
            }
            for place in places(self.sheet, name)
            if not shape.needs or self.sheet.get(f"{name}.{place}.{shape.needs}", "").strip()
        ]
        if shape.how == "by_key":
            return self.by_key(rows, name)
        if shape.how == "singles":
            return [row["one"] for row in rows]
        return [list(row.values()) for row in rows] if shape.how == "pairs" else rows

    def by_key(self, rows: list[dict[str, Any]], name: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for place, row in enumerate(rows):
            if row["key"] in found:
                self.note(f"{name}.{place}.key", "repeated", value=row["key"])
            found[row["key"]] = row["given"]
        return found

    def cell(self, cell: Cell, name: str, currency: str) -> Any:
        if isinstance(cell, Texts):
            start = f"{name}."
            return {
                box.removeprefix(start): text
                for box, text in self.sheet.items()
                if box.startswith(start) and text.strip()
            }
        return self.box(cell, name, currency)

    def box(self, box: Box, name: str, currency: str) -> Any:
        written = self.sheet.get(name, "")
        text = written.strip()
        if box.open and not text:
            return None
        if box.sort == "flag":
            return name in self.sheet
        if box.sort == "line":
            return written if text else ""
        if box.sort == "codes":
            return re.findall(r"[^\s,;]+", text)
        if box.sort == "whole":
            return scalar(text)
        if box.sort == "amount":
            return self.amount(text, name, currency)
        return self.moment(text, name) if box.sort == "moment" else text

    def amount(self, text: str, name: str, currency: str) -> Any:
        """With a comma or a point before the decimals, and spaces between the figures."""
        bare = re.sub(r"[\s\u00a0\u202f]", "", text)
        if "." not in bare:
            bare = bare.replace(",", ".", 1)
        try:
            return minor(
                bare, currency=currency if CURRENCY.fullmatch(currency) else ANY, where=name
            )
        except BadInstrument as error:
            if text:
                self.note(name, error.code, **{**error.params, "value": text})
            return None

    def moment(self, text: str, name: str) -> str:
        try:
            return moment_of(text)
        except ValueError:
            if text:
                self.errors[name] = words(NO_MOMENT, value=shown(text))
            return text

    def note(self, name: str, code: str, **params: object) -> None:
        what, mend = (words(message, **params) for message in MESSAGES[code])
        self.errors[name] = words(BOTH, what=what, mend=mend)
