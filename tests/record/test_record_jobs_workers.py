"""Several workers at once do each job once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from threading import Lock
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from remit.record import guard
from remit.record.jobs import claim_next, tick
from remit.record.models import Job, Record
from remit.record.registry import HANDLERS
from remit.stages.charter.jobs import LAPSE
from tests.record.examples_shared import SHORT_ENDS, shorter
from tests.town import ENVELOPE, REMIT, Town

AtOnce = Callable[[Sequence[Callable[[], Any]]], list[Any]]
DUE = datetime(2026, 3, 2, 12, tzinfo=UTC)
JOBS, WORKERS = 30, 3


def test_each_job_is_done_by_one_worker(
    real_commits: None, at_once: AtOnce, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: Counter[object] = Counter()
    lock = Lock()

    def note(payload: Mapping[str, object], at: datetime, key: UUID) -> None:
        with lock:
            done[payload["key"]] += 1

    monkeypatch.setitem(HANDLERS, "test.note", note)
    with guard.writing("record_job"):
        Job.objects.bulk_create(
            Job(key=str(n), kind="test.note", payload={"key": n}, due=DUE) for n in range(JOBS)
        )
    found = at_once([lambda: tick(DUE)] * WORKERS)
    assert sum(found) == JOBS
    assert done == Counter(range(JOBS))
    assert set(Job.objects.values_list("attempts", "done_at")) == {(1, DUE)}


def test_of_many_claims_one_holds(real_commits: None, at_once: AtOnce) -> None:
    with guard.writing("record_job"):
        Job.objects.create(key="a", kind="test.note", payload={}, due=DUE)
    found = at_once([lambda: claim_next(at=DUE)] * WORKERS)
    assert [type(claim).__name__ for claim in found].count("Claim") == 1
    assert found.count(None) == WORKERS - 1
    assert Job.objects.get().attempts == 1


def test_a_remit_lapses_once_whoever_is_first(
    real_commits: None, home: object, at_once: AtOnce
) -> None:
    town = Town()
    town.found()
    town.grant(shorter())
    town.back()
    lapse = Job.objects.get(kind=LAPSE)
    keys = [town.key() for _ in range(WORKERS)]
    found = at_once([partial(HANDLERS[LAPSE], lapse.payload, SHORT_ENDS, key) for key in keys])
    assert found == [None] * WORKERS
    record = Record.objects.get(kind=LAPSE)
    (posting,) = record.postings.all()
    assert (posting.credit.path, posting.debit.path, posting.amount) == (
        f"{REMIT}/envelope",
        "appropriation",
        ENVELOPE,
    )
    assert connection.in_atomic_block is False
