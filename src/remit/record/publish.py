"""The public files: log, books and ballots, as anybody may fetch, keep and check them.

The database is the truth; these files follow it. Each is written whole under another name and
then put in place, the checkpoint last, so that whoever sees a checkpoint finds all it vouches
for. Run again after a crash, or with the folder gone, it writes what is missing.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from remit.core.ledger import Entry, Posting, write_books_csv
from remit.core.log import (
    EMPTY_ROOT,
    LogError,
    TileReader,
    Tree,
    changed_files,
    parse_signer_key,
    read_checkpoint,
)
from remit.record import models
from remit.record.registry import PUBLISHERS

CHECKPOINT = "log/checkpoint"
KEY = "log/key"
BOOKS = "books.csv"
LOCK = ".lock"
SCRAP = ".new-"
"""How a file is called while it is being written."""


def folder() -> Path:
    return Path(settings.PUBLIC_FOLDER)


def fetch(path: str) -> bytes:
    """A public file's content. OSError if it is not there."""
    return (folder() / path).read_bytes()


def fetch_tile(path: str) -> bytes:
    """The same for a path that is relative to the log."""
    return fetch(f"log/{path}")


@contextmanager
def taking_turns() -> Iterator[None]:
    """Only one at a time, thread or process, makes the key and these files."""
    folder().mkdir(parents=True, exist_ok=True)
    with (folder() / LOCK).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def publish() -> None:
    """Bring the public files up to the newest checkpoint.

    LogError if the records of the database are not those that were signed.
    """
    newest = models.Checkpoint.objects.order_by("-size").first()
    old = standing()
    if newest is None or old == newest.size:
        return
    for path, data in files(old, newest):
        put(path, data)


def mend() -> int:
    """Look at every public file, and write anew what is lost or damaged. Returns how many were.

    `publish` looks at what it goes on from; at what is done with, this does, when the worker
    starts. It reads the whole record.
    """
    size, note = published()
    newest = models.Checkpoint.objects.filter(size=size, note=note).first()
    if newest is None:
        return 0  # `publish` will write everything
    for scrap in folder().rglob(f"{SCRAP}*"):
        scrap.unlink(missing_ok=True)
    mended = 0
    for path, data in files(0, newest):
        if not holds(path, data):
            put(path, data)
            mended += 1
    return mended


def files(old: int, newest: models.Checkpoint) -> Iterator[tuple[str, bytes]]:
    """Path and content of what changed since a size, in the order in which it is to be written.

    What is named by its own digest comes only if it is not there, unless all is asked for.
    """
    tree = Tree(old, TileReader(fetch_tile, old).subtree if old else None)
    for digest in digests(old, newest.size):
        tree.append(digest)
    if tree.root() != read_checkpoint(newest.note.encode()).root:
        raise LogError("frontier_invalid", size=newest.size)
    for path, data in changed_files(old, newest.size, subtree=tree.subtree, entries=entries):
        yield f"log/{path}", data
    for publisher in PUBLISHERS:
        for path, read in publisher():
            if not old or not (folder() / path).exists():
                yield path, read()
    yield KEY, f"{verifier_key()}\n".encode()
    yield BOOKS, write_books_csv(postings(newest.size))
    yield CHECKPOINT, newest.note.encode()


def holds(path: str, data: bytes) -> bool:
    """Whether this file is there, and whole."""
    try:
        return fetch(path) == data
    except OSError:
        return False


def tree_of(size: int) -> Tree:
    """The published tree, to be continued. LogError where the files do not hold it."""
    if size and (found := published())[0] != size:
        raise LogError("proof_range", start=0, end=size, size=found[0])
    return Tree(size, TileReader(fetch_tile, size).subtree if size else None)


def published() -> tuple[int, str]:
    """Size and text of the checkpoint that the public sees; nothing, if there is none to read."""
    try:
        note = fetch(CHECKPOINT)
        return read_checkpoint(note).size, note.decode()
    except (OSError, LogError, UnicodeDecodeError):
        return 0, ""


def standing() -> int:
    """How much of the published log can be built on: all of it or, if it is damaged, nothing."""
    size, note = published()
    if not models.Checkpoint.objects.filter(size=size, note=note).exists():
        return 0
    try:
        root = TileReader(fetch_tile, size).root() if size else EMPTY_ROOT
    except LogError:
        return 0
    return size if root == read_checkpoint(note.encode()).root else 0


def digests(first: int, end: int) -> Iterator[bytes]:
    """The leaves' hashes, in their order."""
    found = models.Leaf.objects.filter(index__gte=first, index__lt=end).order_by("index")
    for digest in found.values_list("record__digest", flat=True).iterator():
        yield bytes.fromhex(digest)


def entries(first: int, end: int) -> list[bytes]:
    """The leaves themselves."""
    found = models.Leaf.objects.filter(index__gte=first, index__lt=end).order_by("index")
    return [body.encode() for body in found.values_list("record__body", flat=True)]


def postings(size: int) -> Iterator[Entry]:
    """What the leaves up to this size posted, in the order of the record."""
    found = models.Posting.objects.filter(record__leaf__index__lt=size)
    fields = ("record__leaf__index", "debit__path", "credit__path", "amount", "unit")
    for index, *posting in found.order_by("record__leaf__index", "pk").values_list(*fields):
        yield Entry(index, Posting(*posting))


def verifier_key() -> str:
    """The line by which anybody can check this log's signatures."""
    secret = Path(settings.KEY_FILE).read_text(encoding="utf-8")
    return str(parse_signer_key(secret.strip()).verifier)


def put(path: str, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    target = folder() / path
    target.parent.mkdir(parents=True, exist_ok=True)
    scrap = target.with_name(f"{SCRAP}{target.name}.{os.getpid()}")
    with scrap.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    scrap.replace(target)
