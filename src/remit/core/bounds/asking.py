"""May this deed be done? One finding for each clause, and what they add up to."""

from __future__ import annotations

from remit.core.bounds import standing
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import REFUSING, Answer, AnswerVerdict
from remit.core.bounds.instrument import Instrument


def ask(instrument: Instrument, deed: Deed, facts: Facts) -> Answer:
    """The answer, with one finding per clause after those on force and on backing.

    No, if any clause is breached or lacks a fact; else ask, if any needs somebody's agreement;
    else yes. All clauses answer, also after a no, so that all reasons are known at once.
    """
    findings = (
        standing.in_force(instrument, deed, facts),
        standing.backing(deed, facts),
        *(clause.check(deed, facts) for clause in instrument.clauses),
    )
    verdicts = {finding.verdict for finding in findings}
    answer: AnswerVerdict = "yes" if verdicts == {"met"} else "no"
    if "needs" in verdicts and verdicts.isdisjoint(REFUSING):
        answer = "ask"
    return Answer(verdict=answer, findings=findings)
