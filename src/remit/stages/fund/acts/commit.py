"""Binding money to somebody who will deliver, and giving back what is not needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from remit.core.bounds import Deed
from remit.core.ledger import Posting, account_path
from remit.core.words import Said, gettext_noop
from remit.record.act import Scene
from remit.stages.fund.acts.refusing import impossible
from remit.stages.fund.acts.spending import Spending, commitment_of, decision_of, enough
from remit.stages.fund.models import Commitment


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
