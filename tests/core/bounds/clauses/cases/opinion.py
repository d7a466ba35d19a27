"""Opinion: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import OnFile, Opinion
from tests.core.bounds.clauses.samples import (
    CODES,
    DAY,
    MAY,
    POSITIONS,
    USED,
    Case,
    Draw,
    answers,
    entry,
)

CLAUSE = Opinion(id="B11", power="commit", about="legal", position="backer", veto=False)
VETO = replace(CLAUSE, veto=True)
ASKED = OnFile(topic="opinion", code="legal", scope="matter", about="green.4")
FOR, AGAINST = entry("legal", "for"), entry("legal", "against")
EARLIER = entry("legal", "against", at=MAY - 2 * DAY)
LATER = entry("legal", "against", at=MAY + DAY)
CASES: list[Case] = [
    (CLAUSE, {"power": "pay"}, {}, "met", "opinion_not_touched"),
    (CLAUSE, {"item": None}, {}, "unknown", "opinion_unnamed"),
    (CLAUSE, {}, {}, "unknown", "opinion_unknown"),
    (CLAUSE, {"item": "green.5"}, answers(ASKED, FOR), "unknown", "opinion_unknown"),
    (CLAUSE, {}, answers(ASKED), "breached", "opinion_missing"),
    (CLAUSE, {}, answers(ASKED, replace(FOR, position="clerk")), "breached", "opinion_missing"),
    (CLAUSE, {}, answers(ASKED, replace(FOR, at=MAY + DAY)), "breached", "opinion_missing"),
    (CLAUSE, {}, answers(ASKED, FOR), "met", "opinion_for"),
    (CLAUSE, {}, answers(ASKED, AGAINST), "met", "opinion_against"),
    (VETO, {}, answers(ASKED, AGAINST), "breached", "opinion_veto"),
    (VETO, {}, answers(ASKED, FOR, AGAINST), "breached", "opinion_veto"),
    (VETO, {}, answers(ASKED, FOR, EARLIER), "met", "opinion_for"),
    (VETO, {}, answers(ASKED, FOR, LATER), "met", "opinion_for"),
]
MAKER = st.builds(
    Opinion,
    id=st.just("B1"),
    power=st.sampled_from(USED),
    about=st.sampled_from(CODES),
    position=st.sampled_from(POSITIONS),
    veto=st.booleans(),
)


def narrower(clause: Opinion, draw: Draw) -> Opinion:
    """One that asks for more, or as much."""
    return replace(clause, veto=clause.veto or draw(st.booleans()))
