"""A folder that cannot be written: named in a sentence, and nothing lost by it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.demonstration import Demonstration, Row, bound_by_modes

READING = 0o555


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """This folder and all that is in it."""
    modes = {path: path.stat().st_mode for path in (folder, *folder.rglob("*"))}
    for path, mode in modes.items():
        path.chmod(mode & READING)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


@pytest.mark.parametrize("command", [("demo", "--check"), ("serve",), ("doctor",)])
def test_a_home_that_cannot_be_made_is_named(
    demonstration: Demonstration, command: tuple[str, ...]
) -> None:
    below = demonstration.home / "mine"
    below.mkdir()
    demonstration.settings["REMIT_HOME"] = str(below / "remit")
    with read_only(below):
        done = demonstration.run(*command, within=bound_by_modes)
    assert done.returncode in (1, 2)
    assert str(below / "remit") in done.stderr
    assert "Traceback" not in done.stderr
    assert list(below.iterdir()) == []


def test_a_home_that_is_a_file_is_named(demonstration: Demonstration) -> None:
    home = demonstration.home / "remit"
    home.write_text("a letter\n")
    demonstration.settings["REMIT_HOME"] = str(home)
    done = demonstration.run("demo", "--check")
    assert done.returncode in (1, 2)
    assert str(home) in done.stderr
    assert "Traceback" not in done.stderr
    assert home.read_text() == "a letter\n"


@pytest.mark.slow
@pytest.mark.usefixtures("only_on_sqlite")
def test_a_story_whose_folder_turned_read_only_is_not_touched(
    demonstration: Demonstration,
) -> None:
    """PostgreSQL keeps its database elsewhere."""
    told = demonstration.check()
    before = demonstration.records()
    with read_only(demonstration.home / "demo"):
        done = demonstration.run("demo", "--check", within=bound_by_modes)
    assert (told.returncode, done.returncode) == (0, 1)
    assert "The demonstration could not go on" in done.stderr
    assert "Traceback" not in done.stderr
    assert demonstration.records() == before
    assert demonstration.check().returncode == 0


@pytest.mark.slow
def test_public_files_that_cannot_be_written_wait(
    demonstration: Demonstration, undisturbed: list[Row]
) -> None:
    """The story stands in the database; the next start publishes it."""
    public = demonstration.public
    public.parent.mkdir()
    public.write_text("a letter\n")
    done = demonstration.run("demo", "--check")
    assert done.returncode == 1
    assert "The demonstration could not go on: [Errno" in done.stderr
    assert str(public) in done.stderr
    assert "Traceback" not in done.stderr
    assert [row.said for row in demonstration.records()] == [row.said for row in undisturbed]
    public.unlink()
    assert demonstration.check().returncode == 0
    assert demonstration.verify().returncode == 0
