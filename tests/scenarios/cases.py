"""The scenarios' instruments and acts, as they stand in the folders beside this file.

Every YAML file of a folder is an instrument, but for `acts.yaml`: that is what somebody would do
under them, and the answer that is expected. An act has what `given` says for its instrument, and
above that what it says itself; so for each of its facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from remit.core.bounds import Instrument, instrument_from_yaml
from remit.core.bounds.strict_text import data_from_yaml

FOLDER = Path(__file__).resolve().parent
SCENARIOS = tuple(sorted(path.parent.name for path in FOLDER.glob("*/acts.yaml")))
ACTS = "acts"
EXPECTED = ("name", "under", "expect", "by_clause", "finding", "whom", "days", "silence")
NEEDED = ("name", "under", "expect", "by_clause")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An act as `act_yaml` reads it, and what is expected of the answer."""

    scenario: str
    name: str
    under: str
    """The file of the instrument, without its ending."""
    act: Mapping[str, Any]
    expect: str
    by_clause: str
    """The clause that decides."""
    finding: str | None = None
    """The code of what this clause finds."""
    whom: str | None = None
    days: int | None = None
    silence: str | None = None

    def __str__(self) -> str:
        return f"{self.scenario} {self.under}: {self.name}"


@cache
def instruments(scenario: str) -> Mapping[str, Instrument]:
    """Every instrument of a scenario by its file's name, without the ending."""
    paths = sorted((FOLDER / scenario).glob("*.yaml"))
    return {
        path.stem: instrument_from_yaml(path.read_text(encoding="utf-8"))
        for path in paths
        if path.stem != ACTS
    }


def parent_of(scenario: str, child: Instrument) -> Instrument | None:
    """The instrument that it is granted under; None for an agency's own. KeyError if not there."""
    if child.parent is None:
        return None
    return {found.code: found for found in instruments(scenario).values()}[child.parent]


def cases(scenario: str) -> Iterator[Case]:
    """Every act of a scenario, in its order. ValueError for a field that is missing or too many."""
    text = (FOLDER / scenario / f"{ACTS}.yaml").read_text(encoding="utf-8")
    data = data_from_yaml(text)
    given = data.get("given", {})
    if set(data) - {"given", "acts"} or set(given) - set(instruments(scenario)):
        raise ValueError(f"{scenario}: only given, by instrument, and acts")
    for written in data["acts"]:
        if missing := [name for name in NEEDED if name not in written]:
            raise ValueError(f"{scenario}: {written}: without {', '.join(missing)}")
        expected = {name: written[name] for name in EXPECTED if name in written}
        own = {name: value for name, value in written.items() if name not in expected}
        common = given.get(expected["under"], {})
        facts = {**common.get("facts", {}), **own.get("facts", {})}
        yield Case(scenario=scenario, act={**common, **own, "facts": facts}, **expected)
