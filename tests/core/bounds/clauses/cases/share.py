"""Share: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import Moved, Share
from tests.core.bounds.clauses.samples import (
    NO_MONEY,
    USED,
    Case,
    Draw,
    answers,
)

CLAUSE = Share(id="B12", power="commit", of="recipient", per_mille=125)
THIRD = replace(CLAUSE, per_mille=333)
ASKED = Moved(power="commit", of="recipient", code="a")
FOR_A = {"recipient": "a"}
LARGE = {"envelope": 4000}
CASES: list[Case] = [
    (CLAUSE, FOR_A, answers(ASKED, 400) | LARGE, "met", "share_within"),
    (CLAUSE, FOR_A, answers(ASKED, 401) | LARGE, "breached", "share_exceeded"),
    (CLAUSE, FOR_A, answers(ASKED, 400) | {"envelope": 3999}, "breached", "share_exceeded"),
    # 333 thousandths of 1001 are 333.333, of 1000 are 333, of 999 are 332.667.
    (THIRD, FOR_A, answers(ASKED, 233) | {"envelope": 1001}, "met", "share_within"),
    (THIRD, FOR_A, answers(ASKED, 234) | {"envelope": 1001}, "breached", "share_exceeded"),
    (THIRD, FOR_A, answers(ASKED, 233) | {"envelope": 1000}, "met", "share_within"),
    (THIRD, FOR_A, answers(ASKED, 233) | {"envelope": 999}, "breached", "share_exceeded"),
    (replace(CLAUSE, per_mille=1000), FOR_A, answers(ASKED, 3900) | LARGE, "met", "share_within"),
    (CLAUSE, FOR_A | {"amount": 0}, answers(ASKED, 0) | {"envelope": 0}, "met", "share_within"),
    (
        CLAUSE,
        FOR_A | {"amount": 1},
        answers(ASKED, 0) | {"envelope": 0},
        "breached",
        "share_exceeded",
    ),
    (CLAUSE, {}, answers(ASKED, 0) | LARGE, "unknown", "share_unnamed"),
    (CLAUSE, {"recipient": "b"}, answers(ASKED, 0) | LARGE, "unknown", "share_unknown"),
    (CLAUSE, FOR_A, {"answers": None} | LARGE, "unknown", "share_unknown"),
    (CLAUSE, FOR_A, answers(ASKED, 0), "unknown", "share_envelope_unknown"),
    (
        CLAUSE,
        FOR_A | {"currency": None},
        answers(ASKED, 0) | LARGE,
        "unknown",
        "share_currency_unnamed",
    ),
    (CLAUSE, {"power": "pay"}, {}, "met", "share_not_touched"),
    (CLAUSE, NO_MONEY, {}, "met", "share_not_touched"),
    (
        replace(CLAUSE, of="category"),
        {"category": "a"},
        answers(replace(ASKED, of="category"), 400) | LARGE,
        "met",
        "share_within",
    ),
    (
        replace(CLAUSE, of="area"),
        {"area": "a"},
        answers(replace(ASKED, of="area"), 401) | LARGE,
        "breached",
        "share_exceeded",
    ),
]
MAKER = st.builds(
    Share,
    id=st.just("B1"),
    power=st.sampled_from(USED),
    of=st.sampled_from(["recipient", "category", "area"]),
    per_mille=st.sampled_from([200, 399, 400, 600, 1000]),
)


def narrower(clause: Share, draw: Draw) -> Share:
    """One that asks for more, or as much."""
    return replace(clause, per_mille=draw(st.integers(1, clause.per_mille)))
