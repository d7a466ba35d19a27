"""How the code is cut: who may touch tables, who may not exist."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tools.tidy.edges import called
from tools.tidy.source import Finding, Source

RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField"}
TABLES = {"objects", "_default_manager", "_base_manager", "cursor"}
# Told by Django about its own life, not about our data: there is no other way to hear of them.
LIFE = {"post_migrate", "pre_migrate", "connection_created"}
SECOND_SYSTEM = {
    "has_perm",
    "has_perms",
    "is_superuser",
    "permission_required",
    "user_passes_test",
    "PermissionRequiredMixin",
    "UserPassesTestMixin",
}


def pages_ask_reads(source: Source) -> Iterator[Finding]:
    """Pages never touch tables."""
    if source.name != "pages.py" and "pages" not in source.parts[:-1]:
        return
    for node in source.nodes:
        if isinstance(node, ast.Attribute) and node.attr in TABLES:
            yield source.finding(node, f".{node.attr} in a page: write a function in reads.py")


def real_foreign_keys(source: Source) -> Iterator[Finding]:
    """A relation names the class, so that the imports show which room knows which."""
    for node in source.nodes:
        if not (isinstance(node, ast.Call) and called(node) in RELATIONS and inside_src(source)):
            continue
        targets = node.args[:1] + [k.value for k in node.keywords if k.arg == "to"]
        for target in targets:
            text = target.value if isinstance(target, ast.Constant) else None
            if isinstance(text, str) and text != "self":
                yield source.finding(node, f"{text!r} as a string: import the class and name it")


def no_utils(source: Source) -> Iterator[Finding]:
    """A file is named for what is in it."""
    if {"utils", "utils.py", "helpers.py", "helpers", "common.py", "misc.py"} & set(source.parts):
        yield source.finding(1, "a name that says nothing: name the file for what is in it")


def no_signals(source: Source) -> Iterator[Finding]:
    """What follows from a record is a registered reaction, not a signal."""
    for node in source.nodes:
        if isinstance(node, ast.ImportFrom) and inside_src(source):
            names = {alias.name for alias in node.names}
            signals = (node.module or "").startswith(("django.dispatch", "django.db.models.signal"))
            if (signals and names - LIFE) or (
                node.module == "django.db.models" and "signals" in names
            ):
                yield source.finding(node, "a signal: register a reaction with the record instead")


def no_save_overrides(source: Source) -> Iterator[Finding]:
    """What saving means must stand where it is done: in an act."""
    for node in source.nodes:
        if not (isinstance(node, ast.ClassDef) and inside_src(source)):
            continue
        for item in node.body:
            if isinstance(item, ast.FunctionDef) and item.name in {"save", "delete"}:
                yield source.finding(item, f"{item.name}() overridden: do it in the act's apply()")


def one_permission_system(source: Source) -> Iterator[Finding]:
    """Who may do what is decided by bounds and reads, never by a second list."""
    for node in source.nodes:
        if not inside_src(source):
            return
        name = {ast.Attribute: "attr", ast.Name: "id", ast.alias: "name"}.get(type(node))
        if name and getattr(node, name) in SECOND_SYSTEM:
            yield source.finding(node, "a second permission system: ask the bounds, or a read")


def no_bare_ignores(source: Source) -> Iterator[Finding]:
    """A check is silenced for one named reason or not at all."""
    for number, line in enumerate(source.lines, start=1):
        comment = line.partition("#")[2].strip() if source.kind == ".py" else ""
        if comment in {"noqa", "type: ignore"} or comment.startswith("pragma: no cover"):
            yield source.finding(number, "silences everything: name the code that it silences")


def inside_src(source: Source) -> bool:
    return source.inside("src")


RULES = (
    pages_ask_reads,
    real_foreign_keys,
    no_utils,
    no_signals,
    no_save_overrides,
    one_permission_system,
    no_bare_ignores,
)
