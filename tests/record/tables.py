"""What stands in the database, to be compared before and after."""

from __future__ import annotations

from django.db import connection

Tables = dict[str, list[str]]


def contents() -> Tables:
    """Every row of every table."""
    found: Tables = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found[table] = sorted(repr(row) for row in cursor.fetchall())
    return found


def grown(before: Tables, now: Tables) -> dict[str, int]:
    """By table how many rows came; every row that was there must be there still."""
    assert before.keys() == now.keys()
    for table, rows in before.items():
        assert set(rows) <= set(now[table]), f"{table} lost a row or changed one"
    return {t: len(now[t]) - len(rows) for t, rows in before.items() if now[t] != rows}
