"""From the sheet to the instrument, or to everything that is wrong, each beside its box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from remit.core.bounds import (
    BadInstrument,
    Instrument,
    clause_from_json,
    draft_from_json,
    instrument_json,
)
from remit.core.bounds.errors import MESSAGES
from remit.core.words import Words, gettext_noop, words
from remit.stages.charter.grant_form import shapes
from remit.stages.charter.grant_form.placing import box_of
from remit.stages.charter.grant_form.reading import Reading
from remit.stages.charter.grant_form.sheet import Sheet
from remit.stages.charter.grant_form.tidying import tidied

EMPTY = frozenset(
    {
        "code_shape",
        "currency_shape",
        "list_empty",
        "not_amount",
        "not_moment",
        "not_one_of",
        "not_whole",
        "remit_code_shape",
        "said_missing",
        "text_missing",
    }
)
"""What the core says of a box in which nothing stands; people are told just that."""
NEEDED = gettext_noop("This is needed.")
FILL_IN = gettext_noop("Fill it in.")


@dataclass(frozen=True, slots=True)
class Judged:
    """The sheet without its empty rows, and what it makes. Where there are errors, nothing."""

    sheet: Sheet
    instrument: Instrument | None = None
    errors: dict[str, list[Words]] = field(default_factory=dict)
    """By the name of a box, what is wrong with it; "" for the whole."""


def judged(sheet: Mapping[str, str], *, like: Instrument) -> Judged:
    """What the sheet says. `like` is any sound instrument: each field is tried in its place."""
    tidy = tidied(sheet)
    reading = Reading(tidy)
    data = reading.data()
    errors = dict(reading.errors)
    for error in _found(data, like):
        name = box_of(error.where, tidy, value=error.params.get("value"))
        if not any(box == name or box.startswith(f"{name}.") for box in errors):
            errors[name] = told(error, tidy, name)
    if errors:
        return Judged(tidy, None, {name: [text] for name, text in errors.items()})
    return Judged(tidy, draft_from_json(data))


def _found(data: Mapping[str, Any], like: Instrument) -> Iterator[BadInstrument]:
    """What the core finds wrong, field by field."""
    good = instrument_json(like)
    first = good["clauses"]
    assert isinstance(first, list)
    good["clauses"] = first[:1]
    for name in shapes.frame():
        try:
            draft_from_json({**good, name: data[name]})
        except BadInstrument as error:
            yield error
    for place, clause in enumerate(data["clauses"], start=1):
        try:
            clause_from_json(clause, where=f"B{place}")
        except BadInstrument as error:
            yield error
    if not data["clauses"]:
        yield BadInstrument("list_empty", where="clauses")


def told(error: BadInstrument, sheet: Mapping[str, str], name: str) -> Words:
    """What is wrong and how to mend it; where, the box itself says."""
    inside = [text for box, text in sheet.items() if box == name or box.startswith(f"{name}.")]
    if error.code in EMPTY and not any(text.strip() for text in inside):
        return words(gettext_noop("{what} {mend}"), what=words(NEEDED), mend=words(FILL_IN))
    what, mend = (words(message, **error.params) for message in MESSAGES[error.code])
    return words(gettext_noop("{what} {mend}"), what=what, mend=mend)
