"""What the public account shows: the record, how far it is sealed, and whether it all holds."""

from __future__ import annotations

import re
from pathlib import Path
from threading import Lock

from remit.core.verify import Report, verify
from remit.record import publish

PUBLIC = re.compile(
    r"log/(?:checkpoint|key|tile/(?:entries|\d{1,2})(?:/x\d{3})*/\d{3}(?:\.p/\d{1,3})?)"
    r"|books\.csv|ballots/[0-9a-f]{64}\.pb"
)
_one_at_a_time = Lock()
held: dict[str, Report] = {}
"""By checkpoint, the last report in which everything held."""


def public_file(path: str) -> Path | None:
    """A file that is meant for everybody; None for whatever else may lie in the folder."""
    found = publish.folder() / path
    return found if PUBLIC.fullmatch(path) and found.is_file() else None


def key() -> str:
    """The line by which the log's signatures are checked, as published: pages need no secret."""
    try:
        return publish.fetch(publish.KEY).decode(errors="replace").strip()
    except OSError:
        return ""


def report() -> Report | None:
    """The whole check of what is published now; None before the first checkpoint.

    What a checkpoint vouches for does not change, so what held is checked once for each process.
    """
    _, note = publish.published()
    if not note:
        return None
    with _one_at_a_time:
        if note not in held:
            found = verify(publish.fetch, trusted_key=None)
            if not found.ok:  # perhaps seen while the files were being written: then not again
                with publish.taking_turns():
                    found = verify(publish.fetch, trusted_key=None)
            if not found.ok:
                return found
            held.clear()
            held[note] = found
        return held[note]
