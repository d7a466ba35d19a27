"""An instrument as YAML, for people to write and read.

Its fields are those of the JSON. Only amounts differ: they are in the currency's main unit, with
its decimals, as in `amount: 10000.00`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from remit.core.bounds import amounts
from remit.core.bounds.instrument import Instrument
from remit.core.bounds.instrument_json import (
    draft_from_json,
    instrument_from_json,
    instrument_json,
    sound,
)
from remit.core.bounds.strict_text import data_from_json, data_from_yaml, is_json
from remit.core.bounds.yaml_writing import Number, yaml_text

MONEY = ("amount", "above")
"""Names of the fields that are amounts, in clauses that name a currency."""

_Change = Callable[[Any, str, str], object]
"""An amount, its currency and its place, to the amount otherwise written."""


def instrument_from_text(text: str) -> Instrument:
    """From JSON if the text begins with a brace, else from YAML. BadInstrument says what is wrong.

    The two write amounts differently: JSON in the currency's smallest unit, YAML in its main one.
    """
    return sound(draft_from_text(text))


def draft_from_text(text: str) -> Instrument:
    """The same for a draft, which may be unsound."""
    if is_json(text):
        return draft_from_json(data_from_json(text))
    return draft_from_json(_with_amounts(data_from_yaml(text), _minor))


def instrument_from_yaml(text: str) -> Instrument:
    """What `instrument_yaml` wrote, or somebody by hand. BadInstrument says what is wrong."""
    return instrument_from_json(_with_amounts(data_from_yaml(text), _minor))


def instrument_yaml(instrument: Instrument) -> str:
    """The instrument as YAML, its fields in their order."""
    return yaml_text(_with_amounts(instrument_json(instrument), _major))


def _minor(value: Any, currency: str, where: str) -> object:
    return amounts.minor(value, currency=currency, where=where)


def _major(value: Any, currency: str, where: str) -> object:
    return Number(amounts.major(value, currency=currency))


def _with_amounts(data: dict[str, Any], change: _Change) -> dict[str, Any]:
    """The same data with every amount in its clauses changed."""
    clauses = data.get("clauses")
    if not isinstance(clauses, list):
        return data
    changed = [
        _changed(clause, clause["currency"], change, f"B{place}")
        if isinstance(clause, dict) and "currency" in clause
        else clause
        for place, clause in enumerate(clauses, start=1)
    ]
    return {**data, "clauses": changed}


def _changed(value: Any, currency: Any, change: _Change, where: str) -> Any:
    if isinstance(value, list):
        return [
            _changed(item, currency, change, f"{where}.{place}") for place, item in enumerate(value)
        ]
    if not isinstance(value, dict):
        return value
    return {
        name: change(item, currency, f"{where}.{name}")
        if name in MONEY
        else _changed(item, currency, change, f"{where}.{name}")
        for name, item in value.items()
    }
