"""Demonstrations to be killed: each with a home, a database and a port of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.faults.demonstration import Demonstration, Row, connect, free_port

Founding = Callable[[Path], Demonstration]


ON_POSTGRES = os.environ.get("REMIT_DATABASE", "").startswith("postgres")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What only an SQLite file can suffer has nothing to say in the run on PostgreSQL. All of this
    kills and restarts programs, which takes its time."""
    for item in items:
        if "/faults/" in str(item.path):
            item.add_marker(pytest.mark.slow)
    others = [
        item
        for item in items
        if ON_POSTGRES and "only_on_sqlite" in getattr(item, "fixturenames", ())
    ]
    items[:] = [item for item in items if item not in others]
    config.hook.pytest_deselected(items=others)


@pytest.fixture
def only_on_sqlite() -> None:
    """For a test that is left out where the tests run on PostgreSQL."""


@pytest.fixture(scope="session")
def new_demonstration() -> Iterator[Founding]:
    """Makes one in this folder, on the kind of database that the tests run on."""
    made: list[Demonstration] = []
    given = os.environ.get("REMIT_DATABASE", "")
    databases: list[str] = []

    def found(home: Path) -> Demonstration:
        database = f"sqlite://{home / 'demo' / 'remit.sqlite3'}"
        if ON_POSTGRES:
            databases.append(f"faults_{uuid4().hex}")
            administer(given, f'CREATE DATABASE "{databases[-1]}"')
            whole, question, query = given.partition("?")
            database = f"{whole.rpartition('/')[0]}/{databases[-1]}{question}{query}"
        made.append(Demonstration(home=home, database=database, port=free_port()))
        return made[-1]

    yield found
    for demonstration in made:
        demonstration.end()
    for name in databases:
        administer(given, f'DROP DATABASE "{name}" WITH (FORCE)')


def administer(database: str, sql: str) -> None:
    with connect(database) as connection:
        connection.execute(sql)


@pytest.fixture
def demonstration(new_demonstration: Founding, tmp_path: Path) -> Iterator[Demonstration]:
    """One that nobody has started yet."""
    found = new_demonstration(tmp_path)
    yield found
    found.end()


@pytest.fixture(scope="session")
def told(new_demonstration: Founding, tmp_path_factory: pytest.TempPathFactory) -> Demonstration:
    """One that ran to its end in peace. Tests start it again, and add to its record."""
    found = new_demonstration(tmp_path_factory.mktemp("told"))
    done = found.check()
    assert done.returncode == 0, done.stdout + done.stderr
    found.story = found.records()
    return found


@pytest.fixture(scope="session")
def undisturbed(told: Demonstration) -> list[Row]:
    """The record of a story that nothing interrupted."""
    return told.story
