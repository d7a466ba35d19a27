"""Deciding a matter directly: what a holder does in bounds, without a ballot and without asking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from remit.core.bounds import EFFECTS, RISK_MAX, Deed
from remit.core.ledger import AMOUNT_MAX, Posting, account_path
from remit.core.words import Said, gettext_noop
from remit.record.act import Act, Impossible, Scene
from remit.stages.charter.acts import free_money
from remit.stages.charter.acts.file import CODE as FILE_CODE
from remit.stages.decide.acts.refusing import CODE, impossible
from remit.stages.decide.models import Decision


@dataclass(frozen=True, kw_only=True)
class Decide(Act):
    """Decide something under a remit; its money, if it takes any, is set aside at once."""

    kind = "decide.decide"
    heading = gettext_noop("Decision")
    about = gettext_noop("decide a matter, and set its money aside")
    power = "decide"

    item: str
    title: Said
    reasons: Said
    amount: int | None = None
    """Minor units; None when it takes no money."""
    purpose: str = ""
    matter: str = "none"
    category: str = ""
    area: str = ""
    recipient: str = ""
    """Code of the person, family or firm that the money is for; never a name."""
    effect: str = ""
    """reversible, pilot or lasting."""
    until: datetime | None = None
    """When a pilot stops."""
    risk: int | None = None
    """How much can go wrong, 1 to 5."""

    def faults(self) -> Iterator[Impossible]:
        yield from super().faults()
        if self.amount is not None and not whole(self.amount, AMOUNT_MAX):
            yield impossible("amount_none")
        if self.effect and self.effect not in EFFECTS:
            yield impossible("effect_unknown", effect=self.effect, allowed=EFFECTS)
        for name in ("purpose", "matter", "category", "area", "recipient"):
            value = getattr(self, name)
            if value and not (isinstance(value, str) and FILE_CODE.fullmatch(value)):
                yield impossible("code_field", field=name)
        if self.until is not None and self.effect != "pilot":
            yield impossible("until_without_pilot")
        if self.risk is not None and not whole(self.risk, RISK_MAX):
            yield impossible("risk_unknown", most=RISK_MAX)

    def subject(self) -> str:
        return f"item/{self.item}"

    def deed(self, scene: Scene) -> Deed:
        return self._deed(
            amount=self.amount,
            currency=None if self.amount is None else scene.instrument.currency,
            purpose=self.purpose or None,
            matter=self.matter or None,
            category=self.category or None,
            area=self.area or None,
            recipient=self.recipient or None,
            item=self.item,
            effect=self.effect or None,
            until=self.until,
            risk=self.risk,
        )

    def draws_on(self, scene: Scene) -> str | None:
        return None if self.amount is None else free_money(scene.remit)

    def apply(self, scene: Scene) -> Sequence[Posting]:
        if not CODE.fullmatch(self.item):
            raise impossible("item_code", item=self.item)
        if Decision.objects.filter(remit=scene.remit, item=self.item).exists():
            raise impossible("item_taken", item=self.item, remit=scene.remit.code)
        Decision.objects.create(
            remit=scene.remit,
            item=self.item,
            title=dict(self.title),
            amount=self.amount or 0,
            purpose=self.purpose,
            matter=self.matter,
            category=self.category,
            area=self.area,
            recipient=self.recipient,
            effect=self.effect,
            until=self.until,
            risk=self.risk,
            at=scene.at,
        )
        if self.amount is None:
            return []
        into = account_path(scene.remit.code, "reserved", self.item)
        return [Posting(into, free_money(scene.remit), self.amount, scene.instrument.currency)]


def whole(value: object, most: int) -> bool:
    """A whole number from 1 to this."""
    return type(value) is int and 1 <= value <= most
