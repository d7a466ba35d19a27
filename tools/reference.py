#!/usr/bin/env python3
"""Write the reference pages that are made from the code: `python -m tools.reference`.

A refusal or an error is known by its code, in the record, in the API and in a test. The page of
codes lists every code with its English words, the page of clauses every kind of clause with its
parameters, so they are made and not written; tests say when they are stale.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tools.tidy.documented import Kind, codes, kinds
from tools.tidy.source import ROOT, Source, project_files

PAGE = Path("docs/reference/codes.md")
HEAD = """# Codes

Whatever Remit refuses or can't read has a code, which never changes its meaning, and words in the
reader's language. These are the codes with their English words; `{…}` stands for what is filled in.
This page is made by `python -m tools.reference`.
"""

ACTS_PAGE = Path("docs/reference/acts.md")
ACTS_HEAD = """# Acts

Nothing changes except by an act. These are the kinds there are: what each does, the power that a
remit must give for it, and its fields, which its record shows to everybody (together with digests
and results that follow from them). What is private, such as the ballots as they came, is not here.
This page is made by `python -m tools.reference`.
"""

CLAUSES_PAGE = Path("docs/reference/clauses.md")
CLAUSES_HEAD = """# Clauses

A remit's bounds are clauses, each data of one kind. Asked about a deed, every clause answers *met*,
*breached*, *needs* (somebody must agree first) or *unknown*, with a code and words in the reader's
language. One that is breached or unknown refuses the deed. `{…}` stands for what is filled in;
amounts are whole numbers of the currency's smallest unit, moments are in UTC.
This page is made by `python -m tools.reference`.
"""


def page(sources: Iterable[Source]) -> str:
    """One section for each module that has codes."""
    parts = [HEAD]
    for source in sources:
        if found := codes(source):
            module = source.path.removeprefix("src/").removesuffix(".py").replace("/", ".")
            parts += [f"## {module}\n", "| code | in English |", "| --- | --- |"]
            parts += [f"| `{code}` | {cell(found[code])} |" for code in sorted(found)]
            parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def acts_page(sources: Iterable[Source]) -> str:
    """One section for each stage, one row for each kind of act."""
    parts = [ACTS_HEAD]
    for source in sources:
        if found := kinds(source):
            stage = source.path.removeprefix("src/remit/stages/").partition("/")[0]
            heading = f"## {stage}\n"
            if heading not in parts:
                parts += [
                    heading,
                    "| act | it does | power | fields |",
                    "| --- | --- | --- | --- |",
                ]
            parts += [act_row(kind) for kind in found]
    return "\n".join(parts).rstrip().replace("|\n##", "|\n\n##") + "\n"


def act_row(kind: Kind) -> str:
    public = ", ".join(f"`{name}`" for name in kind.fields)
    return f"| `{kind.kind}` | {kind.about} | `{kind.power}` | {public} |"


def cell(words: ast.expr) -> str:
    """Every text in the expression, in order: what is wrong, and where there is one, the mend."""
    strings = [n.value for n in ast.walk(words) if isinstance(n, ast.Constant)]
    return " ".join(str(s) for s in strings).replace("|", "\\|").replace("\n", " ")


def clauses_page() -> str:
    """One section for each kind of clause, and one for each list that they take codes from."""
    # Imported here, and safely: the core needs no database and no settings.
    from remit.core.bounds import KINDS, clause_from_json, labels, standing
    from remit.core.words import PLAIN

    parts = [CLAUSES_HEAD, "## What every remit requires\n"]
    for name, about, found in (
        (standing.IN_FORCE_ID, standing.IN_FORCE_ABOUT, standing.IN_FORCE_CODES),
        (standing.BACKING_ID, standing.BACKING_ABOUT, standing.BACKING_CODES),
    ):
        parts += [f"`{name}`: {about}\n", *table("code", "in English", found)]
    for name, kind in KINDS.items():
        read = clause_from_json(kind.EXAMPLE, where=name).in_words().render(PLAIN)
        parts += [f"## `{name}`\n", f"{kind.ABOUT}\n", *table("field", "is", kind.PARAMS)]
        parts += [example(kind.EXAMPLE), f"This reads: {read}\n"]
        parts += table("code", "in English", kind.CODES)
    for heading, words in (
        ("Powers", labels.POWERS),
        ("Positions and evidence that have a name here", labels.POSITIONS | labels.EVIDENCE),
        ("Vehicles", both(labels.VEHICLES, labels.VEHICLE_ABOUT)),
        ("Bindings", both(labels.BINDINGS, labels.BINDING_ABOUT)),
    ):
        parts += [f"## {heading}\n", *table("code", "in English", words)]
    return "\n".join(parts).rstrip() + "\n"


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


def main() -> None:
    sys.path.insert(0, str(ROOT / "src"))
    sources = project_files()
    pages = {PAGE: page(sources), ACTS_PAGE: acts_page(sources), CLAUSES_PAGE: clauses_page()}
    for path, text in pages.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
