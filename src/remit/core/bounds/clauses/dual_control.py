"""Above which amount it takes two persons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import POSITIONS, POWERS, SILENCES, label
from remit.core.bounds.labels import power as power_label
from remit.core.words import Money, Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class DualControl(Clause):
    """One use of `power` for more than `amount` minor units needs a second person in `position`.

    This person has `days` days to agree, and silence is a no. That nobody agrees to their own
    request is kept by the record.
    """

    power: str
    amount: int
    currency: str
    position: str
    days: int

    kind: ClassVar[str] = "dual_control"
    HEADING: ClassVar[str] = gettext_noop("Two persons")
    ABOUT: ClassVar[str] = gettext_noop("Above which amount a second person must agree.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it is about",
        "amount": "the most that one person may move alone, in the currency's smallest unit",
        "currency": "its code of three capital letters, that of the remit",
        "position": "the code of the position in which the second person must agree",
        "days": "how many days this person has to answer, 1 to 366; no answer is a no",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "dual_control_not_touched": gettext_noop("This does not take two persons."),
        "dual_control_below": gettext_noop("Up to {amount} one person is enough."),
        "dual_control_agreed": gettext_noop(
            "A second person has agreed, in this position: {position}."
        ),
        "dual_control_needed": gettext_noop(
            "Above {amount} a second person must agree, in this position: {position}. Days to "
            "answer: {days}."
        ),
        "dual_control_currency": gettext_noop(
            "It is in {found}, and the amount above which it takes two persons in {currency}."
        ),
        "dual_control_currency_unnamed": gettext_noop("It must be said in which currency it is."),
        "dual_control_unknown": gettext_noop("It is not known whether a second person has agreed."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B16",
        "kind": "dual_control",
        "power": "pay",
        "amount": 250000,
        "currency": "GBP",
        "position": "treasurer",
        "days": 5,
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, POWERS, where=f"{self.id}.power")
        checks.amount(self.amount, currency=self.currency, where=self.id)
        checks.code(self.position, where=f"{self.id}.position")
        checks.whole(self.days, where=f"{self.id}.days", least=1, most=checks.DAYS_MAX)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power or deed.amount is None:
            return self.found("met", "dual_control_not_touched")
        if wrong := self.other_currency(deed, self.currency, code="dual_control_currency"):
            return wrong
        amount = Money(self.amount, self.currency)
        if deed.amount <= self.amount:
            return self.found("met", "dual_control_below", amount=amount)
        return self.asks(
            facts,
            whom=self.position,
            days=self.days,
            codes=("dual_control_agreed", "dual_control_needed", "dual_control_unknown"),
            amount=amount,
        )

    def covers(self, narrower: Clause) -> bool:
        # How long the answer may take makes neither of the two wider.
        return (
            isinstance(narrower, DualControl)
            and narrower.power == self.power
            and narrower.currency == self.currency
            and narrower.amount <= self.amount
            and narrower.position == self.position
        )

    def in_words(self) -> Words:
        return words(
            gettext_noop(
                "Whoever would {power} for more than {amount} needs a second person, who must "
                "agree in this position: {position}. Nobody agrees to their own request. Days to "
                "answer: {days}. {silence}"
            ),
            power=power_label(self.power),
            amount=Money(self.amount, self.currency),
            position=label(self.position, POSITIONS),
            days=self.days,
            silence=words(SILENCES["no"]),
        )
