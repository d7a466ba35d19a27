"""Checkpoints (C2SP tlog-checkpoint): how many leaves a log has and what their root is, signed.

A log must never sign two that don't fit together. Whoever remembers one can hold the log to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from remit.core.log.errors import LogError
from remit.core.log.keys import SignerKey, VerifierKey, from_base64, to_base64
from remit.core.log.merkle import EMPTY_ROOT, HASH_BYTES
from remit.core.log.note import open_note, sign_note, split_note

SIZE_MAX = 2**63 - 1
_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The head of a log. `text` is what is signed."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        lines = (self.origin, *self.extensions)
        if not all(lines) or any("\n" in line for line in lines):
            raise LogError("checkpoint_syntax")
        if not 0 <= self.size <= SIZE_MAX or len(self.root) != HASH_BYTES:
            raise LogError("checkpoint_syntax")
        if self.size == 0 and self.root != EMPTY_ROOT:
            raise LogError("checkpoint_empty_root")

    @property
    def text(self) -> str:
        lines = (self.origin, str(self.size), to_base64(self.root), *self.extensions)
        return "".join(f"{line}\n" for line in lines)


def sign_checkpoint(checkpoint: Checkpoint, *, signer: SignerKey) -> bytes:
    """The signed note that is published. The signer must be the log itself."""
    if signer.name != checkpoint.origin:
        raise LogError("checkpoint_origin", origin=checkpoint.origin, name=signer.name)
    return sign_note(checkpoint.text, signers=[signer])


def open_checkpoint(data: bytes, *, keys: Sequence[VerifierKey]) -> Checkpoint:
    """The checkpoint in a note, if a trusted key of the log itself signed it."""
    note = open_note(data, keys=keys)
    checkpoint = parse_checkpoint(note.text)
    if all(key.name != checkpoint.origin for key in note.signed_by):
        name = note.signed_by[0].name
        raise LogError("checkpoint_origin", origin=checkpoint.origin, name=name)
    return checkpoint


def read_checkpoint(data: bytes) -> Checkpoint:
    """The checkpoint in one's own note, with no signature verified. Never for a stranger's."""
    return parse_checkpoint(split_note(data)[0])


def parse_checkpoint(text: str) -> Checkpoint:
    """The checkpoint in a note's text. LogError for anything else."""
    lines = text.split("\n")
    if len(lines) < 4 or lines.pop() or not all(lines):
        raise LogError("checkpoint_syntax")
    origin, size, root, *extensions = lines
    try:
        found = from_base64(root)
    except LogError:
        raise LogError("checkpoint_syntax") from None
    return Checkpoint(origin, parse_decimal(size), found, tuple(extensions))


def parse_decimal(digits: str) -> int:
    """ASCII digits without leading zeros, as C2SP writes all numbers."""
    if not _DECIMAL.fullmatch(digits):
        raise LogError("checkpoint_syntax")
    return int(digits)
