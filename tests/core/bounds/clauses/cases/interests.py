"""Interests: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import Interests, OnFile
from tests.core.bounds.clauses.samples import (
    DAY,
    MAY,
    POSITIONS,
    TICK,
    USED,
    Case,
    Draw,
    answers,
    entry,
)

CLAUSE = Interests(id="B26", power="commit", relatives="ask", position="backer", days=7)
REFUSES = replace(CLAUSE, relatives="refuse", position="", days=0)
ASKED = OnFile(topic="interest", scope="person", about="one")
OTHERS = replace(ASKED, about="two")
SHARED, MONEY = entry("green.4", "shared"), entry("green.4", "particular")
RELATIVE = entry("green.4", "relative")
ELSEWHERE = entry("green.5", "particular")
ENDED = replace(MONEY, until=MAY)
NAMELESS = {"item": None, "matter": None}
AGREED, BY_ANOTHER = {"agreed": frozenset({"backer"})}, {"agreed": frozenset({"clerk"})}
CASES: list[Case] = [
    (CLAUSE, {"power": "pay"}, {"person": None}, "met", "interests_not_touched"),
    (CLAUSE, {}, answers(ASKED) | {"person": None}, "unknown", "interests_person_unknown"),
    (CLAUSE, {}, answers(ASKED) | {"person": ""}, "unknown", "interests_person_unknown"),
    (CLAUSE, {}, {}, "unknown", "interests_unknown"),
    (CLAUSE, {}, {"answers": None}, "unknown", "interests_unknown"),
    (CLAUSE, NAMELESS, {}, "unknown", "interests_unknown"),
    (CLAUSE, {}, answers(OTHERS), "unknown", "interests_unknown"),
    (CLAUSE, {}, answers(ASKED), "met", "interests_none"),
    (CLAUSE, {}, answers(ASKED, ENDED), "met", "interests_none"),
    (CLAUSE, {}, answers(ASKED, replace(MONEY, at=MAY + TICK)), "met", "interests_none"),
    (CLAUSE, {}, answers(ASKED, ELSEWHERE), "met", "interests_elsewhere"),
    (CLAUSE, {}, answers(ASKED, ELSEWHERE, ENDED), "met", "interests_elsewhere"),
    (CLAUSE, NAMELESS, answers(ASKED, MONEY), "met", "interests_elsewhere"),
    (CLAUSE, NAMELESS, answers(ASKED, entry("", "particular")), "met", "interests_elsewhere"),
    (CLAUSE, {}, answers(ASKED, SHARED), "met", "interests_shared"),
    (REFUSES, {}, answers(ASKED, SHARED, ELSEWHERE), "met", "interests_shared"),
    (CLAUSE, {}, answers(ASKED, MONEY) | AGREED, "breached", "interests_particular"),
    (CLAUSE, {}, answers(ASKED, replace(MONEY, at=MAY)), "breached", "interests_particular"),
    (
        CLAUSE,
        {},
        answers(ASKED, replace(MONEY, until=MAY + TICK)),
        "breached",
        "interests_particular",
    ),
    (CLAUSE, {}, answers(ASKED, entry("green.4")), "breached", "interests_particular"),
    (CLAUSE, {}, answers(ASKED, SHARED, RELATIVE, MONEY), "breached", "interests_particular"),
    (REFUSES, {}, answers(ASKED, RELATIVE, MONEY), "breached", "interests_particular"),
    *(
        (CLAUSE, {field: "mine"}, answers(ASKED, mine), "breached", "interests_particular")
        for field in ("recipient", "item", "matter", "category", "area")
        for mine in [entry("mine", "particular", at=MAY - 900 * DAY)]
    ),
    (REFUSES, {}, answers(ASKED, RELATIVE) | AGREED, "breached", "interests_relative"),
    (REFUSES, {}, answers(ASKED, SHARED, RELATIVE), "breached", "interests_relative"),
    (CLAUSE, {}, answers(ASKED, RELATIVE), "needs", "interests_relative_needed"),
    (CLAUSE, {}, answers(ASKED, SHARED, RELATIVE), "needs", "interests_relative_needed"),
    (CLAUSE, {}, answers(ASKED, RELATIVE) | BY_ANOTHER, "needs", "interests_relative_needed"),
    (CLAUSE, {}, answers(ASKED, RELATIVE) | AGREED, "met", "interests_relative_agreed"),
    (
        CLAUSE,
        {},
        answers(ASKED, RELATIVE) | {"agreed": None},
        "unknown",
        "interests_relative_unknown",
    ),
]
ASKING = st.builds(
    Interests,
    id=st.just("B1"),
    power=st.sampled_from(USED),
    relatives=st.just("ask"),
    position=st.sampled_from(POSITIONS),
    days=st.integers(1, 3),
)
MAKER = ASKING | ASKING.map(lambda clause: replace(clause, relatives="refuse", position="", days=0))


def narrower(clause: Interests, draw: Draw) -> Interests:
    """One that asks for more, or as much."""
    if clause.relatives == "refuse" or draw(st.booleans()):
        return replace(clause, relatives="refuse", position="", days=0)
    return replace(clause, days=draw(st.integers(1, 3)))
