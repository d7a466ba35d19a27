"""In which boxes each field of a remit is written, made from the classes of the core.

A new field, or a new kind of clause, has its boxes from its annotation and its example.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from remit.core.bounds import KINDS, Instrument
from remit.core.bounds.instrument import PARTS
from remit.core.bounds.instrument_yaml import MONEY
from remit.core.bounds.parts import Part
from remit.core.words import Said
from remit.stages.charter.grant_form.choices import CHOICES, SUGGESTED, choices_of

Sort = Literal["line", "code", "codes", "choice", "whole", "amount", "moment", "flag"]


@dataclass(frozen=True, slots=True)
class Box:
    """One box. `choices` are codes with their words; `suggest` names a list to pick codes from."""

    sort: Sort
    choices: Mapping[str, str] = field(default_factory=dict)
    suggest: str = ""
    open: bool = False
    """Whether it may be left open, which JSON says with null."""


@dataclass(frozen=True, slots=True)
class Texts:
    """A box for each language."""

    long: bool = False


Cell = Box | Texts


@dataclass(frozen=True, slots=True)
class Rows:
    """Any number of rows with the same boxes."""

    columns: Mapping[str, Cell]
    how: Literal["objects", "pairs", "singles", "by_key"]
    """How JSON has them: a list of objects, of pairs, of texts; or an object by the first box."""
    needs: str = ""
    """A column without which the row says nothing yet."""


@dataclass(frozen=True, slots=True)
class Group:
    """Boxes that belong together. `open`: JSON has null where all of them are empty."""

    boxes: Mapping[str, Cell]
    open: bool = False


Shape = Box | Texts | Rows | Group

LONG = frozenset({"scope", "backing_terms", "ending", "grounds"})
LONG_OF = frozenset({"authority.text", "promise.text", "appeal.text"})
FREE = frozenset({"statute", "section", "appropriation"})
"""Texts that are no codes."""
APPETITE = Rows(
    {
        "key": Box("code", suggest="outcomes"),
        "given": Box("choice", choices_of("appetites")),
    },
    "by_key",
    needs="given",
)


@cache
def frame() -> Mapping[str, Shape]:
    """By name, each field of an instrument but its clauses."""
    hints = get_type_hints(Instrument)
    names = [name for name in Instrument.PARAMS if name != "clauses"]
    found = {name: _shape(hints[name], name) for name in names}
    return {**found, "appetite": APPETITE}


@cache
def clause(kind: str) -> Mapping[str, Shape]:
    """By name, each field of a clause of this kind, in its order. KeyError for another kind."""
    of = KINDS[kind]
    hints = get_type_hints(of)
    return {name: _shape(hints[name], name, of.EXAMPLE[name], kind) for name in of.PARAMS}


def _shape(annotation: Any, name: str, example: Any = None, of: str = "") -> Shape:
    """`of` is the kind of clause, or the part, that it is a field of."""
    if annotation == Said:
        return Texts(long=name in LONG or f"{of}.{name}" in LONG_OF)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        (given,) = (one for one in inner if one is not type(None))
        return _open(_shape(given, name, example, of))
    if origin is tuple:
        return _rows(inner, name, example, of)
    if origin is not None and origin is not Literal:  # a mapping
        key = Box("code", suggest="powers")
        given = _given(inner[1], next(iter(example.values())), name)
        return Rows({"key": key, "given": given}, "by_key")
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return _group(name)
    return _box(annotation, name, of)


def _open(shape: Shape) -> Shape:
    if isinstance(shape, Group):
        return Group(shape.boxes, open=True)
    assert isinstance(shape, Box)
    return Box(shape.sort, shape.choices, shape.suggest, open=True)


def _group(name: str) -> Group:
    part = PARTS[name]
    hints = get_type_hints(part)
    boxes = {field: _shape(hints[field], field, of=name) for field in part.PARAMS}
    return Group({field: shape for field, shape in boxes.items() if isinstance(shape, Box | Texts)})


def _box(annotation: Any, name: str, of: str) -> Box:
    if annotation is int:
        return Box("amount" if name in MONEY else "whole")
    if annotation is bool:
        return Box("flag")
    if annotation is datetime:
        return Box("moment")
    known = CHOICES.get(f"{of}.{name}") or CHOICES.get(name)
    if get_origin(annotation) is Literal:
        words = choices_of(known) if known else {}
        return Box("choice", {code: words.get(code, code) for code in get_args(annotation)})
    if known:
        return Box("choice", choices_of(known))
    if name in FREE:
        return Box("line")
    return Box("code", suggest=SUGGESTED.get(f"{of}.{name}") or SUGGESTED.get(name, ""))


def _given(annotation: Any, example: Any, name: str) -> Cell:
    """What stands in an object by power: codes, or a moment."""
    if isinstance(example, list):
        return Box("codes", suggest=SUGGESTED.get(f"by_power.{name}", ""))
    return _box(annotation, name, "")


def _rows(inner: tuple[Any, ...], name: str, example: Any, of: str) -> Rows:
    """What a list has in each of its places."""
    item, first = inner[0], example[0]
    if item is str:
        return Rows({"one": Box("code", suggest="powers")}, "singles")
    if isinstance(first, Mapping):
        columns: dict[str, Cell] = {}
        for (column, value), annotation in zip(first.items(), get_args(item), strict=True):
            columns[column] = _cell(annotation, column, value, of)
        return Rows(columns, "objects")
    power = Box("code", suggest="powers")
    return Rows({"first": power, "second": power}, "pairs")


def _cell(annotation: Any, name: str, example: Any, of: str) -> Cell:
    if isinstance(example, list):
        return Box("codes", suggest=SUGGESTED.get(name, ""))
    if annotation == Said:
        return Texts()
    return _box(annotation, name, of)
