"""That the postings never took what was not there, and that the published books are the postings.

Both stop at the first thing wrong: after it, no balance and no row number means anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from remit.core.ledger import (
    Books,
    Entry,
    LedgerProblem,
    Posting,
    Totals,
    read_books_csv,
)
from remit.core.log import Fetch, LogError
from remit.core.verify.leaf import Leaf
from remit.core.verify.report import Findings, Step, record
from remit.core.verify.sealed import read
from remit.core.words import gettext_noop, words

BOOKS_PATH = "books.csv"
_REPLAYED = gettext_noop(
    "{postings} postings in {accounts} accounts: none overdrawn, and all of them sum to zero."
)
_SAME = gettext_noop("{rows} rows are what the records post, in the same order.")


class LedgerCheck:
    """Replays the postings of the leaves that it sees."""

    def __init__(self) -> None:
        self._findings = Findings("ledger")
        self._books = Books()

    def see(self, leaf: Leaf) -> None:
        for posting in leaf.postings:
            if self._findings.count:
                return
            refused = self._books.apply(posting)
            if refused:
                self._findings.add_error(refused, where=record(leaf.index))

    def step(self) -> Step:
        accounts = len(self._books.trial_balance())
        return self._findings.done(
            words(_REPLAYED, postings=self._books.postings, accounts=accounts)
        )

    def totals(self) -> tuple[Totals, ...]:
        return () if self._findings.count else self._books.totals()


class BooksCheck:
    """Holds the rows of books.csv against the postings of the leaves that it sees."""

    def __init__(self, fetch: Fetch) -> None:
        self._findings = Findings("books")
        self._row = 0
        self._size = 0
        self._rows: Iterator[Entry | LedgerProblem] = iter(())
        try:
            self._rows = read_books_csv(read(fetch, BOOKS_PATH))
        except LogError as error:
            self._findings.add_error(error, where=BOOKS_PATH)

    def see(self, leaf: Leaf) -> None:
        self._size = leaf.index + 1
        for posting in leaf.postings:
            if not self._findings.count:
                self._compare(leaf.index, posting)

    def _compare(self, index: int, posting: Posting) -> None:
        found = next(self._rows, None)
        if found is None:
            self._findings.add("books_row_missing", where=BOOKS_PATH, record=index)
            return
        self._row += 1
        if isinstance(found, LedgerProblem):
            self._findings.add_error(found, where=self._where())
        elif found != Entry(index, posting):
            where = self._where()
            self._findings.add("books_row_differs", where=where, row=self._row, record=index)

    def _where(self) -> str:
        return f"{BOOKS_PATH} row {self._row}"

    def step(self) -> Step:
        if not self._findings.count:
            found = next(self._rows, None)
            if isinstance(found, LedgerProblem):
                self._findings.add_error(found, where=BOOKS_PATH)
            elif found:
                self._row += 1
                # Books are published before the checkpoint that covers their last rows.
                code = "books_row_extra" if found.record < self._size else "books_ahead"
                self._findings.add(code, where=self._where(), row=self._row)
        return self._findings.done(words(_SAME, rows=self._row))
