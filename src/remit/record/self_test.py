"""At every start: try what the database must refuse. Whatever happens, nothing is left behind."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from django.db import DatabaseError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from remit.record import guard, locks, models

UNIT = "XXX"
ACCOUNTS = "record_account (path, unit, floor, debits, credits, last_posting)"
POSTINGS = "record_posting (record_id, debit_id, credit_id, amount, unit)"
EMPTYING = "TRUNCATE record_posting CASCADE"
NAME = "self-test"
REMIT = "SELECT id FROM record_remit WHERE code = 'self-test'"
KEPT = (
    ("record_record", "subject", "kind = 'self-test'"),
    ("record_version", "instrument", f"remit_id = ({REMIT})"),
    ("record_leaf", "record_id", '"index" = -1'),
    ("record_use", "amount", f"remit_id = ({REMIT})"),
    ("record_entry", "stance", f"remit_id = ({REMIT})"),
    ("record_checkpoint", "note", "size = -1"),
)
"""Table, a column of it, and the row that was put there."""
SAFE, OTHER = "self-test/envelope", "self-test/reserved/1"


def self_test(connection: BaseDatabaseWrapper) -> list[str]:
    """What was let through, in words; nothing when the database keeps the books."""
    through = [f"lock missing: {name}" for name in locks.missing(connection)]
    with guard.writing(guard.ALL), transaction.atomic(using=connection.alias):
        # First of all: once a posting is pending, PostgreSQL empties no table anyway.
        if connection.vendor == "postgresql" and not refused(connection, EMPTYING):
            through.append("emptying the postings")
        unit = set_up(connection)
        for name, statement in forbidden(connection.vendor, unit).items():
            if not refused(connection, statement):
                through.append(name)
        transaction.set_rollback(True, using=connection.alias)
    return through


def set_up(connection: BaseDatabaseWrapper) -> str:
    """Two accounts with five units in the first, which is allowed. The unit of the books."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT unit FROM record_account WHERE path = 'outside'")
        found = cursor.fetchone()
        unit = str(found[0]) if found else UNIT
        if not found:
            row = f"('outside', '{unit}', NULL, 0, 0, 0)"
            cursor.execute(f"INSERT INTO {ACCOUNTS} VALUES {row}")
        for path in (SAFE, OTHER):
            cursor.execute(f"INSERT INTO {ACCOUNTS} VALUES ('{path}', '{unit}', 0, 0, 0, 0)")
        cursor.execute(posting(SAFE, "outside", 5, unit))
    keep(connection.alias)
    return unit


def keep(alias: str) -> None:
    """One row in each table that is append-only, besides the posting."""
    remit = models.Remit.objects.using(alias).create(code=NAME, state="granted", version=1)
    models.Version.objects.using(alias).create(remit=remit, number=1, instrument="{}")
    at = datetime(1, 1, 2, tzinfo=UTC)
    record = models.Record.objects.using(alias).create(
        key=UUID(int=0),
        kind=NAME,
        at=at,
        outcome="refused",
        subject=NAME,
        body="{}",
        digest="",
        reasons=[],
    )
    models.Leaf.objects.using(alias).create(index=-1, record=record)
    models.Checkpoint.objects.using(alias).create(size=-1, note="")
    of = {"record": record, "remit": remit, "at": at}
    models.Use.objects.using(alias).create(power=NAME, amount=1, **of)
    models.Entry.objects.using(alias).create(topic=NAME, person=UUID(int=0), **of)


def posting(debit: str, credit: str, amount: int, unit: str) -> str:
    """A posting outside any record: the reference is checked only at the end, which never comes."""
    account = "(SELECT id FROM record_account WHERE path = '{}')"
    return (
        f"INSERT INTO {POSTINGS} VALUES (-1, {account.format(debit)}, {account.format(credit)}, "
        f"{amount}, '{unit}')"
    )


def forbidden(vendor: str, unit: str) -> dict[str, str]:
    """By name, what must be refused."""
    other = "EUR" if unit != "EUR" else "USD"
    safe = f"path = '{SAFE}'"
    tries = {
        "overdrawing an account": posting(OTHER, SAFE, 6, unit),
        "posting nothing": posting(OTHER, SAFE, 0, unit),
        "posting less than nothing": posting(OTHER, SAFE, -1, unit),
        "posting in another unit": posting(OTHER, SAFE, 1, other),
        "posting to the same account": posting(SAFE, SAFE, 1, unit),
        "changing a posting": "UPDATE record_posting SET amount = 6 WHERE record_id = -1",
        "deleting a posting": "DELETE FROM record_posting WHERE record_id = -1",
        "changing a balance": f"UPDATE record_account SET debits = 9 WHERE {safe}",
        "lowering a floor": f"UPDATE record_account SET floor = -9 WHERE {safe}",
        "deleting an account": f"DELETE FROM record_account WHERE path = '{OTHER}'",
        "opening an account with money": f"INSERT INTO {ACCOUNTS} "
        f"VALUES ('self-test/paid/1', '{unit}', 0, 5, 0, 0)",
        "opening an account without a floor": f"INSERT INTO {ACCOUNTS} "
        f"VALUES ('self-test/paid/2', '{unit}', NULL, 0, 0, 0)",
    }
    for table, column, row in KEPT:
        tries[f"changing {table}"] = f"UPDATE {table} SET {column} = {column} WHERE {row}"
        tries[f"deleting from {table}"] = f"DELETE FROM {table} WHERE {row}"
    if vendor == "sqlite":
        tries["replacing a posting"] = (
            "INSERT OR REPLACE INTO record_posting "
            "(id, record_id, debit_id, credit_id, amount, unit) "
            "SELECT id, record_id, debit_id, credit_id, 1, unit FROM record_posting "
            "WHERE record_id = -1"
        )
        tries["replacing an account"] = (
            f"INSERT OR REPLACE INTO {ACCOUNTS} VALUES ('{SAFE}', '{unit}', 0, 0, 0, 0)"
        )
    return tries


def refused(connection: BaseDatabaseWrapper, statement: str) -> bool:
    """Whether the database says no."""
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError:
        return True
    return False
