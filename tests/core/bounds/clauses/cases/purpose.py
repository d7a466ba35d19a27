"""Purpose: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import Purpose
from tests.core.bounds.clauses.samples import (
    NO_MONEY,
    TEXTS,
    Case,
    Draw,
    some,
)

CLAUSE = Purpose(id="B2", purposes=(("green", {"en": "green spaces"}), ("sport", {"en": "sport"})))
CASES: list[Case] = [
    (CLAUSE, {}, {}, "met", "purpose_listed"),
    (CLAUSE, {"purpose": "war"}, {}, "breached", "purpose_not_listed"),
    (CLAUSE, {"purpose": "war"} | NO_MONEY, {}, "breached", "purpose_not_listed"),
    (CLAUSE, {"purpose": None}, {}, "unknown", "purpose_unnamed"),
    (CLAUSE, {"purpose": None, "amount": 0}, {}, "unknown", "purpose_unnamed"),
    (CLAUSE, {"purpose": None} | NO_MONEY, {}, "met", "purpose_not_touched"),
]
MAKER = st.builds(Purpose, id=st.just("B1"), purposes=some(TEXTS))


def narrower(clause: Purpose, draw: Draw) -> Purpose:
    """One that asks for more, or as much."""
    return replace(clause, purposes=draw(some(list(clause.purposes))))
