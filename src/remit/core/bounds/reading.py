"""Reading an instrument's JSON strictly: no field too many, none missing, no shape guessed.

What the values may be is checked where they are kept (`checks`), so that an instrument built in
code is held to the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from remit.core.bounds import checks
from remit.core.bounds.errors import BadInstrument
from remit.core.words import Said

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", re.ASCII)


def fields(data: object, names: Collection[str], *, where: str) -> Mapping[str, Any]:
    """The object, which has these fields and no other."""
    if not isinstance(data, Mapping):
        raise BadInstrument("not_object", where=where)
    for name in names:
        if name not in data:
            raise BadInstrument("field_missing", where=where, field=name)
    for name in data:
        if name not in names:
            raise BadInstrument("field_unknown", where=where, field=name, allowed=tuple(names))
    return data


def clause(data: object, kind: str, names: Collection[str], *, where: str) -> Mapping[str, Any]:
    """The object of a clause of this kind, which has an id and these fields."""
    found = fields(data, ("id", "kind", *names), where=where)
    checks.one_of(found["kind"], (kind,), where=f"{where}.kind")
    checks.clause_id(found["id"], where=f"{where}.id")
    return found


def items(value: object, *, where: str) -> list[Any]:
    """A list."""
    if not isinstance(value, list):
        raise BadInstrument("not_list", where=where)
    return value


def strings(value: object, *, where: str) -> tuple[str, ...]:
    """A list of texts."""
    found = items(value, where=where)
    if not all(isinstance(item, str) for item in found):
        raise BadInstrument("not_list", where=where)
    return tuple(found)


def pair(value: object, *, where: str) -> tuple[str, str]:
    """A list of two texts."""
    found = strings(value, where=where)
    if len(found) != 2:
        raise BadInstrument("not_list", where=where)
    return found[0], found[1]


def lists(value: object, *, where: str) -> dict[str, tuple[str, ...]]:
    """An object whose every field is a list of texts."""
    if not isinstance(value, Mapping):
        raise BadInstrument("not_object", where=where)
    return {key: strings(item, where=f"{where}.{key}") for key, item in value.items()}


def moments(value: object, *, where: str) -> dict[str, datetime]:
    """An object whose every field is a moment."""
    if not isinstance(value, Mapping):
        raise BadInstrument("not_object", where=where)
    return {key: moment(item, where=f"{where}.{key}") for key, item in value.items()}


def texts(value: object, *, where: str) -> tuple[tuple[str, Said], ...]:
    """A list of {"code": …, "text": {language: text}}."""
    found = [
        fields(item, ("code", "text"), where=f"{where}.{place}")
        for place, item in enumerate(items(value, where=where))
    ]
    return tuple((item["code"], said(item["text"])) for item in found)


def texts_json(items: tuple[tuple[str, Said], ...]) -> list[dict[str, object]]:
    """What `texts` reads."""
    return [{"code": code, "text": dict(text)} for code, text in items]


def said(value: Any) -> Any:
    """A text by language, as a copy of its own; anything else is left for `checks` to refuse."""
    return dict(value) if isinstance(value, Mapping) else value


def plain(value: Any) -> Any:
    """A field as JSON has it; texts with codes have `texts_json`."""
    if isinstance(value, datetime):
        return moment_json(value)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, tuple) else value


def moment(value: object, *, where: str) -> datetime:
    """ISO 8601 in UTC, with a Z."""
    if isinstance(value, str) and MOMENT.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            pass
    raise BadInstrument("not_moment", where=where, value=value)


def moment_json(at: datetime) -> str:
    """What `moment` reads."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
