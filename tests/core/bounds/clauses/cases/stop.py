"""Stop: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from remit.core.bounds import OnFile, Stop
from tests.core.bounds.clauses.samples import (
    DAY,
    MAY,
    NO_MONEY,
    POSITIONS,
    TICK,
    Case,
    Draw,
    entry,
)

CLAUSE = Stop(id="B35", topic="incident", level=4, lifted_by="backer")
CONCERN = replace(CLAUSE, topic="concern", level=1)
GRAVE = replace(CONCERN, level=2)
FORECAST = replace(CLAUSE, topic="forecast", level=10)


def on_file(topic: str, *raised: Any, lifted: tuple[Any, ...] | None = ()) -> dict[str, Any]:
    """Facts with what was raised on the remit's file and what was lifted; None for not known."""
    found: dict[Any, Any] = {OnFile(topic=topic, scope="remit"): raised}
    if lifted is not None:
        found[OnFile(topic="lifting", code=topic, scope="remit")] = lifted
    return {"answers": found}


def level(n: int, **more: Any) -> Any:
    return entry(figures={"level": n}, **more)


RAISED = level(4)
LIFTED = entry("incident", at=RAISED.at + TICK)
AT_ONCE, BY_ANOTHER = replace(LIFTED, at=RAISED.at), replace(LIFTED, position="clerk")
LATER, AGAIN, LESS = replace(LIFTED, at=MAY + TICK), level(5, at=MAY), level(3, at=MAY)
ENDED = level(4, until=MAY - TICK)
RUN_OUT, HOLDS = replace(LIFTED, until=MAY), replace(LIFTED, until=MAY + TICK)
CASES: list[Case] = [
    (CLAUSE, {}, on_file("incident"), "met", "stop_none"),
    (CLAUSE, {}, on_file("incident", level(3), lifted=None), "met", "stop_none"),
    (CLAUSE, {}, on_file("incident", entry()), "met", "stop_none"),
    (CLAUSE, {}, on_file("incident", level(4, at=MAY + TICK)), "met", "stop_none"),
    (CLAUSE, {}, on_file("incident", RAISED), "breached", "stop_stopped"),
    (CLAUSE, {}, on_file("incident", level(5, at=MAY)), "breached", "stop_stopped"),
    (CLAUSE, NO_MONEY, on_file("incident", RAISED), "breached", "stop_stopped"),
    (CLAUSE, {"power": "resume"}, on_file("incident", RAISED), "breached", "stop_stopped"),
    (CLAUSE, {}, on_file("incident", ENDED), "breached", "stop_stopped"),
    (CLAUSE, {}, on_file("incident", level(5, at=MAY - 900 * DAY)), "breached", "stop_stopped"),
    (CLAUSE, {}, on_file("incident", RAISED, lifted=(LIFTED,)), "met", "stop_lifted"),
    (CLAUSE, {}, on_file("incident", ENDED, RAISED, lifted=(LIFTED,)), "met", "stop_lifted"),
    (CLAUSE, {}, on_file("incident", RAISED, LESS, lifted=(LIFTED,)), "met", "stop_lifted"),
    (CLAUSE, {}, on_file("incident", RAISED, lifted=(AT_ONCE,)), "breached", "stop_stopped"),
    (CLAUSE, {}, on_file("incident", RAISED, lifted=(BY_ANOTHER,)), "breached", "stop_stopped"),
    (CLAUSE, {}, on_file("incident", RAISED, lifted=(LATER,)), "breached", "stop_stopped"),
    (CLAUSE, {}, on_file("incident", RAISED, AGAIN, lifted=(LIFTED,)), "breached", "stop_stopped"),
    (CLAUSE, {}, on_file("incident", RAISED, lifted=(RUN_OUT,)), "breached", "stop_stopped"),
    (CLAUSE, {}, on_file("incident", RAISED, lifted=(HOLDS,)), "met", "stop_lifted"),
    (CLAUSE, {}, on_file("incident", RAISED, lifted=None), "unknown", "stop_lifting_unknown"),
    (CLAUSE, {}, on_file("concern", RAISED), "unknown", "stop_unknown"),
    (CLAUSE, {}, {}, "unknown", "stop_unknown"),
    (CLAUSE, {}, {"answers": None}, "unknown", "stop_unknown"),
    *((CLAUSE, {"power": power}, {}, "met", "stop_not_touched") for power in ("raise", "lift")),
    *((CLAUSE, {"power": power}, {}, "met", "stop_not_touched") for power in ("end", "advise")),
    (CONCERN, {}, on_file("concern"), "met", "stop_none"),
    (CONCERN, {}, on_file("concern", entry()), "breached", "stop_stopped"),
    (CONCERN, {}, on_file("concern", level(0)), "breached", "stop_stopped"),
    (GRAVE, {}, on_file("concern", entry(), level(1)), "met", "stop_none"),
    (GRAVE, {}, on_file("concern", level(2)), "breached", "stop_stopped"),
    (FORECAST, {}, on_file("forecast", level(9), entry()), "met", "stop_none"),
    (FORECAST, {}, on_file("forecast", level(10)), "breached", "stop_stopped"),
    (FORECAST, {}, on_file("forecast", level(10), level(0, at=MAY)), "breached", "stop_stopped"),
]
NOT_COVERED = [
    replace(CLAUSE, topic="forecast"),
    replace(CLAUSE, level=5),
    replace(CLAUSE, lifted_by="clerk"),
]
REFUSED = [
    {"topic": "opinion"},
    {"level": 0},
    {"level": 6},
    {"level": 1001, "topic": "forecast"},
    {"level": 1001, "topic": "concern"},
    {"lifted_by": ""},
]
TAIL = (
    " It stays so, here and under every remit below, until this position lifts it: backer. What "
    "is put on file, and what only stops, ends or warns, goes on."
)
WORDS = [
    (CLAUSE, "An incident of severity 4 or more, of 5, stops all that is done." + TAIL),
    (
        replace(CLAUSE, level=1),
        "An incident of severity 1 or more, of 5, stops all that is done." + TAIL,
    ),
    (CONCERN, "A concern, whatever its level, stops all that is done." + TAIL),
    (GRAVE, "A concern of level 2 or more stops all that is done." + TAIL),
    (
        FORECAST,
        "A forecast that is above the envelope by 10 per cent or more stops all that is done."
        + TAIL,
    ),
]
MAKER = st.builds(
    Stop,
    id=st.just("B1"),
    topic=st.sampled_from(["concern", "incident", "forecast"]),
    level=st.integers(1, 5),
    lifted_by=st.sampled_from(POSITIONS),
)


def narrower(clause: Stop, draw: Draw) -> Stop:
    """One that asks for more, or as much."""
    return replace(clause, level=draw(st.integers(1, clause.level)))
