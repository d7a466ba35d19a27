"""From which amount on, over all uses of a power, somebody named must agree first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.counting import moved_with
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding, Silence
from remit.core.bounds.labels import POSITIONS, POWERS, SILENCES, label
from remit.core.bounds.labels import power as power_label
from remit.core.bounds.question import Moved
from remit.core.words import Money, Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class AskTotal(Clause):
    """Once all uses of `power` come to more than `amount` together, `position` must agree.

    The use in hand is counted with those before it. `days` is how many days this position has to
    answer, and `silence` what it means if it does not.
    """

    power: str
    amount: int
    currency: str
    position: str
    days: int
    silence: Silence

    REACHES: ClassVar[bool] = True
    kind: ClassVar[str] = "ask_total"
    HEADING: ClassVar[str] = gettext_noop("When to ask, over several acts")
    ABOUT: ClassVar[str] = gettext_noop(
        "From which amount on, over all uses of a power, a named position must agree first."
    )
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it is about",
        "amount": "the most that all its uses may move together before anybody must agree, in the "
        "currency's smallest unit",
        "currency": "its code of three capital letters, that of the remit",
        "position": "the code of the position that must agree",
        "days": "how many days this position has to answer, 1 to 366",
        "silence": "yes or no: what it means if it does not answer in these days",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "ask_total_not_touched": gettext_noop("Nobody need be asked about this, however often."),
        "ask_total_below": gettext_noop(
            "With it {sum} would be moved together, and nobody need be asked up to {amount}."
        ),
        "ask_total_agreed": gettext_noop("This position has agreed to go on: {position}."),
        "ask_total_needed": gettext_noop(
            "With it {sum} would be moved together. Above {amount} this position must agree "
            "first: {position}. Days to answer: {days}."
        ),
        "ask_total_unknown": gettext_noop(
            "It is not known how much was moved before, so it is not known who must agree."
        ),
        "ask_total_agreement_unknown": gettext_noop("It is not known who has agreed to go on."),
        "ask_total_currency": gettext_noop(
            "It is in {found}, and the amount to ask above, over several acts, in {currency}."
        ),
        "ask_total_currency_unnamed": gettext_noop("It must be said in which currency it is."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B31",
        "kind": "ask_total",
        "power": "commit",
        "amount": 500000,
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

    def questions(self, deed: Deed, *, at: datetime, person: str) -> tuple[Moved, ...]:
        question = self._question(deed)
        return (question,) if question else ()

    def _question(self, deed: Deed) -> Moved | None:
        """What all its uses moved before; None when that is not asked."""
        if deed.power != self.power or deed.amount is None:
            return None
        return moved_with(deed, power=self.power, of="all")

    def check(self, deed: Deed, facts: Facts) -> Finding:
        question = self._question(deed)
        if question is None or deed.amount is None:
            return self.found("met", "ask_total_not_touched")
        if wrong := self.other_currency(deed, self.currency, code="ask_total_currency"):
            return wrong
        before = facts.moved(question)
        if before is None:
            return self.found("unknown", "ask_total_unknown")
        together = Money(before + deed.amount, self.currency)
        amount = Money(self.amount, self.currency)
        if together.minor <= self.amount:
            return self.found("met", "ask_total_below", sum=together, amount=amount)
        return self.asks(
            facts,
            whom=self.position,
            days=self.days,
            silence=self.silence,
            codes=("ask_total_agreed", "ask_total_needed", "ask_total_agreement_unknown"),
            sum=together,
            amount=amount,
        )

    def covers(self, narrower: Clause) -> bool:
        # How long the answer may take makes neither of the two wider.
        return (
            isinstance(narrower, AskTotal)
            and narrower.power == self.power
            and narrower.currency == self.currency
            and narrower.amount <= self.amount
            and narrower.position == self.position
            and self.silence in (narrower.silence, "yes")
        )

    def in_words(self) -> Words:
        return words(
            gettext_noop(
                "Once all that is moved to {power} comes to more than {amount}, the act in hand "
                "counted with those before it, this position must agree to each further one: "
                "{position}. Days to answer: {days}. {silence}"
            ),
            power=power_label(self.power),
            amount=Money(self.amount, self.currency),
            position=label(self.position, POSITIONS),
            days=self.days,
            silence=words(SILENCES[self.silence]),
        )
