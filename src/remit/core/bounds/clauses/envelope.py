"""How much money there is in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.words import Money, Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope(Clause):
    """`amount` minor units of `currency` in all; what is left of them is an account's balance.

    A deed is held against the balance, not against `amount`: when a variation makes the envelope
    smaller, what was committed before can still be paid.
    """

    amount: int
    currency: str

    kind: ClassVar[str] = "envelope"
    HEADING: ClassVar[str] = gettext_noop("Envelope")
    ABOUT: ClassVar[str] = gettext_noop("How much money the remit comes with in all.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "amount": "a whole number of the currency's smallest unit",
        "currency": "its code of three capital letters, that of the remit",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "envelope_not_touched": gettext_noop("It moves no money."),
        "envelope_enough": gettext_noop("It takes {amount}, and {free} is free."),
        "envelope_short": gettext_noop("It would take {amount}, and only {free} is free."),
        "envelope_currency": gettext_noop("It is in {found}, and the envelope in {currency}."),
        "envelope_currency_unnamed": gettext_noop("It must be said in which currency it is."),
        "envelope_unknown": gettext_noop("It is not known how much of the envelope is free."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B3",
        "kind": "envelope",
        "amount": 90000000,
        "currency": "PLN",
    }

    def __post_init__(self) -> None:
        checks.amount(self.amount, currency=self.currency, where=self.id)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.amount is None:
            return self.found("met", "envelope_not_touched")
        if wrong := self.other_currency(deed, self.currency, code="envelope_currency"):
            return wrong
        if facts.envelope_free is None:
            return self.found("unknown", "envelope_unknown")
        amount = Money(deed.amount, self.currency)
        free = Money(facts.envelope_free, self.currency)
        if deed.amount > facts.envelope_free:
            return self.found("breached", "envelope_short", amount=amount, free=free)
        return self.found("met", "envelope_enough", amount=amount, free=free)

    def covers(self, narrower: Clause) -> bool:
        return (
            isinstance(narrower, Envelope)
            and narrower.currency == self.currency
            and narrower.amount <= self.amount
        )

    def in_words(self) -> Words:
        return words(
            gettext_noop("There is {amount} in all, and not more."),
            amount=Money(self.amount, self.currency),
        )
