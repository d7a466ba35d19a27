#!/usr/bin/env python3
"""Write the reference page of codes from the code: `python -m tools.reference`.

A refusal or an error is known by its code, in the record, in the API and in a test. The page lists
every code with its English words, so it is made and not written; a test says when it is stale.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable
from pathlib import Path

from tools.tidy.documented import codes
from tools.tidy.source import ROOT, Source, project_files

PAGE = Path("docs/reference/codes.md")
HEAD = """# Codes

Whatever Remit refuses or can't read has a code, which never changes its meaning, and words in the
reader's language. These are the codes with their English words; `{…}` stands for what is filled in.
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


def cell(words: ast.expr) -> str:
    """Every text in the expression, in order: what is wrong, and where there is one, the mend."""
    strings = [n.value for n in ast.walk(words) if isinstance(n, ast.Constant)]
    return " ".join(str(s) for s in strings).replace("|", "\\|").replace("\n", " ")


def main() -> None:
    path = ROOT / PAGE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page(project_files()), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
