"""`kill -9` while the story is told: the next start carries on, and nothing is lost or different.

This shows that what a killed process committed is there. It cannot show what a loss of power does.
"""

from __future__ import annotations

import os
import signal
from subprocess import Popen

import pytest

from tests.faults.demonstration import Demonstration, Row, first, looking_at, wait

slow = pytest.mark.slow


def kill(program: Popen[str]) -> None:
    os.killpg(program.pid, signal.SIGKILL)
    assert program.wait() == -signal.SIGKILL


def whole(demonstration: Demonstration, undisturbed: list[Row], kept: list[Row]) -> None:
    """The story carries on to the end that it has in peace; what was kept is kept."""
    done = demonstration.check()
    assert done.returncode == 0, done.stdout + done.stderr
    after = demonstration.records()
    assert after[: len(kept)] == kept
    assert [row.key for row in after] == [row.key for row in undisturbed]
    assert [row.said for row in after] == [row.said for row in undisturbed]
    if demonstration.on_sqlite:
        assert demonstration.ask("PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize(
    "moment", [20, *(pytest.param(moment, marks=slow) for moment in (5, 45, 70))]
)
def test_a_killed_story_carries_on(
    demonstration: Demonstration, undisturbed: list[Row], moment: int
) -> None:
    program = demonstration.begin("demo", "--port", str(demonstration.port))
    demonstration.wait_for_records(moment, program)
    kill(program)
    kept = demonstration.records()
    assert len(kept) >= moment
    whole(demonstration, undisturbed, kept)


@slow
def test_killed_again_and_again_it_still_comes_to_its_end(
    demonstration: Demonstration, undisturbed: list[Row]
) -> None:
    kept: list[Row] = []
    for moment in (1, 5, 6, 20, 45, 70):
        program = demonstration.begin("demo", "--port", str(demonstration.port))
        demonstration.wait_for_records(moment, program)
        kill(program)
        now = demonstration.records()
        assert now[: len(kept)] == kept
        kept = now
    whole(demonstration, undisturbed, kept)


@pytest.mark.parametrize("migrations", [1, pytest.param(4, marks=slow)])
def test_killed_while_the_tables_are_made_it_makes_the_rest(
    demonstration: Demonstration, undisturbed: list[Row], migrations: int
) -> None:
    program = demonstration.begin("demo", "--port", str(demonstration.port))
    with looking_at(demonstration.database) as look:
        counted = "SELECT count(*) FROM django_migrations"
        wait(lambda: first(look(counted)) >= migrations, while_running=program)
    kill(program)
    whole(demonstration, undisturbed, demonstration.records())
