"""Time and chance come from outside; money is whole numbers.

A function that asks the clock or throws dice cannot be run again with the same result. So only
the places listed in EDGES may, and they pass what they got on as arguments.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tools.tidy.source import Finding, Source

EDGES: dict[str, str] = {
    "src/remit/project": "starts the programs, so it meets the clock first",
    "src/remit/record/chance.py": "a salt or a key that can be guessed protects nobody",
}
CLOCK = {"now", "today", "utcnow", "Now", "time_ns"}
# With a moment as argument these only convert it.
CLOCK_WHEN_EMPTY = {"localtime", "gmtime", "localdate"}
CHANCE = {"uuid1", "uuid4", "urandom", "SystemRandom", "get_random_string", "token_hex"}
CHANCE_MODULES = {"random", "secrets"}
EXACT = (
    "src/remit/core/ledger",
    "src/remit/core/bounds",
    "src/remit/core/voting",
    "src/remit/record",
    "src/remit/stages/fund",
)


def no_clock(source: Source) -> Iterator[Finding]:
    """Nothing in src asks the time but the edges; `time.monotonic` for durations is no clock."""
    if not inner(source):
        return
    for node in source.nodes:
        if isinstance(node, ast.Call):
            name = called(node)
            whole = isinstance(node.func, ast.Attribute) and owner(node.func) == "time"
            empty = name in CLOCK_WHEN_EMPTY and not node.args
            if name in CLOCK or empty or (whole and name == "time"):
                yield source.finding(node, f"{name}() asks the clock: take the moment as at=")


def no_chance(source: Source) -> Iterator[Finding]:
    """Nothing in src throws dice but the edges."""
    if not inner(source):
        return
    for node in source.nodes:
        names: set[str] = set()
        if isinstance(node, ast.Import):
            names = {alias.name.split(".")[0] for alias in node.names} & CHANCE_MODULES
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            top = (node.module or "").split(".")[0]
            names = {top} & CHANCE_MODULES or {a.name for a in node.names} & CHANCE
        elif isinstance(node, ast.Attribute):
            names = {node.attr} & CHANCE
        for name in sorted(names):
            yield source.finding(node, f"{name} is chance: take a seed= or a key= from the caller")


def aware_datetimes(source: Source) -> Iterator[Finding]:
    """Ruff's DTZ finds naive ones being made; these two take the zone away again."""
    for node in source.nodes:
        if not isinstance(node, ast.Call):
            continue
        stripped = called(node) == "replace" and any(
            k.arg == "tzinfo" and isinstance(k.value, ast.Constant) and k.value.value is None
            for k in node.keywords
        )
        if stripped or called(node) == "make_naive":
            yield source.finding(node, "a moment without its zone means nothing: keep tzinfo")


def no_floats(source: Source) -> Iterator[Finding]:
    """No winner and no amount hangs on rounding noise."""
    if not source.inside(*EXACT):
        return
    for node in source.nodes:
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
        if literal or (isinstance(node, ast.Call) and called(node) == "float"):
            yield source.finding(node, "a float where it must be exact: use int or Fraction")


def inner(source: Source) -> bool:
    return source.inside("src") and not source.inside(*EDGES)


def called(node: ast.Call) -> str:
    """The last name of what is called: now for timezone.now()."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def owner(node: ast.Attribute) -> str:
    return node.value.id if isinstance(node.value, ast.Name) else ""


RULES = (no_clock, no_chance, aware_datetimes, no_floats)
