"""Report: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from remit.core.bounds import OnFile, Report
from tests.core.bounds.clauses.samples import (
    AMOUNTS,
    DAY,
    MAY,
    POSITIONS,
    TICK,
    TIMES,
    USED,
    Case,
    Draw,
    answers,
    entry,
)

CLAUSE = Report(
    id="B33",
    power="commit",
    days=30,
    first=MAY,
    position="backer",
    answer_days=7,
    silence="no",
)
ASKED = OnFile(topic="report", scope="remit")
NEW, OLD = entry(at=MAY - 30 * DAY), entry(at=MAY - 30 * DAY - TICK)
LATE = answers(ASKED)
AGREED, BY_ANOTHER = {"agreed": frozenset({"backer"})}, {"agreed": frozenset({"clerk"})}
CASES: list[Case] = [
    (CLAUSE, {"power": "pay"}, {}, "met", "report_not_touched"),
    (CLAUSE, {}, {"at": MAY - TICK}, "met", "report_not_due"),
    (CLAUSE, {}, LATE | {"at": MAY - TICK, "agreed": None}, "met", "report_not_due"),
    (CLAUSE, {}, LATE, "needs", "report_late"),
    (replace(CLAUSE, silence="yes"), {}, LATE, "needs", "report_late"),
    (CLAUSE, {}, answers(ASKED, OLD), "needs", "report_late"),
    (CLAUSE, {}, answers(ASKED, entry(at=MAY + TICK)), "needs", "report_late"),
    (CLAUSE, {}, answers(ASKED, NEW), "met", "report_made"),
    (CLAUSE, {}, answers(ASKED, OLD, NEW, OLD), "met", "report_made"),
    (CLAUSE, {}, answers(ASKED, entry(at=MAY, person="one")), "met", "report_made"),
    (CLAUSE, {}, answers(ASKED, NEW) | {"agreed": None}, "met", "report_made"),
    (CLAUSE, {}, answers(ASKED, NEW) | {"at": MAY + TICK}, "needs", "report_late"),
    (CLAUSE, {}, LATE | BY_ANOTHER, "needs", "report_late"),
    (CLAUSE, {}, LATE | AGREED, "met", "report_agreed"),
    (CLAUSE, {}, LATE | {"agreed": None}, "unknown", "report_agreement_unknown"),
    (CLAUSE, {}, AGREED, "unknown", "report_unknown"),
    (CLAUSE, {}, {"answers": None}, "unknown", "report_unknown"),
    (CLAUSE, {}, answers(replace(ASKED, scope="matter"), NEW), "unknown", "report_unknown"),
]
NOT_COVERED = [
    replace(CLAUSE, power="pay"),
    replace(CLAUSE, days=31),
    replace(CLAUSE, first=MAY + TICK),
    replace(CLAUSE, position="clerk"),
    replace(CLAUSE, silence="yes"),
]
REFUSED = [
    {"power": "fly"},
    {"days": 0},
    {"days": 367},
    {"first": "2023-05-01T00:00:00Z"},
    {"position": ""},
    {"answer_days": 0},
    {"answer_days": 367},
    {"silence": "perhaps"},
]
WORDS = [
    (
        CLAUSE,
        "From 2023-05-01 on, whoever would commit money needs a report on file that is at most "
        "this number of days old: 30. When it is late, this position must agree first: backer. "
        "Days to answer: 7. No answer in time is a no.",
    )
]
EARLIER = datetime(2022, 12, 1, tzinfo=UTC)
MAKER = st.builds(
    Report,
    id=st.just("B1"),
    power=st.sampled_from(USED),
    days=st.sampled_from([1, 100, 200]),
    first=st.sampled_from(TIMES),
    position=st.sampled_from(POSITIONS),
    answer_days=st.integers(1, 3),
    silence=st.sampled_from(["no", "yes"]),
)


def narrower(clause: Report, draw: Draw) -> Report:
    """One that asks for more, or as much."""
    return replace(
        clause,
        days=draw(st.integers(1, clause.days)),
        first=draw(st.sampled_from([EARLIER, clause.first])),
        answer_days=draw(AMOUNTS) + 1,
        silence="no",
    )
