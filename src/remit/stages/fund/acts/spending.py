"""What acts about the money of a decision have in common, and what they look up."""

from __future__ import annotations

from remit.core.bounds import Deed
from remit.core.ledger import Posting, account_path
from remit.core.words import Money, words
from remit.record.act import Act, Scene
from remit.record.reads import balance, documents
from remit.stages.decide.models import Decision
from remit.stages.fund.acts.refusing import STATES, impossible
from remit.stages.fund.models import Commitment, Payment

PROVED = frozenset({"receipt", "tally"})
"""Evidence that the receipt's digest and the count give; a paper on file does not stand for it."""


class Spending(Act):
    """What acts about the money of one decision have in common."""

    item: str

    def subject(self) -> str:
        return f"item/{self.item}"

    def account(self, scene: Scene, kind: str, item: str) -> str:
        return account_path(scene.remit.code, kind, item)

    def deed_for(
        self, scene: Scene, item: str, amount: int, evidence: frozenset[str] = frozenset()
    ) -> Deed:
        """All else is what the decision was taken with. What is on file for it is evidence."""
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
            evidence=(documents(scene.remit, item) - PROVED) | evidence,
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


def receipt(sha256: str) -> frozenset[str]:
    """The evidence that a receipt is."""
    return frozenset({"receipt"} if sha256 else ())


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
