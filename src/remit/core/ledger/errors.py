"""Why something can't be posted. A value, for those who collect them; raised, where it is a bug."""

from __future__ import annotations

from dataclasses import dataclass

from remit.core.words import PLAIN, Words, gettext_noop, words

SHOWN_AT_MOST = 80

MESSAGES: dict[str, str] = {
    "account_unknown": gettext_noop("“{account}” is no account of these books."),
    "accounts_same": gettext_noop("The account {account} would be debited and credited at once."),
    "amount_not_whole": gettext_noop("The amount must be a whole number of the smallest unit."),
    "amount_not_positive": gettext_noop(
        "The amount is {amount}, and only more than zero is posted."
    ),
    "amount_too_large": gettext_noop("The amount has more digits than any budget."),
    "unit_unknown": gettext_noop("“{unit}” is no currency code, and not minutes."),
    "unit_mismatch": gettext_noop("The account {account} is kept in {kept}, not in {unit}."),
    "overdrawn": gettext_noop(
        "The account {account} holds {held} {unit}, and {amount} would leave it."
    ),
    "posting_fields": gettext_noop("A posting has the fields debit, credit, amount and unit."),
    "csv_syntax": gettext_noop("Line {line} of the books is not in the form that was agreed."),
}
"""By code, what is wrong."""


@dataclass(frozen=True, slots=True)
class LedgerProblem:
    """Something that is not posted, and why."""

    code: str
    params: tuple[tuple[str, object], ...] = ()

    @property
    def words(self) -> Words:
        return words(MESSAGES[self.code], **dict(self.params))

    def __str__(self) -> str:
        return self.words.render(PLAIN)


class LedgerError(ValueError):
    """A posting that should never have been made; `problem` says why."""

    def __init__(self, problem: LedgerProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem

    @property
    def code(self) -> str:
        return self.problem.code

    @property
    def words(self) -> Words:
        return self.problem.words


def problem(code: str, **params: object) -> LedgerProblem:
    """Build a problem; long text from outside is cut short."""
    return LedgerProblem(code, tuple((name, shown(value)) for name, value in params.items()))


def shown(value: object) -> object:
    if isinstance(value, int):
        return value if value.bit_length() <= 256 else "…"
    text = str(value)
    return text if len(text) <= SHOWN_AT_MOST else text[:SHOWN_AT_MOST] + "…"
