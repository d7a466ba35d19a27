"""What is signed: by whose key, for how many records, and whether the log only grew since then."""

from __future__ import annotations

from collections.abc import Callable

from remit.core.log import (
    Checkpoint,
    Fetch,
    LogError,
    TileReader,
    VerifierKey,
    consistency_proof,
    open_checkpoint,
    parse_verifier_key,
    verify_consistency,
)
from remit.core.verify.report import Findings, Step, skipped
from remit.core.words import gettext_noop, words

LOG = "log/"
KEY_PATH = "log/key"
CHECKPOINT_PATH = "log/checkpoint"
KEY_BYTES_MAX = 4096
Progress = Callable[[str, int, int], None]
"""Told the step's code, how much is done, and of how much."""

_KEY_TRUSTED = gettext_noop("The site's key is the one that you trust: {name}")
_KEY_OF_SITE = gettext_noop(
    "The key was taken from the site itself: {name}. Compare it with one from elsewhere."
)
_SIGNED = gettext_noop("{origin} signed for {size} records.")
_NOT_ASKED = gettext_noop("No earlier checkpoint was given to compare with.")
_CONSISTENT = gettext_noop("The {old} records seen before are still there, unchanged and in order.")


def read(fetch: Fetch, path: str) -> bytes:
    """The file's bytes, or LogError: a site that doesn't answer is a finding, not a crash."""
    try:
        return fetch(path)
    except (OSError, LookupError):
        raise LogError("file_missing", path=path) from None


def log_reader(fetch: Fetch, size: int) -> TileReader:
    return TileReader(lambda path: fetch(LOG + path), size)


def site_key(fetch: Fetch) -> VerifierKey:
    """The key that the site itself shows."""
    data = read(fetch, KEY_PATH)
    try:
        return parse_verifier_key(data[:KEY_BYTES_MAX].decode("utf-8"))
    except UnicodeDecodeError:
        raise LogError("key_syntax") from None


def check_key(fetch: Fetch, *, trusted_key: str | None) -> tuple[Step, VerifierKey | None]:
    """The key to go by: the trusted one if there is one, whatever the site shows."""
    findings = Findings("key")
    trusted: VerifierKey | None = None
    shown: VerifierKey | None = None
    if trusted_key is not None:
        try:
            trusted = parse_verifier_key(trusted_key)
        except LogError as error:
            findings.add_error(error, where="trusted key")
            return findings.done(words(_KEY_TRUSTED, name="")), None
    try:
        shown = site_key(fetch)
    except LogError as error:
        findings.add_error(error, where=KEY_PATH)
    if trusted and shown and trusted != shown:
        findings.add("key_differs", where=KEY_PATH, found=str(shown), trusted=str(trusted))
    key = trusted or shown
    held = _KEY_TRUSTED if trusted else _KEY_OF_SITE
    return findings.done(words(held, name=str(key))), key


def check_checkpoint(fetch: Fetch, *, key: VerifierKey) -> tuple[Step, Checkpoint | None, bytes]:
    findings = Findings("checkpoint")
    note = b""
    try:
        note = read(fetch, CHECKPOINT_PATH)
        checkpoint = open_checkpoint(note, keys=[key])
    except LogError as error:
        findings.add_error(error, where=CHECKPOINT_PATH)
        return findings.done(words(_SIGNED)), None, note
    held = words(_SIGNED, origin=checkpoint.origin, size=checkpoint.size)
    return findings.done(held), checkpoint, note


def check_consistency(
    reader: TileReader,
    *,
    checkpoint: Checkpoint,
    key: VerifierKey,
    remembered: bytes | None,
    tiles_hold: bool,
) -> Step:
    """That the log only grew since the remembered checkpoint was signed."""
    if remembered is None:
        return Step("consistency", None, words(_NOT_ASKED))
    findings = Findings("consistency")
    try:
        before = open_checkpoint(remembered, keys=[key])
        if before.origin != checkpoint.origin:
            raise LogError("checkpoint_origin", origin=before.origin, name=checkpoint.origin)
    except LogError as error:
        findings.add_error(error, where="remembered checkpoint")
        return findings.done(words(_NOT_ASKED))
    old, new = before.size, checkpoint.size
    if old > new:
        findings.add("log_shrunk", where=CHECKPOINT_PATH, old=old, new=new)
    elif old == new and before.root != checkpoint.root:
        findings.add("log_rewritten", where=CHECKPOINT_PATH, old=old)
    elif not tiles_hold:
        # A damaged tile would make an honest log look rewritten.
        return skipped("consistency", because="tiles")
    elif old:
        proof = consistency_proof(old, new, reader.subtree)
        if not verify_consistency(old, new, proof, before.root, checkpoint.root):
            findings.add("log_rewritten", where=CHECKPOINT_PATH, old=old)
    return findings.done(words(_CONSISTENT, old=old))
