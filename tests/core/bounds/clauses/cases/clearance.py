"""Clearance: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import Clearance, OnFile
from tests.core.bounds.clauses.samples import (
    CODES,
    DAY,
    MAY,
    NO_MONEY,
    TICK,
    USED,
    Case,
    Draw,
    answers,
    entry,
)

CLAUSE = Clearance(id="B25", power="commit", about="identity")
ASKED = OnFile(topic="clearance", code="identity", scope="person", about="one")
CLEARED, BARRED = entry("identity", "cleared"), entry("identity", "barred")
BEFORE, NOW, LATER = {"at": MAY - 2 * DAY}, {"at": MAY}, {"at": MAY + TICK}
HOLDS, HELD = replace(CLEARED, until=MAY + TICK), replace(CLEARED, until=MAY)
OWN, BARRED_BY_SELF = replace(CLEARED, person="one"), replace(BARRED, person="one")
LIFTED = replace(BARRED, until=MAY - TICK)
OPEN, UNSAID = entry("identity", "applied"), entry("identity")
OTHERS = replace(ASKED, about="two")
CASES: list[Case] = [
    (CLAUSE, {"power": "pay"}, {"person": None}, "met", "clearance_not_touched"),
    (CLAUSE, {}, answers(ASKED, CLEARED) | {"person": None}, "unknown", "clearance_person_unknown"),
    (CLAUSE, {}, answers(ASKED) | {"person": ""}, "unknown", "clearance_person_unknown"),
    (CLAUSE, {}, {}, "unknown", "clearance_unknown"),
    (CLAUSE, {}, {"answers": None}, "unknown", "clearance_unknown"),
    (CLAUSE, {}, answers(OTHERS, CLEARED), "unknown", "clearance_unknown"),
    (CLAUSE, {}, answers(ASKED), "breached", "clearance_not_held"),
    (CLAUSE, {}, answers(ASKED, replace(CLEARED, **LATER)), "breached", "clearance_not_held"),
    (CLAUSE, {}, answers(ASKED, OWN), "breached", "clearance_not_held"),
    (CLAUSE, {}, answers(ASKED, HELD), "breached", "clearance_not_held"),
    (CLAUSE, {}, answers(ASKED, HOLDS) | {"at": MAY + TICK}, "breached", "clearance_not_held"),
    (
        CLAUSE,
        {},
        answers(ASKED, replace(CLEARED, **BEFORE), HELD),
        "breached",
        "clearance_not_held",
    ),
    (CLAUSE, {}, answers(ASKED, CLEARED, HELD), "breached", "clearance_not_held"),
    (CLAUSE, {}, answers(ASKED, BARRED), "breached", "clearance_not_held"),
    (CLAUSE, {}, answers(ASKED, LIFTED), "breached", "clearance_not_held"),
    (CLAUSE, {}, answers(ASKED, CLEARED, BARRED), "breached", "clearance_not_held"),
    (CLAUSE, {}, answers(ASKED, CLEARED, replace(BARRED, **NOW)), "breached", "clearance_not_held"),
    (CLAUSE, {}, answers(ASKED, HELD, OPEN, BARRED), "breached", "clearance_not_held"),
    (CLAUSE, {}, answers(ASKED, OPEN), "breached", "clearance_not_held"),
    (CLAUSE, {}, answers(ASKED, UNSAID), "breached", "clearance_not_held"),
    (CLAUSE, {}, answers(ASKED, CLEARED, replace(OPEN, **NOW)), "breached", "clearance_not_held"),
    (CLAUSE, {}, answers(ASKED, CLEARED), "met", "clearance_held"),
    (CLAUSE, NO_MONEY | {"item": None}, answers(ASKED, CLEARED), "met", "clearance_held"),
    (CLAUSE, {}, answers(ASKED, replace(CLEARED, **NOW)), "met", "clearance_held"),
    (CLAUSE, {}, answers(ASKED, HOLDS), "met", "clearance_held"),
    (CLAUSE, {}, answers(ASKED, replace(BARRED, **BEFORE), CLEARED), "met", "clearance_held"),
    (CLAUSE, {}, answers(ASKED, CLEARED, replace(BARRED, **LATER)), "met", "clearance_held"),
    (CLAUSE, {}, answers(ASKED, CLEARED, BARRED_BY_SELF), "met", "clearance_held"),
]
MAKER = st.builds(
    Clearance, id=st.just("B1"), power=st.sampled_from(USED), about=st.sampled_from(CODES)
)


def narrower(clause: Clearance, draw: Draw) -> Clearance:
    """One that asks for as much: more than a clearance there is not."""
    return clause
