"""The books, replayed from their postings: the same refusals as in the database, from scratch.

A posting is applied whole or not at all. An account is kept in the unit of its first posting; only
`outside` may hold several units side by side.
"""

from __future__ import annotations

from dataclasses import dataclass

from remit.core.ledger.accounts import floor, parse_account
from remit.core.ledger.errors import LedgerProblem, problem
from remit.core.ledger.posting import Posting


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the trial balance."""

    account: str
    unit: str
    debits: int
    credits: int

    @property
    def balance(self) -> int:
        return self.debits - self.credits


@dataclass(frozen=True, slots=True)
class Totals:
    """Where a remit's money stands. What is free is what its envelope still holds."""

    remit: str
    unit: str
    free: int = 0
    reserved: int = 0
    committed: int = 0
    paid: int = 0

    @property
    def granted(self) -> int:
        """All that came into the remit and did not leave it again."""
        return self.free + self.reserved + self.committed + self.paid


class Books:
    """Postings in order, and what they add up to."""

    def __init__(self) -> None:
        self._debits: dict[tuple[str, str], int] = {}
        self._credits: dict[tuple[str, str], int] = {}
        self._units: dict[str, str] = {}
        self.postings = 0

    def refusal(self, posting: Posting) -> LedgerProblem | None:
        """Why the books, as they stand, can't take this posting."""
        for account in (posting.debit, posting.credit):
            kept = self._units.get(account, posting.unit)
            if kept != posting.unit:
                return problem("unit_mismatch", account=account, kept=kept, unit=posting.unit)
        lowest = floor(posting.credit)
        held = self.balance(posting.credit, unit=posting.unit)
        if lowest is not None and held - posting.amount < lowest:
            return problem(
                "overdrawn",
                account=posting.credit,
                held=held,
                unit=posting.unit,
                amount=posting.amount,
            )
        return None

    def apply(self, posting: Posting) -> LedgerProblem | None:
        """Post it, or say why not and leave the books as they were."""
        found = self.refusal(posting)
        if found:
            return found
        for side, account in ((self._debits, posting.debit), (self._credits, posting.credit)):
            key = (account, posting.unit)
            side[key] = side.get(key, 0) + posting.amount
            if floor(account) is not None:
                self._units[account] = posting.unit
        self.postings += 1
        return None

    def balance(self, account: str, *, unit: str | None = None) -> int:
        """Debits less credits, in the account's own unit unless another is asked for."""
        asked = unit or self._units.get(account)
        if asked is None:
            units = {held for path, held in self._keys() if path == account}
            if len(units) > 1:
                raise ValueError(f"{account} is kept in several units: say which")
            asked = units.pop() if units else ""
        key = (account, asked)
        return self._debits.get(key, 0) - self._credits.get(key, 0)

    def trial_balance(self) -> tuple[Row, ...]:
        """Every account with its two sides; in each unit the balances sum to zero."""
        rows = tuple(
            Row(account, unit, self._debits.get(key, 0), self._credits.get(key, 0))
            for key in sorted(self._keys())
            for account, unit in [key]
        )
        for unit in {row.unit for row in rows}:
            assert sum(row.balance for row in rows if row.unit == unit) == 0
        return rows

    def totals(self) -> tuple[Totals, ...]:
        """By remit and unit, in order of their names."""
        sums: dict[tuple[str, str], dict[str, int]] = {}
        for row in self.trial_balance():
            account = parse_account(row.account)
            if account and account.remit:
                by_kind = sums.setdefault((account.remit, row.unit), {})
                kind = "free" if account.kind == "envelope" else account.kind
                by_kind[kind] = by_kind.get(kind, 0) + row.balance
        return tuple(Totals(remit, unit, **sums[remit, unit]) for remit, unit in sorted(sums))

    def _keys(self) -> set[tuple[str, str]]:
        return self._debits.keys() | self._credits.keys()
