"""What stands on a remit's file, as everybody may see it.

What is about a person is only counted: neither whose it is nor what it is about is shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from remit.core.words import Said
from remit.record.models import Entry

COUNTED = ("clearance", "interest")
"""Topics whose entries are about persons."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """Something put on file, without whoever put it there but for the office."""

    key: str
    topic: str
    code: str
    stance: str
    item: str
    """The matter; empty for what concerns the remit as a whole."""
    position: str
    at: datetime
    until: datetime | None
    figures: Mapping[str, int]
    text: Said


@dataclass(frozen=True, slots=True)
class FileView:
    """How much is on file, by topic."""

    counts: Mapping[str, int]

    @property
    def counted(self) -> Mapping[str, int]:
        """Of what is about persons, only how much there is."""
        return {topic: self.counts.get(topic, 0) for topic in COUNTED}


def file_of(code: str) -> FileView:
    """How much is on the file of this remit."""
    found = Entry.objects.filter(remit__code=code).values("topic").annotate(number=Count("pk"))
    return FileView({row["topic"]: row["number"] for row in found.order_by("topic")})


def entries(code: str, topic: str = "") -> QuerySet[Entry]:
    """The entries that are shown, the newest first; `entry_views` turns those of a page into
    views."""
    found = Entry.objects.filter(remit__code=code).exclude(topic__in=COUNTED)
    found = found.exclude(scope="person").select_related("record").order_by("-pk")
    return found.filter(topic=topic) if topic else found


def entry_views(rows: Iterable[Entry]) -> list[EntryView]:
    """These entries as anybody may see them."""
    return [_view(row) for row in rows]


def _view(row: Entry) -> EntryView:
    act = json.loads(row.record.body)["act"]
    return EntryView(
        key=str(row.record.key),
        topic=row.topic,
        code=row.code,
        stance=row.stance,
        item=row.about,
        position=row.position,
        at=row.at,
        until=row.until,
        figures=row.figures,
        text=act.get("text") or act.get("order") or {},
    )
