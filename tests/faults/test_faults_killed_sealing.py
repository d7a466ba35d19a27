"""The sealer killed between commit and publication: what the public sees stays whole, and grows.

The public files are put in place one after another, the checkpoint last.
"""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.faults.demonstration import Demonstration

FILES = 5
"""The hashes, the leaves, the key, the books, the checkpoint."""
GREW = "ok    The log as it was when last seen"
slow = pytest.mark.slow
MOMENTS = [0, *(pytest.param(number, marks=slow) for number in range(1, FILES + 1))]


@pytest.fixture
def remembered(told: Demonstration, tmp_path: Path) -> Path:
    """The checkpoint as an outsider took it down before the kill."""
    note = tmp_path / "checkpoint"
    assert told.verify("--remember", note).returncode == 0
    return note


def killed(told: Demonstration, *, at: int) -> None:
    sealing = told.run("sealer", str(at), module="tests.faults.sabotage")
    assert sealing.returncode == -signal.SIGKILL, sealing.stderr
    assert told.ask("SELECT max(size) FROM record_checkpoint") == [(len(told.records()),)]


def size(note: Path) -> int:
    return int(note.read_text().splitlines()[1])


@pytest.mark.parametrize("at", MOMENTS)
def test_the_next_start_publishes_what_was_sealed(
    told: Demonstration, remembered: Path, at: int
) -> None:
    before = size(remembered)
    killed(told, at=at)
    assert size(told.public / "log" / "checkpoint") == before
    assert told.check().returncode == 0
    done = told.verify("--remember", remembered)
    assert done.returncode == 0, done.stdout
    assert GREW in done.stdout
    assert size(remembered) == len(told.records()) == before + 3


@slow
@pytest.mark.parametrize("at", range(FILES))
def test_meanwhile_the_public_files_hold(told: Demonstration, remembered: Path, at: int) -> None:
    killed(told, at=at)
    done = told.verify("--remember", remembered)
    assert told.check().returncode == 0
    assert done.returncode == 0, done.stdout


@slow
def test_books_that_are_ahead_are_said_to_be_no_more_than_that(
    told: Demonstration, remembered: Path
) -> None:
    """Killed with the books in place and the checkpoint not: it is named, and nothing else is."""
    killed(told, at=FILES)
    note = remembered.read_bytes()
    done = told.verify("--remember", remembered)
    assert told.check().returncode == 0
    assert done.returncode == 1
    assert done.stdout.count("FAIL") == 1
    assert "no checkpoint covers yet" in done.stdout
    assert remembered.read_bytes() == note
