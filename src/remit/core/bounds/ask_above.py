"""Above which amount somebody named must agree first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from remit.core.bounds import checks, reading
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import POSITIONS, POWERS, label
from remit.core.bounds.labels import power as power_label
from remit.core.words import Money, Words, gettext_noop, words

_NAMES = ("power", "amount", "currency", "position", "days")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAbove(Clause):
    """One use of `power` for more than `amount` minor units needs `position` to agree.

    `days` is how many days this position has to say so.
    """

    power: str
    amount: int
    currency: str
    position: str
    days: int

    kind: ClassVar[str] = "ask_above"
    HEADING: ClassVar[str] = gettext_noop("When to ask")
    ABOUT: ClassVar[str] = gettext_noop("Above which amount a named position must agree first.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it is about",
        "amount": "the most that needs nobody's agreement, in the currency's smallest unit",
        "currency": "its code of three capital letters, that of the remit",
        "position": "the code of the position that must agree",
        "days": "how many days this position has to answer, 1 to 366",
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
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, POWERS, where=f"{self.id}.power")
        checks.amount(self.amount, currency=self.currency, where=self.id)
        checks.code(self.position, where=f"{self.id}.position")
        checks.whole(self.days, where=f"{self.id}.days", least=1, most=checks.DAYS_MAX)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power or deed.amount is None:
            return self.found("met", "ask_not_touched")
        if deed.currency is None:
            return self.found("unknown", "ask_currency_unnamed")
        if deed.currency != self.currency:
            return self.found(
                "breached", "ask_currency", found=deed.currency, currency=self.currency
            )
        amount, position = Money(self.amount, self.currency), label(self.position, POSITIONS)
        if deed.amount <= self.amount:
            return self.found("met", "ask_below", amount=amount)
        if facts.agreed is None:
            return self.found("unknown", "ask_unknown")
        if self.position in facts.agreed:
            return self.found("met", "ask_agreed", position=position)
        return self.found(
            "needs",
            "ask_needed",
            whom=self.position,
            by_days=self.days,
            amount=amount,
            position=position,
            days=self.days,
        )

    def covers(self, narrower: Clause) -> bool:
        # How long the answer may take makes neither of the two wider.
        return (
            isinstance(narrower, AskAbove)
            and narrower.power == self.power
            and narrower.currency == self.currency
            and narrower.amount <= self.amount
            and narrower.position == self.position
        )

    def in_words(self) -> Words:
        return words(
            gettext_noop(
                "Whoever would {power} for more than {amount} asks first, and this position must "
                "agree: {position}. Days to answer: {days}."
            ),
            power=power_label(self.power),
            amount=Money(self.amount, self.currency),
            position=label(self.position, POSITIONS),
            days=self.days,
        )

    def to_json(self) -> dict[str, object]:
        params = {name: getattr(self, name) for name in _NAMES}
        return {"id": self.id, "kind": self.kind, **params}

    @classmethod
    def from_json(cls, data: object, *, where: str) -> Self:
        found = reading.clause(data, cls.kind, _NAMES, where=where)
        return cls(id=found["id"], **{name: found[name] for name in _NAMES})
