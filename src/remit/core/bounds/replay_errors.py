"""What can be wrong with a table of acts to try, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from remit.core.bounds import errors
from remit.core.bounds.errors import shown
from remit.core.words import PLAIN, Words, gettext_noop, words

PROBLEMS_MAX = 20
"""Problems that are told at once."""

_ONE_OF = gettext_noop("Use one of these: {allowed}.")

MESSAGES: dict[str, tuple[str, str]] = {
    "table_empty": (
        gettext_noop("There is no row with the names of the columns."),
        gettext_noop("Write them into the first row, with commas between them: {allowed}."),
    ),
    "table_quotes": (
        gettext_noop("From here on the quotes don't fit."),
        gettext_noop("Close every quote, and double the one that belongs to a text."),
    ),
    "table_too_long": (
        gettext_noop("There are more than {most} acts."),
        gettext_noop("Try them in several parts."),
    ),
    "column_unknown": (gettext_noop("“{value}” is no column of this table."), _ONE_OF),
    "column_twice": (
        gettext_noop("The column “{value}” is there twice."),
        gettext_noop("Keep one of them and remove the others."),
    ),
    "column_missing": (
        gettext_noop("The column “{value}” is missing."),
        gettext_noop("Add it; without it no act can be tried."),
    ),
    "row_cells": (
        gettext_noop("The row has {count} cells, where there are {expected} columns."),
        gettext_noop("Give each column a cell, if need be an empty one; quote texts with commas."),
    ),
    "cell_empty": (
        gettext_noop("The cell is empty."),
        gettext_noop("Fill it in; without it the act can't be tried."),
    ),
    "cell_moment": (
        gettext_noop("“{value}” is no day and no moment."),
        gettext_noop("Write a day, such as 2023-05-02, or a moment, such as 2023-05-02T10:00:00Z."),
    ),
    "cell_too_large": (
        gettext_noop("“{value}” has more digits than any budget."),
        gettext_noop("Correct the amount."),
    ),
    "cell_risk": (
        gettext_noop("“{value}” is no risk."),
        gettext_noop("Write a whole number from 1 to {most}."),
    ),
}
"""By code: what is wrong with a table, and how to mend it. What may be wrong with a value in an
instrument, too, has the code and the words that it has there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableProblem:
    """What is wrong with one cell, or with a whole row where `column` is empty."""

    line: int
    """Of the text, from 1."""
    column: str
    code: str
    """A key of MESSAGES, or of those for instruments."""
    params: tuple[tuple[str, object], ...] = ()

    @property
    def words(self) -> Words:
        """Where, what, and how to mend it."""
        messages = MESSAGES.get(self.code) or errors.MESSAGES[self.code]
        what, mend = (Words(message, self.params) for message in messages)
        if not self.column:
            message = gettext_noop("Line {line}: {what} {mend}")
            return words(message, line=self.line, what=what, mend=mend)
        message = gettext_noop("Line {line}, column {column}: {what} {mend}")
        return words(message, line=self.line, column=shown(self.column), what=what, mend=mend)

    def __str__(self) -> str:
        return self.words.render(PLAIN)


class BadTable(ValueError):
    """A table that can't be tried; `problems` says why, PROBLEMS_MAX of them at most."""

    def __init__(self, problems: tuple[TableProblem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def problem(line: int, column: str, code: str, /, **params: object) -> TableProblem:
    """A problem with this code; what it repeats of the table is cut short."""
    filled = tuple((name, shown(value)) for name, value in params.items())
    return TableProblem(line=line, column=column, code=code, params=filled)
