"""The one command as an operator starts it: a process of its own, with nothing set but this."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SRC = Path(__file__).resolve().parents[2] / "src"
SECONDS_MAX = 120


def remit(*arguments: str | Path, home: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run it with this data folder and these REMIT_ settings, and wait for its end."""
    return python("-m", "remit.project.cli", *arguments, home=home, **settings)


def python(*arguments: str | Path, home: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """The same for any program that finds Remit's source."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("REMIT_")}
    return subprocess.run(
        [sys.executable, "-P", *map(str, arguments)],
        env={**kept, "PYTHONPATH": str(SRC), "REMIT_HOME": str(home), **settings},
        capture_output=True,
        text=True,
        timeout=SECONDS_MAX,
        check=False,
    )
