"""A remit and those above it: what each says, and whether all of them are in force."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import F

from remit.core.bounds import Instrument, instrument_from_json
from remit.record import models


@dataclass(frozen=True, slots=True)
class Link:
    """One remit of a chain, with what it says in the version in force."""

    row: models.Remit
    instrument: Instrument


@lru_cache(maxsize=512)
def instrument_of(text: str) -> Instrument:
    """The instrument that a version keeps. A version never changes, so it is read once."""
    return instrument_from_json(json.loads(text))


def ancestors(row: models.Remit) -> list[models.Remit]:
    """The remits above this one, the nearest first."""
    found = []
    above = row.parent
    while above is not None:
        found.append(above)
        above = above.parent
    return found


def links(rows: Sequence[models.Remit]) -> list[Link]:
    """These remits with what they say, in the same order."""
    ids = [row.pk for row in rows]
    found = models.Version.objects.filter(remit__in=ids, number=F("remit__version"))
    said = dict(found.values_list("remit_id", "instrument"))
    return [Link(row, instrument_of(said[row.pk])) for row in rows]


def effective_state(row: models.Remit, above: Sequence[models.Remit] | None = None) -> str:
    """The remit's state; a parent that is not in force takes its children along."""
    for higher in ancestors(row) if above is None else above:
        if higher.state != "in_force":
            return higher.state
    return row.state


def line(code: str) -> list[Link]:
    """The remit with those above it, the remit first and none of them locked; empty if there is
    none of this code."""
    rows = models.Remit.objects.select_related("parent__parent__parent")
    row = rows.filter(code=code).first()
    return links([row, *ancestors(row)]) if row else []


def lock(code: str) -> list[Link]:
    """The remit with those above it, the remit first; empty if there is none of this code.

    Its row is locked, so that acts under one remit queue and each sees the last; so is every one
    above whose clauses count what is done below. Rows are locked from the top down.
    """
    found = line(code)
    if not found:
        return []
    row = found[0].row
    held = {row.pk} | {
        link.row.pk
        for link in found[1:]
        if any(clause.REACHES for clause in link.instrument.clauses)
    }
    ids = [link.row.pk for link in found]
    fresh = {
        locked.pk: locked
        for locked in models.Remit.objects.select_for_update().filter(pk__in=held).order_by("pk")
    }
    others = models.Remit.objects.in_bulk([pk for pk in ids if pk not in fresh])
    return links([fresh.get(pk) or others[pk] for pk in ids])
