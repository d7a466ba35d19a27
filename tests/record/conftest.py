"""What the tests of the record lean on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import connections

from remit.core.verify import Report, verify
from remit.record import guard, publish, sealer


@pytest.fixture
def at_once() -> Callable[[Sequence[Callable[[], Any]]], list[Any]]:
    """Do these at the same time, each in a thread with a connection of its own. What each one
    returned, or the exception that it raised."""

    def run(tasks: Sequence[Callable[[], Any]]) -> list[Any]:
        start = Barrier(len(tasks), timeout=30)

        def one(task: Callable[[], Any]) -> Any:
            try:
                start.wait()
                return task()
            except Exception as error:
                return error
            finally:
                connections.close_all()

        with ThreadPoolExecutor(len(tasks)) as pool:
            return list(pool.map(one, tasks))

    return run


@pytest.fixture
def unguarded() -> Iterator[None]:
    """As during a migration: the guard lets everything through, and only the locks are left."""
    guard.migration_begins()
    yield
    guard.migration_ends()


@pytest.fixture
def checked() -> Callable[[], Report]:
    """Check the public files as an outsider would; the test fails where they do not hold."""

    def check() -> Report:
        report = verify(publish.fetch, trusted_key=publish.verifier_key())
        assert report.ok, str(report.first_problem)
        return report

    return check


@pytest.fixture
def sealed(home: Path) -> Callable[[], int]:
    """Seal what waits, into a folder of this test's own."""
    return sealer.seal
