"""Claiming a payment, approving it, making it: never one pair of hands for two of these."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from remit.core.bounds import Deed
from remit.core.ledger import Posting
from remit.core.words import gettext_noop
from remit.record.act import Scene
from remit.stages.decide.acts import CODE
from remit.stages.fund.acts.refusing import impossible
from remit.stages.fund.acts.spending import (
    Spending,
    commitment_of,
    done_by,
    enough,
    find_payment,
    item_of,
    payment_of,
    receipt,
)
from remit.stages.fund.models import Payment

SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, kw_only=True)
class Submit(Spending):
    """Claim a payment, with the receipt's digest; the receipt itself stays with the agency."""

    kind = "fund.submit"
    heading = gettext_noop("Claim for a payment")
    about = gettext_noop("submit a receipt for payment")
    power = "submit"

    item: str
    payment: str
    amount: int
    receipt_sha256: str

    def deed(self, scene: Scene) -> Deed:
        return self.deed_for(scene, self.item, self.amount, receipt(self.receipt_sha256))

    def draws_on(self, scene: Scene) -> str:
        return self.account(scene, "committed", self.item)

    def apply(self, scene: Scene) -> Sequence[Posting]:
        commitment = commitment_of(self.item, scene)
        if not CODE.fullmatch(self.payment):
            raise impossible("payment_code", payment=self.payment)
        if self.receipt_sha256 and not SHA256.fullmatch(self.receipt_sha256):
            raise impossible("receipt_shape")
        if Payment.objects.filter(code=self.payment).exists():
            raise impossible("payment_taken", payment=self.payment)
        enough(self.item, self.amount, scene)
        Payment.objects.create(
            commitment=commitment,
            code=self.payment,
            amount=self.amount,
            receipt_sha256=self.receipt_sha256,
            state="submitted",
            submitted_by=scene.by.person,
        )
        return []


@dataclass(frozen=True, kw_only=True)
class Approve(Spending):
    """Say that a payment is right. Not the one who submitted it."""

    kind = "fund.approve"
    heading = gettext_noop("Approval of a payment")
    about = gettext_noop("approve a payment that somebody else submitted")
    power = "approve"

    payment: str

    def subject(self) -> str:
        return f"payment/{self.payment}"

    def deed(self, scene: Scene) -> Deed:
        payment = find_payment(self.payment, scene)
        return self._deed(item=item_of(payment)) if payment else self._deed()

    def duties(self, scene: Scene) -> Mapping[str, str]:
        return done_by(self.payment, scene)

    def apply(self, scene: Scene) -> Sequence[Posting]:
        payment = payment_of(self.payment, scene, state="submitted")
        payment.state, payment.approved_by = "approved", scene.by.person
        payment.save(update_fields=["state", "approved_by"])
        return []


@dataclass(frozen=True, kw_only=True)
class Pay(Spending):
    """Pay what was approved. Not the one who approved it."""

    kind = "fund.pay"
    heading = gettext_noop("Payment")
    about = gettext_noop("pay what somebody else approved")
    power = "pay"

    payment: str

    def subject(self) -> str:
        return f"payment/{self.payment}"

    def deed(self, scene: Scene) -> Deed:
        payment = find_payment(self.payment, scene)
        if payment is None:
            return self._deed()
        evidence = receipt(payment.receipt_sha256)
        return self.deed_for(scene, item_of(payment), payment.amount, evidence)

    def draws_on(self, scene: Scene) -> str | None:
        payment = find_payment(self.payment, scene)
        return self.account(scene, "committed", item_of(payment)) if payment else None

    def duties(self, scene: Scene) -> Mapping[str, str]:
        return done_by(self.payment, scene)

    def apply(self, scene: Scene) -> Sequence[Posting]:
        payment = payment_of(self.payment, scene, state="approved")
        payment.state, payment.paid_by, payment.paid_at = "paid", scene.by.person, scene.at
        payment.save(update_fields=["state", "paid_by", "paid_at"])
        item = item_of(payment)
        return [self.move(scene, item, payment.amount, source="committed", into="paid")]
