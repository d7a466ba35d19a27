"""How often a report is due, and who must agree to go on without one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar

from remit.core.bounds import checks, reading
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding, Silence
from remit.core.bounds.labels import POSITIONS, POWERS, SILENCES, label
from remit.core.bounds.labels import power as power_label
from remit.core.bounds.question import OnFile
from remit.core.words import Words, gettext_noop, words

_REPORTS = OnFile(topic="report", scope="remit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Clause):
    """From `first` on, `power` is used freely only while the newest report is `days` days old.

    A report that is late stops nobody: `position` must agree then, with `answer_days` days to do
    so, and `silence` is what it means if it does not answer.
    """

    power: str
    days: int
    first: datetime
    position: str
    answer_days: int
    silence: Silence

    kind: ClassVar[str] = "report"
    HEADING: ClassVar[str] = gettext_noop("Reports")
    ABOUT: ClassVar[str] = gettext_noop(
        "How often a report is due, and who must agree to go on when it is late."
    )
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that is used freely only while reports come",
        "days": "how many days old the newest report may be, 1 to 366",
        "first": "the moment by which the first report is due, in UTC",
        "position": "the code of the position that must agree when a report is late",
        "answer_days": "how many days this position has to answer, 1 to 366",
        "silence": "yes or no: what it means if it does not answer in these days",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "report_not_touched": gettext_noop("No report is needed for this."),
        "report_not_due": gettext_noop("The first report is due by {first}."),
        "report_made": gettext_noop("The newest report is of {day}, and it is not too old."),
        "report_agreed": gettext_noop(
            "A report is late, and this position has agreed to go on: {position}."
        ),
        "report_late": gettext_noop(
            "No report is on file that is at most this number of days old: {oldest}. File one, or "
            "this position must agree first: {position}. Days to answer: {days}."
        ),
        "report_unknown": gettext_noop("It is not known which reports are on file."),
        "report_agreement_unknown": gettext_noop(
            "A report is late, and it is not known who has agreed to go on."
        ),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B33",
        "kind": "report",
        "power": "commit",
        "days": 92,
        "first": "2023-08-01T00:00:00Z",
        "position": "accountable-officer",
        "answer_days": 5,
        "silence": "no",
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, POWERS, where=f"{self.id}.power")
        checks.whole(self.days, where=f"{self.id}.days", least=1, most=checks.DAYS_MAX)
        checks.moment(self.first, where=f"{self.id}.first")
        checks.code(self.position, where=f"{self.id}.position")
        where = f"{self.id}.answer_days"
        checks.whole(self.answer_days, where=where, least=1, most=checks.DAYS_MAX)
        checks.one_of(self.silence, SILENCES, where=f"{self.id}.silence")

    def questions(self, deed: Deed, *, at: datetime, person: str) -> tuple[OnFile, ...]:
        return (_REPORTS,) if deed.power == self.power and at >= self.first else ()

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power:
            return self.found("met", "report_not_touched")
        if facts.at < self.first:
            return self.found("met", "report_not_due", first=self.first)
        reports = facts.on_file(_REPORTS)
        if reports is None:
            return self.found("unknown", "report_unknown")
        newest = max((report.at for report in reports), default=None)
        if newest is not None and facts.at - newest <= timedelta(days=self.days):
            return self.found("met", "report_made", day=newest)
        return self.asks(
            facts,
            whom=self.position,
            days=self.answer_days,
            silence=self.silence,
            codes=("report_agreed", "report_late", "report_agreement_unknown"),
            oldest=self.days,
        )

    def covers(self, narrower: Clause) -> bool:
        # How long the answer may take makes neither of the two wider.
        return (
            isinstance(narrower, Report)
            and narrower.power == self.power
            and narrower.days <= self.days
            and narrower.first <= self.first
            and narrower.position == self.position
            and self.silence in (narrower.silence, "yes")
        )

    def in_words(self) -> Words:
        return words(
            gettext_noop(
                "From {first} on, whoever would {power} needs a report on file that is at most "
                "this number of days old: {oldest}. When it is late, this position must agree "
                "first: {position}. Days to answer: {days}. {silence}"
            ),
            first=self.first,
            power=power_label(self.power),
            oldest=self.days,
            position=label(self.position, POSITIONS),
            days=self.answer_days,
            silence=words(SILENCES[self.silence]),
        )

    @classmethod
    def read(cls, found: Mapping[str, Any], *, where: str) -> dict[str, Any]:
        first = reading.moment(found["first"], where=f"{where}.first")
        return {name: found[name] for name in cls.PARAMS} | {"first": first}
