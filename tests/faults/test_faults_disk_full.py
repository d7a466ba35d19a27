"""A full disk: said in a sentence, nothing half done, and all of it mended by room."""

from __future__ import annotations

import signal
from uuid import UUID

import pytest

from tests.faults.demonstration import PATIENCE_SECONDS, Demonstration, Row, with_little_room
from tests.faults.visitor import Visitor

OVER_THE_CAP, ACTS_MAX = 120_000, 300
# PostgreSQL's disk is its own affair: the program only hears of an error.
pytestmark = pytest.mark.usefixtures("only_on_sqlite")
slow = pytest.mark.slow


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param(30, marks=slow, id="while tables are made"),
        pytest.param(100, marks=slow, id="while votes are counted"),
        pytest.param(130, id="while projects are adopted"),
        pytest.param(160, marks=slow, id="while money is committed"),
    ],
)
def test_a_story_that_finds_no_room_goes_on_when_there_is(
    demonstration: Demonstration, undisturbed: list[Row], pages: int
) -> None:
    short = demonstration.run("disk", str(pages), "demo", "--check", module="tests.faults.sabotage")
    assert short.returncode == 1
    assert "The demonstration could not go on: database or disk is full" in short.stderr
    assert "Traceback" not in short.stderr
    kept = demonstration.records()
    assert demonstration.ask("PRAGMA integrity_check") == [("ok",)]
    assert len(kept) < len(undisturbed)
    assert demonstration.check().returncode == 0
    after = demonstration.records()
    assert after[: len(kept)] == kept
    assert [row.said for row in after] == [row.said for row in undisturbed]


@slow
def test_an_act_that_finds_no_room_is_not_done(demonstration: Demonstration) -> None:
    """The one who sent it reads that it was not done; everybody else reads on."""
    assert demonstration.check().returncode == 0
    program = demonstration.serve(within=with_little_room)
    visitor = Visitor(demonstration.at)
    visitor.take_part("clerk")
    token = visitor.get("/en/ballots/green/projects/40/adopt").hidden["csrfmiddlewaretoken"]
    answered: list[UUID] = []
    for _ in range(ACTS_MAX):
        key = visitor.adopt("40", amount=OVER_THE_CAP, token=token)
        if key is None:
            break
        answered.append(UUID(key))
    told = len(demonstration.records())
    assert 0 < len(answered) < ACTS_MAX
    assert {row.key for row in demonstration.records()[-len(answered) :]} == set(answered)
    assert visitor.get(f"/en/record/{answered[-1]}").status == 200
    program.send_signal(signal.SIGTERM)
    assert program.communicate(timeout=PATIENCE_SECONDS) and program.returncode == 0
    demonstration.serve()
    assert visitor.adopt("40", amount=OVER_THE_CAP, token=token)
    assert len(demonstration.records()) == told + 1
    assert demonstration.ask("PRAGMA integrity_check") == [("ok",)]
