"""What pages show of the money under a remit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from remit.core.words import Money, Said
from remit.record import reads
from remit.stages.fund.models import Commitment, Payment


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """Money bound for one decision: how much there was, is left, was paid and given back."""

    item: str
    ballot: str | None
    project: str | None
    """Of the ballot that it won; None where it was decided directly."""
    name: Said
    payee: Said
    committed: Money
    paid: Money
    open: Money
    released: Money
    at: datetime


@dataclass(frozen=True, slots=True)
class PaymentView:
    """A claim on a commitment and how far it has come."""

    code: str
    item: str
    name: Said
    amount: Money
    receipt_sha256: str
    state: str
    paid_at: datetime | None


def commitments(remit: reads.RemitView) -> list[CommitmentView]:
    """Every commitment under a remit, in the order in which they were made."""
    currency = remit.instrument.currency
    held = reads.balances(f"{remit.code}/")
    found = Commitment.objects.filter(decision__remit__code=remit.code).order_by("pk")
    found = found.select_related("decision__project__ballot")
    views = []
    for row in found.defer(
        "decision__project__ballot__ballots", "decision__project__ballot__outcome"
    ):
        item, project = row.decision.item, row.decision.project
        open_ = held.get(f"{remit.code}/committed/{item}", 0)
        paid = held.get(f"{remit.code}/paid/{item}", 0)
        views.append(
            CommitmentView(
                item=item,
                ballot=project.ballot.code if project else None,
                project=project.code if project else None,
                name=row.decision.title,
                payee=row.payee,
                committed=Money(row.amount, currency),
                paid=Money(paid, currency),
                open=Money(open_, currency),
                released=Money(row.amount - paid - open_, currency),
                at=row.at,
            )
        )
    return views


def payments(remit: reads.RemitView) -> list[PaymentView]:
    """Every payment under a remit, the newest first."""
    found = Payment.objects.filter(commitment__decision__remit__code=remit.code).order_by("-pk")
    return [
        PaymentView(
            code=row.code,
            item=row.commitment.decision.item,
            name=row.commitment.decision.title,
            amount=Money(row.amount, remit.instrument.currency),
            receipt_sha256=row.receipt_sha256,
            state=row.state,
            paid_at=row.paid_at,
        )
        for row in found.select_related("commitment__decision")
    ]
