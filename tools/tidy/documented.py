"""Whatever a person may meet by its code stands in docs/reference: refusals, kinds, settings.

Codes and settings are read from the source, not imported: a rule must not need a database.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tools.tidy.source import Finding, Source

SETTING = re.compile(r"REMIT_[A-Z][A-Z_]*[A-Z]")
REFERENCE = "docs/reference"


def codes(source: Source) -> dict[str, ast.expr]:
    """The stable codes of a module's MESSAGES, each with the expression of its words."""
    for node in source.tree.body if source.inside("src") else ():
        target: ast.expr | None = node.target if isinstance(node, ast.AnnAssign) else None
        if isinstance(node, ast.Assign):
            target = node.targets[0]
        if isinstance(target, ast.Name) and target.id == "MESSAGES":
            value = getattr(node, "value", None)
            if isinstance(value, ast.Dict):
                pairs = zip(value.keys, value.values, strict=True)
                return {
                    key.value: words
                    for key, words in pairs
                    if isinstance(key, ast.Constant) and isinstance(key.value, str)
                }
    return {}


@dataclass(frozen=True)
class Kind:
    """A kind of act, as its class says it."""

    kind: str
    about: str
    power: str
    fields: tuple[str, ...]
    """Without those that its record does not show."""


def kinds(source: Source) -> list[Kind]:
    """The kinds of act that a module defines."""
    found = []
    for node in source.nodes if source.inside("src/remit/stages") else ():
        if isinstance(node, ast.ClassDef):
            said = {
                n.targets[0].id: first_text(n.value)
                for n in node.body
                if isinstance(n, ast.Assign) and isinstance(n.targets[0], ast.Name)
            }
            if {"kind", "about", "power"} <= said.keys():
                shown = tuple(name for n in node.body for name in public_field(n))
                found.append(Kind(said["kind"], said["about"], said["power"], shown))
    return found


def first_text(node: ast.AST) -> str:
    """The first string in an expression: what gettext_noop marks, or the string itself."""
    strings = (n.value for n in ast.walk(node) if isinstance(n, ast.Constant))
    return next((value for value in strings if isinstance(value, str)), "")


def public_field(node: ast.stmt) -> Iterator[str]:
    """The name of a dataclass field that is not marked as private."""
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
        if not {"PRIVATE", "ClassVar"} & names:
            yield node.target.id


def settings(source: Source) -> set[str]:
    """The names of our settings: environment variables and Django settings alike."""
    if not source.inside("src"):
        return set()
    strings = {n.value for n in source.nodes if isinstance(n, ast.Constant)}
    names = {n.id for n in source.nodes if isinstance(n, ast.Name)}
    names |= {n.attr for n in source.nodes if isinstance(n, ast.Attribute)}
    return {s for s in strings | names if isinstance(s, str) and SETTING.fullmatch(s)}


def reference(sources: Iterable[Source]) -> str:
    """All the reference pages as one text."""
    return "\n".join(s.text for s in sources if s.inside(REFERENCE) and s.kind == ".md")


def undocumented(names: Iterable[tuple[str, str]], *, pages: str) -> Iterator[Finding]:
    """Each name, with the file it is from, that no reference page shows as `name`."""
    for path, name in names:
        if f"`{name}`" not in pages:
            yield Finding(path, 1, f"`{name}` is in no page of {REFERENCE}: say what it means")
