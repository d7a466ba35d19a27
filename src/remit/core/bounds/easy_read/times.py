"""Easy sentences for clauses on when something may be done."""

from __future__ import annotations

from remit.core.bounds.clauses.cooling_off import CoolingOff
from remit.core.bounds.clauses.last_dates import LastDates
from remit.core.bounds.clauses.period import Period
from remit.core.bounds.clauses.window import Window
from remit.core.bounds.easy_read.plain import Sentences, power
from remit.core.words import gettext_noop, words


def period(clause: Period) -> Sentences:
    return (
        words(gettext_noop("It starts on {starts}."), starts=clause.starts),
        words(gettext_noop("It is over on {ends}."), ends=clause.ends),
    )


def last_dates(clause: LastDates) -> Sentences:
    return tuple(
        words(gettext_noop("From {day} on, nobody may {power}."), day=day, power=power(code))
        for code, day in clause.dates.items()
    )


def window(clause: Window) -> Sentences:
    return (
        *(
            words(
                gettext_noop("They have this many days to {power}: {days}."),
                power=power(code),
                days=clause.days,
            )
            for code in clause.powers
        ),
        words(gettext_noop("The days begin with the thing that it is about.")),
        words(gettext_noop("After these days it is too late.")),
    )


def cooling_off(clause: CoolingOff) -> Sentences:
    return (
        words(
            gettext_noop("After a decision they wait before they {power}."),
            power=power(clause.power),
        ),
        words(gettext_noop("They wait at least this many days: {days}."), days=clause.days),
    )
