"""What waits for somebody's agreement, what was asked, and how each request came out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from remit.core.bounds import Finding
from remit.record import reads
from remit.record.models import Record, Request
from remit.record.reads import RecordView
from remit.record.requests import AGREED, OPEN

AGREE, DECLINE, SILENCE = "charter.agree", "charter.decline", "charter.silence"


@dataclass(frozen=True, slots=True)
class RequestView:
    """One position is asked to agree to one act."""

    record: RecordView
    """The act, as it was asked."""
    remit: str
    whom: str
    due: datetime
    silence: str
    state: str
    position: str
    """In which it was asked."""
    person: str
    """The token of whoever asked. It tells them their own request, and is never shown."""
    clauses: frozenset[str]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the clauses say for which this position is asked."""
        found = self.record.findings
        return tuple(f for f in found if f.verdict == "needs" and f.clause in self.clauses)


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that was asked in one record, and what came of it."""

    record: RecordView
    requests: tuple[RequestView, ...]
    answers: dict[str, RecordView]
    """By position, the record of its answer, or of its silence."""
    done: RecordView | None
    """The record of the act, once it was done."""

    @property
    def open(self) -> bool:
        """Whether somebody has still to answer."""
        return any(request.state == OPEN for request in self.requests)

    @property
    def agreed(self) -> bool:
        """Whether everybody has agreed, and the act has still to be done."""
        return all(request.state == AGREED for request in self.requests)


def waiting(position: str) -> list[RequestView]:
    """What this position has to answer, the most urgent first."""
    return views(_requests().filter(whom=position, state=OPEN).order_by("due", "pk"))


def asked_by(person: str | None) -> QuerySet[Request]:
    """What this person asked, the newest first; `views` turns the rows of one page into views."""
    rows = _requests().order_by("-pk")
    return rows.filter(person=person) if person else rows.none()


def asked_in(key: UUID) -> Asked | None:
    """What was asked in the record of this key; None if nothing was."""
    rows = list(_requests().filter(record__key=key).order_by("pk"))
    return _asked(rows) if rows else None


def asked_for(record: RecordView) -> Asked | None:
    """The requests behind this record: those that it made, that were open when it asked for the
    same again or, if it was done, that allowed it. None if nobody was asked."""
    own = Record.objects.filter(key=UUID(record.key)).values("pk")
    if record.outcome == "done":
        rows = list(_requests().filter(done__in=own).order_by("pk"))
    elif record.outcome == "asked":
        rows = list(_requests().filter(record__in=own).order_by("pk"))
        rows = rows or _asked_before(record)
    else:
        rows = []
    return _asked(rows) if rows else None


def _asked_before(record: RecordView) -> list[Request]:
    """The requests that were open already when this record asked for the same again."""
    rows = [
        row
        for row in _requests()
        .filter(record__kind=record.kind, record__subject=record.subject)
        .filter(record__remit__code=record.remit, position=record.position)
        .filter(record__at__lte=record.at)
        .order_by("-record_id", "pk")
        if json.loads(row.record.body)["act"] == record.act
    ]
    return [row for row in rows if row.record_id == rows[0].record_id]


def _asked(rows: list[Request]) -> Asked:
    """Of the requests that one record made, or that allowed one."""
    record = rows[0].record
    done = next((row.done for row in rows if row.done is not None), None)
    return Asked(
        record=reads.shown([record])[0],
        requests=tuple(views(rows)),
        answers=answers_to(record.key),
        done=reads.shown([done])[0] if done else None,
    )


def answers_to(key: UUID) -> dict[str, RecordView]:
    """By position, how it answered what was asked in the record of this key."""
    rows = reads.records(subject=f"request/{key}", kinds=(AGREE, DECLINE, SILENCE), outcome="done")
    return {str(found.act.get("whom", found.position)): found for found in reads.shown(rows)}


def views(rows: Iterable[Request]) -> list[RequestView]:
    """These rows as pages may see them."""
    found = list(rows)
    records = reads.shown(row.record for row in found)
    return [
        RequestView(
            record=record,
            remit=row.remit.code,
            whom=row.whom,
            due=row.due,
            silence=row.silence,
            state=row.state,
            position=row.position,
            person=str(row.person),
            clauses=frozenset(row.clauses),
        )
        for row, record in zip(found, records, strict=True)
    ]


def _requests() -> QuerySet[Request]:
    return Request.objects.select_related("remit", "record__leaf")
