"""The guard opens for the named tables, in that block and that thread, and no longer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.transaction import atomic

from remit.people.models import Position
from remit.record import guard
from remit.record.guard import ALL, WriteRefused, writing
from remit.record.models import Job

AT = datetime(2026, 3, 2, tzinfo=UTC)


def add_job(key: str = "a") -> Job:
    return Job.objects.create(key=key, kind="test", payload={}, due=AT)


def add_position() -> Position:
    return Position.objects.create(code="porter", title={})


@pytest.mark.django_db
def test_djangos_own_tables_may_be_written() -> None:
    Session.objects.create(session_key="a", session_data="", expire_date=AT)
    Session.objects.filter(session_key="a").update(session_data="b")
    Session.objects.all().delete()
    ContentType.objects.create(app_label="a", model="b")


@pytest.mark.django_db
def test_only_the_named_tables_open() -> None:
    with writing("record_job", "record_leaf"):
        add_job()
        with pytest.raises(WriteRefused, match="people_position"):
            add_position()
    with pytest.raises(WriteRefused, match="record_job"):
        add_job("b")


@pytest.mark.django_db
def test_nothing_named_opens_nothing() -> None:
    with writing(), pytest.raises(WriteRefused):
        add_job()


@pytest.mark.django_db
def test_all_opens_all_of_them_but_takes_no_lock_off() -> None:
    with writing(ALL):
        add_job()
        add_position()
        for statement in ("DROP TRIGGER remit_posting_apply", "PRAGMA writable_schema = ON"):
            with connection.cursor() as cursor, pytest.raises(WriteRefused):
                cursor.execute(statement)


@pytest.mark.django_db
def test_it_closes_after_an_exception() -> None:
    with pytest.raises(ZeroDivisionError), writing(ALL):
        raise ZeroDivisionError
    with pytest.raises(WriteRefused):
        add_job()


@pytest.mark.django_db
def test_a_block_within_a_block_has_its_own_tables() -> None:
    with writing(ALL):
        with writing("people_position"), pytest.raises(WriteRefused), atomic():
            add_job()
        add_job()


@pytest.mark.django_db
def test_it_stays_closed_in_other_threads(
    at_once: Callable[[Sequence[Callable[[], Any]]], list[Any]],
) -> None:
    with writing(ALL):
        assert [type(found) for found in at_once([add_job, add_position])] == [WriteRefused] * 2
        add_job()


@pytest.mark.django_db
def test_a_new_connection_is_guarded_from_its_first_statement() -> None:
    fresh = connection.copy()
    try:
        with fresh.cursor() as cursor, pytest.raises(WriteRefused):
            cursor.execute("DELETE FROM record_job")
        assert fresh.execute_wrappers.count(guard.check) == 1
        guard.install(fresh)
        assert fresh.execute_wrappers.count(guard.check) == 1
    finally:
        fresh.close()


@pytest.mark.django_db
def test_the_refusal_says_what_to_do_instead() -> None:
    with pytest.raises(WriteRefused, match=r"record_job is written outside perform\(\).*acts\.py"):
        add_job()
