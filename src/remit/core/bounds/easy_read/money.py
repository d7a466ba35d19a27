"""Easy sentences for clauses on how much money there is."""

from __future__ import annotations

from collections.abc import Mapping

from remit.core.bounds.clauses.cap import Cap
from remit.core.bounds.clauses.envelope import Envelope
from remit.core.bounds.clauses.share import Share
from remit.core.bounds.clauses.total import Total
from remit.core.bounds.easy_read.plain import Sentences, power
from remit.core.bounds.question import Of
from remit.core.words import Money, gettext_noop, words

LIMITS: Mapping[Of, str] = {
    "all": gettext_noop("When they {power}, there is a limit for everything together."),
    "recipient": gettext_noop("When they {power}, each person or group has a limit."),
    "category": gettext_noop("When they {power}, each kind of thing has a limit."),
    "area": gettext_noop("When they {power}, each area has a limit."),
}
"""What is counted together."""


def envelope(clause: Envelope) -> Sentences:
    amount = Money(clause.amount, clause.currency)
    return (
        words(gettext_noop("There is this much money: {amount}."), amount=amount),
        words(gettext_noop("There is not more.")),
    )


def cap(clause: Cap) -> Sentences:
    return (
        words(
            gettext_noop("When they {power}, the limit is {most} each time."),
            power=power(clause.power),
            most=Money(clause.amount, clause.currency),
        ),
    )


def total(clause: Total) -> Sentences:
    days = clause.days
    return (
        words(LIMITS[clause.of], power=power(clause.power)),
        words(gettext_noop("The limit is {most}."), most=Money(clause.amount, clause.currency)),
        words(gettext_noop("It is for this many days in a row: {days}."), days=days)
        if days
        else words(gettext_noop("It is for the whole time.")),
    )


def share(clause: Share) -> Sentences:
    whole, rest = divmod(clause.per_mille, 10)
    limit = (
        words(
            gettext_noop("The limit is {part} of every 1000 in the envelope."),
            part=clause.per_mille,
        )
        if rest
        else words(gettext_noop("The limit is {part} of every 100 in the envelope."), part=whole)
    )
    return (words(LIMITS[clause.of], power=power(clause.power)), limit)
