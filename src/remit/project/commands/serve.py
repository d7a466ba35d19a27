"""`remit serve`: the pages of an agency of your own, with the worker beside them."""

from __future__ import annotations

import argparse
import sys


def run(arguments: list[str]) -> int:
    """Serve until stopped; 1 when something stands in the way."""
    options = parser().parse_args(arguments)
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import DatabaseError, connection

    from remit.project import serving
    from remit.record.self_test import self_test

    try:
        call_command("migrate", verbosity=0)
    except DatabaseError as error:
        print(f"The database cannot be used: {error}", file=sys.stderr)
        return 1
    if let_through := self_test(connection):
        print("The database let through what it must refuse:", *let_through, sep="\n  ")
        return 1
    if not serving.free(options.host, options.port):
        print(f"{options.host}:{options.port} is in use. Choose another --port.", file=sys.stderr)
        return 1
    return serving.serve(
        options.host,
        options.port,
        threads=options.threads,
        ready=lambda: print(f"Serving http://{options.host}:{options.port}", flush=True),
    )


def parser() -> argparse.ArgumentParser:
    known = argparse.ArgumentParser(prog="remit serve", description=__doc__)
    known.add_argument("--host", default="127.0.0.1")
    known.add_argument("--port", type=int, default=8000)
    known.add_argument("--threads", type=int, default=4)
    return known
