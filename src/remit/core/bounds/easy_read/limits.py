"""Easy sentences for clauses on who may do what, and on what nobody may do."""

from __future__ import annotations

from remit.core.bounds.clauses.duties import Duties
from remit.core.bounds.clauses.powers import Powers
from remit.core.bounds.clauses.purpose import Purpose
from remit.core.bounds.clauses.reserved import Reserved
from remit.core.bounds.clauses.reversible import Reversible
from remit.core.bounds.clauses.scope import Scope
from remit.core.bounds.clauses.stop import LEVEL_MAX, Stop
from remit.core.bounds.clauses.sub_remits import SubRemits
from remit.core.bounds.easy_read.plain import Sentences, answer_in, must_agree, one_each, power
from remit.core.bounds.labels import POSITIONS, label, named
from remit.core.words import gettext_noop, words


def powers(clause: Powers) -> Sentences:
    return tuple(
        words(
            gettext_noop("This person or group may {power}: {positions}.")
            if len(positions) == 1
            else gettext_noop("Each of these may {power}: {positions}."),
            power=power(code),
            positions=named(positions, POSITIONS),
        )
        for code, positions in clause.powers.items()
    )


def purpose(clause: Purpose) -> Sentences:
    return (
        words(gettext_noop("The money is only for these things.")),
        *one_each(text for _, text in clause.purposes),
    )


def scope(clause: Scope) -> Sentences:
    rule = (
        words(gettext_noop("The money is only for these kinds of things."))
        if clause.of == "category"
        else words(gettext_noop("The money is only for these areas."))
    )
    return (rule, *one_each(text for _, text in clause.codes))


def reserved(clause: Reserved) -> Sentences:
    return tuple(
        words(gettext_noop("They may not decide about this: {matter}."), matter=text)
        for _, text in clause.matters
    )


def duties(clause: Duties) -> Sentences:
    return (
        words(gettext_noop("Nobody may check their own work.")),
        *(
            words(
                gettext_noop("For the same thing, one person may not {first} and {second}."),
                first=power(first),
                second=power(second),
            )
            for first, second in clause.pairs
        ),
    )


def stop(clause: Stop) -> Sentences:
    level = clause.level
    if clause.topic == "concern":
        said = [words(gettext_noop("Anybody with a worry can give a warning."))]
        if level > 1:
            rule = gettext_noop("Warnings have a level, here {level} or more.")
            said.append(words(rule, level=level))
    elif clause.topic == "incident":
        most = LEVEL_MAX["incident"]
        rule = gettext_noop("Something bad of level {level} or more, of {most}, can happen.")
        said = [words(rule, level=level, most=most)]
    else:
        rule = gettext_noop("A plan can cost too much by this per cent: {level}.")
        said = [words(rule, level=level)]
    return (
        *said,
        words(gettext_noop("Then everything stops.")),
        words(
            gettext_noop("This person or group can start it again: {position}."),
            position=label(clause.lifted_by, POSITIONS),
        ),
    )


def sub_remits(clause: SubRemits) -> Sentences:
    if clause.depth == 0:
        return (words(gettext_noop("They may not lend this power to others.")),)
    said = [
        words(gettext_noop("They may lend a part of this power to others.")),
        words(
            gettext_noop("The power goes down this many steps from the top: {depth}."),
            depth=clause.depth,
        ),
    ]
    if clause.position:
        said += [must_agree(clause.position), *answer_in(clause.days, "no")]
    return tuple(said)


def reversible(clause: Reversible) -> Sentences:
    said = [
        words(
            gettext_noop("When they {power}, it must be possible to undo it."),
            power=power(clause.power),
        )
    ]
    if clause.pilot_days:
        said += [
            words(gettext_noop("Or they only try something out.")),
            words(
                gettext_noop("The try ends within this many days: {days}."),
                days=clause.pilot_days,
            ),
        ]
    return tuple(said)
