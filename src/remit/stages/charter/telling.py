"""How a record is told in a line: what was done, about what, and how the bounds answered."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from remit.core.bounds import KINDS, Finding
from remit.core.words import Money, Words, gettext_noop, words
from remit.record.reads import RecordView
from remit.record.registry import ACTS
from remit.web.parts import AnswerName, ClauseRow, Event, Text

ANSWERS: dict[str, AnswerName] = {"done": "yes", "asked": "ask", "refused": "no"}
IMPLICIT = {"B0", "backing"}
"""What every remit asks for, whatever its clauses."""
ABOUT = {
    "project": gettext_noop("Project {code}"),
    "payment": gettext_noop("Payment {code}"),
    "item": gettext_noop("Item {code}"),
    "ballot": gettext_noop("Ballot {code}"),
    "remit": gettext_noop("Remit {code}"),
}
"""The fields that say what an act is about, the narrowest first."""
SUBJECTS = {
    "request": gettext_noop("What was asked"),
    "file": gettext_noop("The file of the remit"),
}
"""What an act is about whose fields name nothing to be read, by how its subject begins."""


def title(record: RecordView) -> Words | str:
    """What kind of act it was."""
    known = ACTS.get(record.kind)
    return words(known.heading) if known else record.kind


def thing_of(record: RecordView) -> Words | str:
    """What it was about."""
    for name, message in ABOUT.items():
        if name in record.act:
            return words(message, code=str(record.act[name]))
    known = SUBJECTS.get(record.subject.split("/")[0])
    return words(known) if known else record.subject


def about(record: RecordView) -> Text:
    """What it was about, with the amount that it moved; of a refusal, the clause that says no."""
    thing = thing_of(record)
    if record.refusing:
        found = record.refusing[0]
        message = gettext_noop("{thing}. Clause {clause}: {why}")
        return words(message, thing=thing, clause=found.clause, why=found.words)
    if record.postings:
        posting = record.postings[0]
        amount = Money(int(str(posting["amount"])), str(posting["unit"]))
        return words(gettext_noop("{thing}: {amount}"), thing=thing, amount=amount)
    return thing


def event(record: RecordView) -> Event:
    """The record as a point of a timeline."""
    return Event(
        at=record.at,
        title=title(record),
        text=about(record),
        href=reverse("share:record", args=[record.key]),
        answer=ANSWERS[record.outcome],
    )


def clause_rows(findings: Sequence[Finding]) -> list[ClauseRow]:
    """How each clause answered."""
    return [
        ClauseRow(
            "–" if found.clause in IMPLICIT else found.clause,
            found.words,
            finding=found.verdict,
            topic=words(KINDS[found.kind].HEADING) if found.kind in KINDS else "",
        )
        for found in findings
    ]
