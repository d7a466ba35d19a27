"""Consultation: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from remit.core.bounds import Consultation, Entry, OnFile
from tests.core.bounds.clauses.samples import (
    AMOUNTS,
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

CLAUSE = Consultation(id="B22", power="commit", days=28, answers=20)
UNANSWERED = replace(CLAUSE, answers=0)
ASKED = OnFile(topic="consultation", scope="matter", about="green.4")


def held(days: int, given: int, **more: Any) -> Entry:
    return entry(figures={"days": days, "answers": given}, **more)


FULL, BRIEF, FEW = held(28, 20), held(27, 20), held(28, 19)
ENDED = held(28, 20, until=MAY - TICK)
CASES: list[Case] = [
    (CLAUSE, {"power": "pay"}, {}, "met", "consultation_not_touched"),
    (CLAUSE, {"item": None}, {}, "unknown", "consultation_unnamed"),
    (CLAUSE, {}, {}, "unknown", "consultation_unknown"),
    (CLAUSE, {}, {"answers": None}, "unknown", "consultation_unknown"),
    (CLAUSE, {"item": "green.5"}, answers(ASKED, FULL), "unknown", "consultation_unknown"),
    (CLAUSE, {}, answers(ASKED), "breached", "consultation_missing"),
    (CLAUSE, {}, answers(ASKED, held(28, 20, at=MAY + TICK)), "breached", "consultation_missing"),
    (CLAUSE, {}, answers(ASKED, BRIEF), "breached", "consultation_short"),
    (CLAUSE, {}, answers(ASKED, FEW), "breached", "consultation_short"),
    (CLAUSE, {}, answers(ASKED, BRIEF, FEW), "breached", "consultation_short"),
    (CLAUSE, {}, answers(ASKED, entry()), "breached", "consultation_short"),
    (CLAUSE, {}, answers(ASKED, entry(figures={"days": 28})), "breached", "consultation_short"),
    (CLAUSE, {}, answers(ASKED, FULL), "met", "consultation_held"),
    (CLAUSE, NO_MONEY, answers(ASKED, FULL), "met", "consultation_held"),
    (CLAUSE, {}, answers(ASKED, held(28, 20, at=MAY)), "met", "consultation_held"),
    (CLAUSE, {}, answers(ASKED, held(29, 21, at=MAY - 900 * DAY)), "met", "consultation_held"),
    (CLAUSE, {}, answers(ASKED, FULL, held(28, 19, at=MAY)), "met", "consultation_held"),
    (CLAUSE, {}, answers(ASKED, ENDED), "met", "consultation_held"),
    (UNANSWERED, {}, answers(ASKED, held(28, 0)), "met", "consultation_held"),
    (UNANSWERED, {}, answers(ASKED, entry(figures={"days": 28})), "met", "consultation_held"),
    (UNANSWERED, {}, answers(ASKED, held(27, 0)), "breached", "consultation_short"),
]
MAKER = st.builds(
    Consultation,
    id=st.just("B1"),
    power=st.sampled_from(USED),
    days=st.integers(1, 4),
    answers=st.integers(0, 3),
)


def narrower(clause: Consultation, draw: Draw) -> Consultation:
    """One that asks for more, or as much."""
    days, given = clause.days + draw(AMOUNTS), clause.answers + draw(AMOUNTS)
    return replace(clause, days=days, answers=given)
