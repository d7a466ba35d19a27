"""An Easy Read version of an instrument, made from the same data, so that it can't differ from it.

Easy Read is a way of writing for people who find reading hard: short sentences with one idea each,
active, in everyday words; hard words are explained (see the United Kingdom's "Accessible
communication formats" and Inclusion Europe's "Information for all"). What officers wrote in words
of their own is shown as they wrote it. It doesn't stand in for asking those who are to read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from remit.core.bounds.clause import Clause
from remit.core.bounds.easy_read import asking, before, frame, limits, money, people, times
from remit.core.bounds.instrument import Instrument
from remit.core.words import Words, gettext_noop, words

Say = Callable[[Any], tuple[Words, ...]]

HEADINGS: Mapping[str, str] = {
    "what": gettext_noop("What is this?"),
    "who": gettext_noop("Who decides?"),
    "use": gettext_noop("What is the money for?"),
    "money": gettext_noop("How much money is there?"),
    "when": gettext_noop("When does it start? When does it end?"),
    "not": gettext_noop("What may they not do?"),
    "before": gettext_noop("What must they do first?"),
    "ask": gettext_noop("When must they ask?"),
    "stop": gettext_noop("When does everything stop?"),
    "more": gettext_noop("What else counts?"),
    "promise": gettext_noop("What do they promise you?"),
    "answer": gettext_noop("Who answers if something goes wrong?"),
    "disagree": gettext_noop("What can you do if you do not agree?"),
    "words": gettext_noop("What do hard words mean?"),
}
"""The sections in their order."""

BY_SECTION: Mapping[str, Mapping[str, Say]] = {
    "who": {"powers": limits.powers},
    "use": {"purpose": limits.purpose, "scope": limits.scope},
    "money": {
        "envelope": money.envelope,
        "cap": money.cap,
        "total": money.total,
        "share": money.share,
    },
    "when": {
        "period": times.period,
        "last_dates": times.last_dates,
        "window": times.window,
        "cooling_off": times.cooling_off,
    },
    "not": {
        "reserved": limits.reserved,
        "duties": limits.duties,
        "reversible": limits.reversible,
        "sub_remits": limits.sub_remits,
    },
    "before": {
        "evidence": before.evidence,
        "evidence_above": before.evidence_above,
        "ladder": before.ladder,
        "opinion": asking.opinion,
        "meeting": before.meeting,
        "notice": before.notice,
        "consultation": before.consultation,
        "document": before.document,
        "attestation": before.attestation,
        "clearance": people.clearance,
        "interests": people.interests,
    },
    "ask": {
        "ask_above": asking.ask_above,
        "ask_total": asking.ask_total,
        "dual_control": asking.dual_control,
        "risk_lane": asking.risk_lane,
        "report": asking.report,
    },
    "stop": {"stop": limits.stop},
}
EASY: Mapping[str, Say] = {
    kind: say for section in BY_SECTION.values() for kind, say in section.items()
}
"""By kind of clause, what says it in easy sentences."""

HARD_WORDS: Mapping[str, str] = {
    "remit": gettext_noop("A remit is a paper that lends power to people."),
    "backer": gettext_noop("A backer is the person who answers for a remit."),
    "envelope": gettext_noop("An envelope is all the money of a remit."),
    "agency": gettext_noop("An agency is a public office, such as a council."),
}
"""Hard words that stand in every version, each explained."""
HARD_WORDS_OF_KINDS: Mapping[str, str] = {
    "risk_lane": gettext_noop("Safeguarding is work that keeps people safe."),
}
"""By kind of clause, a hard word that only it brings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A question, and the sentences that answer it, each to stand on a line of its own."""

    heading: Words
    sentences: tuple[Words, ...]


def easy_read(instrument: Instrument, *, state: str | None = None) -> tuple[Section, ...]:
    """The instrument in Easy Read; with its state (granted, in_force …) where that is known."""
    said = {
        "what": frame.what_it_is(instrument, state),
        "who": frame.who_decides(instrument),
        "when": frame.afterwards(instrument),
        "promise": frame.promised(instrument),
        "answer": frame.who_answers(instrument),
        "disagree": frame.if_you_disagree(instrument),
        "words": hard_words(instrument),
    }
    sections = []
    for name, heading in HEADINGS.items():
        clauses = [sentence for c in _of(instrument, name) for sentence in easy_clause(c)]
        around = list(said.get(name, ()))
        # When it ends comes before what comes after it; who they are before what they may do.
        sentences = clauses + around if name == "when" else around + clauses
        if sentences:
            sections.append(Section(heading=words(heading), sentences=tuple(sentences)))
    return tuple(sections)


def easy_clause(clause: Clause) -> tuple[Words, ...]:
    """The clause in easy sentences; as it reads in the instrument if its kind has none."""
    say = EASY.get(clause.kind)
    return (clause.in_words(),) if say is None else say(clause)


def hard_words(instrument: Instrument) -> Iterable[Words]:
    """What each hard word means."""
    kinds = {clause.kind for clause in instrument.clauses}
    of_kinds = [message for kind, message in HARD_WORDS_OF_KINDS.items() if kind in kinds]
    return [words(message) for message in (*HARD_WORDS.values(), *of_kinds)]


def _of(instrument: Instrument, section: str) -> Iterable[Clause]:
    """The clauses that this section is about."""
    if section == "more":
        return [clause for clause in instrument.clauses if clause.kind not in EASY]
    kinds = BY_SECTION.get(section, {})
    return [clause for clause in instrument.clauses if clause.kind in kinds]
