"""Duties: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import Duties
from tests.core.bounds.clauses.samples import (
    Case,
    Draw,
    some,
)

CLAUSE = Duties(id="B8", pairs=(("submit", "approve"), ("approve", "pay")))
CASES: list[Case] = [
    (CLAUSE, {}, {"duties": None, "person": None}, "met", "duties_not_touched"),
    (CLAUSE, {"power": "pay"}, {"duties": {"approve": "two"}}, "met", "duties_separate"),
    (CLAUSE, {"power": "pay"}, {"duties": {"submit": "one"}}, "met", "duties_separate"),
    (CLAUSE, {"power": "pay"}, {"duties": {"pay": "one"}}, "met", "duties_separate"),
    (CLAUSE, {"power": "pay"}, {"duties": {"approve": "one"}}, "breached", "duties_joined"),
    (CLAUSE, {"power": "submit"}, {"duties": {"approve": "one"}}, "breached", "duties_joined"),
    (CLAUSE, {"power": "approve"}, {"duties": {"pay": "one"}}, "breached", "duties_joined"),
    (CLAUSE, {"power": "pay"}, {"person": None}, "unknown", "duties_person_unknown"),
    (CLAUSE, {"power": "pay"}, {"duties": None}, "unknown", "duties_unknown"),
]
PAIRS = [("commit", "approve"), ("approve", "pay"), ("pay", "commit")]
MAKER = st.builds(Duties, id=st.just("B1"), pairs=some(PAIRS))


def narrower(clause: Duties, draw: Draw) -> Duties:
    """One that asks for more, or as much."""
    return replace(clause, pairs=tuple((b, a) for a, b in reversed(clause.pairs)))
