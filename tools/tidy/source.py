"""The project's own files, read once each, and what a rule says about one of them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("src", "tests", "tools", "bench", "docs", "deploy")
KINDS = (".py", ".html", ".css", ".js", ".md", ".svg", ".txt")


@dataclass(frozen=True)
class Finding:
    """Where a rule is broken, and how to mend it."""

    path: str
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.words}"


@dataclass(frozen=True)
class Source:
    """One file: its path from the project's root with forward slashes, and its text."""

    path: str
    text: str

    @property
    def kind(self) -> str:
        return PurePosixPath(self.path).suffix or ".py"

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name

    @property
    def parts(self) -> tuple[str, ...]:
        return PurePosixPath(self.path).parts

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text if self.kind == ".py" else "", filename=self.path)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    def inside(self, *folders: str) -> bool:
        return any(self.path == f or self.path.startswith(f"{f}/") for f in folders)

    def finding(self, where: ast.AST | int, words: str) -> Finding:
        line = where if isinstance(where, int) else getattr(where, "lineno", 1)
        return Finding(self.path, line, words)


Rule = Callable[[Source], Iterator[Finding]]


def project_files(root: Path = ROOT) -> list[Source]:
    """Every file that people write; not migrations, which Django writes, nor vendored ones."""
    found = [root / "remit", *sorted(root.glob("*.md"))]
    for room in ROOMS:
        found += sorted(p for p in (root / room).rglob("*") if p.suffix in KINDS)
    return [
        Source(str(path.relative_to(root).as_posix()), path.read_text(encoding="utf-8"))
        for path in found
        if path.is_file() and not {"migrations", "vendor", "__pycache__"} & set(path.parts)
    ]
