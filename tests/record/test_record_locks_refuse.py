"""What the database itself refuses, though the guard stands wide open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from remit.record import guard, locks, models
from remit.record.reads import balances
from tests.record.tables import contents
from tests.record.whole import whole
from tests.town import REMIT, Town

APPEND_ONLY = (
    "record_posting",
    "record_record",
    "record_leaf",
    "record_checkpoint",
    "record_version",
    "record_use",
    "record_entry",
)
FREE, HELD = f"{REMIT}/envelope", f"{REMIT}/committed/park.4"
ACCOUNT = "(SELECT id FROM record_account WHERE path = '{}')"
POST = "INSERT INTO record_posting (record_id, debit_id, credit_id, amount, unit) VALUES "
RECORD = "(SELECT max(id) FROM record_record)"
OPEN = "INSERT INTO record_account (path, unit, floor, debits, credits, last_posting) VALUES "
NEWEST = "(SELECT max(id) FROM record_posting)"


def post(debit: str, credit: str, amount: int, unit: str = "PLN") -> str:
    sides = f"{ACCOUNT.format(debit)}, {ACCOUNT.format(credit)}"
    return f"{POST} ({RECORD}, {sides}, {amount}, '{unit}')"


BOOKS = {
    "overdraft": post(FREE, HELD, 60_001),
    "overdraft of the appropriation": post(FREE, "appropriation", 1),
    "nothing": post(FREE, HELD, 0),
    "less than nothing": post(FREE, HELD, -1),
    "one account only": post(HELD, HELD, 1),
    "another unit": post(FREE, HELD, 1, "EUR"),
    "an account that is none": post(FREE, "nowhere", 1),
    "an id from before": post(HELD, FREE, 1)
    .replace("(record_id", "(id, record_id")
    .replace("VALUES  (", "VALUES (0, "),
    "a balance": "UPDATE record_account SET debits = debits + 1",
    "a balance, in step": "UPDATE record_account SET debits = debits + 1, credits = credits + 1",
    "a balance, with a posting used before": "UPDATE record_account "
    f"SET debits = debits + 40000, last_posting = {NEWEST}",
    "a balance, with a posting to come": "UPDATE record_account "
    f"SET debits = debits + 1, last_posting = {NEWEST} + 1",
    "a floor": f"UPDATE record_account SET floor = -1 WHERE path = '{FREE}'",
    "no floor": f"UPDATE record_account SET floor = NULL WHERE path = '{FREE}'",
    "a unit": "UPDATE record_account SET unit = 'EUR'",
    "a path": "UPDATE record_account SET path = 'x' || path",
    "an id": "UPDATE record_account SET id = id + 1000",
    "an account that goes": "DELETE FROM record_account",
    "an account with money": f"{OPEN} ('T-1/paid/x', 'PLN', 0, 1, 0, 0)",
    "an account in the red": f"{OPEN} ('T-1/paid/x', 'PLN', 0, 0, 1, 0)",
    "an account with a past": f"{OPEN} ('T-1/paid/x', 'PLN', 0, 0, 0, 1)",
    "an account without a floor": f"{OPEN} ('T-1/paid/x', 'PLN', NULL, 0, 0, 0)",
    "a second account of this path": f"{OPEN} ('{FREE}', 'PLN', 0, 0, 0, 0)",
}


CONSTRAINTS = {
    "nothing",
    "less than nothing",
    "one account only",
    "an account that is none",
    "an account in the red",
    "a second account of this path",
}
"""What the tables' own constraints refuse, and no trigger."""


@pytest.fixture
def sealed_town(db: None, home: Path, sealed: Callable[[], int]) -> Iterator[Callable[[str], None]]:
    """Something of everything is there; `refused` holds a statement against the open guard."""
    whole()
    sealed()
    before, held = contents(), balances()

    def refused(statement: str) -> None:
        with guard.writing(guard.ALL), pytest.raises(IntegrityError), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(statement)
                # What is only checked at the end of a transaction, now.
                connection.check_constraints()
            pytest.fail(f"let through: {statement}")

    yield refused
    assert contents() == before
    assert balances() == held and held[HELD] == 60_000


def test_the_books_are_kept(sealed_town: Callable[[str], None]) -> None:
    for statement in BOOKS.values():
        sealed_town(statement)


def test_without_the_locks_they_are_not(town_at: Callable[[str], Town], unguarded: None) -> None:
    """Else a statement would be refused for its own faults, and the test above show nothing."""
    town_at("paid")
    for name in BOOKS.keys() - CONSTRAINTS:
        with transaction.atomic(), connection.cursor() as cursor:
            locks.remove(connection)
            cursor.execute(BOOKS[name])
            transaction.set_rollback(True)
    assert locks.missing(connection) == []


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_what_is_append_only_is_not_changed(sealed_town: Callable[[str], None], table: str) -> None:
    with connection.cursor() as cursor:
        columns = [c.name for c in connection.introspection.get_table_description(cursor, table)]
    assert columns
    for column in columns:
        sealed_town(f'UPDATE {table} SET "{column}" = "{column}"')
    sealed_town(f"DELETE FROM {table}")


@pytest.mark.parametrize("table", (*APPEND_ONLY, "record_account"))
def test_a_row_is_not_replaced(sealed_town: Callable[[str], None], table: str) -> None:
    """By none of the keys that it shares with no other row."""
    with connection.cursor() as cursor:
        every = connection.introspection.get_constraints(cursor, table).values()
        names = [c.name for c in connection.introspection.get_table_description(cursor, table)]
    keys = [found["columns"] for found in every if found["unique"] or found["primary_key"]]
    assert keys
    for key in keys:
        # A row that has this key and differs in all else that must differ from row to row.
        others = {name for other in keys if other != key for name in other} - set(key)
        kept = [name for name in names if not (name == "id" and "id" not in key)]
        values = ", ".join(fresh(name) if name in others else f'"{name}"' for name in kept)
        into = ", ".join(f'"{name}"' for name in kept)
        for replacing in statements(table, into=into, values=values, key=key):
            sealed_town(replacing)


def fresh(column: str) -> str:
    """A value that no row has in a column of numbers or of texts."""
    texts = {"key": "'00000000000000000000000000000009'", "path": "'T-1/paid/fresh'"}
    return texts.get(column, f'"{column}" + 1000')


def statements(table: str, *, into: str, values: str, key: list[str]) -> list[str]:
    upsert = ", ".join(f'"{name}"' for name in key)
    touched = into.split(", ")[-1]
    # One row: with several of them, the fresh values of two might meet.
    select = f"SELECT {values} FROM {table} WHERE true LIMIT 1"
    insert = f"INTO {table} ({into}) {select}"
    found = [f"INSERT {insert} ON CONFLICT ({upsert}) DO UPDATE SET {touched} = {table}.{touched}"]
    if connection.vendor == "sqlite":
        found += [f"INSERT OR REPLACE {insert}", f"REPLACE {insert}"]
    return found


def test_an_account_does_not_take_the_place_of_another(
    sealed_town: Callable[[str], None],
) -> None:
    """On SQLite, UPDATE OR REPLACE deletes the other row and fires no trigger for it."""
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has UPDATE OR REPLACE")
    into = f"SELECT id FROM record_account WHERE path = '{HELD}'"
    with guard.writing(guard.ALL), transaction.atomic():
        empty = models.Account.objects.create(path="T-1/paid/empty", unit="PLN", floor=0)
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE OR REPLACE record_account SET id = ({into}), debits = 100000, "
                "last_posting = (SELECT min(id) FROM record_posting WHERE debit_id = "
                f"({into})) WHERE id = {empty.pk}"
            )
        transaction.set_rollback(True)


@pytest.mark.parametrize("table", (*APPEND_ONLY, "record_account", "record_remit"))
def test_nothing_is_emptied(sealed_town: Callable[[str], None], table: str) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL has TRUNCATE")
    connection.check_constraints()  # nothing pending, which would be reason enough to refuse
    sealed_town(f"TRUNCATE {table} CASCADE")


def test_what_may_move_does(town_at: Callable[[str], Town]) -> None:
    """The same statement within the bounds of the books is let through: the locks are no wall."""
    town_at("paid")
    before = balances()
    with guard.writing(guard.ALL), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(post(FREE, HELD, 60_000))
    after = balances()
    assert (after[HELD], after[FREE]) == (0, before[FREE] + 60_000)
    assert sum(after.values()) == 0
