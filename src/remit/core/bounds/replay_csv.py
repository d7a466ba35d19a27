"""A table of acts to try on an instrument, as an officer takes it from a spreadsheet.

The first row names the columns. A cell that is empty, and a column that isn't there, say nothing:
what isn't said is not known, and a clause that must know it refuses. Two columns are different: an
empty amount says that no money moves, so it must be there, and empty evidence that there is none.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from io import StringIO
from typing import Any

from remit.core.bounds import checks, reading
from remit.core.bounds.amounts import minor
from remit.core.bounds.deed import EFFECTS, RISK_MAX, Deed
from remit.core.bounds.errors import BadInstrument
from remit.core.bounds.labels import POWERS
from remit.core.bounds.replay import Trial
from remit.core.bounds.replay_errors import PROBLEMS_MAX, BadTable, TableProblem, problem
from remit.core.ledger import AMOUNT_MAX

ROWS_MAX = 10_000
NEEDED = ("at", "power", "amount")
"""Columns without which nothing can be tried."""
FILLED = ("at", "power")
"""Columns whose cells are never empty."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def trials_from_csv(text: str, currency: str) -> tuple[Trial, ...]:
    """The acts in the table's order; amounts are in major units of this currency.

    A day alone is its first moment in UTC. BadTable if anything is wrong: half a table would give
    a wrong picture.
    """
    trials: list[Trial] = []
    problems: list[TableProblem] = []
    for found in _read(text, currency):
        if isinstance(found, Trial):
            trials.append(found)
        elif len(problems) < PROBLEMS_MAX:
            problems.append(found)
        else:
            break
    if problems:
        raise BadTable(tuple(problems))
    return tuple(trials)


def _read(text: str, currency: str) -> Iterator[Trial | TableProblem]:
    rows = _rows(text)
    line, heading = next(rows, (1, []))
    if isinstance(heading, TableProblem):
        yield heading
        return
    columns = [name.strip() for name in heading]
    wrong = list(_wrong_columns(columns, line=line))
    yield from wrong
    for count, (line, row) in enumerate(rows if not wrong else (), start=1):
        if isinstance(row, TableProblem):
            yield row
        elif count > ROWS_MAX:
            yield problem(line, "", "table_too_long", most=ROWS_MAX)
            return
        elif len(row) != len(columns):
            yield problem(line, "", "row_cells", count=len(row), expected=len(columns))
        else:
            yield from _trial(dict(zip(columns, row, strict=True)), currency, line=line)


def _rows(text: str) -> Iterator[tuple[int, list[str] | TableProblem]]:
    """The rows that aren't blank, each with the line it begins on."""
    rows = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    line = 1
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                yield line, row
            line = rows.line_num + 1
    except csv.Error:
        yield line, problem(line, "", "table_quotes")


def _wrong_columns(columns: Sequence[str], *, line: int) -> Iterator[TableProblem]:
    if not columns:
        yield problem(line, "", "table_empty", allowed=tuple(CELLS))
        return
    for name, count in Counter(columns).items():
        if name not in CELLS:
            yield problem(line, name, "column_unknown", value=name, allowed=tuple(CELLS))
        elif count > 1:
            yield problem(line, name, "column_twice", value=name)
    for name in NEEDED:
        if name not in columns:
            yield problem(line, name, "column_missing", value=name)


def _trial(row: Mapping[str, str], currency: str, *, line: int) -> Iterator[Trial | TableProblem]:
    """The act in this row, or everything that is wrong with it."""
    found: dict[str, Any] = {}
    problems: list[TableProblem] = []
    for name, written in row.items():
        cell = written.strip()
        try:
            if cell:
                found[name] = CELLS[name](cell, currency)
            elif name in FILLED:
                raise _BadCell("cell_empty")
        except (_BadCell, BadInstrument) as error:
            problems.append(problem(line, name, error.code, **error.params))
    if problems:
        yield from problems
        return
    deed: dict[str, Any] = {name: found.get(name) for name in _OF_DEED}
    yield Trial(
        deed=Deed(
            kind=f"trial.{found['power']}",
            currency=currency if "amount" in found else None,
            evidence=found.get("evidence", frozenset()),
            **deed,
        ),
        at=found["at"],
        position=found.get("position"),
        person=found.get("person"),
        evidence_known="evidence" in row,
        label=found.get("label", ""),
    )


class _BadCell(Exception):
    """What is wrong with a cell and with nothing in an instrument."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def _text(cell: str, _: str) -> str:
    return cell


def _moment(cell: str, _: str) -> datetime:
    try:
        return reading.moment(f"{cell}T00:00:00Z" if _DAY.fullmatch(cell) else cell, where="")
    except BadInstrument:
        raise _BadCell("cell_moment", value=cell) from None


def _amount(cell: str, currency: str) -> int:
    """Minor units."""
    amount = minor(cell, currency=currency, where="amount")
    if amount > AMOUNT_MAX:
        raise _BadCell("cell_too_large", value=cell)
    return amount


def _risk(cell: str, _: str) -> int:
    if cell not in [str(risk) for risk in range(1, RISK_MAX + 1)]:
        raise _BadCell("cell_risk", value=cell, most=RISK_MAX)
    return int(cell)


def _evidence(cell: str, _: str) -> frozenset[str]:
    return frozenset(cell.split())


def _one_of(allowed: Sequence[str]) -> Callable[[str, str], str]:
    def read(cell: str, _: str) -> str:
        checks.one_of(cell, allowed, where="")
        return cell

    return read


CELLS: Mapping[str, Callable[[str, str], object]] = {
    "at": _moment,
    "power": _one_of(tuple(POWERS)),
    "amount": _amount,
    "purpose": _text,
    "matter": _text,
    "recipient": _text,
    "category": _text,
    "area": _text,
    "item": _text,
    "effect": _one_of(EFFECTS),
    "until": _moment,
    "made": _moment,
    "risk": _risk,
    "evidence": _evidence,
    "position": _text,
    "person": _text,
    "label": _text,
}
"""By column, how a cell that isn't empty is read, given the currency."""

_OF_DEED = tuple(
    name for name in CELLS if name not in ("at", "evidence", "position", "person", "label")
)
