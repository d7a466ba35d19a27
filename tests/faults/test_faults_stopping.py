"""Stopping: in order, without a word of alarm, and with the door free for the next start."""

from __future__ import annotations

import os
import signal
import socket
from subprocess import Popen

import pytest

from remit.project.demo import story
from tests.faults.demonstration import PATIENCE_SECONDS, Demonstration, Row, answers

COUNTED = len([*story.granting(), *story.voting()])


def words_of(program: Popen[str]) -> tuple[int, str, str]:
    out, err = program.communicate(timeout=PATIENCE_SECONDS)
    return program.returncode, out, err


def bind(port: int) -> None:
    """OSError if anybody still holds it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))
        probe.listen()


def test_ctrl_c_stops_in_order(told: Demonstration) -> None:
    """As a terminal sends it: to everything that runs in the foreground."""
    program = told.serve()
    os.killpg(program.pid, signal.SIGINT)
    status, out, err = words_of(program)
    assert (status, err) == (0, "")
    assert "Stopped. The next start carries on from here." in out
    bind(told.port)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("command", ["demo", "serve"])
def test_a_signal_to_the_parent_stops_all(
    told: Demonstration, command: str, number: signal.Signals
) -> None:
    program = told.serve(command)
    program.send_signal(number)
    status, _, err = words_of(program)
    assert (status, err) == (0, "")
    bind(told.port)


def test_a_stopped_one_starts_again(told: Demonstration) -> None:
    """And has nothing left to tell."""
    before = told.records()
    program = told.serve()
    program.send_signal(signal.SIGTERM)
    status, _, err = words_of(program)
    assert (status, err) == (0, "")
    assert told.records() == before


def test_ctrl_c_while_the_story_is_told_leaves_it_to_the_next_start(
    demonstration: Demonstration, undisturbed: list[Row]
) -> None:
    program = demonstration.begin("demo", "--port", str(demonstration.port))
    demonstration.wait_for_records(COUNTED, program)
    os.killpg(program.pid, signal.SIGINT)
    status, _, err = words_of(program)
    assert status == 130, err
    assert "Stopped. Nothing is half done." in err
    assert "Traceback" not in err
    kept = demonstration.records()
    assert len(kept) >= COUNTED
    assert demonstration.check().returncode == 0
    after = demonstration.records()
    assert after[: len(kept)] == kept
    assert [row.said for row in after] == [row.said for row in undisturbed]


@pytest.mark.parametrize("command", ["demo", "serve"])
def test_a_port_in_use_is_said_and_nothing_is_begun(
    demonstration: Demonstration, command: str
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", demonstration.port))
        taken.listen()
        done = demonstration.run(command, "--port", str(demonstration.port))
    assert done.returncode == 1
    assert f"127.0.0.1:{demonstration.port} is in use" in done.stderr
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr
    assert not answers(demonstration.port)
    assert demonstration.records() == []
