"""Binding money, claiming, approving and paying it, and giving back what is not needed.

No one pair of hands does it all: who submits does not approve, who approves does not pay. The
clause on split duties says so; here stands who has done what so far.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from remit.core.bounds import Deed
from remit.core.ledger import Posting, account_path
from remit.core.words import Money, Said, gettext_noop, words
from remit.record.act import Act, Impossible, Scene
from remit.record.reads import balance
from remit.stages.decide.acts import CODE
from remit.stages.decide.models import Decision
from remit.stages.fund.models import Commitment, Payment

SHA256 = re.compile(r"[0-9a-f]{64}")

MESSAGES: dict[str, str] = {
    "not_decided": gettext_noop("Nothing was decided about {item} under the remit {remit}."),
    "committed_before": gettext_noop("Money for {item} was committed before."),
    "not_committed": gettext_noop("No money is committed for {item} under the remit {remit}."),
    "payment_code": gettext_noop(
        "“{payment}” is no code for a payment: take up to 40 letters, digits, “-” and “_”."
    ),
    "receipt_shape": gettext_noop(
        "A receipt is named by its SHA-256: 64 digits and letters from a to f."
    ),
    "payment_taken": gettext_noop("There is a payment {payment} already. Give it another code."),
    "payment_unknown": gettext_noop("There is no payment {payment} under the remit {remit}."),
    "payment_elsewhere": gettext_noop(
        "This is not the next step for the payment {payment}. Where it stands: {state}."
    ),
    "above_committed": gettext_noop("Only {left} of what was committed for {item} is left."),
}
"""By code, why one of these acts cannot be done at all."""

STATES: dict[str, str] = {
    "submitted": gettext_noop("Waits for approval"),
    "approved": gettext_noop("Approved, not yet paid"),
    "paid": gettext_noop("Paid"),
}
"""By code, where a payment stands."""


def impossible(code: str, **params: object) -> Impossible:
    return Impossible(code, MESSAGES[code], **params)


class Spending(Act):
    """What acts about the money of one decision have in common."""

    item: str

    def subject(self) -> str:
        return f"item/{self.item}"

    def account(self, scene: Scene, kind: str, item: str) -> str:
        return account_path(scene.remit.code, kind, item)

    def deed_for(self, scene: Scene, item: str, amount: int) -> Deed:
        """All else is what the decision was taken with."""
        decision = decision_of(item, scene)
        if decision is None:
            return self._deed(amount=amount, currency=scene.instrument.currency, item=item)
        return self._deed(
            amount=amount,
            currency=scene.instrument.currency,
            purpose=decision.purpose or None,
            matter=decision.matter or None,
            category=decision.category or None,
            area=decision.area or None,
            recipient=decision.recipient or None,
            item=item,
            effect=decision.effect or None,
            until=decision.until,
            made=decision.at,
            risk=decision.risk,
        )

    def move(self, scene: Scene, item: str, amount: int, *, source: str, into: str) -> Posting:
        return Posting(
            self.account(scene, into, item),
            self.account(scene, source, item),
            amount,
            scene.instrument.currency,
        )


@dataclass(frozen=True, kw_only=True)
class Commit(Spending):
    """Bind the money of a decision to somebody who will deliver."""

    kind = "fund.commit"
    heading = gettext_noop("Commitment of money")
    about = gettext_noop("commit money that was set aside for a decision")
    power = "commit"

    item: str
    amount: int
    payee: Said

    def deed(self, scene: Scene) -> Deed:
        return self.deed_for(scene, self.item, self.amount)

    def draws_on(self, scene: Scene) -> str:
        return self.account(scene, "reserved", self.item)

    def apply(self, scene: Scene) -> Sequence[Posting]:
        decision = decision_of(self.item, scene)
        if decision is None:
            raise impossible("not_decided", item=self.item, remit=scene.remit.code)
        if Commitment.objects.filter(decision=decision).exists():
            raise impossible("committed_before", item=self.item)
        Commitment.objects.create(
            decision=decision, payee=dict(self.payee), amount=self.amount, at=scene.at
        )
        return [self.move(scene, self.item, self.amount, source="reserved", into="committed")]


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
        return self._deed(evidence=frozenset({"receipt"} if self.receipt_sha256 else ()))

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
        return self.deed_for(scene, item_of(payment), payment.amount)

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


@dataclass(frozen=True, kw_only=True)
class Release(Spending):
    """Give committed money back to the envelope: it was not needed."""

    kind = "fund.release"
    heading = gettext_noop("Release of money")
    about = gettext_noop("release committed money back to the envelope")
    power = "release"

    item: str
    amount: int
    reason: Said

    def deed(self, scene: Scene) -> Deed:
        return self.deed_for(scene, self.item, self.amount)

    def draws_on(self, scene: Scene) -> str:
        return self.account(scene, "committed", self.item)

    def apply(self, scene: Scene) -> Sequence[Posting]:
        commitment_of(self.item, scene)
        enough(self.item, self.amount, scene)
        into = account_path(scene.remit.code, "envelope")
        return [Posting(into, self.draws_on(scene), self.amount, scene.instrument.currency)]


def decision_of(item: str, scene: Scene) -> Decision | None:
    """What was decided about this item under this remit."""
    return Decision.objects.filter(item=item, remit=scene.remit).first()


def commitment_of(item: str, scene: Scene) -> Commitment:
    found = Commitment.objects.filter(decision__item=item, decision__remit=scene.remit).first()
    if found is None:
        raise impossible("not_committed", item=item, remit=scene.remit.code)
    return found


def enough(item: str, amount: int, scene: Scene) -> None:
    """Impossible if less than this is committed: claims that wait count as well."""
    waiting = Payment.objects.filter(
        commitment=commitment_of(item, scene), state__in=("submitted", "approved")
    )
    held = balance(account_path(scene.remit.code, "committed", item))
    left = held - sum(waiting.values_list("amount", flat=True))
    if amount > left:
        raise impossible("above_committed", item=item, left=Money(left, scene.instrument.currency))


def find_payment(code: str, scene: Scene) -> Payment | None:
    under = Payment.objects.filter(code=code, commitment__decision__remit=scene.remit)
    return under.select_related("commitment__decision").first()


def payment_of(code: str, scene: Scene, *, state: str) -> Payment:
    """This payment, if it stands where the act needs it."""
    payment = find_payment(code, scene)
    if payment is None:
        raise impossible("payment_unknown", payment=code, remit=scene.remit.code)
    if payment.state != state:
        raise impossible("payment_elsewhere", payment=code, state=words(STATES[payment.state]))
    return payment


def item_of(payment: Payment) -> str:
    return payment.commitment.decision.item


def done_by(code: str, scene: Scene) -> dict[str, str]:
    """Who has submitted, approved and paid it so far."""
    payment = find_payment(code, scene)
    if payment is None:
        return {}
    hands = {
        "submit": payment.submitted_by,
        "approve": payment.approved_by,
        "pay": payment.paid_by,
    }
    return {duty: str(person) for duty, person in hands.items() if person is not None}
