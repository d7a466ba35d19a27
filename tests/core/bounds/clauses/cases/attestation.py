"""Attestation: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import Attestation, OnFile
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

CLAUSE = Attestation(id="B24", power="commit", about="works", days=30)
ASKED = OnFile(topic="attestation", code="works", scope="matter", about="green.4")
GIVEN = entry("works")
OWN = replace(GIVEN, person="one")
NEW, OLD = replace(GIVEN, at=MAY - 30 * DAY), replace(GIVEN, at=MAY - 30 * DAY - TICK)
HOLDS, HELD = replace(GIVEN, until=MAY + TICK), replace(GIVEN, until=MAY)
CASES: list[Case] = [
    (CLAUSE, {"power": "pay"}, {"person": None}, "met", "attestation_not_touched"),
    (CLAUSE, {"item": None}, {}, "unknown", "attestation_unnamed"),
    (CLAUSE, {}, answers(ASKED, GIVEN) | {"person": None}, "unknown", "attestation_person_unknown"),
    (CLAUSE, {}, answers(ASKED) | {"person": ""}, "unknown", "attestation_person_unknown"),
    (CLAUSE, {}, {}, "unknown", "attestation_unknown"),
    (CLAUSE, {}, {"answers": None}, "unknown", "attestation_unknown"),
    (CLAUSE, {"item": "green.5"}, answers(ASKED, GIVEN), "unknown", "attestation_unknown"),
    (CLAUSE, {}, answers(ASKED), "breached", "attestation_missing"),
    (CLAUSE, {}, answers(ASKED, replace(GIVEN, at=MAY + TICK)), "breached", "attestation_missing"),
    (CLAUSE, {}, answers(ASKED, OWN), "breached", "attestation_own"),
    (CLAUSE, {}, answers(ASKED, GIVEN) | {"person": "two"}, "breached", "attestation_own"),
    (CLAUSE, {}, answers(ASKED, OLD), "breached", "attestation_old"),
    (CLAUSE, {}, answers(ASKED, OLD, OWN), "breached", "attestation_old"),
    (CLAUSE, {}, answers(ASKED, HELD), "breached", "attestation_old"),
    (CLAUSE, {}, answers(ASKED, NEW) | {"at": MAY + TICK}, "breached", "attestation_old"),
    (CLAUSE, {}, answers(ASKED, NEW), "met", "attestation_given"),
    (CLAUSE, NO_MONEY, answers(ASKED, GIVEN), "met", "attestation_given"),
    (CLAUSE, {}, answers(ASKED, replace(GIVEN, at=MAY)), "met", "attestation_given"),
    (CLAUSE, {}, answers(ASKED, HOLDS), "met", "attestation_given"),
    (CLAUSE, {}, answers(ASKED, OWN, HELD, OLD, GIVEN), "met", "attestation_given"),
]
DAYS = [1, 91, 182, 300]
"""About the distances of TIMES from each other, which are 90, 91 and 92 days."""
MAKER = st.builds(
    Attestation,
    id=st.just("B1"),
    power=st.sampled_from(USED),
    about=st.sampled_from(CODES),
    days=st.sampled_from(DAYS),
)


def narrower(clause: Attestation, draw: Draw) -> Attestation:
    """One that asks for more, or as much."""
    return replace(
        clause, days=draw(st.sampled_from([days for days in DAYS if days <= clause.days]))
    )
