"""`remit doctor`: what an operator should know before trusting this installation."""

from __future__ import annotations

import argparse

MARKS = {"ok": "ok  ", "warn": "WARN", "bad": "BAD "}


def run(arguments: list[str]) -> int:
    """0 when nothing is bad; a warning is no failure."""
    argparse.ArgumentParser(prog="remit doctor", description=__doc__).parse_args(arguments)
    import django

    django.setup()
    from remit.project import doctor

    found = doctor.checks()
    for check in found:
        print(f"{MARKS[check.status]}  {check.name:<12} {check.words}")
    return 1 if doctor.worst(found) == "bad" else 0
