"""Easy sentences for clauses on when somebody must be asked, or tell what they think."""

from __future__ import annotations

from remit.core.bounds.clauses.ask_above import AskAbove
from remit.core.bounds.clauses.ask_total import AskTotal
from remit.core.bounds.clauses.dual_control import DualControl
from remit.core.bounds.clauses.opinion import Opinion
from remit.core.bounds.clauses.report import Report
from remit.core.bounds.clauses.risk_lane import RiskLane
from remit.core.bounds.deed import RISK_MAX
from remit.core.bounds.easy_read.plain import Sentences, answer_in, must_agree, power
from remit.core.bounds.labels import OPINIONS, POSITIONS, label
from remit.core.words import Money, gettext_noop, words


def ask_above(clause: AskAbove) -> Sentences:
    return (
        words(
            gettext_noop("When they {power} for more than {amount}, they ask first."),
            power=power(clause.power),
            amount=Money(clause.amount, clause.currency),
        ),
        must_agree(clause.position),
        *answer_in(clause.days, clause.silence),
    )


def ask_total(clause: AskTotal) -> Sentences:
    amount = Money(clause.amount, clause.currency)
    return (
        words(
            gettext_noop("When they {power}, all the money counts together."),
            power=power(clause.power),
        ),
        words(gettext_noop("For more than {amount} together, they ask first."), amount=amount),
        must_agree(clause.position),
        *answer_in(clause.days, clause.silence),
    )


def dual_control(clause: DualControl) -> Sentences:
    return (
        words(
            gettext_noop("When they {power} for more than {amount}, two people must agree."),
            power=power(clause.power),
            amount=Money(clause.amount, clause.currency),
        ),
        words(
            gettext_noop("The second one is this person or group: {position}."),
            position=label(clause.position, POSITIONS),
        ),
        words(gettext_noop("Nobody says yes to their own wish.")),
        *answer_in(clause.days, "no"),
    )


def risk_lane(clause: RiskLane) -> Sentences:
    said = [
        words(gettext_noop("Doing something can go wrong.")),
        words(gettext_noop("Doing nothing can go wrong too.")),
        words(
            gettext_noop("Before they {power}, they think about both."), power=power(clause.power)
        ),
        words(gettext_noop("They give the risk a number from 1 to {most}."), most=RISK_MAX),
    ]
    if clause.light:
        said.append(words(gettext_noop("Up to {light} they may go ahead."), light=clause.light))
    if clause.light < clause.panel:
        said += [
            words(gettext_noop("Up to {panel} they ask first."), panel=clause.panel),
            must_agree(clause.position),
            *answer_in(clause.days, clause.silence),
        ]
    if clause.panel < RISK_MAX:
        said.append(
            words(gettext_noop("Above {panel} it goes to safeguarding."), panel=clause.panel)
        )
    return tuple(said)


def opinion(clause: Opinion) -> Sentences:
    return (
        words(
            gettext_noop("Before they {power}, they ask what an expert thinks."),
            power=power(clause.power),
        ),
        words(
            gettext_noop("The expert is this person or group: {position}."),
            position=label(clause.position, POSITIONS),
        ),
        words(
            gettext_noop("The expert thinks about this side of it: {about}."),
            about=label(clause.about, OPINIONS),
        ),
        words(gettext_noop("The expert can stop it."))
        if clause.veto
        else words(gettext_noop("The expert cannot stop it.")),
    )


def report(clause: Report) -> Sentences:
    return (
        words(gettext_noop("They write reports on what they do.")),
        words(gettext_noop("The first report must be there on {first}."), first=clause.first),
        words(
            gettext_noop("The newest may be this many days old: {days}."),
            days=clause.days,
        ),
        words(
            gettext_noop("When a report is late, they ask before they {power}."),
            power=power(clause.power),
        ),
        must_agree(clause.position),
        *answer_in(clause.answer_days, clause.silence),
    )
