"""An instrument as JSON that is the same everywhere: texts, whole numbers, lists, objects.

Every field is there; what an instrument leaves open is null.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from remit.core.bounds import reading
from remit.core.bounds.clause import Clause
from remit.core.bounds.instrument import PARTS, SAID, Instrument
from remit.core.bounds.instrument_problems import unsound
from remit.core.bounds.parts import Part
from remit.core.bounds.registry import clause_from_json

NAMES = tuple(Instrument.PARAMS)


def instrument_json(instrument: Instrument) -> dict[str, object]:
    """The instrument as plain data; moments in UTC with a Z."""
    return {name: _json(getattr(instrument, name)) for name in NAMES}


def _json(value: object) -> object:
    if isinstance(value, Part | Clause):
        return value.to_json()
    return [_json(item) for item in value] if isinstance(value, tuple) else reading.plain(value)


def instrument_from_json(data: object) -> Instrument:
    """What `instrument_json` wrote. BadInstrument for anything else, and for what is unsound."""
    return sound(draft_from_json(data))


def draft_from_json(data: object) -> Instrument:
    """The same for a draft, which may be unsound: its fields are right one by one."""
    found = reading.fields(data, NAMES, where="instrument")
    return Instrument(**{name: _read(name, found[name]) for name in NAMES})


def sound(instrument: Instrument) -> Instrument:
    """The instrument itself. BadInstrument for the first thing in it that does not fit together."""
    for problem in unsound(instrument):
        raise problem
    return instrument


def _read(name: str, value: Any) -> Any:
    if value is None and name in _OPEN:
        return None
    if name in PARTS:
        return PARTS[name].from_json(value, where=name)
    return _READERS[name](value) if name in _READERS else value


def _clauses(value: object) -> tuple[Clause, ...]:
    # The place and not the id it claims, which may be what is wrong.
    places = enumerate(reading.items(value, where="clauses"), start=1)
    return tuple(clause_from_json(item, where=f"B{place}") for place, item in places)


_OPEN = ("undertaking", "parent", "review")
_READERS: Mapping[str, Callable[[Any], object]] = {
    **dict.fromkeys((*SAID, "appetite"), reading.said),
    "clauses": _clauses,
    "backed_until": lambda value: reading.moment(value, where="backed_until"),
    "review": lambda value: reading.moment(value, where="review"),
}
