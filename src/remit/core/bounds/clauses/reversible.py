"""Whether only what can be undone may be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import POWERS
from remit.core.bounds.labels import power as power_label
from remit.core.words import Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reversible(Clause):
    """A use of `power` can be undone, or is a pilot that stops within `pilot_days` days of 24
    hours; with 0 there are no pilots.
    """

    power: str
    pilot_days: int

    kind: ClassVar[str] = "reversible"
    HEADING: ClassVar[str] = gettext_noop("What can be undone")
    ABOUT: ClassVar[str] = gettext_noop("That a power is used only for what can be undone.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it is about",
        "pilot_days": "within how many days a pilot must stop, 1 to 366; 0 for no pilots",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "reversible_not_touched": gettext_noop("This need not be such that it can be undone."),
        "reversible_unsaid": gettext_noop(
            "It must be said whether it can be undone, is a pilot, or lasts."
        ),
        "reversible_undone": gettext_noop("It can be undone."),
        "reversible_lasting": gettext_noop(
            "It would last, and only what can be undone is allowed."
        ),
        "reversible_no_pilots": gettext_noop(
            "It is a pilot, and only what can be undone is allowed."
        ),
        "reversible_pilot_unsaid": gettext_noop("It must be said when the pilot stops."),
        "reversible_pilot_over": gettext_noop(
            "The pilot must stop after it has begun, and it would stop on {until}."
        ),
        "reversible_pilot_long": gettext_noop(
            "The pilot would stop only on {until}. Days that it may last: {days}."
        ),
        "reversible_pilot": gettext_noop("It is a pilot, and stops on {until}."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B27",
        "kind": "reversible",
        "power": "decide",
        "pilot_days": 180,
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, POWERS, where=f"{self.id}.power")
        checks.whole(self.pilot_days, where=f"{self.id}.pilot_days", most=checks.DAYS_MAX)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power:
            return self.found("met", "reversible_not_touched")
        match deed.effect:
            case "reversible":
                return self.found("met", "reversible_undone")
            case "pilot":
                return self._pilot(deed, facts)
            case None:
                return self.found("unknown", "reversible_unsaid")
            case _:
                return self.found("breached", "reversible_lasting")

    def _pilot(self, deed: Deed, facts: Facts) -> Finding:
        until = deed.until
        if not self.pilot_days:
            return self.found("breached", "reversible_no_pilots")
        if until is None:
            return self.found("unknown", "reversible_pilot_unsaid")
        if until <= facts.at:
            return self.found("breached", "reversible_pilot_over", until=until)
        if until - facts.at > timedelta(days=self.pilot_days):
            return self.found(
                "breached", "reversible_pilot_long", until=until, days=self.pilot_days
            )
        return self.found("met", "reversible_pilot", until=until)

    def covers(self, narrower: Clause) -> bool:
        return (
            isinstance(narrower, Reversible)
            and narrower.power == self.power
            and narrower.pilot_days <= self.pilot_days
        )

    def in_words(self) -> Words:
        message = (
            gettext_noop(
                "Nobody may {power} unless it can be undone, or is a pilot that stops within this "
                "number of days: {days}. A day is 24 hours."
            )
            if self.pilot_days
            else gettext_noop("Nobody may {power} unless it can be undone. There are no pilots.")
        )
        return words(message, power=power_label(self.power), days=self.pilot_days)
