"""The migrations are complete, and run from nothing and back to it."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from remit.record import locks
from remit.record.self_test import self_test
from tests.town import told

OURS = [app.label for app in apps.get_app_configs() if app.name.startswith("remit.")]


def tables() -> set[str]:
    ours = {model._meta.db_table for model in apps.get_models() if model._meta.app_label in OURS}
    return ours & set(connection.introspection.table_names())


def waiting() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@pytest.mark.django_db
def test_no_change_of_a_model_is_without_its_migration(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    except SystemExit:
        pytest.fail(f"run: remit manage makemigrations\n{capsys.readouterr().out}")


@pytest.mark.django_db
def test_every_migration_is_applied_and_locked() -> None:
    assert waiting() == 0
    assert tables() == {
        model._meta.db_table for model in apps.get_models() if model._meta.app_label in OURS
    }
    assert locks.missing(connection) == []


def test_from_nothing_and_back(real_commits: None, home: object) -> None:
    migrated = {app for app, _ in MigrationRecorder(connection).applied_migrations()}
    try:
        for label in sorted(migrated & set(OURS)):
            call_command("migrate", label, "zero", verbosity=0)
        assert tables() == set()
        assert left_behind() == 0
    finally:
        call_command("migrate", verbosity=0)
    assert waiting() == 0
    assert self_test(connection) == []
    told("paid")


def left_behind() -> int:
    """Triggers and functions of ours that no table needs any more."""
    query = (
        "SELECT (SELECT count(*) FROM pg_proc WHERE proname LIKE 'remit%%') + "
        "(SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'remit%%')"
        if connection.vendor == "postgresql"
        else "SELECT count(*) FROM sqlite_master WHERE name LIKE 'remit%%'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [])
        return int(cursor.fetchone()[0])
