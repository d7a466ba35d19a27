"""From the bytes of a `.pb` file to its three sections, within limits.

The format is text with semicolons between fields, quoted as in CSV. Line ends of any system and a
byte-order mark are understood; anything else unusual is an error that names its line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from remit.core.voting.pb_errors import PbError

BYTES_AT_MOST = 128 * 1024 * 1024
LINE_CHARACTERS_AT_MOST = 100_000
COLUMNS_AT_MOST = 1_000
SECTIONS = ("META", "PROJECTS", "VOTES")


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    fields: list[str]


@dataclass(frozen=True, slots=True)
class Section:
    """A section's heading and rows; rows have as many fields as the heading."""

    line: int
    columns: tuple[str, ...]
    rows: list[Row]


def read_sections(data: bytes, *, name: str) -> dict[str, Section]:
    """The file's sections by title. PbError unless each is there once, in order."""
    found: dict[str, list[Row]] = {}
    starts: dict[str, int] = {}
    current: list[Row] | None = None
    last = 1
    for row in _rows(_decoded(data, name=name), name=name):
        if not any(row.fields):
            continue
        last = row.line
        title = row.fields[0].upper() if not any(row.fields[1:]) else ""
        if title in SECTIONS:
            if title in found:
                raise PbError("section_misplaced", file=name, line=row.line, section=title)
            if title != SECTIONS[len(found)]:
                raise _missing(len(found), name=name, line=row.line)
            current = found[title] = []
            starts[title] = row.line
        elif current is None:
            raise _missing(0, name=name, line=row.line)
        else:
            current.append(row)
    if len(found) < len(SECTIONS):
        raise _missing(len(found), name=name, line=last)
    return {
        title: _section(title, rows, line=starts[title], name=name) for title, rows in found.items()
    }


def _missing(number: int, *, name: str, line: int) -> PbError:
    return PbError("section_missing", file=name, line=line, section=SECTIONS[number])


def _decoded(data: bytes, *, name: str) -> str:
    if len(data) > BYTES_AT_MOST:
        raise PbError("file_too_large", file=name, line=1, size=len(data), limit=BYTES_AT_MOST)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PbError("not_utf8", file=name, line=line) from None
    nul = text.find("\0")
    if nul >= 0:
        raise PbError("nul_byte", file=name, line=text.count("\n", 0, nul) + 1)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _rows(text: str, *, name: str) -> Iterator[Row]:
    """Fields without the spaces around them, with the line that each row begins on."""
    reader = csv.reader(_lines(text, name=name), delimiter=";", strict=True)
    line = 1
    try:
        for fields in reader:
            yield Row(line, [field.strip() for field in fields])
            line = reader.line_num + 1
    except csv.Error:
        raise PbError("quotes_unclear", file=name, line=line) from None


def _lines(text: str, *, name: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n"), start=1):
        columns = line.count(";") + 1
        if columns > COLUMNS_AT_MOST:
            raise PbError(
                "too_many_columns", file=name, line=number, columns=columns, limit=COLUMNS_AT_MOST
            )
        if len(line) > LINE_CHARACTERS_AT_MOST:
            raise PbError(
                "line_too_long",
                file=name,
                line=number,
                length=len(line),
                limit=LINE_CHARACTERS_AT_MOST,
            )
        yield line + "\n"


def _section(title: str, rows: list[Row], *, line: int, name: str) -> Section:
    heading = rows[0] if rows else Row(line, [])
    columns = tuple(_without_empty_tail(heading.fields, keep=0))
    seen = set()
    for column in columns:
        if column in seen:
            raise PbError(
                "column_repeated", file=name, line=heading.line, section=title, column=column
            )
        seen.add(column)
    body = []
    for row in rows[1:]:
        fields = row.fields
        if len(fields) > len(columns):
            fields = _without_empty_tail(fields, keep=len(columns))
        if len(fields) != len(columns):
            raise PbError(
                "columns_mismatch",
                file=name,
                line=row.line,
                found=len(fields),
                expected=len(columns),
            )
        body.append(Row(row.line, fields))
    return Section(heading.line, columns, body)


def _without_empty_tail(fields: list[str], *, keep: int) -> list[str]:
    """Spreadsheets pad every row to the longest one."""
    end = len(fields)
    while end > keep and not fields[end - 1]:
        end -= 1
    return fields[:end]
