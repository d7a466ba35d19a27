"""The public log: records as leaves of a Merkle tree, under checkpoints that are signed.

Formats are those that others already read: RFC 8785 for the leaf, RFC 6962 for the tree, C2SP
signed-note, tlog-checkpoint, tlog-tiles and tlog-proof for what is published. Nothing here reads or
writes a file: bytes come in through a `Fetch` and go out as pairs of path and content.
"""

from remit.core.log.canonical import (
    LEAF_BYTES_MAX,
    canonical,
    canonical_sha256,
    canonicalize,
    decode_leaf,
    encode_leaf,
)
from remit.core.log.checkpoint import (
    Checkpoint,
    open_checkpoint,
    parse_checkpoint,
    read_checkpoint,
    sign_checkpoint,
)
from remit.core.log.errors import LogError
from remit.core.log.keys import (
    SignerKey,
    VerifierKey,
    parse_signer_key,
    parse_verifier_key,
)
from remit.core.log.merkle import (
    EMPTY_ROOT,
    Frontier,
    Subtree,
    Tree,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    root,
    verify_consistency,
    verify_inclusion,
)
from remit.core.log.note import Note, open_note, sign_note
from remit.core.log.proof import OpenedProof, format_proof, open_proof
from remit.core.log.tiles import (
    Entries,
    Fetch,
    TileReader,
    changed_files,
    decode_bundle,
    encode_bundle,
    entries_path,
    parse_tile_path,
    tile_path,
)

__all__ = [
    "EMPTY_ROOT",
    "LEAF_BYTES_MAX",
    "Checkpoint",
    "Entries",
    "Fetch",
    "Frontier",
    "LogError",
    "Note",
    "OpenedProof",
    "SignerKey",
    "Subtree",
    "TileReader",
    "Tree",
    "VerifierKey",
    "canonical",
    "canonical_sha256",
    "canonicalize",
    "changed_files",
    "consistency_proof",
    "decode_bundle",
    "decode_leaf",
    "encode_bundle",
    "encode_leaf",
    "entries_path",
    "format_proof",
    "inclusion_proof",
    "leaf_hash",
    "open_checkpoint",
    "open_note",
    "open_proof",
    "parse_checkpoint",
    "parse_signer_key",
    "parse_tile_path",
    "parse_verifier_key",
    "read_checkpoint",
    "root",
    "sign_checkpoint",
    "sign_note",
    "tile_path",
    "verify_consistency",
    "verify_inclusion",
]
