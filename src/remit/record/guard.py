"""A guard on every connection: domain tables are written by `perform` and by nobody else.

It reads each statement before the database does. It is a lock against mistakes in our own code, a
management command or a page that writes past the door; against somebody with their own connection
stand the triggers of `locks`, and `verify` afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

DOMAIN = "people|record|charter|consider|decide|fund|provide|review|share"
WRITE = re.compile(
    r"\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM"
    r"|(?:TRUNCATE|DROP\s+TABLE)\b[^;']*?|MERGE\s+INTO|COPY"
    r"|(?:ALTER|CREATE)\s+TABLE(?:\s+IF\s+\w+(?:\s+\w+)?)?)"
    r"(?:\s+ONLY\b)?(?:[\s,]+|(?=[\"'`\[]))(?:[\"'`\[]?\w+[\"'`\]]?\s*\.\s*)*"
    rf"[\"'`\[]?(?P<table>(?:{DOMAIN})_\w+)",
    re.IGNORECASE,
)
COMMENT = re.compile(r"/\*.*?\*/|--[^\n]*", re.DOTALL)
TRIGGERS = re.compile(
    r"\b(?:CREATE|ALTER|DROP|DISABLE|ENABLE)\s+(?:OR\s+REPLACE\s+)?(?:\w+\s+)?TRIGGER\b"
    r"|\b(?:CREATE|ALTER|DROP)\s+(?:OR\s+REPLACE\s+)?FUNCTION\b|\bDROP\s+SCHEMA\b"
    r"|\bsession_replication_role\b|\bwritable_schema\b|\bignore_check_constraints\b",
    re.IGNORECASE,
)
PAST_THE_GUARD = ("copy", "executescript", "stream")
"""Ways to the driver on which Django calls no wrapper."""
ALL = ""
_allowed: ContextVar[tuple[str, ...]] = ContextVar("remit_may_write", default=())
_migrating = False


class WriteRefused(Exception):
    """Code tried to change a domain table outside `perform`."""


@contextmanager
def writing(*tables: str) -> Iterator[None]:
    """Let these tables be written in this block; ALL for every one. Only the record calls this."""
    token = _allowed.set(tables)
    try:
        yield
    finally:
        _allowed.reset(token)


class Guarded(CursorWrapper):
    """A cursor of Django's, without the ways past the guard."""

    def __getattr__(self, name: str) -> Any:
        if name in PAST_THE_GUARD and not _migrating:
            raise WriteRefused(f"{name}() would pass the guard by: use execute().")
        return super().__getattr__(name)


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the guard in front of this connection, once."""
    if check not in connection.execute_wrappers:
        connection.execute_wrappers.append(check)
        connection.make_cursor = partial(Guarded, db=connection)  # type: ignore[method-assign]


def check(
    execute: Callable[..., Any], sql: Any, params: object, many: bool, context: dict[str, Any]
) -> Any:
    """Django calls this with every statement."""
    if not _migrating:
        # psycopg's own builder makes statements that are no text yet.
        built = hasattr(sql, "as_string")
        refuse(sql.as_string(context["connection"].connection) if built else str(sql))
    return execute(sql, params, many, context)


def refuse(sql: str) -> None:
    """WriteRefused if the statement writes where it may not."""
    allowed = _allowed.get()
    texts = {sql, COMMENT.sub(" ", sql)}
    for found in (match for text in texts for match in WRITE.finditer(text)):
        table = found["table"].lower()
        if ALL not in allowed and table not in allowed:
            raise WriteRefused(
                f"{table} is written outside perform(). Describe the change as an act in the "
                "stage's acts.py and perform it: nothing else may change money, authority or a "
                "decision."
            )
    if any(TRIGGERS.search(text) for text in texts):
        raise WriteRefused("The locks on the books and the record come off in migrations alone.")


def migration_begins() -> None:
    """Migrations make and alter the tables themselves."""
    global _migrating
    _migrating = True


def migration_ends() -> None:
    global _migrating
    _migrating = False
