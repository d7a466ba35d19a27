"""How anything changes: the one door, the books, the log's tables, the sealer, jobs."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate


class RecordConfig(AppConfig):
    name = "remit.record"
    label = "record"

    def ready(self) -> None:
        connection_created.connect(watch, dispatch_uid="remit.record.guard")
        pre_migrate.connect(unlock, sender=self, dispatch_uid="remit.record.unlock")
        post_migrate.connect(lock, sender=self, dispatch_uid="remit.record.lock")


def watch(connection: BaseDatabaseWrapper, **_: object) -> None:
    """Every new connection is guarded before its first statement."""
    from remit.record import guard

    guard.install(connection)


def unlock(using: str, **_: object) -> None:
    """A migration may rebuild the tables below the locks, so they come off first."""
    from django.db import connections

    from remit.record import guard, locks

    guard.migration_begins()
    locks.remove(connections[using])


def lock(using: str, **_: object) -> None:
    """And back on, as soon as every migration has run."""
    from django.db import connections

    from remit.record import guard, locks

    if locks.has_tables(connections[using]):
        locks.install(connections[using])
    guard.migration_ends()
