"""From the sheet to the instrument, or to everything that is wrong, each beside its box."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from remit.core.bounds import (
    KINDS,
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
FIELDS_MAX = 20
"""Fields that a clause or a part has at most."""
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
        if name.endswith(".currency") and name not in tidy:
            continue  # it is that of the remit, beside which it is told
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
        yield from _all_wrong(data[name], good[name], partial(_read_in, good, name))
    for place, clause in enumerate(data["clauses"], start=1):
        example = KINDS[clause["kind"]].EXAMPLE
        yield from _all_wrong(clause, example, partial(clause_from_json, where=f"B{place}"))
    if not data["clauses"]:
        yield BadInstrument("list_empty", where="clauses")


def _read_in(good: Mapping[str, Any], name: str, value: Any) -> Instrument:
    """The instrument with this value in its field."""
    return draft_from_json({**good, name: value})


def _all_wrong(value: Any, good: Any, read: Callable[[Any], object]) -> Iterator[BadInstrument]:
    """Everything wrong with a value. The core tells the first; with a good value in the place of
    this field it tells the next."""
    for _ in range(FIELDS_MAX):
        try:
            read(value)
        except BadInstrument as error:
            yield error
            _, _, inside = error.where.partition(".")
            field = inside.partition(".")[0]
            if not isinstance(value, dict) or field not in value or not isinstance(good, Mapping):
                return
            value = {**value, field: good.get(field)}
        else:
            return


def told(error: BadInstrument, sheet: Mapping[str, str], name: str) -> Words:
    """What is wrong and how to mend it; where, the box itself says."""
    inside = [text for box, text in sheet.items() if box == name or box.startswith(f"{name}.")]
    if error.code in EMPTY and not any(text.strip() for text in inside):
        return words(gettext_noop("{what} {mend}"), what=words(NEEDED), mend=words(FILL_IN))
    what, mend = (words(message, **error.params) for message in MESSAGES[error.code])
    return words(gettext_noop("{what} {mend}"), what=what, mend=mend)
