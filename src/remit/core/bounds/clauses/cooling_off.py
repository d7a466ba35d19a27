"""How long to wait between a decision and what carries it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import TIMED
from remit.core.bounds.labels import power as power_label
from remit.core.words import Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class CoolingOff(Clause):
    """`power` is used at the earliest `days` days of 24 hours after what it carries out was
    decided. Only a power of TIMED.
    """

    power: str
    days: int

    kind: ClassVar[str] = "cooling_off"
    HEADING: ClassVar[str] = gettext_noop("Time to think again")
    ABOUT: ClassVar[str] = gettext_noop("How long a decision waits before it is carried out.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it is about; not one that only stops, ends or warns",
        "days": "how many days must have passed since the decision, 1 to 366",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "cooling_off_not_touched": gettext_noop("Nobody need wait for this."),
        "cooling_off_over": gettext_noop(
            "What it carries out was decided on {day}, long enough ago."
        ),
        "cooling_off_early": gettext_noop(
            "It comes too soon: what it carries out was decided on {day}. Days that must pass "
            "first: {days}."
        ),
        "cooling_off_unnamed": gettext_noop(
            "It is not known when that was decided which it carries out."
        ),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B19",
        "kind": "cooling_off",
        "power": "commit",
        "days": 14,
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, TIMED, where=f"{self.id}.power")
        checks.whole(self.days, where=f"{self.id}.days", least=1, most=checks.DAYS_MAX)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power:
            return self.found("met", "cooling_off_not_touched")
        if deed.made is None:
            return self.found("unknown", "cooling_off_unnamed")
        if facts.at - deed.made < timedelta(days=self.days):
            return self.found("breached", "cooling_off_early", day=deed.made, days=self.days)
        return self.found("met", "cooling_off_over", day=deed.made)

    def covers(self, narrower: Clause) -> bool:
        return (
            isinstance(narrower, CoolingOff)
            and narrower.power == self.power
            and narrower.days >= self.days
        )

    def in_words(self) -> Words:
        return words(
            gettext_noop(
                "Nobody may {power} until this number of days ({days}) has passed since that was "
                "decided which it carries out. A day is 24 hours."
            ),
            power=power_label(self.power),
            days=self.days,
        )
