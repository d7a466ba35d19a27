"""Meeting: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from remit.core.bounds import Entry, Meeting, OnFile
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

CLAUSE = Meeting(id="B20", power="commit", quorum=7, notice_days=14)
AT_ONCE = replace(CLAUSE, notice_days=0)
ASKED = OnFile(topic="meeting", scope="matter", about="green.4")


def held(present: int, notice: int, **more: Any) -> Entry:
    return entry(figures={"present": present, "notice": notice}, **more)


FULL, FEW, SUDDEN = held(7, 14), held(6, 14), held(7, 13)
ENDED = held(7, 14, until=MAY - TICK)
CASES: list[Case] = [
    (CLAUSE, {"power": "pay"}, {}, "met", "meeting_not_touched"),
    (CLAUSE, {"item": None}, {}, "unknown", "meeting_unnamed"),
    (CLAUSE, {}, {}, "unknown", "meeting_unknown"),
    (CLAUSE, {}, {"answers": None}, "unknown", "meeting_unknown"),
    (CLAUSE, {"item": "green.5"}, answers(ASKED, FULL), "unknown", "meeting_unknown"),
    (CLAUSE, {}, answers(ASKED), "breached", "meeting_missing"),
    (CLAUSE, {}, answers(ASKED, held(7, 14, at=MAY + TICK)), "breached", "meeting_missing"),
    (CLAUSE, {}, answers(ASKED, FEW), "breached", "meeting_short"),
    (CLAUSE, {}, answers(ASKED, SUDDEN), "breached", "meeting_short"),
    (CLAUSE, {}, answers(ASKED, FEW, SUDDEN), "breached", "meeting_short"),
    (CLAUSE, {}, answers(ASKED, entry()), "breached", "meeting_short"),
    (CLAUSE, {}, answers(ASKED, entry(figures={"present": 7})), "breached", "meeting_short"),
    (CLAUSE, {}, answers(ASKED, FULL), "met", "meeting_held"),
    (CLAUSE, NO_MONEY, answers(ASKED, FULL), "met", "meeting_held"),
    (CLAUSE, {}, answers(ASKED, held(7, 14, at=MAY)), "met", "meeting_held"),
    (CLAUSE, {}, answers(ASKED, held(8, 15, at=MAY - 900 * DAY)), "met", "meeting_held"),
    (CLAUSE, {}, answers(ASKED, FULL, held(6, 14, at=MAY)), "met", "meeting_held"),
    (CLAUSE, {}, answers(ASKED, ENDED), "met", "meeting_held"),
    (AT_ONCE, {}, answers(ASKED, held(7, 0)), "met", "meeting_held"),
    (AT_ONCE, {}, answers(ASKED, held(6, 0)), "breached", "meeting_short"),
]
MAKER = st.builds(
    Meeting,
    id=st.just("B1"),
    power=st.sampled_from(USED),
    quorum=st.integers(1, 4),
    notice_days=st.integers(0, 3),
)


def narrower(clause: Meeting, draw: Draw) -> Meeting:
    """One that asks for more, or as much."""
    quorum, notice_days = clause.quorum + draw(AMOUNTS), clause.notice_days + draw(AMOUNTS)
    return replace(clause, quorum=quorum, notice_days=notice_days)
