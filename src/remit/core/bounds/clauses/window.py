"""For how long something done may still be questioned, or followed by something else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar

from remit.core.bounds import checks, reading
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import POWERS, TIMED, named
from remit.core.words import Words, gettext_noop, words

WINDOW_DAYS_MAX = 3660


@dataclass(frozen=True, slots=True, kw_only=True)
class Window(Clause):
    """`powers` may be used from the moment of what they are about until just before `days` days
    of 24 hours after it. Only powers of TIMED.
    """

    powers: tuple[str, ...]
    days: int

    kind: ClassVar[str] = "window"
    HEADING: ClassVar[str] = gettext_noop("Time to follow up")
    ABOUT: ClassVar[str] = gettext_noop(
        "For how long what was done, such as a payment, may still be questioned."
    )
    PARAMS: ClassVar[Mapping[str, str]] = {
        "powers": "a list of the powers that it is about; not those that only stop, end or warn",
        "days": "within how many days after what they are about, 1 to 3660",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "window_not_touched": gettext_noop("There is no time limit for this."),
        "window_within": gettext_noop("What it is about was done on {day}, not too long ago."),
        "window_early": gettext_noop("It comes too soon: what it is about is done only on {day}."),
        "window_over": gettext_noop(
            "It comes too late: what it is about was done on {day}. Days allowed since then: "
            "{days}."
        ),
        "window_unnamed": gettext_noop("It is not known when that was done which it is about."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B18",
        "kind": "window",
        "powers": ["query", "recover"],
        "days": 90,
    }

    def __post_init__(self) -> None:
        where = f"{self.id}.powers"
        checks.some(self.powers, where=where)
        for power in self.powers:
            checks.one_of(power, TIMED, where=where)
        checks.distinct(self.powers, where=where)
        checks.whole(self.days, where=f"{self.id}.days", least=1, most=WINDOW_DAYS_MAX)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power not in self.powers:
            return self.found("met", "window_not_touched")
        if deed.made is None:
            return self.found("unknown", "window_unnamed")
        age = facts.at - deed.made
        if age < timedelta(0):
            return self.found("breached", "window_early", day=deed.made)
        if age >= timedelta(days=self.days):
            return self.found("breached", "window_over", day=deed.made, days=self.days)
        return self.found("met", "window_within", day=deed.made)

    def covers(self, narrower: Clause) -> bool:
        return (
            isinstance(narrower, Window)
            and set(self.powers) <= set(narrower.powers)
            and narrower.days <= self.days
        )

    def in_words(self) -> Words:
        return words(
            gettext_noop(
                "These may be done only within this number of days ({days}) after what they are "
                "about was done, and never before it: {powers}. A day is 24 hours."
            ),
            powers=named(self.powers, POWERS),
            days=self.days,
        )

    @classmethod
    def read(cls, found: Mapping[str, Any], *, where: str) -> dict[str, Any]:
        powers = reading.strings(found["powers"], where=f"{where}.powers")
        return {"powers": powers, "days": found["days"]}
