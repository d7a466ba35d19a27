"""How long before something is done notice of it must be given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import TIMED
from remit.core.bounds.labels import power as power_label
from remit.core.bounds.question import OnFile
from remit.core.words import Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Clause):
    """`power` is used at the earliest `days` days of 24 hours after notice of the matter was first
    given. Only a power of TIMED.

    That notice was given does not run out, and giving it again does not begin the days anew.
    """

    power: str
    days: int

    kind: ClassVar[str] = "notice"
    HEADING: ClassVar[str] = gettext_noop("Notice")
    ABOUT: ClassVar[str] = gettext_noop("How long before a power is used notice must be given.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it is about; not one that only stops, ends or warns",
        "days": "how many days must have passed since notice was first given, 1 to 366",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "notice_not_touched": gettext_noop("No notice is needed for this."),
        "notice_unnamed": gettext_noop(
            "It must be said what it is about, so that the notice is found."
        ),
        "notice_unknown": gettext_noop("It is not known whether notice was given."),
        "notice_missing": gettext_noop(
            "Notice of it must be given first. Days that must pass then: {days}."
        ),
        "notice_early": gettext_noop(
            "It comes too soon: notice was given on {day}. Days that must pass first: {days}."
        ),
        "notice_given": gettext_noop("Notice was given on {day}, long enough ago."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B21",
        "kind": "notice",
        "power": "decide",
        "days": 14,
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, TIMED, where=f"{self.id}.power")
        checks.whole(self.days, where=f"{self.id}.days", least=1, most=checks.DAYS_MAX)

    def questions(self, deed: Deed, *, at: datetime, person: str) -> tuple[OnFile, ...]:
        if deed.power != self.power or deed.item is None:
            return ()
        return (_notices(deed.item),)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power:
            return self.found("met", "notice_not_touched")
        if deed.item is None:
            return self.found("unknown", "notice_unnamed")
        notices = facts.on_file(_notices(deed.item))
        if notices is None:
            return self.found("unknown", "notice_unknown")
        if not notices:
            return self.found("breached", "notice_missing", days=self.days)
        first = min(notice.at for notice in notices)
        if facts.at - first < timedelta(days=self.days):
            return self.found("breached", "notice_early", day=first, days=self.days)
        return self.found("met", "notice_given", day=first)

    def covers(self, narrower: Clause) -> bool:
        return (
            isinstance(narrower, Notice)
            and narrower.power == self.power
            and narrower.days >= self.days
        )

    def in_words(self) -> Words:
        return words(
            gettext_noop(
                "Nobody may {power} until this number of days ({days}) has passed since notice of "
                "the matter was put on file. A day is 24 hours."
            ),
            power=power_label(self.power),
            days=self.days,
        )


def _notices(item: str) -> OnFile:
    return OnFile(topic="notice", scope="matter", about=item)
