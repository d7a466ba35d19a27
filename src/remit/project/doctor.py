"""What an operator should know before trusting this installation: versions, settings, problems.

Each judgement is a function of plain values, so that it can be tested without the fault; `checks`
looks the values up. A look that fails is itself a finding: the doctor never falls ill.
"""

from __future__ import annotations

import platform
import shutil
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import django
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from remit.record import jobs, locks
from remit.record.self_test import self_test
from remit.web import pdf

Status = Literal["ok", "warn", "bad"]

# SQLite lost committed pages when two connections reset the write-ahead log at the same instant.
WAL_RESET_FIRST = (3, 7, 0)
WAL_RESET_FIXED = (3, 51, 3)
POSTGRES_OLDEST = 15
FREE_BYTES_WARN = 2_000_000_000
FREE_BYTES_BAD = 200_000_000
SYNCHRONOUS = {0: "OFF", 1: "NORMAL", 2: "FULL", 3: "EXTRA"}
LOCAL = {"localhost", "127.0.0.1", "[::1]", "testserver"}


class Check(NamedTuple):
    """One thing that was looked at."""

    name: str
    status: Status
    words: str


def checks() -> list[Check]:
    """Everything, in the order in which one would mend it."""
    looks: tuple[Callable[[], Iterator[Check]], ...] = (
        look_python,
        look_database,
        look_migrations,
        look_locks,
        look_folder,
        look_key,
        look_exposure,
        look_tools,
    )
    found: list[Check] = []
    for look in looks:
        name = look.__name__.removeprefix("look_")
        try:
            found += look()
        except Exception as error:  # whatever is ill, the rest of the report must come
            words = _("This could not be looked at: {error}").format(error=repr(error))
            found.append(Check(name, "bad", words))
    return found


def worst(found: Sequence[Check]) -> Status:
    """The report in one word."""
    order: tuple[Status, ...] = ("bad", "warn", "ok")
    return next((status for status in order if any(c.status == status for c in found)), "ok")


def look_python() -> Iterator[Check]:
    yield Check("python", "ok", f"Python {platform.python_version()} ({sys.executable})")
    yield Check("django", "ok", f"Django {django.get_version()}")


def look_database() -> Iterator[Check]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            library = connection.Database  # type: ignore[attr-defined]
            yield sqlite_version(library.sqlite_version_info, module=library.__name__)
            cursor.execute("PRAGMA journal_mode")
            journal = str(cursor.fetchone()[0])
            cursor.execute("PRAGMA synchronous")
            yield sqlite_durability(journal, synchronous=int(cursor.fetchone()[0]))
        else:
            yield postgres_version(connection.pg_version)  # type: ignore[attr-defined]


def sqlite_version(version: tuple[int, ...], *, module: str) -> Check:
    """Which library keeps the books, and whether it is one that can lose pages."""
    numbers = ".".join(map(str, version))
    if WAL_RESET_FIRST <= version < WAL_RESET_FIXED:
        words = _(
            "SQLite {version}, from {module}, has the WAL-reset fault: in rare cases two writers "
            "at the same instant damage the file. It is mended in 3.51.3. Where the package "
            "pysqlite3 has no build for this machine, use PostgreSQL for more than a trial."
        )
        return Check("sqlite", "warn", words.format(version=numbers, module=module))
    words = _("SQLite {version}, from {module}; without the WAL-reset fault.")
    return Check("sqlite", "ok", words.format(version=numbers, module=module))


def sqlite_durability(journal: str, *, synchronous: int) -> Check:
    level = SYNCHRONOUS.get(synchronous, str(synchronous))
    values = {"journal": journal, "level": level}
    if journal == "wal" and synchronous >= 2:
        words = _(
            "journal_mode is {journal} and synchronous is {level}: a confirmed act is on disk."
        )
        return Check("durability", "ok", words.format(**values))
    words = _(
        "journal_mode is {journal} and synchronous is {level}; it should be wal and FULL. "
        "After a power cut confirmed acts could be missing."
    )
    return Check("durability", "bad", words.format(**values))


def postgres_version(number: int) -> Check:
    """Django gives 150004 for 15.4."""
    values = {"version": f"{number // 10000}.{number % 10000}", "oldest": POSTGRES_OLDEST}
    if number // 10000 >= POSTGRES_OLDEST:
        return Check("postgresql", "ok", "PostgreSQL {version}".format(**values))
    words = _("PostgreSQL {version} is older than {oldest}, the oldest that Remit is tested on.")
    return Check("postgresql", "warn", words.format(**values))


def look_locks() -> Iterator[Check]:
    """What must be refused is tried, not only looked up."""
    if locks.has_tables(connection):
        yield guarded(self_test(connection))
        yield jobs_done(jobs.stuck())


def guarded(let_through: Sequence[str]) -> Check:
    """Whether the database itself still refuses to change or delete what was posted."""
    if not let_through:
        words = _("The database refuses to overdraw, to change and to delete: tried just now.")
        return Check("locks", "ok", words)
    words = _(
        "The database lets through what it must refuse: {what}. Stop the service, run "
        "`remit manage migrate`, which makes the locks again, and then `remit verify`."
    )
    return Check("locks", "bad", words.format(what="; ".join(let_through)))


def jobs_done(stuck: Sequence[str]) -> Check:
    """Whether what was due was done."""
    if not stuck:
        return Check("jobs", "ok", _("No job is stuck."))
    words = _("These jobs failed for good and wait for a person: {jobs}")
    return Check("jobs", "bad", words.format(jobs="; ".join(stuck)))


def look_migrations() -> Iterator[Check]:
    if not connection.introspection.table_names():
        words = _("There is no agency here yet. `remit doctor --demo` looks at the demonstration.")
        yield Check("migrations", "warn", words)
        return
    executor = MigrationExecutor(connection)
    waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if waiting:
        words = _("{count} migrations are not applied. Run `remit manage migrate`.")
        yield Check("migrations", "bad", words.format(count=waiting))
    else:
        yield Check("migrations", "ok", _("Every migration is applied."))


def look_folder() -> Iterator[Check]:
    folder = Path(settings.HOME)
    if not folder.is_dir():
        words = _("The data folder {folder} is not there yet.")
        yield Check("folder", "warn", words.format(folder=folder))
        return
    yield private("folder", folder, wanted=0o750)
    yield free_space(shutil.disk_usage(folder).free)


def free_space(free: int) -> Check:
    status: Status = "ok"
    if free < FREE_BYTES_WARN:
        status = "bad" if free < FREE_BYTES_BAD else "warn"
    words = _("{megabytes} MB are free where the data lie.")
    return Check("disk", status, words.format(megabytes=free // 1_000_000))


def private(name: str, path: Path, *, wanted: int) -> Check:
    """A path that others may not enter more than wanted."""
    mode = stat.S_IMODE(path.stat().st_mode)
    values = {"path": path, "mode": f"{mode:04o}", "wanted": f"{wanted:04o}"}
    if mode & ~wanted & 0o777:
        words = _("{path} has the mode {mode}, which lets others in. Run: chmod {wanted} {path}")
        return Check(name, "bad" if mode & 0o002 else "warn", words.format(**values))
    return Check(name, "ok", _("{path} has the mode {mode}.").format(**values))


def look_key() -> Iterator[Check]:
    path = Path(settings.KEY_FILE)
    if not path.exists():
        words = _("The log's signing key {path} is not there; it is made with the first agency.")
        yield Check("key", "warn", words.format(path=path))
        return
    found = private("key", path, wanted=0o600)
    yield found._replace(status="ok" if found.status == "ok" else "bad")


def look_exposure() -> Iterator[Check]:
    yield from exposure(
        debug=settings.DEBUG, demo=settings.DEMO, hosts=list(settings.ALLOWED_HOSTS)
    )


def exposure(*, debug: bool, demo: bool, hosts: Sequence[str]) -> Iterator[Check]:
    """What is fit for one's own machine only must not answer to the world."""
    local = set(hosts) <= LOCAL
    if debug:
        words = _("DEBUG is on: error pages show the inside. Never outside your own machine.")
        yield Check("debug", "warn" if local else "bad", words)
    if demo:
        words = _("Demonstration mode: anybody may take any part. Never outside your own machine.")
        yield Check("demo", "ok" if local else "bad", words)
    if "*" in hosts:
        words = _("ALLOWED_HOSTS lets any name in: name the hosts that you serve.")
        yield Check("hosts", "bad", words)
    elif not hosts:
        words = _("ALLOWED_HOSTS is empty: every request will be refused.")
        yield Check("hosts", "warn", words)
    else:
        words = _("Answers to {hosts}.")
        yield Check("hosts", "ok", words.format(hosts=", ".join(hosts)))


def look_tools() -> Iterator[Check]:
    """Nice to have, so never worse than ok."""
    absent = {
        "chromium": _("not here; only the browser tests need it"),
        "pg_dump": _("not here; only backups of PostgreSQL need it"),
    }
    for tool, words in absent.items():
        yield Check(tool, "ok", shutil.which(tool) or words)
    yield pdf_files()


def pdf_files() -> Check:
    """Whether certificates can be made as PDF files: tried, not only looked up."""
    try:
        made = pdf.loaded().__version__
    except pdf.CannotMake as error:
        words = _(
            "No PDF files can be made, and pages print all the same. On Debian and Ubuntu: sudo "
            "apt install {packages} ({error})"
        )
        problem = str(error).strip().splitlines() or [""]
        values = {"packages": pdf.PACKAGES, "error": problem[0]}
        return Check("pdf", "ok", words.format(**values))
    return Check(
        "pdf", "ok", _("PDF files can be made, by WeasyPrint {version}.").format(version=made)
    )
