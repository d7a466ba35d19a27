#!/usr/bin/env python3
"""A throw-away PostgreSQL for tests: `tools/postgres.py BINARIES`.

Makes a cluster in a temporary folder, prints its address, and waits. When its standard input ends,
because whoever started it is done or was killed, it stops the cluster and removes the folder.
Nothing in it is meant to last, so nothing is synced to disk.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROLE = "remit"
# A socket's path has room for about a hundred letters; a long TMPDIR would not fit.
SHORT = 60
SERVER = (
    "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    " -c max_connections=60 -c shared_buffers=64MB -c timezone=UTC"
)


def main(binaries: Path) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    short = tempfile.gettempdir() if len(tempfile.gettempdir()) < SHORT else "/tmp"
    folder = Path(tempfile.mkdtemp(prefix="remit-pg-", dir=short))
    owner = as_owner()
    if owner:
        os.chown(folder, owner["user"], owner["group"])
    try:
        make(folder, binaries=binaries, owner=owner)
        print(f"postgresql://{ROLE}@/{ROLE}?host={folder}", flush=True)
        sys.stdin.read()
    finally:
        stop: list[str | Path] = [
            binaries / "pg_ctl",
            "-D",
            folder / "data",
            "-m",
            "immediate",
            "stop",
        ]
        subprocess.run(stop, **owner, cwd="/", stdout=subprocess.DEVNULL, check=False)
        shutil.rmtree(folder, ignore_errors=True)


def as_owner() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: then as Debian's own user for it."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def make(folder: Path, *, binaries: Path, owner: dict[str, Any]) -> None:
    """Standard output is for the address: the programs' own words show only when one fails."""
    data: list[str | Path] = ["-D", folder / "data"]
    locale = ["--encoding=UTF8", "--locale=C.UTF-8"]
    options = ["-o", f"-k {folder} {SERVER}"]
    steps: list[list[str | Path]] = [
        [binaries / "initdb", *data, "-U", ROLE, "--auth=trust", "--no-sync", *locale],
        [binaries / "pg_ctl", *data, "-w", "-t", "60", "-l", folder / "log", *options, "start"],
        [binaries / "createdb", "-h", folder, "-U", ROLE, ROLE],
    ]
    words = folder / "words"
    for step in steps:
        with words.open("w") as out:
            done = subprocess.run(
                step, **owner, cwd="/", stdin=subprocess.DEVNULL, stdout=out, stderr=out
            )
        if done.returncode:
            log = folder / "log"
            sys.exit(words.read_text() + (log.read_text() if log.exists() else ""))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
