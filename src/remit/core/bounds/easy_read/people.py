"""Easy sentences for clauses on the person who does something."""

from __future__ import annotations

from remit.core.bounds.clauses.clearance import Clearance
from remit.core.bounds.clauses.interests import Interests
from remit.core.bounds.easy_read.plain import Sentences, answer_in, must_agree, power
from remit.core.bounds.labels import CLEARANCES, label
from remit.core.words import gettext_noop, words


def clearance(clause: Clearance) -> Sentences:
    return (
        words(
            gettext_noop("Before people {power}, somebody checks them."),
            power=power(clause.power),
        ),
        words(
            gettext_noop("The check is about this: {about}."),
            about=label(clause.about, CLEARANCES),
        ),
        words(gettext_noop("The newest check counts.")),
        words(gettext_noop("Nobody checks themselves.")),
    )


def interests(clause: Interests) -> Sentences:
    return (
        words(
            gettext_noop("Before they {power}, they say what they get from it."),
            power=power(clause.power),
        ),
        words(gettext_noop("When they get money from it, somebody else does it.")),
        *_relatives(clause),
        words(gettext_noop("What everybody gets from it is all right.")),
    )


def _relatives(clause: Interests) -> Sentences:
    if clause.relatives == "refuse":
        rule = gettext_noop("When their family gets something from it, somebody else does it.")
        return (words(rule),)
    return (
        words(gettext_noop("When their family gets something from it, they ask first.")),
        must_agree(clause.position),
        *answer_in(clause.days, "no"),
    )
