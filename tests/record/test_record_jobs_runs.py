"""What is to follow is done when its moment comes, again if it failed, and then named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from remit.record import guard
from remit.record.jobs import (
    ATTEMPTS_MAX,
    ERROR_CHARACTERS_MAX,
    LEASE,
    RETRY,
    claim_next,
    run,
    stuck,
    tick,
)
from remit.record.models import Job
from remit.record.registry import HANDLERS

pytestmark = pytest.mark.django_db
DUE = datetime(2026, 3, 2, 12, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)
Done = list[tuple[object, datetime]]


def plan(key: str, due: datetime = DUE, kind: str = "test.note") -> None:
    with guard.writing("record_job"):
        Job.objects.create(key=key, kind=kind, payload={"key": key}, due=due)


def job(key: str) -> Job:
    return Job.objects.get(key=key)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Done:
    """What `test.note` was asked to do, and at which moment."""
    found: Done = []

    def note(payload: Mapping[str, object], at: datetime, key: UUID) -> None:
        found.append((payload["key"], at))

    monkeypatch.setitem(HANDLERS, "test.note", note)
    return found


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception | None], None]:
    """`test.fail` raises this; with None it works."""
    errors: list[Exception | None] = [None]

    def fail(payload: Mapping[str, object], at: datetime, key: UUID) -> None:
        if errors[0] is not None:
            raise errors[0]

    monkeypatch.setitem(HANDLERS, "test.fail", fail)

    def choose(error: Exception | None) -> None:
        errors[0] = error

    return choose


def test_it_is_done_at_its_moment_and_not_before(done: Done) -> None:
    plan("a")
    assert tick(DUE - INSTANT) == 0
    assert done == []
    assert tick(DUE) == 1
    assert done == [("a", DUE)]
    assert job("a").done_at == DUE


def test_it_is_done_once(done: Done) -> None:
    plan("a")
    assert tick(DUE) == 1
    assert tick(DUE) == tick(DUE + timedelta(days=9)) == 0
    assert len(done) == 1


def test_what_has_waited_longest_comes_first(done: Done) -> None:
    for key, hours in (("b", 2), ("c", 1), ("a", 2), ("later", 9)):
        plan(key, DUE + timedelta(hours=hours))
    assert tick(DUE + timedelta(hours=3)) == 3
    assert [key for key, _ in done] == ["c", "b", "a"]


def test_many_are_done_in_one_tick(done: Done) -> None:
    for number in range(50):
        plan(str(number))
    assert tick(DUE) == 50


def test_what_fails_is_tried_again_a_minute_later(
    failing: Callable[[Exception | None], None],
) -> None:
    plan("a", kind="test.fail")
    failing(ValueError("no paper"))
    assert tick(DUE) == 0
    assert (job("a").error, job("a").done_at) == ("ValueError: no paper", None)
    failing(None)
    assert tick(DUE + RETRY - INSTANT) == 0
    assert tick(DUE + RETRY) == 1
    assert (job("a").error, job("a").done_at) == ("", DUE + RETRY)


def test_what_fails_stops_nothing_else(
    done: Done, failing: Callable[[Exception | None], None]
) -> None:
    plan("a", kind="test.fail")
    plan("b", kind="test.unheard-of")
    plan("c")
    failing(RuntimeError())
    assert tick(DUE) == 1
    assert [key for key, _ in done] == ["c"]
    assert job("b").error.startswith("KeyError")


def test_after_the_last_try_it_waits_for_a_person(
    failing: Callable[[Exception | None], None],
) -> None:
    plan("a", kind="test.fail")
    failing(ValueError("no paper"))
    for attempt in range(ATTEMPTS_MAX):
        assert stuck() == []
        tick(DUE + attempt * RETRY)
    assert stuck() == ["test.fail a: ValueError: no paper"]
    failing(None)
    assert tick(DUE + timedelta(days=9)) == 0
    assert job("a").attempts == ATTEMPTS_MAX


def test_a_long_error_is_cut_short(failing: Callable[[Exception | None], None]) -> None:
    plan("a", kind="test.fail")
    failing(ValueError("x" * 5000))
    tick(DUE)
    assert len(job("a").error) == ERROR_CHARACTERS_MAX


def test_a_claimed_job_is_nobody_elses_until_its_lease_is_over(done: Done) -> None:
    plan("a")
    claim = claim_next(at=DUE)
    assert claim is not None and claim.lease_until == DUE + LEASE
    assert claim_next(at=DUE) is None
    assert tick(DUE + LEASE - INSTANT) == 0
    assert run(claim, at=DUE) is True
    assert tick(DUE + LEASE) == 0
    assert len(done) == 1


def test_a_killed_workers_job_is_taken_up_again(done: Done) -> None:
    plan("a")
    assert claim_next(at=DUE) is not None  # and then it was killed
    assert tick(DUE + LEASE) == 1
    assert done == [("a", DUE + LEASE)]
    assert job("a").attempts == 2


@pytest.mark.parametrize("fails", [False, True])
def test_a_late_result_overwrites_nothing(
    failing: Callable[[Exception | None], None], fails: bool
) -> None:
    """The first worker was only slow: the job is another's by now, or done."""
    plan("a", kind="test.fail")
    slow = claim_next(at=DUE)
    later = claim_next(at=DUE + LEASE)
    assert slow is not None and later is not None
    failing(ValueError("late") if fails else None)
    held = row("a")
    assert run(slow, at=DUE + LEASE) is False
    assert row("a") == held
    failing(None)
    assert run(later, at=DUE + LEASE + INSTANT) is True
    finished = row("a")
    failing(ValueError("late") if fails else None)
    assert run(slow, at=DUE + 2 * LEASE) is False
    assert row("a") == finished


def row(key: str) -> dict[str, Any]:
    return Job.objects.filter(key=key).values().get()


def test_a_job_that_kills_its_worker_ends_up_stuck(done: Done) -> None:
    plan("a")
    for attempt in range(ATTEMPTS_MAX):
        assert claim_next(at=DUE + attempt * LEASE) is not None
    assert tick(DUE + ATTEMPTS_MAX * LEASE) == 0
    assert stuck() == ["test.note a: "]
    assert done == []
