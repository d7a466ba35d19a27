"""Scope: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import Scope
from tests.core.bounds.clauses.samples import (
    NO_MONEY,
    TEXTS,
    Case,
    Draw,
    some,
)

CLAUSE = Scope(id="B14", of="area", codes=(("north", {"en": "the north"}), ("a", {"en": "a"})))
CATEGORY = replace(CLAUSE, of="category")
CASES: list[Case] = [
    (CLAUSE, {"area": "north"}, {}, "met", "scope_listed"),
    (CLAUSE, {"area": "a"} | NO_MONEY, {}, "met", "scope_listed"),
    (CLAUSE, {"area": "south"}, {}, "breached", "scope_not_listed"),
    (CLAUSE, {"area": "south"} | NO_MONEY, {}, "breached", "scope_not_listed"),
    (CLAUSE, {"category": "north"}, {}, "unknown", "scope_unnamed"),
    (CLAUSE, {"category": "north", "amount": 0}, {}, "unknown", "scope_unnamed"),
    (CLAUSE, {"category": "north"} | NO_MONEY, {}, "met", "scope_not_touched"),
    (CATEGORY, {"category": "north"}, {}, "met", "scope_listed"),
    (CATEGORY, {"category": "south", "area": "north"}, {}, "breached", "scope_not_listed"),
    (CATEGORY, {"area": "north"}, {}, "unknown", "scope_unnamed"),
    (CATEGORY, {"area": "north"} | NO_MONEY, {}, "met", "scope_not_touched"),
]
MAKER = st.builds(
    Scope, id=st.just("B1"), of=st.sampled_from(["category", "area"]), codes=some(TEXTS)
)


def narrower(clause: Scope, draw: Draw) -> Scope:
    """One that asks for more, or as much."""
    return replace(clause, codes=draw(some(list(clause.codes))))
