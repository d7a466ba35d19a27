"""The demonstration as a program of its own: begun, asked, killed, and looked at from outside.

Each has a home and a database to itself, whatever database the tests run on, so that whatever
befalls it stays with it.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from tests.faults.visitor import Visitor

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60
LOG = {"REMIT_LOG_ORIGIN": "demo.remit.example/log"}
ROOM_BYTES = 1_000_000
"""More than a demonstration's database needs; its write-ahead log is soon as large."""
PR_CAPBSET_DROP, OVERRIDES = 24, (1, 2)
"""What lets root write and read whatever a folder's mode says."""


class Impatient(AssertionError):
    """Something that was waited for did not come."""


def session(leader: int) -> list[int]:
    """The programs of the session that this one began, whoever their parent is by now."""
    found = []
    for program in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, ProcessLookupError):
            if os.getsid(int(program.name)) == leader:
                found.append(int(program.name))
    return found


def as_in_a_terminal() -> None:
    """Started from a script in the background, we would hand on that Ctrl-C is not heard."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def bound_by_modes() -> None:
    """Folders mean what their modes say, for root as well."""
    as_in_a_terminal()
    for power in OVERRIDES:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, power, 0, 0, 0)


def with_little_room() -> None:
    """No file may grow beyond this: to a program it is a full disk."""
    as_in_a_terminal()
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM_BYTES, ROOM_BYTES))


@dataclass(frozen=True)
class Row:
    """A record as its table keeps it."""

    number: int
    key: UUID
    outcome: str
    body: str
    digest: str

    @property
    def said(self) -> dict[str, Any]:
        """The leaf without its salt, which is another in every telling."""
        leaf: dict[str, Any] = json.loads(self.body)
        return {**leaf, "by": leaf["by"]["position"]}


@dataclass
class Demonstration:
    """`remit demo` with this home and this database; ended with `end`, if nothing else ends it."""

    home: Path
    database: str
    port: int
    settings: dict[str, str] = field(default_factory=dict)
    begun: list[subprocess.Popen[str]] = field(default_factory=list)
    story: list[Row] = field(default_factory=list)
    """Its record when the story was just told."""

    @property
    def at(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def public(self) -> Path:
        return self.home / "demo" / "public"

    def environment(self, command: str) -> dict[str, str]:
        """`serve` is for an agency: it is told that the demonstration is the one."""
        own = {name: value for name, value in os.environ.items() if not name.startswith("REMIT_")}
        own["PYTHONPATH"] = f"{ROOT / 'src'}{os.pathsep}{ROOT}"
        own |= {"REMIT_HOME": str(self.home), "REMIT_DATABASE": self.database}
        if command == "serve":
            own |= {"REMIT_HOME": str(self.home / "demo"), "REMIT_DEMO": "1", **LOG}
        return own | self.settings

    @property
    def on_sqlite(self) -> bool:
        return self.database.startswith("sqlite")

    def begin(
        self, *arguments: str, module: str = "", within: Callable[[], None] = as_in_a_terminal
    ) -> subprocess.Popen[str]:
        """Start a program in this home, as the leader of a group; `within` narrows its world."""
        module = module or ("remit.project.cli" if self.on_sqlite else "tests.faults.elsewhere")
        program = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            env=self.environment(arguments[0]),
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=within,
        )
        self.begun.append(program)
        return program

    def run(self, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
        """Start a program, and wait for its end and its words."""
        program = self.begin(*arguments, **options)
        out, err = program.communicate(timeout=PATIENCE_SECONDS)
        return subprocess.CompletedProcess(program.args, program.returncode, out, err)

    def check(self) -> subprocess.CompletedProcess[str]:
        """The story told to its end, and each step looked at."""
        return self.run("demo", "--check")

    def verify(self, *options: str | Path) -> subprocess.CompletedProcess[str]:
        """The public files alone, checked as an outsider does."""
        return self.run("verify", str(self.public), *map(str, options))

    def serve(self, command: str = "demo", **options: Any) -> subprocess.Popen[str]:
        """Served, and answering: the door opens a moment before anybody stands behind it."""
        program = self.begin(command, "--port", str(self.port), **options)
        wait(lambda: answers(self.port), while_running=program)
        Visitor(self.at).get("/log/checkpoint")
        return program

    def records(self) -> list[Row]:
        """What is on the record now, in its order; nothing before there is a table for it."""
        asked = "SELECT id, key, outcome, body, digest FROM record_record ORDER BY id"
        return [Row(n, UUID(str(key)), *rest) for n, key, *rest in self.ask(asked)]

    def ask(self, sql: str) -> Sequence[tuple[Any, ...]]:
        """Rows of the database, read past the program; none while the table is not there."""
        with looking_at(self.database) as look:
            return look(sql)

    def wait_for_records(self, number: int, program: subprocess.Popen[str]) -> None:
        with looking_at(self.database) as look:
            counted = "SELECT count(*) FROM record_record"
            wait(lambda: first(look(counted)) >= number, while_running=program)

    def end(self) -> None:
        """Whatever of it still runs, orphans too: all that stayed in the session that it led."""
        for program in self.begun:
            for left in (program.pid, *session(program.pid)):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(left, signal.SIGKILL)
            program.communicate()
        wait(lambda: not answers(self.port))


def first(rows: Sequence[tuple[Any, ...]]) -> int:
    return int(rows[0][0]) if rows else 0


@contextlib.contextmanager
def looking_at(database: str) -> Iterator[Callable[[str], Sequence[tuple[Any, ...]]]]:
    """A connection that only reads, and takes no part in what the killed one left behind."""
    with contextlib.ExitStack() as stack:
        opened: list[Any] = []

        def look(sql: str) -> Sequence[tuple[Any, ...]]:
            if not opened and not there(database):
                return []
            if not opened:
                opened.append(stack.enter_context(contextlib.closing(connect(database))))
            try:
                return list(opened[0].execute(sql).fetchall())
            except Exception as error:
                if type(error).__name__ == "UndefinedTable" or "no such table" in str(error):
                    return []  # it is still to come
                raise

        yield look


def there(database: str) -> bool:
    parts = urlsplit(database)
    return parts.scheme != "sqlite" or Path(parts.path).exists()


def connect(database: str) -> Any:
    parts = urlsplit(database)
    if parts.scheme == "sqlite":
        return sqlite3.connect(f"file:{parts.path}?mode=ro", uri=True)
    import psycopg

    return psycopg.connect(
        host=parse_qs(parts.query)["host"][0],
        user=parts.username,
        dbname=parts.path.lstrip("/"),
        autocommit=True,
    )


def wait(
    until: Callable[[], object], *, while_running: subprocess.Popen[str] | None = None
) -> None:
    """Until it is so. Impatient when it does not come, with the program's words if it ended."""
    ends = time.monotonic() + PATIENCE_SECONDS
    while not until():
        if while_running is not None and while_running.poll() is not None:
            raise Impatient(f"it ended first: {while_running.communicate()}")
        if time.monotonic() > ends:
            raise Impatient("it did not come")
        time.sleep(0.002)


def answers(port: int) -> bool:
    """Whether somebody listens there."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def children(program: int) -> list[int]:
    """The programs that it has started, and those that they have."""
    try:
        below = [
            int(c) for c in Path(f"/proc/{program}/task/{program}/children").read_text().split()
        ]
    except (FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
        below = []
    return below + [child for direct in below for child in children(direct)]
