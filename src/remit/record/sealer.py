"""The sealer: records that stand become leaves of the log, under a signed checkpoint.

There is one. It takes *unsealed rows*, never "ids above the last": an act that began earlier may
commit later. Leaves and checkpoint are one transaction; then `publish` brings the public files
up to it, and can do so again from nothing.
"""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from remit.core.log import (
    Checkpoint,
    LogError,
    SignerKey,
    open_checkpoint,
    parse_signer_key,
    sign_checkpoint,
)
from remit.record import guard, models, publish
from remit.record.chance import new_seed

BATCH = 10_000
ADVISORY_LOCK = 0x72656D6974  # "remit"


class KeyMissing(Exception):
    """The signing key is not where it should be, though the log has begun."""


def seal() -> int:
    """Seal every record that waits, and publish. Returns how many there were."""
    sealed = 0
    with publish.taking_turns():
        while count := seal_batch():
            sealed += count
        publish.publish()
    return sealed


def mend() -> int:
    """Make whole what the public has, when the worker starts. Returns how many files were not."""
    with publish.taking_turns():
        return publish.mend()


def seal_batch() -> int:
    """One batch in one transaction: its leaves, and the checkpoint over all of them."""
    if not models.Record.objects.filter(leaf=None).exists():
        return 0
    publish.publish()  # the tree goes on from the tiles of the last checkpoint
    with guard.writing("record_leaf", "record_checkpoint"), transaction.atomic(durable=True):
        alone()
        signer = signing_key()
        publish.publish()  # what another node sealed until now
        size = models.Leaf.objects.count()
        tree = publish.tree_of(size)
        waiting = list(models.Record.objects.filter(leaf=None).order_by("pk")[:BATCH])
        for index, record in enumerate(waiting, start=size):
            tree.append(bytes.fromhex(record.digest))
            models.Leaf.objects.create(index=index, record=record)
        if waiting:
            head = Checkpoint(origin=signer.name, size=size + len(waiting), root=tree.root())
            note = sign_checkpoint(head, signer=signer).decode()
            models.Checkpoint.objects.create(size=head.size, note=note)
    return len(waiting)


def alone() -> None:
    """Where several nodes run, one seals at a time; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])


def signing_key() -> SignerKey:
    """The key that signs checkpoints. It lies outside the database, readable by its owner alone.

    KeyMissing when it is gone after the log has begun: a new key would be a new log, and whoever
    follows the old one must be told so by a person.
    """
    path = Path(settings.KEY_FILE)
    newest = models.Checkpoint.objects.order_by("-size").first()
    if newest is None and not path.exists():
        make_key(path)
    try:
        signer = parse_signer_key(path.read_text(encoding="utf-8").strip())
        if newest is not None:
            open_checkpoint(newest.note.encode(), keys=[signer.verifier])
    except (FileNotFoundError, LogError) as error:
        raise KeyMissing(
            f"The log's signing key is not at {path}. Bring it back from where you keep its "
            "copy; a log goes on only under the key that it began with."
        ) from error
    return signer


def make_key(path: Path) -> None:
    """A new key, in a file of mode 0600; a half-written one is never seen under this name."""
    made = SignerKey.from_seed(new_seed(), name=settings.LOG_ORIGIN)
    path.parent.mkdir(parents=True, exist_ok=True)
    scrap = path.with_name(f"{path.name}.{os.getpid()}")
    scrap.unlink(missing_ok=True)
    with os.fdopen(os.open(scrap, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(f"{made.secret_text()}\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(scrap, path)  # fails if another process made one meanwhile: that one counts
    except FileExistsError:
        pass
    finally:
        scrap.unlink()
