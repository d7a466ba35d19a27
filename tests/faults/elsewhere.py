"""`remit demo` as it is, but on the named database: `python -m tests.faults.elsewhere demo`.

The demonstration always keeps to SQLite. Its acts must stand being killed on PostgreSQL as well.
"""

from __future__ import annotations

import os
import sys

from remit.project import cli, environment

own = environment.use_demonstration


def on_the_named_database() -> None:
    named = os.environ["REMIT_DATABASE"]
    own()
    os.environ["REMIT_DATABASE"] = named


if __name__ == "__main__":
    environment.use_demonstration = on_the_named_database
    sys.exit(cli.main())
