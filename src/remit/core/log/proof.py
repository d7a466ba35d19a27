"""One leaf's proof as a file (C2SP tlog-proof): kept by whom it concerns, checked without the site.

It carries the leaf's index, the inclusion proof and the signed checkpoint, but not the leaf: that
is what its owner holds against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from remit.core.log.checkpoint import Checkpoint, open_checkpoint, parse_decimal
from remit.core.log.errors import LogError
from remit.core.log.keys import VerifierKey, from_base64, to_base64
from remit.core.log.merkle import HASH_BYTES, verify_inclusion
from remit.core.log.note import NOTE_BYTES_MAX

HEADER = "c2sp.org/tlog-proof@v1"
HASHES_MAX = 63
"""A longer path would be of more leaves than a checkpoint can count."""


@dataclass(frozen=True, slots=True)
class OpenedProof:
    """A proof that holds: this leaf, here in the log, under this checkpoint."""

    index: int
    checkpoint: Checkpoint


def format_proof(index: int, hashes: Sequence[bytes], *, checkpoint: bytes) -> bytes:
    lines = [HEADER, f"index {index}", *map(to_base64, hashes), ""]
    return "".join(f"{line}\n" for line in lines).encode() + checkpoint


def open_proof(data: bytes, *, leaf: bytes, keys: Sequence[VerifierKey]) -> OpenedProof:
    """What is proved of a leaf hash. LogError unless signature and path are both right."""
    index, hashes, note = _parse(data)
    checkpoint = open_checkpoint(note, keys=keys)
    if not verify_inclusion(index, checkpoint.size, leaf, hashes, checkpoint.root):
        raise LogError("proof_invalid")
    return OpenedProof(index, checkpoint)


def _parse(data: bytes) -> tuple[int, tuple[bytes, ...], bytes]:
    if len(data) > 2 * NOTE_BYTES_MAX:
        raise LogError("note_too_large", size=len(data), limit=2 * NOTE_BYTES_MAX)
    head, blank, note = data.partition(b"\n\n")
    try:
        header, *lines = head.decode("ascii").split("\n")
        if not blank or header != HEADER:
            raise LogError("proof_syntax")
        if lines and lines[0].startswith("extra "):
            from_base64(lines.pop(0).removeprefix("extra "))
        if not lines or not lines[0].startswith("index "):
            raise LogError("proof_syntax")
        index = parse_decimal(lines[0].removeprefix("index "))
        hashes = tuple(from_base64(line) for line in lines[1:])
    except (UnicodeDecodeError, LogError):
        raise LogError("proof_syntax") from None
    if len(hashes) > HASHES_MAX or any(len(found) != HASH_BYTES for found in hashes):
        raise LogError("proof_syntax")
    return index, hashes, note
