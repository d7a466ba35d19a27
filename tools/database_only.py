"""A pytest plugin that keeps the tests which meet a database: `-p tools.database_only`.

The second run, on PostgreSQL, repeats only these: the mathematics is the same on both.
"""

from __future__ import annotations

from pathlib import Path

import pytest

FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server", "client"}
# These start Remit's own programs, which meet the database by themselves.
PROGRAMS = {"journeys", "faults", "migrations"}


def meets_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    marked = item.get_closest_marker("django_db") is not None
    return marked or bool(fixtures & FIXTURES) or bool(PROGRAMS & set(Path(item.path).parts))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    others = [item for item in items if not meets_database(item)]
    items[:] = [item for item in items if meets_database(item)]
    config.hook.pytest_deselected(items=others)
