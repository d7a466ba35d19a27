"""Nothing of the domain is written past `perform`, however the statement is put."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models, transaction

from remit.record.guard import DOMAIN, WriteRefused
from tests.record.tables import contents
from tests.record.whole import whole
from tests.town import Town

OURS = [model for model in apps.get_models() if model.__module__.startswith("remit.")]
Model = type[models.Model]
POSTGRES = pytest.mark.skipif(
    'connection.vendor != "postgresql"', reason="only PostgreSQL's driver has this"
)

STATEMENTS = (
    "INSERT INTO record_job (kind) VALUES ('a')",
    "insert into record_job (kind) values ('a')",
    "INSERT INTO record_job DEFAULT VALUES",
    "INSERT OR REPLACE INTO record_record (id) VALUES (1)",
    "INSERT OR IGNORE INTO record_job (id) VALUES (1)",
    "REPLACE INTO record_account (id) VALUES (1)",
    "UPDATE record_account SET debits = 9",
    "Update record_account Set debits = 9",
    "UPDATE OR REPLACE record_account SET id = 9",
    "UPDATE ONLY record_account SET debits = 9",
    "UPDATE\n\t record_account\nSET debits = 9",
    'UPDATE "record_account" SET debits = 9',
    'UPDATE"record_account"SET debits = 9',
    "UPDATE `record_account` SET debits = 9",
    "UPDATE [record_account] SET debits = 9",
    "UPDATE 'record_account' SET debits = 9",
    "UPDATE main.record_account SET debits = 9",
    'UPDATE "main"."record_account" SET debits = 9',
    'UPDATE ONLY "public" . "record_account" SET debits = 9',
    "UPDATE town.public.record_account SET debits = 9",
    "UPDATE /* harmless */ record_account SET debits = 9",
    "UPDATE/**/record_account SET debits = 9",
    "UPDATE -- harmless\n record_account SET debits = 9",
    "SELECT '--'; UPDATE record_account SET debits = 9",
    "SELECT 1; UPDATE record_account SET debits = 9",
    "EXPLAIN ANALYZE UPDATE record_account SET debits = 9",
    "DELETE FROM record_posting",
    'DELETE FROM ONLY public."record_posting"',
    'DELETE FROM"record_posting"',
    "WITH a AS (SELECT 1) DELETE FROM record_posting",
    "WITH a AS (DELETE FROM record_posting RETURNING id) SELECT * FROM a",
    "WITH a AS (UPDATE record_job SET kind = 'a' RETURNING id) SELECT * FROM a",
    "WITH a AS (SELECT 1) INSERT INTO record_job (kind) SELECT 'a' FROM a",
    "MERGE INTO record_job USING record_leaf ON true WHEN MATCHED THEN DELETE",
    "TRUNCATE record_posting",
    "TRUNCATE TABLE ONLY record_posting CASCADE",
    "TRUNCATE django_session, record_posting",
    "TRUNCATE django_session,record_posting",
    "COPY record_posting FROM STDIN",
    "COPY public.record_posting (id) FROM '/dev/null'",
    "ALTER TABLE record_posting ADD COLUMN more int",
    "ALTER TABLE IF EXISTS ONLY public.record_posting DISABLE RULE a",
    "DROP TABLE record_posting",
    "DROP TABLE IF EXISTS django_session, record_posting",
    "CREATE TABLE IF NOT EXISTS record_other (id int)",
    "DROP TRIGGER remit_posting_apply",
    "drop trigger if exists remit_append_only on record_record",
    "DROP -- harmless\n TRIGGER remit_posting_apply",
    "ALTER TABLE django_session DISABLE TRIGGER ALL",
    "ALTER TABLE record_record DISABLE TRIGGER remit_append_only",
    "ALTER TRIGGER remit_append_only ON record_record RENAME TO other",
    "CREATE TRIGGER a BEFORE INSERT ON record_posting BEGIN SELECT RAISE(IGNORE); END",
    "DROP FUNCTION remit_append_only() CASCADE",
    "CREATE OR REPLACE FUNCTION remit_append_only() RETURNS trigger AS 'BEGIN END'",
    "DROP SCHEMA public CASCADE",
    "SET session_replication_role = replica",
    "PRAGMA writable_schema = ON",
    "PRAGMA main.ignore_check_constraints = ON",
)


@pytest.mark.django_db
@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_raw_statement_is_refused(statement: str) -> None:
    with connection.cursor() as cursor, pytest.raises(WriteRefused):
        cursor.execute(statement)
    with connection.cursor() as cursor, pytest.raises(WriteRefused):
        cursor.executemany(statement, [()])


def ways(model: Model) -> dict[str, Callable[[], Any]]:
    """Every way that Django has to write a model's rows."""
    rows, field = model._default_manager, model._meta.concrete_fields[-1].name
    first = rows.order_by("pk").first()
    assert first is not None, f"no {model.__name__} in this town: bring the story further"
    touch = {field: models.F(field)}
    return {
        "create": lambda: rows.create(),
        "get_or_create": lambda: rows.get_or_create(pk=-1),
        "update_or_create": lambda: rows.update_or_create(pk=-1),
        "save": lambda: first.save(),
        "save_as_new": lambda: first.save(force_insert=True),
        "update": lambda: rows.update(**touch),
        "bulk_create": lambda: rows.bulk_create([model()]),
        "bulk_create_over": lambda: rows.bulk_create([model(pk=1)], ignore_conflicts=True),
        "bulk_update": lambda: rows.bulk_update([first], [first_field(model)]),
        "delete": lambda: first.delete(),
        "delete_all": lambda: rows.all().delete(),
        "delete_fast": lambda: rows.all()._raw_delete(rows.db),
    }


def first_field(model: Model) -> str:
    return next(f.name for f in model._meta.concrete_fields if not f.primary_key)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_the_orm_writes_nothing(
    db: None, home: Path, sealed: Callable[[], int], model: Model
) -> None:
    whole()
    sealed()
    before = contents()
    for name, write in ways(model).items():
        # A row that others point to is protected before the guard is reached.
        with pytest.raises((WriteRefused, models.ProtectedError)), transaction.atomic():
            write()
            pytest.fail(f"{name} of {model.__name__} was let through")
    assert contents() == before


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_table_of_ours_is_guarded(model: Model) -> None:
    assert model._meta.db_table.split("_")[0] in DOMAIN.split("|")
    through = [field.remote_field.through for field in model._meta.local_many_to_many]
    assert not through, "a table between two others: try it here as well"


def test_reading_is_free(town_at: Callable[[str], Town]) -> None:
    town_at("paid")
    for model in OURS:
        found = list(model._default_manager.all())
        assert len(found) == model._default_manager.count()
        assert model._default_manager.aggregate(n=models.Count("pk"))["n"] == len(found)
        with transaction.atomic():
            list(model._default_manager.select_for_update().values())


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "SELECT 'UPDATE', count(*) FROM record_account",
        "SELECT replace('record_job', 'job', 'leaf') FROM record_job",
        "WITH a AS (SELECT * FROM record_job) SELECT * FROM a",
        "SELECT 'truncate', 'drop table' FROM record_job",
        "DELETE FROM django_session WHERE session_key IN (SELECT key FROM record_job)",
        "UPDATE django_session SET session_data = '' WHERE EXISTS (SELECT 1 FROM record_job)",
        "INSERT INTO django_content_type (app_label, model) SELECT kind, key FROM record_job",
    ],
)
def test_a_statement_that_only_names_them_is_let_through(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@POSTGRES
def test_a_statement_from_the_drivers_own_builder_is_refused(db: None) -> None:
    from psycopg import sql

    built = sql.SQL("UPDATE {} SET debits = 9").format(sql.Identifier("record_account"))
    with connection.cursor() as cursor, pytest.raises(WriteRefused):
        cursor.execute(built)


@pytest.mark.parametrize("way", ["copy", "stream", "executescript"])
def test_the_drivers_own_ways_are_closed(db: None, way: str) -> None:
    with connection.cursor() as cursor, pytest.raises(WriteRefused, match=way):
        getattr(cursor, way)("UPDATE record_account SET debits = 9")
