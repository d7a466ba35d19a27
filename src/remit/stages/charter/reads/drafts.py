"""What was drafted under a remit, and what those said whose opinion a draft should have."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db.models import F, OuterRef, QuerySet, Subquery

from remit.core.bounds import Instrument, draft_from_json
from remit.core.words import Said
from remit.record.models import Entry
from remit.stages.charter.models import Draft

OPINIONS = ("legal", "finance")
"""What must be for a draft before it counts as cleared."""


@dataclass(frozen=True, slots=True)
class DraftView:
    """One text of a draft."""

    parent: str
    code: str
    number: int
    newest: bool
    at: datetime
    position: str
    reasons: Said
    key: str
    """Of its record."""
    instrument: Instrument


@dataclass(frozen=True, slots=True)
class Clearing:
    """The newest opinion of one sort on a draft."""

    about: str
    """One of OPINIONS."""
    stance: str
    """for or against; empty while there is none."""
    at: datetime | None = None
    key: str = ""
    current: bool = False
    """Whether it is on the newest text: an opinion on an earlier one says nothing of it."""

    @property
    def cleared(self) -> bool:
        return self.stance == "for" and self.current


def drafts_under(parent: str) -> list[DraftView]:
    """The newest text of every draft under this remit, the newest first."""
    return [_view(row) for row in _rows(parent).filter(number=F("last")).order_by("-pk")]


def draft(parent: str, code: str, number: int | None = None) -> DraftView | None:
    """This text of a draft, the newest without a number; None if there is none."""
    found = _rows(parent).filter(code=code)
    row = found.filter(number=F("last") if number is None else number).first()
    return _view(row) if row else None


def texts_of(parent: str, code: str) -> list[DraftView]:
    """Every text of a draft, the newest first."""
    return [_view(row) for row in _rows(parent).filter(code=code).order_by("-number")]


def clearings(parent: str, code: str, *, since: datetime) -> tuple[Clearing, ...]:
    """What was said of the draft under the remit above, once for each of OPINIONS.

    `since` is when the newest text was saved.
    """
    on_file = Entry.objects.filter(
        remit__code=parent, topic="opinion", scope="matter", about=code, code__in=OPINIONS
    )
    found: Mapping[str, Entry] = {
        row.code: row for row in on_file.select_related("record").order_by("at", "pk")
    }
    return tuple(_clearing(about, found.get(about), since) for about in OPINIONS)


def _clearing(about: str, entry: Entry | None, since: datetime) -> Clearing:
    if entry is None:
        return Clearing(about, "")
    key = str(entry.record.key)
    return Clearing(about, entry.stance, entry.at, key, current=entry.at >= since)


def _rows(parent: str) -> QuerySet[Draft]:
    """Every text under this remit, each with the number of the newest of its draft."""
    same = Draft.objects.filter(remit=OuterRef("remit"), code=OuterRef("code"))
    last = Subquery(same.order_by("-number").values("number")[:1])
    found = Draft.objects.filter(remit__code=parent).annotate(last=last)
    return found.select_related("remit", "record")


def _view(row: Draft) -> DraftView:
    return DraftView(
        parent=row.remit.code,
        code=row.code,
        number=row.number,
        newest=row.number == getattr(row, "last", None),
        at=row.at,
        position=row.position,
        reasons=row.reasons,
        key=str(row.record.key),
        instrument=draft_of(row.instrument),
    )


@lru_cache(maxsize=128)
def draft_of(text: str) -> Instrument:
    """The instrument that a text keeps. It never changes, so it is read once."""
    return draft_from_json(json.loads(text))
