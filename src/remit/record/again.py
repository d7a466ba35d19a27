"""The very same act once more, rebuilt from its record: what was agreed to is then done as asked.

An agreement is to one act with all its fields. So nothing is filled in anew: what cannot be
rebuilt to the letter is not rebuilt at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from remit.core.bounds import instrument_from_json
from remit.record.act import Act
from remit.record.reads import RecordView
from remit.record.registry import ACTS


def act_of(record: RecordView) -> Act | None:
    """The act that this record is of.

    None where a field never entered the record, or where what stands there does not make the same
    act again: then it can only be done from its own page.
    """
    kind = ACTS.get(record.kind)
    if kind is None:
        return None
    found: dict[str, Any] = {}
    for field in fields(kind):
        read = READERS.get(str(field.type))
        if field.metadata.get("private") or read is None or field.name not in record.act:
            return None
        try:
            found[field.name] = read(record.act[field.name])
        except (TypeError, ValueError):
            return None
    try:
        act = kind(**found)
    except (TypeError, ValueError):
        return None
    return act if act.public() == record.act else None


def same(value: object) -> object:
    """As JSON has it."""
    return value


def moment(value: object) -> datetime:
    if not isinstance(value, str):
        raise TypeError("a moment is written as a text")
    return datetime.fromisoformat(value)


def mapping(value: object) -> dict[str, object]:
    if not isinstance(value, Mapping):
        raise TypeError("this is no mapping")
    return dict(value)


def perhaps(read: Callable[[object], object]) -> Callable[[object], object]:
    """The same, where there may be nothing."""
    return lambda value: None if value is None else read(value)


READERS: dict[str, Callable[[object], object]] = {
    "str": same,
    "int": same,
    "bool": same,
    "int | None": same,
    "str | None": same,
    "bool | None": same,
    "Said": mapping,
    "Mapping[str, int]": mapping,
    "Mapping[str, str]": mapping,
    "Mapping[str, Said]": mapping,
    "Mapping[str, object]": mapping,
    "datetime": moment,
    "datetime | None": perhaps(moment),
    "Instrument": instrument_from_json,
}
"""By a field's type, how it is read; a field of another type is not rebuilt."""
