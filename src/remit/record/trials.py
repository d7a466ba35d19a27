"""Past acts to try a remit on: what was asked of the bounds then, without who asked.

Persons are numbered afresh each time, so that one act can be told to be by whoever did another,
and by nobody in particular.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef, QuerySet

from remit.core.bounds import Filed, deed_from_json, facts_from_json
from remit.core.bounds.question import SCOPES
from remit.core.bounds.replay import Trial
from remit.record import models
from remit.record.facts import entry_of
from remit.record.requests import USED


@dataclass(frozen=True, slots=True)
class Past:
    """What was done, refused or asked under a remit, in order, and what is on its file."""

    trials: tuple[Trial, ...]
    filed: tuple[Filed, ...]
    left_out: int
    """Acts that cannot be tried: who did them is forgotten, and with them what was known."""


class Numbered:
    """Numbers that stand for persons; the same for the same person, in one run."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}

    def __call__(self, token: str) -> str:
        return self.found.setdefault(token, str(len(self.found) + 1))


def count_past(code: str) -> int:
    """How many acts `past` would give."""
    return _records(code).count()


def past(code: str, *, most: int) -> Past:
    """The newest acts under the remit of this code, in the order of time, `most` at the most.

    An act that was asked and then done counts once.
    """
    person = Numbered()
    rows = list(_records(code).select_related("attribution").order_by("-pk")[:most])
    trials = [trial for row in reversed(rows) if (trial := _trial(row, person)) is not None]
    entries = models.Entry.objects.filter(remit__code=code).order_by("at", "pk")
    return Past(
        trials=tuple(trials),
        filed=tuple(_filed(entries, person)),
        left_out=len(rows) - len(trials),
    )


def _records(code: str) -> QuerySet[models.Record]:
    done_later = models.Request.objects.filter(record=OuterRef("pk"), state=USED)
    return models.Record.objects.filter(remit__code=code).exclude(Exists(done_later))


def _trial(row: models.Record, person: Numbered) -> Trial | None:
    kept = row.attribution.judged if hasattr(row, "attribution") else None
    if not kept:
        return None
    deed, facts = deed_from_json(kept["deed"]), facts_from_json(kept["facts"])
    position = next(iter(facts.positions or ()), None)
    return Trial(
        deed=deed,
        at=facts.at,
        position=position,
        person=person(facts.person) if facts.person else None,
        agreed=facts.agreed,
        label=row.subject,
    )


def _filed(rows: Iterable[models.Entry], person: Numbered) -> Iterable[Filed]:
    for row in rows:
        entry = entry_of(row)
        (scope,) = (scope for scope in SCOPES if scope == row.scope)
        yield Filed(
            topic=row.topic,
            scope=scope,
            about=person(row.about) if scope == "person" else row.about,
            entry=replace(entry, person=person(entry.person)),
        )
