"""Entering postings into the books. Only `perform` imports this; the database has the last word."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import IntegrityError, transaction

from remit.core.ledger import LedgerProblem, Posting, floor
from remit.core.ledger.errors import problem
from remit.record import models


class Unbooked(Exception):
    """The books refused a posting; `problem` has the words."""

    def __init__(self, found: LedgerProblem) -> None:
        super().__init__(found.code)
        self.problem = found


def enter(record: models.Record, postings: Sequence[Posting]) -> None:
    """Enter these under the record, in their order. Unbooked if an account would be overdrawn."""
    for posting in postings:
        debit, credit = account(posting.debit, posting.unit), account(posting.credit, posting.unit)
        try:
            with transaction.atomic():
                models.Posting.objects.create(
                    record=record,
                    debit=debit,
                    credit=credit,
                    amount=posting.amount,
                    unit=posting.unit,
                )
        except IntegrityError as error:
            raise Unbooked(refusal(posting, debit, credit)) from error


def account(path: str, unit: str) -> models.Account:
    """The account, opened empty if it is new."""
    opened = {"unit": unit, "floor": floor(path)}
    return models.Account.objects.get_or_create(path=path, defaults=opened)[0]


def refusal(posting: Posting, debit: models.Account, credit: models.Account) -> LedgerProblem:
    """Why the database refused, in the ledger's words."""
    for found in (debit, credit):
        if found.unit != posting.unit:
            return problem("unit_mismatch", account=found.path, kept=found.unit, unit=posting.unit)
    return problem(
        "overdrawn",
        account=credit.path,
        held=credit.debits - credit.credits,
        unit=posting.unit,
        amount=posting.amount,
    )
