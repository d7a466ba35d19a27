"""A lock that is off is named, by its look and by what it lets through; trying leaves nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import connection, transaction

from remit.record import locks
from remit.record.self_test import self_test
from tests.record.tables import contents
from tests.town import Town

Run = Callable[[str], None]
ON_SQLITE = {
    "remit_posting_apply": {"overdrawing an account", "posting in another unit"},
    "remit_account_opened": {
        "opening an account with money",
        "opening an account without a floor",
    },
    "remit_account_step": {"changing a balance", "lowering a floor"},
    "remit_account_kept": {"deleting an account"},
    "remit_record_posting_update": {"changing a posting"},
    "remit_record_posting_delete": {"deleting a posting"},
    "remit_record_account_once": {"replacing an account"},
}
ON_POSTGRES = {
    ("record_posting", "remit_posting_apply"): {
        "overdrawing an account",
        "posting in another unit",
    },
    ("record_account", "remit_account_guard"): {
        "changing a balance",
        "lowering a floor",
        "deleting an account",
        "opening an account with money",
        "opening an account without a floor",
    },
    ("record_posting", "remit_append_only"): {"changing a posting", "deleting a posting"},
    ("record_posting", "remit_never_emptied"): {"emptying the postings"},
}
"""What each of these locks alone keeps from being done; for others two stand in the way."""


@pytest.fixture
def run(real_commits: None, unguarded: None) -> Iterator[Run]:
    """Do something to the locks as somebody past the guard could; afterwards they are back."""

    def execute(statement: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    yield execute
    locks.install(connection)


def triggers() -> list[tuple[str, str]]:
    """Each lock's table and name, as the database has them."""
    query = (
        "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE tgname LIKE 'remit%%'"
        if connection.vendor == "postgresql"
        else "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [])
        return sorted((table, name) for table, name in cursor.fetchall())


def drop(table: str, name: str) -> str:
    on = f" ON {table}" if connection.vendor == "postgresql" else ""
    return f"DROP TRIGGER {name}{on}"


def test_with_every_lock_on_nothing_is_let_through(town: Town) -> None:
    assert locks.missing(connection) == []
    assert self_test(connection) == []


@pytest.mark.django_db
def test_it_can_be_tried_before_there_is_an_agency() -> None:
    before = contents()
    assert self_test(connection) == []
    assert contents() == before


def test_trying_leaves_nothing_behind(town_at: Callable[[str], Town]) -> None:
    town_at("paid")
    before = contents()
    assert self_test(connection) == []
    assert contents() == before


@pytest.mark.django_db
def test_each_dropped_lock_is_named(unguarded: None) -> None:
    found = triggers()
    assert len(found) >= len(locks.APPEND_ONLY) * 2 + 2
    for table, name in found:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(drop(table, name))
            (missing,) = locks.missing(connection)
            assert name in missing
            assert f"lock missing: {missing}" in self_test(connection)
            transaction.set_rollback(True)
    assert locks.missing(connection) == []


def test_what_a_dropped_lock_lets_through_is_named(run: Run) -> None:
    if connection.vendor == "sqlite":
        tables = {name: table for table, name in triggers()}
        let = {(tables[name], name): through for name, through in ON_SQLITE.items()}
    else:
        let = ON_POSTGRES
    for (table, name), through in let.items():
        run(drop(table, name))
        found = set(self_test(connection))
        assert through <= found, f"{name} is off"
        locks.install(connection)
        assert self_test(connection) == []


def test_a_lock_that_is_switched_off_is_missing(run: Run) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL can switch a trigger off and leave it there")
    for table, name in triggers():
        run(f"ALTER TABLE {table} DISABLE TRIGGER {name}")
        assert locks.missing(connection) == [f"{table} {name}"]
        run(f"ALTER TABLE {table} ENABLE TRIGGER {name}")
    assert locks.missing(connection) == []


def test_a_lock_without_effect_is_found_by_trying(run: Run) -> None:
    """Its name alone is no proof."""
    if connection.vendor == "postgresql":
        run(
            "CREATE OR REPLACE FUNCTION remit_append_only() RETURNS trigger LANGUAGE plpgsql "
            "AS 'BEGIN IF TG_OP = ''DELETE'' THEN RETURN OLD; END IF; RETURN NEW; END'"
        )
    else:
        for what in ("UPDATE", "DELETE"):
            name = f"remit_record_posting_{what.lower()}"
            run(f"DROP TRIGGER {name}")
            run(f"CREATE TRIGGER {name} BEFORE {what} ON record_posting BEGIN SELECT 1; END")
    assert locks.missing(connection) == []
    assert {"changing a posting", "deleting a posting"} <= set(self_test(connection))


def test_installing_twice_is_the_same(run: Run) -> None:
    before = triggers()
    locks.install(connection)
    locks.install(connection)
    assert triggers() == before
    locks.remove(connection)
    assert triggers() == []
    locks.remove(connection)
    locks.install(connection)
    assert triggers() == before
