"""Migrations rebuild the tables below the locks, and the locks are on again when they are done."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import connection, models

from remit.record import guard, locks
from remit.record.models import Account, Checkpoint, Entry, Leaf, Posting, Record, Use, Version
from remit.record.reads import balances
from remit.record.self_test import self_test
from tests.town import Town

LOCKED = (Account, Posting, Record, Leaf, Checkpoint, Version, Use, Entry)


@pytest.fixture
def paid_town(real_town: Town) -> Town:
    real_town.vote()
    real_town.adopt("4", 100_000)
    real_town.commit()
    real_town.pay()
    return real_town


def done() -> None:
    """Django says that it has migrated."""
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")


@pytest.fixture
def migrating() -> Iterator[Callable[[], None]]:
    """Django has said that it is about to migrate."""
    emit_pre_migrate_signal(verbosity=0, interactive=False, db="default")
    yield done
    guard.migration_begins()
    done()


def rebuild(model: type[models.Model]) -> None:
    """Add a column and take it away: on SQLite, Django makes the table anew for that."""
    column = models.IntegerField(default=0)
    column.set_attributes_from_name("more")
    column.model = model
    with connection.schema_editor() as editor:
        editor.add_field(model, column)
    with connection.schema_editor() as editor:
        editor.remove_field(model, column)


def test_these_are_all_the_locked_tables() -> None:
    tables = {model._meta.db_table for model in LOCKED}
    assert tables == {*locks.APPEND_ONLY, "record_account"}


def test_the_locks_are_back_after_every_table_was_rebuilt(
    paid_town: Town, migrating: Callable[[], None]
) -> None:
    held, count = balances(), Posting.objects.count()
    for model in LOCKED:
        rebuild(model)
    assert locks.missing(connection)
    migrating()
    assert locks.missing(connection) == []
    assert self_test(connection) == []
    assert (balances(), Posting.objects.count()) == (held, count)
    paid_town.pay("P-2", 1)


def test_a_rebuilt_table_alone_has_lost_its_locks(
    paid_town: Town, migrating: Callable[[], None]
) -> None:
    """Why they are made again each time. Named, and mended, whatever has become of them."""
    migrating()
    guard.migration_begins()
    rebuild(Checkpoint)
    if connection.vendor == "sqlite":
        assert "remit_record_checkpoint_delete" in locks.missing(connection)
    migrating()
    assert locks.missing(connection) == []


def test_the_guard_is_open_for_migrations_and_closed_again(
    paid_town: Town, migrating: Callable[[], None]
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE record_job SET error = ''")
    migrating()
    with connection.cursor() as cursor, pytest.raises(guard.WriteRefused):
        cursor.execute("UPDATE record_job SET error = ''")


def test_a_migration_that_broke_off_is_named_and_mended_by_the_next(
    paid_town: Town, migrating: Callable[[], None]
) -> None:
    assert len(self_test(connection)) > len(locks.missing(connection)) > 0
    call_command("migrate", verbosity=0)
    assert self_test(connection) == []
