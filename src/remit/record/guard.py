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
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

DOMAIN = "people|record|charter|consider|decide|fund|provide|review|share"
WRITE = re.compile(
    r"\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM"
    r"|TRUNCATE(?:\s+TABLE)?|MERGE\s+INTO|COPY"
    r"|(?:ALTER|DROP|CREATE)\s+TABLE(?:\s+IF\s+\w+(?:\s+\w+)?)?)"
    rf"\s+(?:ONLY\s+)?(?:\"?(?:public|main)\"?\.)?[\"`\[]?(?P<table>(?:{DOMAIN})_\w+)",
    re.IGNORECASE,
)
TRIGGERS = re.compile(
    r"\b(?:DROP|DISABLE|ENABLE)\s+TRIGGER|\bDROP\s+FUNCTION|session_replication_role"
    r"|\bwritable_schema\b",
    re.IGNORECASE,
)
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


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the guard in front of this connection, once."""
    if check not in connection.execute_wrappers:
        connection.execute_wrappers.append(check)


def check(
    execute: Callable[..., Any], sql: str, params: object, many: bool, context: dict[str, Any]
) -> Any:
    """Django calls this with every statement."""
    if not _migrating:
        refuse(str(sql))
    return execute(sql, params, many, context)


def refuse(sql: str) -> None:
    """WriteRefused if the statement writes where it may not."""
    allowed = _allowed.get()
    for found in WRITE.finditer(sql):
        table = found["table"].lower()
        if ALL not in allowed and table not in allowed:
            raise WriteRefused(
                f"{table} is written outside perform(). Describe the change as an act in the "
                "stage's acts.py and perform it: nothing else may change money, authority or a "
                "decision."
            )
    if TRIGGERS.search(sql):
        raise WriteRefused("The locks on the books and the record come off in migrations alone.")


def migration_begins() -> None:
    """Migrations make and alter the tables themselves."""
    global _migrating
    _migrating = True


def migration_ends() -> None:
    global _migrating
    _migrating = False
