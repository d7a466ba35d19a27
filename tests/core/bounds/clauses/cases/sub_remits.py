"""SubRemits: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import SubRemits
from tests.core.bounds.clauses.samples import POSITIONS, Case, Draw

CLAUSE = SubRemits(id="B34", depth=2, position="backer", days=7)
FREELY = replace(CLAUSE, position="", days=0)
NONE = replace(FREELY, depth=0)
GRANT = {"power": "grant"}
AGREED, BY_ANOTHER = {"agreed": frozenset({"backer"})}, {"agreed": frozenset({"clerk"})}
CASES: list[Case] = [
    (CLAUSE, {}, {"depth": 2}, "met", "sub_remits_not_touched"),
    (NONE, {}, {}, "met", "sub_remits_not_touched"),
    (CLAUSE, GRANT, AGREED, "unknown", "sub_remits_unknown"),
    (CLAUSE, GRANT, {"depth": 0}, "needs", "sub_remits_needed"),
    (CLAUSE, GRANT, {"depth": 1} | BY_ANOTHER, "needs", "sub_remits_needed"),
    (CLAUSE, GRANT, {"depth": 1} | AGREED, "met", "sub_remits_agreed"),
    (CLAUSE, GRANT, {"depth": 1, "agreed": None}, "unknown", "sub_remits_agreement_unknown"),
    (CLAUSE, GRANT, {"depth": 2} | AGREED, "breached", "sub_remits_too_deep"),
    (CLAUSE, GRANT, {"depth": 2, "agreed": None}, "breached", "sub_remits_too_deep"),
    (FREELY, GRANT, {"depth": 1, "agreed": None}, "met", "sub_remits_allowed"),
    (FREELY, GRANT, {"depth": 2}, "breached", "sub_remits_too_deep"),
    (FREELY, GRANT, {}, "unknown", "sub_remits_unknown"),
    (NONE, GRANT, {"depth": 0}, "breached", "sub_remits_none"),
    (NONE, GRANT, {}, "breached", "sub_remits_none"),
    (replace(CLAUSE, depth=0), GRANT, {"depth": 0} | AGREED, "breached", "sub_remits_none"),
]
NOT_COVERED = [
    replace(CLAUSE, depth=3),
    replace(CLAUSE, position="clerk"),
    FREELY,
]
REFUSED = [
    {"depth": -1},
    {"depth": 9},
    {"position": "The Backer"},
    {"position": None},
    {"days": 0},
    {"days": 367},
    {"days": -1, "position": ""},
]
WORDS = [
    (
        CLAUSE,
        "Remits may be granted under this one, and under those, down to level 2; the agency’s own "
        "is at level 0. This position must agree to each first: backer. Days to answer: 7. No "
        "answer in time is a no.",
    ),
    (
        FREELY,
        "Remits may be granted under this one, and under those, down to level 2; the agency’s own "
        "is at level 0. Nobody else need agree.",
    ),
    (NONE, "No remit may be granted under this one."),
]
MAKER = st.sampled_from(["", "", *POSITIONS]).flatmap(
    lambda position: st.builds(
        SubRemits,
        id=st.just("B1"),
        depth=st.sampled_from([4, 3, 2, 1, 0]),
        position=st.just(position),
        days=st.integers(1 if position else 0, 3),
    )
)


def narrower(clause: SubRemits, draw: Draw) -> SubRemits:
    """One that asks for more, or as much."""
    position = clause.position or draw(st.sampled_from(["", *POSITIONS]))
    days = draw(st.integers(1 if position else 0, 3))
    return replace(clause, depth=draw(st.integers(0, clause.depth)), position=position, days=days)
