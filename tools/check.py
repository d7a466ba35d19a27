#!/usr/bin/env python3
"""Every check that must pass before a change lands, in order, each with its time.

`./remit test` runs this inside the environment it has made. A check that fails does not stop the
others: one run tells everything. The last line printed is always pytest's own closing line, so
that whoever reads only the end reads the truth; what failed is named just above it.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tools import machine

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
COLOUR = sys.stdout.isatty()

CLOSING = re.compile(r"^=+ .*\bin \d[\d.]*s.* =+$")


@dataclass(frozen=True)
class Result:
    """How one command ended, and pytest's closing line if it was pytest."""

    ok: bool
    closing: str = ""


AT_THE_DATABASE = ("at_once", "facts", "guard", "jobs", "locks", "perform_requests", "sealer")
"""Parts of the record where the two databases differ; all else runs on PostgreSQL with --all."""


@dataclass
class Run:
    """What one call of ./remit test was asked for, and what it has found so far."""

    everything: bool
    scratch: Path
    stack: ExitStack
    postgres: Path | None = None
    chromium: Path | None = None
    times: list[tuple[str, float, Result]] = field(default_factory=list)

    @property
    def which(self) -> str:
        return "not browser" if self.everything else "not browser and not slow"


def tidy(run: Run) -> Result:
    return pytest("tests/tidy")


def contracts(run: Run) -> Result:
    return call(BIN / "lint-imports", "--no-logo")


def style(run: Run) -> Result:
    first = call(BIN / "ruff", "check", ".")
    second = call(BIN / "ruff", "format", "--check", ".")
    return Result(first.ok and second.ok)


def types(run: Run) -> Result:
    return call(BIN / "mypy")


def sqlite(run: Run) -> Result:
    database = {"REMIT_DATABASE": f"sqlite:///{run.scratch}/tests.sqlite3"}
    return pytest(*rooms(), "-m", run.which, *spread(), environment=database)


def postgres(run: Run) -> Result:
    assert run.postgres is not None
    address = run.stack.enter_context(cluster(run.postgres))
    only = ["-p", "tools.database_only", "-m", run.which]
    where = rooms() if run.everything else at_the_database()
    return pytest(*where, *only, *spread(), environment={"REMIT_DATABASE": address})


def browser(run: Run) -> Result:
    database = {"REMIT_DATABASE": f"sqlite:///{run.scratch}/browser.sqlite3"}
    which = "browser" if run.everything else "browser and not slow"
    return pytest("tests/browser", "-m", which, *spread(), environment=database)


CHECKS: dict[str, tuple[str, Callable[[Run], Result]]] = {
    "tidy": ("The house rules", tidy),
    "contracts": ("Imports run one way", contracts),
    "style": ("ruff: style", style),
    "types": ("mypy: types, strict in the core", types),
    "sqlite": ("Tests, on SQLite", sqlite),
    "postgres": ("Tests that touch the database, on PostgreSQL", postgres),
    "browser": ("Tests in Chromium", browser),
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./remit test", description=__doc__)
    parser.add_argument("--all", action="store_true", help="slow tests too; nothing is skipped")
    parser.add_argument("--only", metavar="NAMES", help=f"some of {','.join(CHECKS)}")
    options, rest = parser.parse_known_args(arguments)
    os.environ.setdefault("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
    if rest:
        os.execv(sys.executable, [sys.executable, "-m", "pytest", *rest])
    names = options.only.split(",") if options.only else list(CHECKS)
    if unknown := [name for name in names if name not in CHECKS]:
        parser.error(f"no such check: {', '.join(unknown)} (there are {', '.join(CHECKS)})")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="remit-test-")))
        # What somebody has set for their own installation is not what is tested.
        for name in [name for name in os.environ if name.startswith("REMIT_")]:
            del os.environ[name]
        os.environ["REMIT_HOME"] = str(scratch)
        run = Run(everything=options.all, scratch=scratch, stack=stack)
        names = [name for name in names if possible(name, run=run)]
        for position, name in enumerate(names, start=1):
            if position == len(names) > 1:
                so_far(run)
            heading(f"{position}/{len(names)} {name}: {CHECKS[name][0]}")
            began = time.monotonic()
            result = CHECKS[name][1](run)
            run.times.append((name, time.monotonic() - began, result))
    return close(run)


def possible(name: str, *, run: Run) -> bool:
    """Find the tool that a check needs; say by name what is skipped for want of it."""
    if name == "sqlite":  # where Pango is missing, the tests of PDF files skip by themselves
        present("Pango", machine.find_pango(install=True), run=run)
    if name == "postgres":
        run.postgres = machine.find_postgres(install=True)
        return present("PostgreSQL 15 or newer", run.postgres, run=run)
    if name == "browser":
        if not (ROOT / "tests" / "browser").is_dir():
            return False
        run.chromium = machine.find_chromium(install=True)
        return present("Chromium", run.chromium, run=run)
    return True


def present(tool: str, found: Path | None, *, run: Run) -> bool:
    if found is None and run.everything:
        sys.exit(f"{tool} is missing and could not be installed; --all does not skip.")
    if found is None:
        print(f"SKIPPED for want of {tool}: its tests did not run. ({machine.HINT})", flush=True)
    return found is not None


def so_far(run: Run) -> None:
    """Before the last check, because its closing line ends the output."""
    print("\nSo far:")
    for name, seconds, result in run.times:
        print(f"  {name:<10} {'ok' if result.ok else 'FAILED':<7} {seconds:6.1f} s")


def close(run: Run) -> int:
    """Nothing more when all went well; else what failed, then the closing line that says so."""
    failed = [(name, result) for name, _, result in run.times if not result.ok]
    if not failed:
        return 0
    print("\nFAILED: " + ", ".join(name for name, _ in failed))
    closings = [result.closing for _, result in failed if result.closing]
    closings += [result.closing for _, _, result in run.times[::-1] if result.closing]
    print("\n".join(closings[:1]), flush=True)
    return 1


def rooms() -> list[str]:
    """The folders of tests/, but for those that have a check of their own."""
    inside = sorted(p for p in (ROOT / "tests").iterdir() if next(p.rglob("test_*.py"), None))
    return [f"tests/{p.name}" for p in inside if p.name not in ("tidy", "browser")]


def at_the_database() -> list[str]:
    """The tests of the record that are about the database itself."""
    tests = sorted((ROOT / "tests" / "record").glob("test_*.py"))
    return [
        "tests/migrations",
        *(str(t) for t in tests if any(p in t.name for p in AT_THE_DATABASE)),
    ]


def spread() -> list[str]:
    """Two at a time: the machine that checks has two cores. A file stays on one worker."""
    return ["-n", "2", "--dist", "loadfile"]


def pytest(*arguments: str, environment: dict[str, str] | None = None) -> Result:
    colour = ["--color=yes"] if COLOUR else []
    command = [sys.executable, "-m", "pytest", *arguments, *colour]
    return call(*command, environment=environment)


def call(*command: str | Path, environment: dict[str, str] | None = None) -> Result:
    """Run a command, pass its words on as they come, and keep the end of them."""
    tail = b""
    child = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert child.stdout is not None
    try:
        while piece := os.read(child.stdout.fileno(), 65536):
            sys.stdout.buffer.write(piece)
            sys.stdout.flush()
            tail = (tail + piece)[-4096:]
        code = child.wait()
    finally:
        if child.poll() is None:
            child.terminate()
            child.wait()
    lines = re.sub(r"\x1b\[[\d;]*m", "", tail.decode(errors="replace")).splitlines()
    closing = next((line for line in reversed(lines) if CLOSING.match(line)), "")
    return Result(code == 0, closing)


@contextmanager
def cluster(binaries: Path) -> Iterator[str]:
    """A throw-away PostgreSQL that ends with this process, however this process ends."""
    keeper = subprocess.Popen(
        [sys.executable, ROOT / "tools" / "postgres.py", binaries],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert keeper.stdin is not None and keeper.stdout is not None
    try:
        address = keeper.stdout.readline().strip()
        if not address:
            raise RuntimeError("PostgreSQL did not start; its words stand above")
        yield address
    finally:
        keeper.stdin.close()
        keeper.wait(timeout=60)


def heading(text: str) -> None:
    print(f"\n--- {text} " + "-" * max(4, 90 - len(text)), flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
