"""`remit doctor`: what an operator should know before trusting this installation."""

from __future__ import annotations

import argparse

from remit.project import environment

MARKS = {"ok": "ok  ", "warn": "WARN", "bad": "BAD "}


def run(arguments: list[str]) -> int:
    """0 when nothing is bad; a warning is no failure."""
    known = argparse.ArgumentParser(prog="remit doctor", description=__doc__)
    known.add_argument("--demo", action="store_true", help="look at the demonstration")
    if known.parse_args(arguments).demo:
        environment.use_demonstration()
    import django

    django.setup()
    from django.conf import settings

    from remit.project import doctor

    found = doctor.checks()
    print(f"Looking at {settings.HOME}\n")
    for check in found:
        print(f"{MARKS[check.status]}  {check.name:<12} {check.words}")
    return 1 if doctor.worst(found) == "bad" else 0
