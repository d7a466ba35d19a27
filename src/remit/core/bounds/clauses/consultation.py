"""Which consultation must have been held before something is done."""

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
from remit.core.bounds.question import Entry, OnFile
from remit.core.words import Words, gettext_noop, words

ANSWERS_MAX = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation(Clause):
    """`power` is used only after one consultation on the matter that was open `days` days and had
    `answers` answers. Only a power of TIMED.

    A figure that the entry lacks is 0. That a consultation was held does not run out.
    """

    power: str
    days: int
    answers: int

    kind: ClassVar[str] = "consultation"
    HEADING: ClassVar[str] = gettext_noop("Consultation")
    ABOUT: ClassVar[str] = gettext_noop(
        "Which consultation must have been held before a power is used."
    )
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it is about; not one that only stops, ends or warns",
        "days": "how many days it must have been open at least, 1 to 366",
        "answers": "how many answers it must have had at least, 0 to 1000000",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "consultation_not_touched": gettext_noop("No consultation is needed for this."),
        "consultation_unnamed": gettext_noop(
            "It must be said what it is about, so that the consultation is found."
        ),
        "consultation_unknown": gettext_noop("It is not known which consultations were held."),
        "consultation_missing": gettext_noop(
            "A consultation on it must be on file first. Days open at least: {days}. Answers at "
            "least: {answers}."
        ),
        "consultation_short": gettext_noop(
            "The consultation of {day} is not enough. Days open: {open}, of at least {days}. "
            "Answers: {given}, of at least {answers}."
        ),
        "consultation_held": gettext_noop(
            "The consultation of {day} is enough. Days open: {open}. Answers: {given}."
        ),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B22",
        "kind": "consultation",
        "power": "decide",
        "days": 28,
        "answers": 20,
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, TIMED, where=f"{self.id}.power")
        checks.whole(self.days, where=f"{self.id}.days", least=1, most=checks.DAYS_MAX)
        checks.whole(self.answers, where=f"{self.id}.answers", most=ANSWERS_MAX)

    def questions(self, deed: Deed, *, at: datetime, person: str) -> tuple[OnFile, ...]:
        if deed.power != self.power or deed.item is None:
            return ()
        return (_consultations(deed.item),)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power:
            return self.found("met", "consultation_not_touched")
        if deed.item is None:
            return self.found("unknown", "consultation_unnamed")
        held = facts.on_file(_consultations(deed.item))
        if held is None:
            return self.found("unknown", "consultation_unknown")
        days, answers = self.days, self.answers
        if not held:
            return self.found("breached", "consultation_missing", days=days, answers=answers)
        newest = max(held, key=lambda entry: (self._enough(entry), entry.at))
        day, given = newest.at, newest.figure("answers")
        open_days = newest.figure("days")
        if self._enough(newest):
            return self.found("met", "consultation_held", day=day, open=open_days, given=given)
        return self.found(
            "breached",
            "consultation_short",
            day=day,
            open=open_days,
            days=days,
            given=given,
            answers=answers,
        )

    def _enough(self, held: Entry) -> bool:
        return held.figure("days") >= self.days and held.figure("answers") >= self.answers

    def covers(self, narrower: Clause) -> bool:
        return (
            isinstance(narrower, Consultation)
            and narrower.power == self.power
            and narrower.days >= self.days
            and narrower.answers >= self.answers
        )

    def in_words(self) -> Words:
        message = (
            gettext_noop(
                "Nobody may {power} before a consultation on the matter is on file. Days open at "
                "least: {days}. Answers at least: {answers}."
            )
            if self.answers
            else gettext_noop(
                "Nobody may {power} before a consultation on the matter is on file. Days open at "
                "least: {days}. It counts even if nobody answered."
            )
        )
        return words(message, power=power_label(self.power), days=self.days, answers=self.answers)


def _consultations(item: str) -> OnFile:
    return OnFile(topic="consultation", scope="matter", about=item)
