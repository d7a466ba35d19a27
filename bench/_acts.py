"""Acts performed for real, one after another, on a database file of their own.

Under the remit there are limits over several acts, which look back on all that was done before:
by recipient within thirty days, over everything, and by category as a share of the envelope.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any
from uuid import uuid4

GAP = timedelta(minutes=10)
"""Between one act and the next: ten thousand take 69 days."""


TABLES = {
    "record_record": 1,
    "record_attribution": 1,
    "record_use": 2,
    "decide_decision": 1,
    "record_account": 1,
    "record_posting": 1,
}
"""What an act writes, in this order, and how many rows of it: a use is kept here and above."""


@contextmanager
def database() -> Iterator[Path]:
    """A folder with a fresh SQLite file, migrated, that goes when the block ends."""
    import django

    with tempfile.TemporaryDirectory(prefix="remit-bench-") as folder:
        for name in [name for name in os.environ if name.startswith("REMIT_")]:
            del os.environ[name]
        os.environ["REMIT_HOME"] = folder
        os.environ["REMIT_DATABASE"] = f"sqlite:///{Path(folder) / 'much.sqlite3'}"
        os.environ["DJANGO_SETTINGS_MODULE"] = "remit.project.settings"
        django.setup()

        from django.core.management import call_command
        from django.db import connections

        call_command("migrate", verbosity=0)
        yield Path(folder)
        connections.close_all()


@dataclass
class Acting:
    """A town whose clerk decides one small thing after another, in a file of its own."""

    town: Any
    place: str
    done: int = 0

    def beside(self, place: Path) -> Acting:
        """The same town once more, as it stands now, in this file."""
        self.here().execute("VACUUM INTO ?", [str(place)])
        return replace(self, town=replace(self.town), place=str(place))

    def here(self) -> Any:
        """SQLite's own connection to this file; Django's goes to it from now on."""
        from django.db import connection

        if connection.settings_dict["NAME"] != self.place:
            connection.close()
            connection.settings_dict["NAME"] = self.place
        connection.ensure_connection()
        return connection.connection

    def perform(self, times: int = 1) -> list[float]:
        """Decide about this many further items. How long each took, in the processor's
        milliseconds."""
        from remit.stages.decide.acts import Decide
        from tests.town import said

        self.here()
        spent = []
        for _ in range(times):
            self.done += 1
            act = Decide(
                item=f"item-{self.done}",
                title=said("A bench"),
                reasons=said("For a good reason."),
                amount=1,
                purpose="park",
                recipient=f"family-{self.done % 50}",
                category=f"sort-{self.done % 3}",
            )
            self.town.at += GAP
            began = time.process_time()
            self.town.do(act)
            spent.append((time.process_time() - began) * 1000)
        return spent

    def until(self, past: int, *, copied: bool) -> None:
        """Go on until this many acts were done; `copied` writes the rows that they would leave."""
        (self.copy if copied else self.perform)(past - self.done)

    def copy(self, times: int) -> None:
        """The rows of the last act again and again, as items and moments of their own.

        They go to SQLite itself, past the guard, in a file that only this benchmark has. They are
        what later acts look through; the copied leaves would not stand up to `verify`.
        """
        sqlite = self.here()
        last = sqlite.execute("SELECT max(id) FROM record_record").fetchone()[0]
        rows = {table: _rows(sqlite, table, last) for table in TABLES}
        sqlite.execute("BEGIN")
        for number in range(1, times + 1):
            self.done += 1
            self.town.at += GAP
            for table, found in rows.items():
                for row in found:
                    _insert(sqlite, table, self._changed(table, row, number))
        sqlite.execute("COMMIT")

    def _changed(self, table: str, row: dict[str, Any], number: int) -> dict[str, Any]:
        """The row as another act would have left it."""
        item, shift = f"item-{self.done}", number * TABLES[table]
        other = {
            "key": uuid4().hex,
            "subject": f"item/{item}",
            "item": item,
            "path": f"T-1/reserved/{item}",
            "at": f"{self.town.at:%Y-%m-%d %H:%M:%S}",
            "recipient": f"family-{self.done % 50}",
            "category": f"sort-{self.done % 3}",
            "debits": 0,
            "last_posting": 0,
        }
        moved = {name: row[name] + shift for name in ("id",) if name in row}
        moved |= {name: row[name] + number for name in ("record_id", "debit_id") if name in row}
        return {**row, **{name: other[name] for name in row if name in other}, **moved}

    def queries(self) -> int:
        """How many statements one further act takes."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        self.here()
        with CaptureQueriesContext(connection) as captured:
            self.perform()
        return len(captured)

    def turn(self, times: int = 8) -> float:
        """The median of further acts, in milliseconds. The first, which finds the file cold, does
        not count."""
        return median(self.perform(times + 1)[1:])


def _rows(connection: Any, table: str, record: int) -> list[dict[str, Any]]:
    """What the last act left in this table."""
    last = f"SELECT * FROM {table} ORDER BY rowid DESC LIMIT {TABLES[table]}"
    found = connection.execute(last)
    names = [column[0] for column in found.description]
    rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    assert all(row.get("record_id", record) == record for row in rows), table
    return rows


def _insert(connection: Any, table: str, row: dict[str, Any]) -> None:
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))


def acting() -> Acting:
    """The town is founded and its remit backed; nothing was decided yet."""
    from django.db import connection

    from remit.core.bounds import AskTotal, Share, Total
    from tests.town import CURRENCY, ENVELOPE, Town, bounds, residents

    total = Total(id="B1", power="decide", of="all", days=0, amount=ENVELOPE, currency=CURRENCY)
    more = (
        total,
        replace(total, of="recipient", days=30),
        Share(id="B1", power="decide", of="category", per_mille=1000),
        AskTotal(
            id="B1",
            power="decide",
            amount=ENVELOPE,
            currency=CURRENCY,
            position="backer",
            days=5,
            silence="no",
        ),
    )
    clauses = (replace(c, id=f"B{n}") for n, c in enumerate((*bounds(), *more), start=1))
    town = Town()
    town.found()
    town.grant(residents(clauses=tuple(clauses)))
    town.back()
    return Acting(town, place=connection.settings_dict["NAME"])
