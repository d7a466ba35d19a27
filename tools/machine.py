"""Which of Debian's programs are here, and how to get one that is not.

PostgreSQL, Chromium and Pango are no Python packages: the lock files cannot bring them. Where this
runs as root on Debian it may install them; elsewhere it only looks.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

HINT = "started as root, this installs what is missing"
APT = Path("/usr/bin/apt-get")
PATHS = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
POSTGRES_OLDEST = 15
PANGO = ("libpango-1.0", "libpangoft2-1.0")


def find_postgres(*, install: bool, folder: Path = Path("/usr/lib/postgresql")) -> Path | None:
    """The folder of initdb and postgres: version 15, else the oldest newer one."""
    for attempt in range(2):
        versions = sorted(int(p.name) for p in folder.glob("*") if p.name.isdigit())
        for version in versions:
            if version >= POSTGRES_OLDEST and (folder / str(version) / "bin" / "initdb").exists():
                return folder / str(version) / "bin"
        if attempt or not install or not apt_install("postgresql"):
            break
    return None


def find_chromium(*, install: bool, folder: Path = Path("/usr")) -> Path | None:
    """Debian's Chromium, and the library that Playwright's driver expects of every system."""
    for attempt in range(2):
        program = folder / "bin" / "chromium"
        if program.exists() and any((folder / "lib").glob("*/libatomic.so.1")):
            return program
        if attempt or not install or not apt_install("chromium", "libatomic1", "fonts-dejavu-core"):
            break
    return None


def find_pango(*, install: bool, folder: Path = Path("/usr/lib")) -> Path | None:
    """The library with which WeasyPrint sets letters; PDF files need it and its neighbour."""
    for attempt in range(2):
        found = [next(folder.glob(f"*/{name}.so.0"), None) for name in PANGO]
        if all(found):
            return found[0]
        if attempt or not install or not apt_install(*(f"{name}-0" for name in PANGO)):
            break
    return None


def apt_install(*packages: str) -> bool:
    """Ask Debian for packages; False where that is not ours to do, or did not work."""
    if os.geteuid() != 0 or not APT.exists():
        return False
    print(f"Installing {', '.join(packages)} with apt.", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "PATH": PATHS}
    for task in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            [APT, "-qq", *task],
            env=quiet,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        if done.returncode:
            print(done.stdout.decode(errors="replace"), flush=True)
    return done.returncode == 0
