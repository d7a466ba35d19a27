"""The books as a table that anybody can add up: one row a posting, in the order of the record.

`record` is the index of the leaf that carries the posting. Rows end in LF, or all in CRLF.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from remit.core.ledger.errors import LedgerError, LedgerProblem, problem
from remit.core.ledger.posting import Posting

HEADER = ("record", "debit", "credit", "amount", "unit")
DIGITS_MAX = 19


@dataclass(frozen=True, slots=True)
class Entry:
    """A posting and the leaf that carries it."""

    record: int
    posting: Posting


def write_books_csv(entries: Iterable[Entry]) -> bytes:
    """The whole table."""
    rows = [",".join(HEADER)]
    for entry in entries:
        posting = entry.posting
        amount = str(posting.amount)
        rows.append(
            ",".join((str(entry.record), posting.debit, posting.credit, amount, posting.unit))
        )
    return "".join(f"{row}\n" for row in rows).encode()


def read_books_csv(data: bytes) -> Iterator[Entry | LedgerProblem]:
    """The rows one by one; what is wrong with a row stands in its place, and ends the reading.

    Nothing in the table needs quotes, so it is read by its separators alone: any other byte than
    those that were written is found.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield problem("csv_syntax", line=data.count(b"\n", 0, error.start) + 1)
        return
    heading, *rows = text.split("\n")
    end = "\r" if heading.endswith("\r") else ""
    if heading != ",".join(HEADER) + end:
        yield problem("csv_syntax", line=1)
        return
    if not rows or rows.pop():
        yield problem("csv_syntax", line=text.count("\n") + 1)
        return
    for line, row in enumerate(rows, start=2):
        is_whole = row.endswith(end)
        entry = _entry(row.removesuffix(end).split(",") if is_whole else [], line=line)
        yield entry
        if isinstance(entry, LedgerProblem):
            return


def _entry(row: list[str], *, line: int) -> Entry | LedgerProblem:
    if len(row) != len(HEADER):
        return problem("csv_syntax", line=line)
    record, debit, credit, amount, unit = row
    if not (_is_whole(record) and _is_whole(amount)):
        return problem("csv_syntax", line=line)
    try:
        return Entry(int(record), Posting(debit, credit, int(amount), unit))
    except LedgerError as error:
        return error.problem


def _is_whole(digits: str) -> bool:
    """Digits as they are written: no sign, no leading zero, nothing but ASCII."""
    written = digits.isascii() and digits.isdigit() and len(digits) <= DIGITS_MAX
    return written and (digits == "0" or digits[0] != "0")
