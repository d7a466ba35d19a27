"""Above which amount somebody named must agree first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding, Silence
from remit.core.bounds.labels import POSITIONS, POWERS, SILENCES, label
from remit.core.bounds.labels import power as power_label
from remit.core.words import Money, Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAbove(Clause):
    """One use of `power` for more than `amount` minor units needs `position` to agree.

    `days` is how many days this position has to say so, and `silence` what it means if it does not.
    """

    power: str
    amount: int
    currency: str
    position: str
    days: int
    silence: Silence

    kind: ClassVar[str] = "ask_above"
    HEADING: ClassVar[str] = gettext_noop("When to ask")
    ABOUT: ClassVar[str] = gettext_noop("Above which amount a named position must agree first.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it is about",
        "amount": "the most that needs nobody's agreement, in the currency's smallest unit",
        "currency": "its code of three capital letters, that of the remit",
        "position": "the code of the position that must agree",
        "days": "how many days this position has to answer, 1 to 366",
        "silence": "yes or no: what it means if it does not answer in these days",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "ask_not_touched": gettext_noop("Nobody need be asked about this."),
        "ask_below": gettext_noop("Nobody need be asked up to {amount}."),
        "ask_agreed": gettext_noop("This position has agreed: {position}."),
        "ask_needed": gettext_noop(
            "Above {amount} this position must agree first: {position}. Days to answer: {days}."
        ),
        "ask_currency": gettext_noop(
            "It is in {found}, and the amount to ask above in {currency}."
        ),
        "ask_currency_unnamed": gettext_noop("It must be said in which currency it is."),
        "ask_unknown": gettext_noop("It is not known who has agreed to this."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B9",
        "kind": "ask_above",
        "power": "commit",
        "amount": 50000,
        "currency": "GBP",
        "position": "accountable-officer",
        "days": 5,
        "silence": "no",
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, POWERS, where=f"{self.id}.power")
        checks.amount(self.amount, currency=self.currency, where=self.id)
        checks.code(self.position, where=f"{self.id}.position")
        checks.whole(self.days, where=f"{self.id}.days", least=1, most=checks.DAYS_MAX)
        checks.one_of(self.silence, SILENCES, where=f"{self.id}.silence")

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power or deed.amount is None:
            return self.found("met", "ask_not_touched")
        if wrong := self.other_currency(deed, self.currency, code="ask_currency"):
            return wrong
        amount = Money(self.amount, self.currency)
        if deed.amount <= self.amount:
            return self.found("met", "ask_below", amount=amount)
        return self.asks(
            facts,
            whom=self.position,
            days=self.days,
            silence=self.silence,
            codes=("ask_agreed", "ask_needed", "ask_unknown"),
            amount=amount,
        )

    def covers(self, narrower: Clause) -> bool:
        # How long the answer may take makes neither of the two wider.
        return (
            isinstance(narrower, AskAbove)
            and narrower.power == self.power
            and narrower.currency == self.currency
            and narrower.amount <= self.amount
            and narrower.position == self.position
            and self.silence in (narrower.silence, "yes")
        )

    def in_words(self) -> Words:
        return words(
            gettext_noop(
                "Whoever would {power} for more than {amount} asks first, and this position must "
                "agree: {position}. Days to answer: {days}. {silence}"
            ),
            power=power_label(self.power),
            amount=Money(self.amount, self.currency),
            position=label(self.position, POSITIONS),
            days=self.days,
            silence=words(SILENCES[self.silence]),
        )
