"""`remit demo`: a working agency with a real election, played by performing acts, and served."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from textwrap import wrap

from remit.project import environment

WIDTH = 72
LOOK_AT = """
  the remit             {at}/en/remits/W-2023
  the result            {at}/en/ballots/green
  an act refused        {at}/en/record/{refused}
  the money             {at}/en/remits/W-2023/money
  check it yourself     {at}/en/verify

In another window:      ./remit verify {at}
Stop with Ctrl-C. Everything is in {home}; delete that folder to begin again.
"""


def run(arguments: list[str]) -> int:
    """0 when it was served and stopped, or every check held."""
    options = parser().parse_args(arguments)
    home = environment.demonstration()
    environment.use_demonstration()
    from remit.project import serving

    if not options.check and not serving.free("127.0.0.1", options.port):
        print(
            f"127.0.0.1:{options.port} is in use: perhaps by a demonstration in another window. "
            f"Stop that one, or choose another: ./remit demo --port {options.port + 1}",
            file=sys.stderr,
        )
        return 1
    import django

    django.setup()
    from remit.project.demo import playing

    problem = playing.play()
    if problem:
        print(
            f"\n{problem}\nIf it is a matter of space or permissions, mend that and start once "
            "more: it carries on from here.\n"
            f"To begin again, delete {home} and start the demonstration once more.",
            file=sys.stderr,
        )
        return 1
    return check() if options.check else serve(options.port, home)


def parser() -> argparse.ArgumentParser:
    known = argparse.ArgumentParser(prog="remit demo", description=__doc__)
    known.add_argument("--check", action="store_true", help="check each step; do not serve")
    known.add_argument("--port", type=int, default=8000)
    return known


def check() -> int:
    """The table, and whether all of it held."""
    from remit.project.demo import checking

    found = checking.lines()
    print(f"\n      {'step':<12} {'what':<{WIDTH}}  verified by")
    for line in found:
        mark = "ok  " if line.ok else "FAIL"
        first, *more = wrap(line.what, WIDTH)
        print(f"{mark}  {line.step:<12} {first:<{WIDTH}}  {line.how}")
        for rest in more:
            print(f"      {'':<12} {rest}")
    failed = sum(not line.ok for line in found)
    print(f"\n{len(found) - failed} of {len(found)} hold.")
    return 1 if failed else 0


def serve(port: int, home: Path) -> int:
    from remit.project import serving
    from remit.project.demo import steps

    at = f"http://127.0.0.1:{port}"
    refused = steps.key_of("over-the-cap")

    def ready() -> None:
        print(f"\nRemit is at {at}")
        print(LOOK_AT.format(at=at, refused=refused, home=home), flush=True)

    status = serving.serve("127.0.0.1", port, threads=4, ready=ready)
    print("\nStopped. The next start carries on from here.")
    return status
