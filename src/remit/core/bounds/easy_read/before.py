"""Easy sentences for clauses on what must be done or be there before something else."""

from __future__ import annotations

from remit.core.bounds.clauses.attestation import Attestation
from remit.core.bounds.clauses.consultation import Consultation
from remit.core.bounds.clauses.document import Document
from remit.core.bounds.clauses.evidence import Evidence
from remit.core.bounds.clauses.evidence_above import EvidenceAbove
from remit.core.bounds.clauses.ladder import Ladder
from remit.core.bounds.clauses.meeting import Meeting
from remit.core.bounds.clauses.notice import Notice
from remit.core.bounds.easy_read.plain import Sentences, one_each, power
from remit.core.bounds.labels import ATTESTATIONS, EVIDENCE, label, named
from remit.core.words import Money, gettext_noop, words


def evidence(clause: Evidence) -> Sentences:
    return tuple(
        words(
            gettext_noop("Before they {power}, they show this: {evidence}."),
            power=power(code),
            evidence=named(needed, EVIDENCE),
        )
        for code, needed in clause.evidence.items()
    )


def evidence_above(clause: EvidenceAbove) -> Sentences:
    return (
        words(gettext_noop("Before they {power}, they show something."), power=power(clause.power)),
        *(
            words(
                gettext_noop("For more than {amount} they show this: {evidence}."),
                amount=Money(above, clause.currency),
                evidence=named(needed, EVIDENCE),
            )
            for above, needed in clause.steps
        ),
        words(gettext_noop("Only the last line that fits counts.")),
    )


def ladder(clause: Ladder) -> Sentences:
    first, *others = clause.steps
    return (
        words(gettext_noop("They go step by step.")),
        words(gettext_noop("First they {power}."), power=power(first)),
        *(words(gettext_noop("Only then may they {power}."), power=power(step)) for step in others),
    )


def meeting(clause: Meeting) -> Sentences:
    said = [
        words(gettext_noop("Before they {power}, they hold a meeting."), power=power(clause.power)),
        words(
            gettext_noop("At least this many people must be there: {quorum}."),
            quorum=clause.quorum,
        ),
    ]
    if clause.notice_days:
        said.append(
            words(
                gettext_noop("People must know about it this many days before: {days}."),
                days=clause.notice_days,
            )
        )
    return tuple(said)


def notice(clause: Notice) -> Sentences:
    return (
        words(
            gettext_noop("Before they {power}, they tell everybody what they plan."),
            power=power(clause.power),
        ),
        words(gettext_noop("Then they wait this many days: {days}."), days=clause.days),
    )


def consultation(clause: Consultation) -> Sentences:
    said = [
        words(
            gettext_noop("Before they {power}, they ask people what they think."),
            power=power(clause.power),
        ),
        words(
            gettext_noop("People have at least this many days to answer: {days}."),
            days=clause.days,
        ),
    ]
    if clause.answers:
        said.append(
            words(
                gettext_noop("At least this many answers must come: {answers}."),
                answers=clause.answers,
            )
        )
    return tuple(said)


def document(clause: Document) -> Sentences:
    return (
        words(
            gettext_noop("Before they {power}, these things must be there."),
            power=power(clause.power),
        ),
        *one_each(text for _, text in clause.documents),
    )


def attestation(clause: Attestation) -> Sentences:
    return (
        words(
            gettext_noop("Before they {power}, somebody from outside has a look."),
            power=power(clause.power),
        ),
        words(
            gettext_noop("This person must say that all is well with: {about}."),
            about=label(clause.about, ATTESTATIONS),
        ),
        words(gettext_noop("That may be at most this many days old: {days}."), days=clause.days),
    )
