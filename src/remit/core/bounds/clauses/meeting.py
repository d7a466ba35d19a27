"""Which meeting must have been held before something is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import TIMED
from remit.core.bounds.labels import power as power_label
from remit.core.bounds.parts import QUORUM_MAX
from remit.core.bounds.question import Entry, OnFile
from remit.core.words import Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Clause):
    """`power` is used only after one meeting on the matter with `quorum` present, of which notice
    was given `notice_days` days before. Only a power of TIMED.

    A figure that the entry lacks is 0. That a meeting was held does not run out.
    """

    power: str
    quorum: int
    notice_days: int

    kind: ClassVar[str] = "meeting"
    HEADING: ClassVar[str] = gettext_noop("Meeting")
    ABOUT: ClassVar[str] = gettext_noop("Which meeting must have been held before a power is used.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it is about; not one that only stops, ends or warns",
        "quorum": "how many must have been present at least, 1 to 1000",
        "notice_days": "how many days before the meeting notice of it must have been given, 0 to "
        "366; 0 for none",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "meeting_not_touched": gettext_noop("No meeting is needed for this."),
        "meeting_unnamed": gettext_noop(
            "It must be said what it is about, so that the meeting is found."
        ),
        "meeting_unknown": gettext_noop("It is not known which meetings were held."),
        "meeting_missing": gettext_noop(
            "A meeting on it must be on file first. Present at least: {quorum}. Days of notice at "
            "least: {notice_days}."
        ),
        "meeting_short": gettext_noop(
            "The meeting of {day} is not enough. Present: {present}, of at least {quorum}. Days of "
            "notice: {notice}, of at least {notice_days}."
        ),
        "meeting_held": gettext_noop(
            "The meeting of {day} is enough. Present: {present}. Days of notice: {notice}."
        ),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B20",
        "kind": "meeting",
        "power": "decide",
        "quorum": 7,
        "notice_days": 14,
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, TIMED, where=f"{self.id}.power")
        checks.whole(self.quorum, where=f"{self.id}.quorum", least=1, most=QUORUM_MAX)
        checks.whole(self.notice_days, where=f"{self.id}.notice_days", most=checks.DAYS_MAX)

    def questions(self, deed: Deed, *, at: datetime, person: str) -> tuple[OnFile, ...]:
        if deed.power != self.power or deed.item is None:
            return ()
        return (_meetings(deed.item),)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power:
            return self.found("met", "meeting_not_touched")
        if deed.item is None:
            return self.found("unknown", "meeting_unnamed")
        meetings = facts.on_file(_meetings(deed.item))
        if meetings is None:
            return self.found("unknown", "meeting_unknown")
        quorum, notice_days = self.quorum, self.notice_days
        if not meetings:
            return self.found("breached", "meeting_missing", quorum=quorum, notice_days=notice_days)
        newest = max(meetings, key=lambda entry: (self._enough(entry), entry.at))
        present, notice = newest.figure("present"), newest.figure("notice")
        if self._enough(newest):
            return self.found("met", "meeting_held", day=newest.at, present=present, notice=notice)
        return self.found(
            "breached",
            "meeting_short",
            day=newest.at,
            present=present,
            quorum=quorum,
            notice=notice,
            notice_days=notice_days,
        )

    def _enough(self, meeting: Entry) -> bool:
        return (
            meeting.figure("present") >= self.quorum
            and meeting.figure("notice") >= self.notice_days
        )

    def covers(self, narrower: Clause) -> bool:
        return (
            isinstance(narrower, Meeting)
            and narrower.power == self.power
            and narrower.quorum >= self.quorum
            and narrower.notice_days >= self.notice_days
        )

    def in_words(self) -> Words:
        message = (
            gettext_noop(
                "Nobody may {power} before a meeting on the matter is on file. Present at least: "
                "{quorum}. Days before the meeting on which notice of it must have been given: "
                "{notice_days}."
            )
            if self.notice_days
            else gettext_noop(
                "Nobody may {power} before a meeting on the matter is on file. Present at least: "
                "{quorum}. It needs no notice."
            )
        )
        return words(
            message,
            power=power_label(self.power),
            quorum=self.quorum,
            notice_days=self.notice_days,
        )


def _meetings(item: str) -> OnFile:
    return OnFile(topic="meeting", scope="matter", about=item)
