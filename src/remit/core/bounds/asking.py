"""May this deed be done? One finding for each clause, and what they add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from remit.core.bounds import standing
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import REFUSING, Answer, AnswerVerdict, Finding
from remit.core.bounds.instrument import Instrument
from remit.core.bounds.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Above:
    """A remit above the one acted under, and what is known for it."""

    instrument: Instrument
    facts: Facts
    """As below, but for `answers`, `envelope` and `depth`, which are this remit's own."""


def questions(
    instrument: Instrument, deed: Deed, *, at: datetime, person: str, reaching: bool = False
) -> tuple[Question, ...]:
    """What the clauses must know beyond the deed, each question once, in the clauses' order.

    With `reaching`, of a remit above: only what those clauses ask that judge what is done below.
    """
    asked = (
        question
        for clause in instrument.clauses
        if clause.REACHES or not reaching
        for question in clause.questions(deed, at=at, person=person)
    )
    return tuple(dict.fromkeys(asked))


def ask(instrument: Instrument, deed: Deed, facts: Facts, above: Sequence[Above] = ()) -> Answer:
    """The answer, with one finding per clause after those on force and on backing.

    No, if any clause is breached or lacks a fact; else ask, if any needs somebody's agreement;
    else yes. All clauses answer, also after a no, so that all reasons are known at once. Of the
    remits above, nearest first, those clauses answer too that reach below; their findings carry
    the remit's code.
    """
    findings = (
        standing.in_force(instrument, deed, facts),
        standing.backing(deed, facts),
        *(clause.check(deed, facts) for clause in instrument.clauses),
        *(found for higher in above for found in _reaching(higher, deed)),
    )
    verdicts = {finding.verdict for finding in findings}
    answer: AnswerVerdict = "yes" if verdicts == {"met"} else "no"
    if "needs" in verdicts and verdicts.isdisjoint(REFUSING):
        answer = "ask"
    return Answer(verdict=answer, findings=findings)


def _reaching(above: Above, deed: Deed) -> list[Finding]:
    code, facts = above.instrument.code, above.facts
    return [
        clause.check(deed, facts).above(code)
        for clause in above.instrument.clauses
        if clause.REACHES
    ]
