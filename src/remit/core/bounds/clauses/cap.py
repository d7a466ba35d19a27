"""How much one deed may move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import POWERS
from remit.core.bounds.labels import power as power_label
from remit.core.words import Money, Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap(Clause):
    """One use of `power` moves at most `amount` minor units of `currency`."""

    power: str
    amount: int
    currency: str

    kind: ClassVar[str] = "cap"
    HEADING: ClassVar[str] = gettext_noop("Limit for one act")
    ABOUT: ClassVar[str] = gettext_noop("How much one use of a power may move.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it limits",
        "amount": "the most that one act may move, in the currency's smallest unit",
        "currency": "its code of three capital letters, that of the remit",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "cap_not_touched": gettext_noop("The limit for one act is not about this."),
        "cap_within": gettext_noop("It moves {amount}, and one act may move {most}."),
        "cap_exceeded": gettext_noop("It would move {amount}, and one act may move only {most}."),
        "cap_currency": gettext_noop("It is in {found}, and the limit in {currency}."),
        "cap_currency_unnamed": gettext_noop("It must be said in which currency it is."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B4",
        "kind": "cap",
        "power": "commit",
        "amount": 1000000,
        "currency": "GBP",
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, POWERS, where=f"{self.id}.power")
        checks.amount(self.amount, currency=self.currency, where=self.id)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power or deed.amount is None:
            return self.found("met", "cap_not_touched")
        if wrong := self.other_currency(deed, self.currency, code="cap_currency"):
            return wrong
        amount, most = Money(deed.amount, self.currency), Money(self.amount, self.currency)
        if deed.amount > self.amount:
            return self.found("breached", "cap_exceeded", amount=amount, most=most)
        return self.found("met", "cap_within", amount=amount, most=most)

    def covers(self, narrower: Clause) -> bool:
        return (
            isinstance(narrower, Cap)
            and narrower.power == self.power
            and narrower.currency == self.currency
            and narrower.amount <= self.amount
        )

    def in_words(self) -> Words:
        return words(
            gettext_noop("Whoever may {power} may do so for at most {most} at a time."),
            power=power_label(self.power),
            most=Money(self.amount, self.currency),
        )
