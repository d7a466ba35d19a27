"""Names of accounts, and how far each may go down.

`outside` is the world beyond the agency: money comes from there and may leave it in the red. All
other accounts stay at zero or above. A path reads from the remit to the thing:
`W-2023/committed/24` is what is committed to item 24 under the remit W-2023.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from remit.core.ledger.errors import LedgerError, problem

OUTSIDE = "outside"
APPROPRIATION = "appropriation"
KINDS = ("envelope",)
"""Accounts that a remit has once."""
ITEM_KINDS = ("reserved", "committed", "paid")
"""Accounts that a remit has for each thing it pays for. A new kind is a word here."""
PATH_CHARACTERS_MAX = 200
_SEGMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the books; of a remit, unless it is the agency's own."""

    kind: str
    remit: str | None = None
    item: str | None = None

    @property
    def path(self) -> str:
        return "/".join(part for part in (self.remit, self.kind, self.item) if part is not None)

    @property
    def floor(self) -> int | None:
        return floor(self.path)


def floor(path: str) -> int | None:
    """The lowest balance that an account may have; None where there is no limit."""
    return None if path == OUTSIDE else 0


def parse_account(path: str) -> Account | None:
    """The account with this path; None if there can be none."""
    if path in (OUTSIDE, APPROPRIATION):
        return Account(path)
    parts = path.split("/")
    if len(path) > PATH_CHARACTERS_MAX or not all(_SEGMENT.fullmatch(part) for part in parts):
        return None
    match parts:
        case [remit, kind] if kind in KINDS:
            return Account(kind, remit)
        case [remit, kind, item] if kind in ITEM_KINDS:
            return Account(kind, remit, item)
    return None


def account_path(remit: str, kind: str, item: str | None = None) -> str:
    """The path of a remit's account. LedgerError if it would be none."""
    account = Account(kind, remit, item)
    if parse_account(account.path) != account:
        raise LedgerError(problem("account_unknown", account=account.path))
    return account.path
