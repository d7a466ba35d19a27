"""The fields of an instrument in words: what each is called, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from typing import Any

from remit.core.bounds import labels
from remit.core.bounds.labels import label
from remit.core.words import Words, gettext_noop, words

FIELDS: Mapping[str, str] = {
    "code": gettext_noop("Code"),
    "version": gettext_noop("Version"),
    "title": gettext_noop("Title"),
    "authority.text": gettext_noop("Authority"),
    "authority.statute": gettext_noop("Statute"),
    "authority.section": gettext_noop("Section of the statute"),
    "authority.appropriation": gettext_noop("Appropriation"),
    "vehicle": gettext_noop("Form"),
    "binding": gettext_noop("How binding it is"),
    "undertaking.days": gettext_noop("Days to adopt it"),
    "undertaking.office": gettext_noop("Office that adopts it"),
    "undertaking.grounds": gettext_noop("Grounds for a departure"),
    "parent": gettext_noop("Granted under"),
    "grantor": gettext_noop("Granted by"),
    "holder.kind": gettext_noop("Sort of holder"),
    "holder.name": gettext_noop("Granted to"),
    "holder.quorum": gettext_noop("Quorum"),
    "holder.rule": gettext_noop("How the holder decides"),
    "holder.accepts": gettext_noop("Who accepts the remit"),
    "currency": gettext_noop("Currency"),
    "scope": gettext_noop("What it is for"),
    "clauses": gettext_noop("Clauses"),
    "review": gettext_noop("Review"),
    "appetite": gettext_noop("Appetite for risk"),
    "retention.code": gettext_noop("Class of the records"),
    "retention.years": gettext_noop("Years that records are kept"),
    "backer": gettext_noop("Backer"),
    "backing_terms": gettext_noop("Words of the backing"),
    "backed_until": gettext_noop("Backed until"),
    "appeal.text": gettext_noop("Appeal"),
    "appeal.office": gettext_noop("Office that hears an appeal"),
    "promise.level": gettext_noop("Level of say"),
    "promise.text": gettext_noop("Promise"),
    "ending": gettext_noop("Ending"),
    "demonstration": gettext_noop("Demonstration"),
}
"""By place, what a field is called; for a part with fields of its own, what each is called."""

LABELS: Mapping[str, Mapping[str, str]] = {
    "vehicle": labels.VEHICLES,
    "binding": labels.BINDINGS,
    "undertaking.office": labels.POSITIONS,
    "grantor": labels.POSITIONS,
    "holder.kind": labels.HOLDERS,
    "holder.rule": labels.DECISION_RULES,
    "holder.accepts": labels.POSITIONS,
    "appetite": labels.APPETITES,
    "backer": labels.POSITIONS,
    "appeal.office": labels.POSITIONS,
    "promise.level": labels.LEVELS,
}
"""By place, what its codes are called."""


def leaves(owner: Any, *, place: str = "") -> dict[str, object]:
    """By place, such as "holder.quorum", every value of the instrument, or of a part of it.

    What says nothing (None, an empty text) is left out.
    """
    found: dict[str, object] = {}
    for field in fields(owner):
        value, where = getattr(owner, field.name), f"{place}{field.name}"
        if is_dataclass(value):
            found |= leaves(value, place=f"{where}.")
        elif isinstance(value, Mapping) and not _by_language(field):
            found |= {f"{where}.{key}": item for key, item in value.items()}
        elif value is not None and value != "":
            found[where] = value
    return found


def _by_language(field: Field[Any]) -> bool:
    """Whether this is text by language, as its annotation says, and not some other mapping."""
    return field.type == "Said"


def heading(place: str) -> Words:
    """What is called there; the place itself where that is not known here."""
    if place in FIELDS:
        return words(FIELDS[place])
    whole, _, part = place.rpartition(".")
    if whole not in FIELDS:
        return _as_it_is(place)
    part_label = label(part, labels.OUTCOMES)
    return words(gettext_noop("{field}, {part}"), field=words(FIELDS[whole]), part=part_label)


def said(place: str, value: object) -> Words:
    """What is said there."""
    if isinstance(value, bool):
        return words(gettext_noop("yes")) if value else words(gettext_noop("no"))
    known = LABELS.get(place) or LABELS.get(place.rpartition(".")[0], {})
    if isinstance(value, str) and value in known:
        return words(known[value])
    return _as_it_is(value)


def _as_it_is(value: object) -> Words:
    """A number, a day, a text by language."""
    return Words("{value}", (("value", value),))
