"""The pages about clauses: an index with the lists that clauses take codes from, and one page for
each kind, made from its own declaration."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from remit.core.bounds import Clause

INDEX = Path("docs/reference/clauses.md")
FOLDER = Path("docs/reference/clauses")
HEAD = """# Clauses

A remit's bounds are clauses, each data of one kind. Asked about a deed, every clause answers *met*,
*breached*, *needs* (somebody must agree first) or *unknown*, with a code and words in the reader's
language. One that is breached or unknown refuses the deed. `{…}` stands for what is filled in;
amounts are whole numbers of the currency's smallest unit, moments are in UTC.
This page and those of the kinds are made by `python -m tools.reference`.

## Kinds
"""
AT = datetime(2026, 3, 2, 12, tzinfo=UTC)


def clause_pages() -> dict[Path, str]:
    """The index, and a page for each kind."""
    # Imported here, and safely: the core needs no database and no settings.
    from remit.core.bounds import KINDS

    pages = {FOLDER / f"{name}.md": kind_page(name, kind) for name, kind in KINDS.items()}
    return {INDEX: index(), **pages}


def index() -> str:
    from remit.core.bounds import KINDS, labels, standing

    parts = [HEAD, "| kind | it says |", "| --- | --- |"]
    parts += [f"| [`{name}`](clauses/{name}.md) | {kind.ABOUT} |" for name, kind in KINDS.items()]
    parts += ["", "## What every remit requires\n"]
    for name, about, found in (
        (standing.IN_FORCE_ID, standing.IN_FORCE_ABOUT, standing.IN_FORCE_CODES),
        (standing.BACKING_ID, standing.BACKING_ABOUT, standing.BACKING_CODES),
    ):
        parts += [f"`{name}`: {about}\n", *table("code", "in English", found)]
    for heading, words in (
        ("Powers", labels.POWERS),
        ("Positions and evidence that have a name here", labels.POSITIONS | labels.EVIDENCE),
        ("Vehicles", both(labels.VEHICLES, labels.VEHICLE_ABOUT)),
        ("Bindings", both(labels.BINDINGS, labels.BINDING_ABOUT)),
    ):
        parts += [f"## {heading}\n", *table("code", "in English", words)]
    return "\n".join(parts).rstrip() + "\n"


def kind_page(name: str, kind: type[Clause]) -> str:
    """What the kind is for, its fields, an example read and asked, and what it may find."""
    from remit.core.bounds import clause_from_json
    from remit.core.words import PLAIN

    clause = clause_from_json(kind.EXAMPLE, where=name)
    below = "It also judges what is done under remits below this one.\n"
    parts = [f"# {kind.HEADING} (`{name}`)\n", f"{kind.ABOUT}\n"]
    parts += [below] if kind.REACHES else []
    parts += [*table("field", "is", kind.PARAMS), example(kind.EXAMPLE)]
    parts += [f"This reads: {clause.in_words().render(PLAIN)}\n", asked(clause)]
    parts += table("code", "in English", kind.CODES)
    parts += ["[All kinds](../clauses.md)"]
    return "\n".join(parts).rstrip() + "\n"


def asked(clause: Clause) -> str:
    """The example asked about a deed of which no more is known than power and amount."""
    from remit.core.bounds import Deed, Facts
    from remit.core.words import PLAIN

    power = str(clause.EXAMPLE.get("power", "commit"))
    deed = Deed(
        kind="example",
        power=power,
        amount=2_500_000,
        currency="GBP",
        purpose=None,
        matter=None,
        evidence=frozenset(),
    )
    found = clause.check(deed, Facts(at=AT, answers=None))
    return (
        f"Asked about the power `{power}` for 25,000.00 GBP on {AT:%Y-%m-%d}, with nothing else "
        f"known, it finds *{found.verdict}*, `{found.code}`: {found.words.render(PLAIN)}\n"
    )


def example(fields: Mapping[str, object]) -> str:
    """The fields as JSON, set off as code."""
    return f"```json\n{json.dumps(fields, ensure_ascii=False)}\n```\n"


def both(names: Mapping[str, str], about: Mapping[str, str]) -> dict[str, str]:
    """By code, its name and what it is."""
    return {code: f"{name}. {about[code]}" for code, name in names.items()}


def table(first: str, second: str, rows: Mapping[str, str]) -> Iterator[str]:
    """A table of codes, and the blank line after it."""
    yield from (f"| {first} | {second} |", "| --- | --- |")
    yield from (f"| `{code}` | {words} |" for code, words in rows.items())
    yield ""
