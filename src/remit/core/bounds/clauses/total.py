"""How much several deeds may move together, so that nobody gets round a limit by splitting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.counting import OF, moved_with
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import POWERS
from remit.core.bounds.labels import power as power_label
from remit.core.bounds.question import OFS, Moved, Of
from remit.core.words import Money, Words, gettext_noop, words

_RULES: Mapping[str, str] = {
    "all": gettext_noop("All that is moved to {power} comes to at most {most}."),
    "recipient": gettext_noop(
        "What is moved to {power} for one recipient comes to at most {most}."
    ),
    "category": gettext_noop("What is moved to {power} in one category comes to at most {most}."),
    "area": gettext_noop("What is moved to {power} in one area comes to at most {most}."),
}
_WINDOWS: Mapping[str, str] = {
    "all": gettext_noop(
        "All that is moved to {power} within this number of days ({days}) comes to at most {most}."
    ),
    "recipient": gettext_noop(
        "What is moved to {power} for one recipient within this number of days ({days}) comes to "
        "at most {most}: several acts count as one."
    ),
    "category": gettext_noop(
        "What is moved to {power} in one category within this number of days ({days}) comes to "
        "at most {most}."
    ),
    "area": gettext_noop(
        "What is moved to {power} in one area within this number of days ({days}) comes to at "
        "most {most}."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Total(Clause):
    """Uses of `power` move at most `amount` minor units together.

    They are counted together by `of`: all, or those for one recipient, category or area; of the
    last `days` days, the moment of the deed included, or of the whole time where `days` is 0.
    """

    power: str
    of: Of
    days: int
    amount: int
    currency: str

    REACHES: ClassVar[bool] = True
    kind: ClassVar[str] = "total"
    HEADING: ClassVar[str] = gettext_noop("Limit for several acts")
    ABOUT: ClassVar[str] = gettext_noop("How much several uses of a power may move together.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it limits",
        "of": "all, recipient, category or area: what is counted together",
        "days": "within how many days, 1 to 366; 0 for the whole time of the remit",
        "amount": "the most that they may move together, in the currency's smallest unit",
        "currency": "its code of three capital letters, that of the remit",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "total_not_touched": gettext_noop("The limit for several acts is not about this."),
        "total_within": gettext_noop("With it {sum} would be moved together, of at most {most}."),
        "total_exceeded": gettext_noop(
            "With it {sum} would be moved together, and only {most} may be. Moved before: {before}."
        ),
        "total_unnamed": gettext_noop("It must be said what it is counted with: {of}."),
        "total_unknown": gettext_noop("It is not known how much was moved before."),
        "total_currency": gettext_noop("It is in {found}, and the limit in {currency}."),
        "total_currency_unnamed": gettext_noop("It must be said in which currency it is."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B10",
        "kind": "total",
        "power": "commit",
        "of": "recipient",
        "days": 30,
        "amount": 50000,
        "currency": "GBP",
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, POWERS, where=f"{self.id}.power")
        checks.one_of(self.of, OFS, where=f"{self.id}.of")
        checks.whole(self.days, where=f"{self.id}.days", most=checks.DAYS_MAX)
        checks.amount(self.amount, currency=self.currency, where=self.id)

    def questions(self, deed: Deed, *, at: datetime, person: str) -> tuple[Moved, ...]:
        question = self._question(deed, at)
        return (question,) if question else ()

    def _question(self, deed: Deed, at: datetime) -> Moved | None:
        """What was moved before; None when that is not asked, or not said of what."""
        if deed.power != self.power or deed.amount is None:
            return None
        since = at - timedelta(days=self.days) if self.days else None
        return moved_with(deed, power=self.power, of=self.of, since=since)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power or deed.amount is None:
            return self.found("met", "total_not_touched")
        if wrong := self.other_currency(deed, self.currency, code="total_currency"):
            return wrong
        question = self._question(deed, facts.at)
        if question is None:
            return self.found("unknown", "total_unnamed", of=words(OF[self.of]))
        before = facts.moved(question)
        if before is None:
            return self.found("unknown", "total_unknown")
        most = Money(self.amount, self.currency)
        together = Money(before + deed.amount, self.currency)
        if together.minor > self.amount:
            return self.found(
                "breached",
                "total_exceeded",
                sum=together,
                most=most,
                before=Money(before, self.currency),
            )
        return self.found("met", "total_within", sum=together, most=most)

    def covers(self, narrower: Clause) -> bool:
        # A longer window counts at least as much together; the whole time counts most.
        return (
            isinstance(narrower, Total)
            and narrower.power == self.power
            and narrower.of == self.of
            and narrower.currency == self.currency
            and narrower.amount <= self.amount
            and (narrower.days == 0 or 0 < self.days <= narrower.days)
        )

    def in_words(self) -> Words:
        rules = _WINDOWS if self.days else _RULES
        return words(
            rules[self.of],
            power=power_label(self.power),
            days=self.days,
            most=Money(self.amount, self.currency),
        )
