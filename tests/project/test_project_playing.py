"""Playing the story: what stops it is said in words, and Ctrl-C is no fault of the database."""

from __future__ import annotations

import pytest
from django.db import DatabaseError

from remit.project.demo import playing


def plainly() -> None:
    raise DatabaseError("the disk is full")


def interrupted() -> None:
    """As a driver does that cancels its query, finds that this failed, and is wrapped."""
    try:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt:
            raise OSError("canceling statement due to user request")  # noqa: B904 - as it does
    except OSError as error:
        raise DatabaseError(*error.args) from error


def test_what_is_broken_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playing, "call_command", lambda *_, **__: plainly())
    assert playing.play() == "The demonstration could not go on: the disk is full"


def test_ctrl_c_in_the_middle_of_a_query_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playing, "call_command", lambda *_, **__: interrupted())
    with pytest.raises(KeyboardInterrupt):
        playing.play()
