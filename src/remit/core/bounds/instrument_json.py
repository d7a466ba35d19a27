"""An instrument as JSON that is the same everywhere: texts, whole numbers, lists, objects."""

from __future__ import annotations

from dataclasses import fields as dataclass_fields

from remit.core.bounds import checks, reading
from remit.core.bounds.instrument import SAID, Instrument, unsound
from remit.core.bounds.registry import clause_from_json

NAMES = tuple(field.name for field in dataclass_fields(Instrument))
_PLAIN = tuple(name for name in NAMES if name not in (*SAID, "clauses", "backed_until", "parent"))


def instrument_json(instrument: Instrument) -> dict[str, object]:
    """The instrument as plain data; moments in UTC with a Z, no parent spelt as ""."""
    data: dict[str, object] = {}
    for name in NAMES:
        value = getattr(instrument, name)
        data[name] = dict(value) if name in SAID else value
    data["parent"] = instrument.parent or ""
    data["clauses"] = [clause.to_json() for clause in instrument.clauses]
    data["backed_until"] = reading.moment_json(instrument.backed_until)
    return data


def instrument_from_json(data: object) -> Instrument:
    """What `instrument_json` wrote. BadInstrument for anything else, and for what is unsound."""
    found = reading.fields(data, NAMES, where="instrument")
    clauses = reading.items(found["clauses"], where="clauses")
    instrument = Instrument(
        **{name: found[name] for name in _PLAIN},
        **{name: reading.said(found[name]) for name in SAID},
        parent=_parent(found["parent"]),
        # The place and not the id it claims, which may be what is wrong.
        clauses=tuple(
            clause_from_json(item, where=f"B{place}") for place, item in enumerate(clauses, start=1)
        ),
        backed_until=reading.moment(found["backed_until"], where="backed_until"),
    )
    for problem in unsound(instrument):
        raise problem
    return instrument


def _parent(value: object) -> str | None:
    if value == "":
        return None
    checks.remit_code(value, where="parent")
    return str(value)
