"""The one place of the record that throws dice: what could be worked out again would protect
nobody."""

from __future__ import annotations

import secrets

SALT_BYTES = 32
SEED_BYTES = 32


def new_salt() -> bytes:
    """Unguessable, and gone for good when its row is deleted: then a person is forgotten."""
    return secrets.token_bytes(SALT_BYTES)


def new_seed() -> bytes:
    """From which the log's signing key is made, once."""
    return secrets.token_bytes(SEED_BYTES)
