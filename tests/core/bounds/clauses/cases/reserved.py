"""Reserved: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import Reserved
from tests.core.bounds.clauses.samples import (
    NO_MONEY,
    TEXTS,
    Case,
    Draw,
    some,
)

CLAUSE = Reserved(id="B5", matters=(("cemetery", {"en": "the cemetery"}),))
CASES: list[Case] = [
    (CLAUSE, {}, {}, "met", "reserved_clear"),
    (CLAUSE, {"matter": "cemetery"}, {}, "breached", "reserved_matter"),
    (CLAUSE, {"matter": "cemetery"} | NO_MONEY, {}, "breached", "reserved_matter"),
    (CLAUSE, {"matter": None}, {}, "unknown", "reserved_unnamed"),
    (CLAUSE, {"matter": None} | NO_MONEY, {}, "met", "reserved_not_touched"),
]
MAKER = st.builds(Reserved, id=st.just("B1"), matters=some(TEXTS))


def narrower(clause: Reserved, draw: Draw) -> Reserved:
    """One that asks for more, or as much."""
    more = [text for text in TEXTS if text not in clause.matters and draw(st.booleans())]
    return replace(clause, matters=(*clause.matters, *more))
