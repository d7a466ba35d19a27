"""`remit verify [PLACE]`: check a record, its books and its counts from outside.

PLACE is the address of a site or a folder with its public files. It needs no database and trusts
nothing that it can work out again.
"""

from __future__ import annotations

import argparse
import sys
import time
import urllib.request
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from remit.core.log import LogError, parse_verifier_key
from remit.core.verify import Report, verify
from remit.core.words import PLAIN
from remit.project import environment

BYTES_MAX = 64 * 1024 * 1024
SECONDS = 30
PAUSE_SECONDS = 3
"""Some turns of the sealer."""
MARKS = {True: "ok  ", False: "FAIL", None: "-   "}


def run(arguments: list[str]) -> int:
    """0 when everything holds, 1 when something does not, 2 when there is nothing to check."""
    options = parser().parse_args(arguments)
    place = options.place or default_place()
    if place is None:
        print("There is no record here yet. Name a site or a folder.", file=sys.stderr)
        return 2
    print(f"Checking {place}\n")
    try:
        key, before = trusted(options.key), recall(options.remember)
        report = verify(fetcher(place), trusted_key=key, remembered=before)
        if ahead(report):
            time.sleep(PAUSE_SECONDS)
            report = verify(fetcher(place), trusted_key=key, remembered=before)
        show(report)
        if report.ok and options.remember and report.checkpoint_note:
            options.remember.write_bytes(report.checkpoint_note)
    except (LogError, OSError) as error:
        print(f"remit verify: {error}", file=sys.stderr)
        return 2
    return 0 if report.ok else 1


def ahead(report: Report) -> bool:
    """Whether a site was met between its books and the checkpoint that covers them."""
    first = report.first_problem
    return first is not None and first.code == "books_ahead"


def parser() -> argparse.ArgumentParser:
    known = argparse.ArgumentParser(prog="remit verify", description=__doc__)
    known.add_argument("place", nargs="?", help="https://… or a folder; without it, what is here")
    known.add_argument("--key", help="the log's key as you know it: the line, or a file with it")
    known.add_argument(
        "--remember",
        type=Path,
        metavar="FILE",
        help="a file for the checkpoint: the next check proves that the log only grew",
    )
    return known


def default_place() -> str | None:
    """The record of this installation, or else of its demonstration."""
    home = environment.home()
    given = environment.text("REMIT_PUBLIC")
    own = [Path(given)] if given else []
    for folder in (*own, home / "public", environment.demonstration() / "public"):
        if (folder / "log" / "checkpoint").exists():
            return str(folder)
    return None


def trusted(key: str | None) -> str | None:
    """The key's line, whichever way it was given. LogError if it is none."""
    if not key:
        return None
    path = Path(key)
    line = path.read_text(encoding="utf-8").strip() if path.is_file() else key.strip()
    parse_verifier_key(line)
    return line


def recall(path: Path | None) -> bytes | None:
    return path.read_bytes() if path and path.exists() else None


def fetcher(place: str) -> Callable[[str], bytes]:
    """How to get a public file from there."""
    if urlsplit(place).scheme in ("http", "https"):
        return lambda path: get(f"{place.rstrip('/')}/{path}")
    folder = Path(place.removeprefix("file://"))
    return lambda path: (folder / path).read_bytes()


def get(url: str) -> bytes:
    """One file over the network, of a size that fits in memory. OSError if there is none."""
    try:
        with urllib.request.urlopen(url, timeout=SECONDS) as answer:
            data: bytes = answer.read(BYTES_MAX + 1)
    except (HTTPException, ValueError) as error:
        raise OSError(f"{url}: {error}") from error
    if len(data) > BYTES_MAX:
        raise OSError(f"{url} is larger than {BYTES_MAX} bytes")
    return data


def show(report: Report) -> None:
    """The steps, then what it comes to."""
    for step in report.steps:
        print(f"{MARKS[step.ok]}  {step.title.render(PLAIN):<36} {step.words.render(PLAIN)}")
        for problem in step.detail:
            print(f"      {problem}")
    if report.checkpoint:
        head = report.checkpoint
        print(f"\nCheckpoint of {head.origin}: {head.size} records, root {head.root.hex()}")
    print("Everything holds." if report.ok else f"It does not hold. First: {report.first_problem}")
