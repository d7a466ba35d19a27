"""Until when each of some powers may be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from remit.core.bounds import checks, reading
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import TIMED, power
from remit.core.words import Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDates(Clause):
    """By power, the first moment at which it may no longer be used; aware. Only powers of TIMED."""

    dates: Mapping[str, datetime]

    kind: ClassVar[str] = "last_dates"
    HEADING: ClassVar[str] = gettext_noop("Last dates")
    ABOUT: ClassVar[str] = gettext_noop("Until when each of some powers may be used.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "dates": "by the code of each power, the first moment at which it may no longer be used, "
        "in UTC; not for powers that only stop, end or warn",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "last_dates_not_touched": gettext_noop("There is no last date for this."),
        "last_dates_before": gettext_noop("It is in time: the power to {power} is over on {day}."),
        "last_dates_over": gettext_noop("The power to {power} was over on {day}."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B13",
        "kind": "last_dates",
        "dates": {"commit": "2023-11-01T00:00:00Z", "pay": "2023-12-15T00:00:00Z"},
    }

    def __post_init__(self) -> None:
        where = f"{self.id}.dates"
        checks.some(self.dates, where=where)
        for used, moment in self.dates.items():
            checks.one_of(used, TIMED, where=where)
            checks.moment(moment, where=f"{where}.{used}")

    def check(self, deed: Deed, facts: Facts) -> Finding:
        over = self.dates.get(deed.power)
        if over is None:
            return self.found("met", "last_dates_not_touched")
        used = power(deed.power)
        if facts.at >= over:
            return self.found("breached", "last_dates_over", power=used, day=over)
        return self.found("met", "last_dates_before", power=used, day=over)

    def covers(self, narrower: Clause) -> bool:
        return isinstance(narrower, LastDates) and all(
            used in narrower.dates and narrower.dates[used] <= over
            for used, over in self.dates.items()
        )

    def in_words(self) -> Words:
        dates = tuple(
            words(gettext_noop("{power} ({day})"), power=power(code), day=self.dates[code])
            for code in TIMED
            if code in self.dates
        )
        return words(
            gettext_noop("Each of these powers is over on the day named: {dates}."), dates=dates
        )

    @classmethod
    def read(cls, found: Mapping[str, Any], *, where: str) -> dict[str, Any]:
        return {"dates": reading.moments(found["dates"], where=f"{where}.dates")}
