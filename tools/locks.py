#!/usr/bin/env python3
"""Make the lock files anew from the .in files: `python -m tools.locks`, with `uv` on the PATH.

One lock serves every machine: all the digests of every pinned version, and markers where a package
is for one platform only. `--upgrade` takes newer versions; without it only what changed moves.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# In this order: each keeps to the one before it.
NAMES = ("requirements", "requirements-test", "requirements-bench")
OLDEST = "3.11"


def main(arguments: list[str]) -> None:
    shape = ["--universal", "--python-version", OLDEST, "--generate-hashes", "--no-header"]
    quiet = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    for name in NAMES:
        files = [f"{name}.in", "-o", f"{name}.lock"]
        command = ["uv", "pip", "compile", "--quiet", *shape, *arguments, *files]
        subprocess.run(command, cwd=ROOT, env=quiet, check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
