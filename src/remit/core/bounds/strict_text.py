"""YAML and JSON as people write them, read into plain data in one way only, and written.

Of YAML there is what an instrument needs: texts, whole numbers, true, false and null, lists and
fields with names. A scalar is a text unless it is one of those, so that "no" is no and a date a
text. What would let two readers see two things is refused: anchors, tags, a field twice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import yaml

from remit.core.bounds.errors import BadInstrument

BYTES_MAX = 256 * 1024
DEPTH_MAX = 32
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
"""More digits are more than any field holds; they stay a text, and are refused there."""
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


def data_from_text(text: str) -> object:
    """What the text holds: JSON if it begins with a brace, else YAML."""
    return data_from_json(text) if is_json(text) else data_from_yaml(text)


def is_json(text: str) -> bool:
    """Whether the text is to be read as JSON."""
    return text.lstrip("\ufeff \t\r\n").startswith("{")


def data_from_yaml(text: str) -> dict[str, Any]:
    """The fields that the text holds. BadInstrument, with line and column, for anything else."""
    _check_size(text)
    try:
        return _document(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = place(mark.line, mark.column) if mark else "YAML"
        problem = str(error.problem or error.context)
        raise BadInstrument("yaml_syntax", where=where, problem=problem) from None
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        where = place(before.count("\n"), len(before) - before.rfind("\n") - 1)
        raise BadInstrument("yaml_character", where=where) from None


def place(line: int, column: int) -> str:
    """Where it stands, counted from one as editors do."""
    return f"line {line + 1}, column {column + 1}"


def _check_size(text: str) -> None:
    if len(text) > BYTES_MAX or len(text.encode("utf-8", "surrogatepass")) > BYTES_MAX:
        raise BadInstrument("file_too_large", where="file", limit=BYTES_MAX)


def _document(events: Iterator[Any]) -> dict[str, Any]:
    """The one document there is: fields by name, each on a line of its own."""
    event = next(events)
    while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
        event = next(events)
    if not isinstance(event, yaml.MappingStartEvent):
        raise _bad("yaml_no_fields", event)
    if event.flow_style:
        raise _bad("yaml_braces", event)
    found: dict[str, Any] = _value(event, events, depth=1)
    next(events)  # the end of this document
    if not isinstance(after := next(events), yaml.StreamEndEvent):
        raise _bad("yaml_documents", after)
    return found


def _value(event: Any, events: Iterator[Any], *, depth: int) -> Any:
    if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
        raise _bad("yaml_anchor", event)
    if event.tag is not None:
        raise _bad("yaml_tag", event)
    if depth > DEPTH_MAX:
        raise _bad("too_deep", event, limit=DEPTH_MAX)
    if isinstance(event, yaml.MappingStartEvent):
        return _fields(events, depth=depth)
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_value(event, events, depth=depth + 1))
        return items
    plain = event.implicit[0]  # not in quotation marks
    return scalar(event.value) if plain else event.value


def _fields(events: Iterator[Any], *, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    while not isinstance(key := next(events), yaml.MappingEndEvent):
        if not isinstance(key, yaml.ScalarEvent):
            code = "yaml_anchor" if isinstance(key, yaml.AliasEvent) else "yaml_name"
            raise _bad(code, key)
        _value(key, events, depth=depth)  # for an anchor or a tag
        if key.value in found:
            raise _bad("repeated", key, value=key.value)
        found[key.value] = _value(next(events), events, depth=depth + 1)
    return found


def scalar(text: str) -> str | int | bool | None:
    """What a scalar without quotation marks is."""
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _WHOLE.fullmatch(text) else text


def _bad(code: str, event: Any, **params: object) -> BadInstrument:
    mark = event.start_mark
    return BadInstrument(code, where=place(mark.line, mark.column), **params)


def data_from_json(text: str) -> object:
    """What the JSON holds; a fraction stays a text. BadInstrument for what is no JSON."""
    _check_size(text)
    try:
        found = json.loads(
            text.lstrip("\ufeff"),
            object_pairs_hook=_named,
            parse_int=scalar,
            parse_float=str,
            parse_constant=str,
        )
    except json.JSONDecodeError as error:
        where = place(error.lineno - 1, error.colno - 1)
        raise BadInstrument("json_syntax", where=where, problem=error.msg) from None
    except RecursionError:
        raise BadInstrument("too_deep", where="file", limit=DEPTH_MAX) from None
    _check_depth(found)
    return found


def _named(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise BadInstrument("repeated", where=name, value=name)
        found[name] = value
    return found


def _check_depth(value: object) -> None:
    left = [(value, 1)]
    while left:
        item, depth = left.pop()
        if depth > DEPTH_MAX:
            raise BadInstrument("too_deep", where="file", limit=DEPTH_MAX)
        inner = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
        left += [(one, depth + 1) for one in inner]
