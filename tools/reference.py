#!/usr/bin/env python3
"""Write the reference pages that are made from the code: `python -m tools.reference`.

A refusal or an error is known by its code, in the record, in the API and in a test. The page of
codes lists every code with its English words, the pages of clauses every kind of clause with its
parameters, so they are made and not written; tests say when they are stale.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from tools.reference_clauses import clause_pages
from tools.tidy.documented import Kind, codes, kinds
from tools.tidy.source import ROOT, Source, project_files

PAGE = Path("docs/reference/codes.md")
CORE_PAGE = Path("docs/reference/codes-core.md")
HEAD = """# Codes

Whatever Remit refuses or can't read has a code, which never changes its meaning, and words in the
reader's language. These are the codes with their English words; `{…}` stands for what is filled in.
Those of [acts and pages](codes.md) and those of [the core](codes-core.md) have a page each.
This page is made by `python -m tools.reference`.
"""

ACTS_PAGE = Path("docs/reference/acts.md")
ACTS_HEAD = """# Acts

Nothing changes except by an act. These are the kinds there are: what each does, the power that a
remit must give for it, and its fields, which its record shows to everybody (together with digests
and results that follow from them). What is private, such as the ballots as they came, is not here.
This page is made by `python -m tools.reference`.
"""

SCHEMA = Path("docs/reference/instrument.schema.json")


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


def schema_page() -> str:
    """The form of an instrument's JSON, for editors."""
    from remit.core.bounds.schema import instrument_schema

    return json.dumps(instrument_schema(), ensure_ascii=False, indent=2) + "\n"


def pages(sources: list[Source]) -> dict[Path, str]:
    """Every page, by its path."""
    core = [source for source in sources if source.inside("src/remit/core")]
    others = [source for source in sources if not source.inside("src/remit/core")]
    return {
        PAGE: page(others),
        CORE_PAGE: page(core),
        ACTS_PAGE: acts_page(sources),
        **clause_pages(),
        SCHEMA: schema_page(),
    }


def main() -> None:
    sys.path.insert(0, str(ROOT / "src"))
    for path, text in pages(project_files()).items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
