"""Ladder: what it finds, and clauses that are narrower."""

from __future__ import annotations

from hypothesis import strategies as st

from remit.core.bounds import Ladder
from tests.core.bounds.clauses.samples import (
    USED,
    Case,
    Draw,
)

CLAUSE = Ladder(id="B17", steps=("query", "note", "recover"))
CASES: list[Case] = [
    (CLAUSE, {"power": "query"}, {"duties": None}, "met", "ladder_first"),
    (CLAUSE, {"power": "note"}, {}, "breached", "ladder_skipped"),
    (CLAUSE, {"power": "note"}, {"duties": {"query": "two"}}, "met", "ladder_reached"),
    (CLAUSE, {"power": "recover"}, {"duties": {"query": "two"}}, "breached", "ladder_skipped"),
    (CLAUSE, {"power": "recover"}, {"duties": {"note": "one"}}, "met", "ladder_reached"),
    (CLAUSE, {"power": "recover"}, {"duties": {"recover": "one"}}, "breached", "ladder_skipped"),
    (CLAUSE, {"power": "recover"}, {"duties": None}, "unknown", "ladder_unknown"),
    (CLAUSE, {}, {"duties": None}, "met", "ladder_not_touched"),
]
MAKER = st.builds(
    Ladder,
    id=st.just("B1"),
    steps=st.lists(st.sampled_from(USED), min_size=2, unique=True).map(tuple),
)


def narrower(clause: Ladder, draw: Draw) -> Ladder:
    """One that asks for more, or as much."""
    return clause
