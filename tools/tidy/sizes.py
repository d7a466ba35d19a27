"""Ceilings: a file, a function and a line that one person can hold in mind."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tools.tidy.markup import TAGS
from tools.tidy.source import Finding, Source

FILE_LINES = 300
FUNCTION_LINES = 50
LINE_LETTERS = 100
WRITTEN = (".py", ".html", ".css", ".js")


def short_files(source: Source) -> Iterator[Finding]:
    """At most 300 lines to a file; the change log alone may grow."""
    if len(source.lines) > FILE_LINES and source.name != "CHANGELOG.md":
        yield source.finding(
            FILE_LINES + 1,
            f"{len(source.lines)} lines, at most {FILE_LINES}: look for two things in one file,"
            " name each, and make it a folder of the same name with a file for each",
        )


def short_functions(source: Source) -> Iterator[Finding]:
    """At most 50 lines to a function."""
    for node in source.nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                yield source.finding(
                    node,
                    f"{node.name} has {length} lines, at most {FUNCTION_LINES}: keep the decisions"
                    " here and move each step into a function named for what it gives",
                )


def short_lines(source: Source) -> Iterator[Finding]:
    """At most 100 letters to a line of code, template or style sheet."""
    if source.kind not in WRITTEN:
        return
    for number, written in enumerate(source.lines, start=1):
        # A tag of a template cannot be broken, so it counts for nothing.
        line = TAGS.sub("", written) if source.kind == ".html" else written
        if len(line) > LINE_LETTERS:
            yield source.finding(
                number,
                f"{len(line)} letters, at most {LINE_LETTERS}: break it after a comma or a bracket,"
                " or give the long part a name",
            )


RULES = (short_files, short_functions, short_lines)
