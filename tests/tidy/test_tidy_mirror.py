"""Tests stand where their subjects stand."""

from __future__ import annotations

from tools.tidy.mirror import mirrored, unique_names

CODE = "src/remit/core/voting/greedy.py"
TEST = "tests/core/voting/test_voting_greedy.py"


def test_a_room_with_its_tests_passes() -> None:
    assert not list(mirrored([CODE, TEST, "src/remit/core/__init__.py"]))


def test_a_room_without_tests_is_found() -> None:
    (finding,) = mirrored([CODE])
    assert "tests/core/voting/" in finding.words


def test_tests_without_a_room_are_found() -> None:
    (finding,) = mirrored([CODE, TEST, "tests/core/gone/test_gone.py"])
    assert finding.path == "tests/core/gone"


def test_two_test_files_of_one_name_are_found() -> None:
    assert len(list(unique_names(["tests/a/test_x.py", "tests/b/test_x.py", TEST]))) == 2
    assert not list(unique_names([TEST, "tests/a/conftest.py", "tests/b/conftest.py"]))
