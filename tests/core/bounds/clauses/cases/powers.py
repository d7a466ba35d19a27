"""Powers: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import Powers
from tests.core.bounds.clauses.samples import (
    POSITIONS,
    Case,
    Draw,
    by_power,
    some,
)

CLAUSE = Powers(id="B6", powers={"commit": ("clerk", "treasurer"), "pay": ("treasurer",)})
CASES: list[Case] = [
    (CLAUSE, {}, {}, "met", "power_held"),
    (CLAUSE, {}, {"positions": frozenset({"x", "treasurer"})}, "met", "power_held"),
    (CLAUSE, {"power": "grant"}, {}, "breached", "power_not_given"),
    (CLAUSE, {"power": "grant"}, {"positions": None}, "breached", "power_not_given"),
    (CLAUSE, {"power": "pay"}, {}, "breached", "power_not_held"),
    (CLAUSE, {}, {"positions": frozenset()}, "breached", "power_not_held"),
    (CLAUSE, {}, {"positions": None}, "unknown", "power_position_unknown"),
]
MAKER = st.builds(Powers, id=st.just("B1"), powers=by_power(POSITIONS))


def narrower(clause: Powers, draw: Draw) -> Powers:
    """One that asks for more, or as much."""
    kept = draw(some(sorted(clause.powers)))
    return replace(clause, powers={k: draw(some(list(clause.powers[k]))) for k in kept})
