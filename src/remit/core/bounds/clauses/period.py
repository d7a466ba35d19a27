"""From when until when the remit may be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from remit.core.bounds import checks, reading
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.errors import BadInstrument
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import ALWAYS
from remit.core.words import Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Clause):
    """Deeds may be done from `starts`, itself included, until just before `ends`; both aware."""

    starts: datetime
    ends: datetime

    kind: ClassVar[str] = "period"
    HEADING: ClassVar[str] = gettext_noop("Period")
    ABOUT: ClassVar[str] = gettext_noop("From when until when the remit may be used.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "starts": "the first moment at which it may be used, in UTC",
        "ends": "the first moment at which it may no longer be used, in UTC",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "period_within": gettext_noop("This is within the period of the remit."),
        "period_not_touched": gettext_noop("What only ends a remit may be done at any time."),
        "period_not_begun": gettext_noop("The period of the remit begins on {starts}."),
        "period_over": gettext_noop("The period of the remit was over on {ends}."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B1",
        "kind": "period",
        "starts": "2023-05-01T00:00:00Z",
        "ends": "2024-01-01T00:00:00Z",
    }

    def __post_init__(self) -> None:
        checks.moment(self.starts, where=f"{self.id}.starts")
        checks.moment(self.ends, where=f"{self.id}.ends")
        if self.ends <= self.starts:
            raise BadInstrument("period_backwards", where=f"{self.id}.ends")

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power in ALWAYS:
            return self.found("met", "period_not_touched")
        if facts.at < self.starts:
            return self.found("breached", "period_not_begun", starts=self.starts)
        if facts.at >= self.ends:
            return self.found("breached", "period_over", ends=self.ends)
        return self.found("met", "period_within")

    def covers(self, narrower: Clause) -> bool:
        return (
            isinstance(narrower, Period)
            and self.starts <= narrower.starts
            and narrower.ends <= self.ends
        )

    def in_words(self) -> Words:
        return words(
            gettext_noop("This remit may be used from {starts} on. On {ends} it is over."),
            starts=self.starts,
            ends=self.ends,
        )

    @classmethod
    def read(cls, found: Mapping[str, Any], *, where: str) -> dict[str, Any]:
        return {n: reading.moment(found[n], where=f"{where}.{n}") for n in ("starts", "ends")}
