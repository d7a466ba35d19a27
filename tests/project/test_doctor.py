"""The doctor names each fault, and falls ill from none."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from remit.project import doctor
from remit.web import pdf


@pytest.mark.parametrize("version", [(3, 7, 0), (3, 40, 1), (3, 51, 2)])
def test_a_library_with_the_wal_reset_fault_is_named(version: tuple[int, ...]) -> None:
    found = doctor.sqlite_version(version, module="sqlite3.dbapi2")
    assert found.status == "warn"
    assert ".".join(map(str, version)) in found.words
    assert "sqlite3.dbapi2" in found.words


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 53, 4), (4, 0, 0)])
def test_a_mended_library_is_well(version: tuple[int, ...]) -> None:
    assert doctor.sqlite_version(version, module="pysqlite3.dbapi2").status == "ok"


@pytest.mark.parametrize(
    ("journal", "synchronous", "status"),
    [("wal", 2, "ok"), ("wal", 3, "ok"), ("wal", 1, "bad"), ("delete", 2, "bad")],
)
def test_only_wal_with_full_is_durable(journal: str, synchronous: int, status: str) -> None:
    assert doctor.sqlite_durability(journal, synchronous=synchronous).status == status


def test_an_old_postgres_is_named() -> None:
    assert doctor.postgres_version(150004) == ("postgresql", "ok", "PostgreSQL 15.4")
    assert doctor.postgres_version(140011).status == "warn"


def test_books_without_locks_are_bad() -> None:
    found = doctor.guarded(["overdrawing an account"])
    assert found.status == "bad"
    assert "overdrawing an account" in found.words
    assert doctor.guarded([]).status == "ok"


def test_jobs_that_failed_for_good_are_bad() -> None:
    found = doctor.jobs_done(["charter.lapse charter.lapse:W-2023: LookupError"])
    assert found.status == "bad"
    assert "charter.lapse:W-2023" in found.words
    assert doctor.jobs_done([]).status == "ok"


@pytest.mark.parametrize(
    ("mode", "status"),
    [(0o600, "ok"), (0o400, "ok"), (0o640, "warn"), (0o644, "warn"), (0o622, "bad")],
)
def test_a_file_that_others_may_read_is_named(tmp_path: Path, mode: int, status: str) -> None:
    path = tmp_path / "key"
    path.touch()
    path.chmod(mode)
    assert doctor.private("key", path, wanted=0o600).status == status


@pytest.mark.parametrize(
    ("free", "status"), [(50_000_000_000, "ok"), (1_000_000_000, "warn"), (1_000_000, "bad")]
)
def test_a_full_disk_is_named(free: int, status: str) -> None:
    assert doctor.free_space(free).status == status


@pytest.mark.parametrize(
    ("debug", "demo", "hosts", "status"),
    [
        (False, False, ["remit.example"], "ok"),
        (False, True, ["localhost", "127.0.0.1"], "ok"),
        (True, False, ["localhost"], "warn"),
        (False, False, [], "warn"),
        (False, True, ["remit.example"], "bad"),
        (True, False, ["remit.example"], "bad"),
        (False, False, ["*"], "bad"),
    ],
)
def test_what_the_world_must_not_reach(
    debug: bool, demo: bool, hosts: list[str], status: str
) -> None:
    found = list(doctor.exposure(debug=debug, demo=demo, hosts=hosts))
    assert doctor.worst(found) == status


def test_a_look_that_fails_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def ill() -> None:
        raise OSError("no disk")

    for name in ("look_database", "look_migrations", "look_locks", "look_folder", "look_key"):
        monkeypatch.setattr(doctor, name, ill)
        ill.__name__ = name
    found = doctor.checks()
    assert any(check.status == "bad" and "no disk" in check.words for check in found)
    assert found[0].name == "python"


@pytest.mark.django_db
def test_the_whole_report_on_a_live_database() -> None:
    found = {check.name: check for check in doctor.checks()}
    assert {"python", "django", "locks", "jobs", "migrations", "hosts"} <= found.keys()
    assert {"sqlite", "durability"} <= found.keys() or "postgresql" in found
    assert found["migrations"].status == "ok"
    assert found["locks"].status == "ok"
    assert all(check.words for check in found.values())


def test_the_worst_counts() -> None:
    assert doctor.worst([]) == "ok"
    assert doctor.worst([doctor.Check("a", "ok", ""), doctor.Check("b", "warn", "")]) == "warn"


def test_whether_pdf_files_can_be_made_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise pdf.CannotMake("cannot load library 'libpango-1.0-0'\nand more")

    monkeypatch.setattr(pdf, "loaded", missing)
    found = doctor.pdf_files()
    assert found.status == "ok"
    assert "apt install libpango-1.0-0 libpangoft2-1.0-0" in found.words
    assert "(cannot load library 'libpango-1.0-0')" in found.words
    monkeypatch.setattr(pdf, "loaded", lambda: SimpleNamespace(__version__="70.0"))
    assert doctor.pdf_files().words == "PDF files can be made, by WeasyPrint 70.0."
