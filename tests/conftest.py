"""What every test may lean on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import translation

from tests.town import Town, told

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared_path() -> Callable[[str], Path]:
    """A file of the reference data beside the checkout; skips by name where it is not."""

    def find(relative: str) -> Path:
        path = SHARED / relative
        if not path.exists():
            pytest.skip(f"reference data not here: {relative}")
        return path

    return find


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A page leaves its language behind; no test begins in that of another."""
    with translation.override("en"):
        yield


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    """A data folder of its own: the log's key and the public files."""
    settings.KEY_FILE = str(tmp_path / "log-key")
    settings.PUBLIC_FOLDER = str(tmp_path / "public")
    return tmp_path


@pytest.fixture
def real_commits(transactional_db: None) -> Iterator[None]:
    """Transactions end as they do in service. The locks come off before the tables are emptied;
    Django then says that it has migrated, and they are back on."""
    from remit.record import guard, locks

    yield
    connection.rollback() if connection.needs_rollback else None
    guard.migration_begins()
    locks.remove(connection)


@pytest.fixture
def town(db: None, home: Path) -> Town:
    """A town with its remit granted and backed."""
    return told("backed")


@pytest.fixture
def town_at(db: None, home: Path) -> Callable[[str], Town]:
    """A town at any step: founded, granted, backed, voted, adopted, committed or paid."""
    return told


@pytest.fixture
def real_town(real_commits: None, home: Path) -> Town:
    """The town of `town`, where transactions end as they do in service."""
    return told("backed")
