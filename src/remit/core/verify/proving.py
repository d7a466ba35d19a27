"""The proof of one record: made from the published files, checked without them."""

from __future__ import annotations

from dataclasses import dataclass

from remit.core.log import (
    Fetch,
    LogError,
    OpenedProof,
    format_proof,
    inclusion_proof,
    leaf_hash,
    open_checkpoint,
    open_proof,
    parse_verifier_key,
    verify_inclusion,
)
from remit.core.verify.sealed import CHECKPOINT_PATH, log_reader, read, site_key


@dataclass(frozen=True, slots=True)
class Proof:
    """A record and the proof that it is in the log."""

    index: int
    leaf: bytes
    hashes: tuple[bytes, ...]
    """The inclusion proof of RFC 6962, from the leaf's sibling upwards."""
    text: bytes
    """As a file of C2SP tlog-proof."""


def prove(fetch: Fetch, index: int, *, trusted_key: str | None = None) -> Proof:
    """The proof of the record at this index. LogError if the files don't bear it out."""
    key = parse_verifier_key(trusted_key) if trusted_key is not None else site_key(fetch)
    note = read(fetch, CHECKPOINT_PATH)
    checkpoint = open_checkpoint(note, keys=[key])
    reader = log_reader(fetch, checkpoint.size)
    hashes = inclusion_proof(index, checkpoint.size, reader.subtree)
    leaf = reader.entry(index)
    if not verify_inclusion(index, checkpoint.size, leaf_hash(leaf), hashes, checkpoint.root):
        raise LogError("proof_invalid")
    return Proof(index, leaf, hashes, format_proof(index, hashes, checkpoint=note))


def verify_proof(text: bytes, *, leaf: bytes, trusted_key: str) -> OpenedProof:
    """Where in which log the leaf is. LogError unless the proof holds under the trusted key."""
    return open_proof(text, leaf=leaf_hash(leaf), keys=[parse_verifier_key(trusted_key)])
