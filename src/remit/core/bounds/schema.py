"""The form of an instrument's JSON as a JSON Schema (draft 2020-12), made from the classes.

An editor completes and checks by it while somebody writes. It knows the form and not the sense:
what it lets pass may still be unsound, and only `instrument_from_json` says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from remit.core.bounds import checks, labels, reading
from remit.core.bounds.clause import Clause
from remit.core.bounds.instrument import PARTS, VERSION_MAX, Instrument
from remit.core.bounds.parts import STATUTE_CHARACTERS_MAX, Part
from remit.core.bounds.registry import KINDS
from remit.core.ledger import AMOUNT_MAX
from remit.core.words import Said

ID = "urn:remit:instrument:1"
Schema = dict[str, Any]


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _one_of(codes: Iterable[str]) -> Schema:
    return {"enum": list(codes)}


def _text(shape: re.Pattern[str], *, most: int | None = None) -> Schema:
    limit = {} if most is None else {"maxLength": most}
    return {"type": "string", "pattern": f"^(?:{shape.pattern})$", **limit}


def _line(least: int) -> Schema:
    blank = {} if least == 0 else {"pattern": r"\S"}
    return {"type": "string", "maxLength": STATUTE_CHARACTERS_MAX, **blank}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


_MANY_POWERS = ("powers", "pairs", "steps")
"""Fields whose texts are powers."""
_BY_POWER = ("powers", "evidence", "dates")
"""Fields whose names inside are powers."""
_TEXTS: Mapping[str, Schema] = {
    "power": _ref("power"),
    "currency": _ref("currency"),
    "vehicle": _one_of(labels.VEHICLES),
    "binding": _one_of(labels.BINDINGS),
    "level": _one_of(labels.LEVELS),
    "rule": _one_of(labels.DECISION_RULES),
    "kind": _one_of(labels.HOLDERS),
    "silence": _one_of(labels.SILENCES),
    "statute": _line(1),
    "section": _line(0),
    "appropriation": _line(0),
    **dict.fromkeys(_MANY_POWERS, _ref("power")),
}
"""By the name of a field, what a text in it may be; elsewhere it is a code."""
_OWN: Mapping[str, Schema] = {
    "code": _ref("remit"),
    "parent": _or_null(_ref("remit")),
    "version": {"type": "integer", "minimum": 1, "maximum": VERSION_MAX},
    "clauses": {"type": "array", "minItems": 1, "items": _ref("clause")},
    "appetite": {
        "type": "object",
        "propertyNames": _ref("code"),
        "additionalProperties": _one_of(labels.APPETITES),
    },
}
"""Fields of the instrument itself that are more than their type tells."""
_SMALL: Mapping[str, Schema] = {
    "code": _text(checks.CODE, most=checks.CODE_CHARACTERS_MAX),
    "id": _text(checks.ID),
    "remit": _text(checks.REMIT),
    "currency": _text(checks.CURRENCY),
    "moment": _text(reading.MOMENT),
    "power": _one_of(labels.POWERS),
    "said": {
        "type": "object",
        "minProperties": 1,
        "propertyNames": _text(checks.LANGUAGE),
        "additionalProperties": {
            "type": "string",
            "pattern": r"\S",
            "maxLength": checks.TEXT_CHARACTERS_MAX,
        },
    },
}


def instrument_schema() -> Schema:
    """The schema as plain data. Amounts are in the currency's smallest unit, as in all JSON."""
    hints = get_type_hints(Instrument)
    fields = {name: _OWN.get(name) or _shape(hints[name], name) for name in Instrument.PARAMS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        "title": "Instrument",
        "description": "A remit in one version. Amounts are whole numbers of the currency’s "
        "smallest unit; moments are in UTC.",
        **_object(fields, Instrument.PARAMS),
        "$defs": {
            **_SMALL,
            **{name: _part(part) for name, part in PARTS.items()},
            "clause": {"oneOf": [_ref(f"clause_{kind}") for kind in KINDS]},
            **{f"clause_{name}": _clause(kind) for name, kind in KINDS.items()},
        },
    }


def _object(fields: Mapping[str, Schema], about: Mapping[str, str]) -> Schema:
    """An object with these fields, each of them, and no other."""
    said = {name: {"description": about[name]} if name in about else {} for name in fields}
    return {
        "type": "object",
        "properties": {name: {**said[name], **schema} for name, schema in fields.items()},
        "required": list(fields),
        "additionalProperties": False,
    }


def _part(part: type[Part]) -> Schema:
    hints = get_type_hints(part)
    fields = {name: _shape(hints[name], name) for name in part.PARAMS}
    return {"description": (part.__doc__ or "").partition("\n")[0], **_object(fields, part.PARAMS)}


def _clause(kind: type[Clause]) -> Schema:
    hints = get_type_hints(kind)
    own = {name: _shape(hints[name], name, kind.EXAMPLE[name]) for name in kind.PARAMS}
    for name, about in kind.PARAMS.items():
        if hints[name] is str and "empty" in about:
            own[name] = {"anyOf": [{"const": ""}, own[name]]}
    fields = {"id": _ref("id"), "kind": {"const": kind.kind}, **own}
    return {"title": kind.HEADING, "description": kind.ABOUT, **_object(fields, kind.PARAMS)}


def _shape(annotation: Any, name: str, example: Any = None) -> Schema:
    """What JSON has for a field of this type. An example tells lists of pairs from objects."""
    if annotation == Said:
        return _ref("said")
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if annotation is str:
        return _TEXTS.get(name, _ref("code"))
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return _one_of(inner)
    if origin in (Union, UnionType):
        (given,) = (kind for kind in inner if kind is not type(None))
        return _or_null(_shape(given, name, example))
    if origin is tuple:
        return _list(inner, name, example)
    if origin is not None and issubclass(origin, Mapping):
        return _by_code(inner[1], name, example)
    if issubclass(annotation, Part):
        return _ref(name)
    raise TypeError(f"no JSON is known for {name}: {annotation}")


_PLAIN: Mapping[Any, Schema] = {
    int: {"type": "integer", "minimum": 0, "maximum": AMOUNT_MAX},
    bool: {"type": "boolean"},
    datetime: _ref("moment"),
}


def _by_code(inner: Any, name: str, example: Mapping[str, Any]) -> Schema:
    return {
        "type": "object",
        "minProperties": 1,
        "propertyNames": _ref("power" if name in _BY_POWER else "code"),
        "additionalProperties": _shape(inner, "", next(iter(example.values()))),
    }


def _list(inner: tuple[Any, ...], name: str, example: Any) -> Schema:
    if inner[-1] is Ellipsis:
        return {"type": "array", "minItems": 1, "items": _shape(inner[0], name, example[0])}
    if isinstance(example, Mapping):
        pairs = zip(example.items(), inner, strict=True)
        return _object({field: _shape(kind, field, value) for (field, value), kind in pairs}, {})
    places = [_shape(kind, name, value) for kind, value in zip(inner, example, strict=True)]
    return {
        "type": "array",
        "prefixItems": places,
        "minItems": len(places),
        "maxItems": len(places),
    }
