"""Playing the story with a progress bar, and sealing what it recorded."""

from __future__ import annotations

import sys

from django.core.management import call_command
from django.db import DatabaseError, connection

from remit.core.log import LogError
from remit.project.demo import steps, story
from remit.record import reads, sealer
from remit.record.act import Impossible
from remit.record.perform import NotDone
from remit.record.self_test import self_test

WIDTH = 32
BROKEN = (DatabaseError, Impossible, LogError, NotDone, OSError, sealer.KeyMissing)


def play() -> str:
    """Tell the story as far as it was not told yet. What stood in the way, or nothing."""
    try:
        call_command("migrate", verbosity=0)
        if let_through := self_test(connection):
            return "The database let through what it must refuse:\n  " + "\n  ".join(let_through)
        if reads.record(steps.key_of("families:carer?")) is None:
            tell()
        sealer.signing_key()  # looked at even if nothing is left to be signed
        sealer.seal()
    except BROKEN as error:
        if stopped(error):
            raise KeyboardInterrupt from error
        return f"The demonstration could not go on: {error}"
    return ""


def stopped(error: BaseException) -> bool:
    """Whether it came of Ctrl-C: a driver that is interrupted may say that its query failed."""
    before = error.__cause__ or error.__context__
    return isinstance(error, KeyboardInterrupt) or (before is not None and stopped(before))


def tell() -> None:
    """Every step that is not on the record yet."""
    total = story.length()
    for done, step in enumerate(story.steps(), start=1):
        steps.play(step)
        show(done, max(total, done), step.name)
    print(file=sys.stderr)


def show(done: int, total: int, name: str) -> None:
    """A bar on a terminal; in a file one line for each tenth."""
    if sys.stderr.isatty():
        full = WIDTH * done // total
        bar = "█" * full + "░" * (WIDTH - full)
        print(f"\r{bar} {done}/{total} {name:<24.24}", end="", file=sys.stderr, flush=True)
    elif done == total or done * 10 // total > (done - 1) * 10 // total:
        print(f"{done}/{total} {name}", file=sys.stderr, flush=True)
