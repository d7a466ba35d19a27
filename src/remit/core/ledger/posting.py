"""A posting: an amount that moves from the credit account to the debit account.

One that breaks a rule can't be built. What comes from outside goes through `read_posting`, which
says what is wrong instead of raising.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from remit.core.ledger.accounts import parse_account
from remit.core.ledger.errors import LedgerError, LedgerProblem, problem

AMOUNT_MAX = 2**53 - 1
"""The largest whole number that every reader of the record keeps exactly."""
MINUTES = "minutes"
"""The unit of time credits."""
FIELDS = ("debit", "credit", "amount", "unit")
_CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Posting:
    """A valid posting. LedgerError when it is built, if it isn't one."""

    debit: str
    credit: str
    amount: int
    unit: str

    def __post_init__(self) -> None:
        found = check_posting(self.debit, self.credit, self.amount, self.unit)
        if found:
            raise LedgerError(found)

    def as_json(self) -> dict[str, object]:
        """As the leaf has it."""
        return {name: getattr(self, name) for name in FIELDS}


def check_posting(
    debit: object, credit: object, amount: object, unit: object
) -> LedgerProblem | None:
    """What is wrong with a posting in itself, whatever the books hold."""
    for account in (debit, credit):
        if not isinstance(account, str) or parse_account(account) is None:
            return problem("account_unknown", account=account)
    if debit == credit:
        return problem("accounts_same", account=debit)
    if type(amount) is not int:  # neither a float nor True
        return problem("amount_not_whole")
    if amount <= 0:
        return problem("amount_not_positive", amount=amount)
    if amount > AMOUNT_MAX:
        return problem("amount_too_large")
    if not isinstance(unit, str) or not (unit == MINUTES or _CURRENCY.fullmatch(unit)):
        return problem("unit_unknown", unit=unit)
    return None


def read_posting(data: object) -> Posting | LedgerProblem:
    """The posting that `as_json` wrote, or what is wrong with it."""
    if not isinstance(data, Mapping) or set(data) != set(FIELDS):
        return problem("posting_fields")
    debit, credit, amount, unit = (data[name] for name in FIELDS)
    found = check_posting(debit, credit, amount, unit)
    return found if found else Posting(debit, credit, amount, unit)
