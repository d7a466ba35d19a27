"""Notice: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import Notice, OnFile
from tests.core.bounds.clauses.samples import (
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

CLAUSE = Notice(id="B21", power="commit", days=14)
ASKED = OnFile(topic="notice", scope="matter", about="green.4")
IN_TIME, LATE = entry(at=MAY - 14 * DAY), entry(at=MAY - 14 * DAY + TICK)
CASES: list[Case] = [
    (CLAUSE, {"power": "pay"}, {}, "met", "notice_not_touched"),
    (CLAUSE, {"item": None}, {}, "unknown", "notice_unnamed"),
    (CLAUSE, {}, {}, "unknown", "notice_unknown"),
    (CLAUSE, {}, {"answers": None}, "unknown", "notice_unknown"),
    (CLAUSE, {"item": "green.5"}, answers(ASKED, IN_TIME), "unknown", "notice_unknown"),
    (CLAUSE, {}, answers(ASKED), "breached", "notice_missing"),
    (CLAUSE, {}, answers(ASKED, entry(at=MAY + TICK)), "breached", "notice_missing"),
    (CLAUSE, {}, answers(ASKED, entry(at=MAY)), "breached", "notice_early"),
    (CLAUSE, {}, answers(ASKED, LATE), "breached", "notice_early"),
    (CLAUSE, {}, answers(ASKED, IN_TIME) | {"at": MAY - TICK}, "breached", "notice_early"),
    (CLAUSE, {}, answers(ASKED, IN_TIME), "met", "notice_given"),
    (CLAUSE, NO_MONEY, answers(ASKED, IN_TIME), "met", "notice_given"),
    (CLAUSE, {}, answers(ASKED, LATE, IN_TIME, LATE), "met", "notice_given"),
    (CLAUSE, {}, answers(ASKED, entry(at=MAY - 900 * DAY)), "met", "notice_given"),
    (CLAUSE, {}, answers(ASKED, replace(IN_TIME, until=MAY - DAY)), "met", "notice_given"),
]
DAYS = [1, 91, 182, 300]
"""About the distances of TIMES from each other, which are 90, 91 and 92 days."""
MAKER = st.builds(Notice, id=st.just("B1"), power=st.sampled_from(USED), days=st.sampled_from(DAYS))


def narrower(clause: Notice, draw: Draw) -> Notice:
    """One that asks for more, or as much."""
    longer = [days for days in DAYS if days >= clause.days]
    return replace(clause, days=draw(st.sampled_from(longer)))
