"""Keys of a log: a name and an Ed25519 key, written as C2SP signed notes write them.

A verifier key (vkey) is public and says whose signature to expect. A signer key holds the secret;
its seed is given, never made here.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from remit.core.log.errors import LogError

ED25519 = 1
"""The signature type byte of plain Ed25519 in C2SP signed notes."""
KEY_BYTES = 32
NAME_CHARACTERS_MAX = 256
_ID = re.compile(r"[0-9a-f]{8}")
_SECRET_PREFIX = "PRIVATE+KEY+"


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """Whose signature it is. `str()` of it is the line that is published."""

    name: str
    public: bytes

    def __post_init__(self) -> None:
        check_key_name(self.name)
        if len(self.public) != KEY_BYTES:
            raise LogError("key_syntax")

    @property
    def id(self) -> bytes:
        return key_id(self.name, self.public)

    def verifies(self, signature: bytes, message: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{to_base64(bytes([ED25519]) + self.public)}"


@dataclass(frozen=True, slots=True)
class SignerKey:
    """The secret half. It is never shown by `repr`; `secret_text` is the form to keep it in."""

    name: str
    _private: Ed25519PrivateKey

    @classmethod
    def from_seed(cls, seed: bytes, *, name: str) -> SignerKey:
        check_key_name(name)
        if len(seed) != KEY_BYTES:
            raise LogError("key_syntax")
        return cls(name, Ed25519PrivateKey.from_private_bytes(seed))

    @property
    def verifier(self) -> VerifierKey:
        return VerifierKey(self.name, self._private.public_key().public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        return self._private.sign(message)

    def secret_text(self) -> str:
        """The line that other programs for signed notes read too. Whoever has it is the log."""
        secret = bytes([ED25519]) + self._private.private_bytes_raw()
        return f"{_SECRET_PREFIX}{self.name}+{self.verifier.id.hex()}+{to_base64(secret)}"

    def __repr__(self) -> str:
        return f"SignerKey({self.name!r})"


def parse_verifier_key(text: str) -> VerifierKey:
    """The key in a line `<name>+<id>+<Base64>`. LogError for anything else."""
    name, stated, material = _parse(text.removesuffix("\n"))
    key = VerifierKey(name, material)
    if key.id != stated:
        raise LogError("key_id", name=name)
    return key


def parse_signer_key(text: str) -> SignerKey:
    """The key in a line that `secret_text` wrote. Errors never repeat the secret."""
    text = text.removesuffix("\n")
    if not text.startswith(_SECRET_PREFIX):
        raise LogError("key_syntax")
    name, stated, seed = _parse(text.removeprefix(_SECRET_PREFIX), secret=True)
    key = SignerKey.from_seed(seed, name=name)
    if key.verifier.id != stated:
        raise LogError("key_id", name=name)
    return key


def _parse(text: str, *, secret: bool = False) -> tuple[str, bytes, bytes]:
    parts = text.split("+", 2)
    if len(parts) != 3 or not _ID.fullmatch(parts[1]):
        raise LogError("key_syntax")
    name, stated, encoded = parts
    check_key_name(name)
    try:
        material = from_base64(encoded)
    except LogError:
        raise LogError("key_syntax") from None
    if material[:1] != bytes([ED25519]):
        raise LogError("key_algorithm", name="" if secret else name)
    return name, bytes.fromhex(stated), material[1:]


def key_id(name: str, public: bytes, *, algorithm: int = ED25519) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + bytes([algorithm]) + public).digest()[:4]


def check_key_name(name: str) -> None:
    """LogError unless the name can stand in a signature line."""
    printable = all(not mark.isspace() and mark >= " " for mark in name)
    if not name or not printable or "+" in name or len(name) > NAME_CHARACTERS_MAX:
        raise LogError("key_name", name=name)


def to_base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def from_base64(text: str) -> bytes:
    """Strict RFC 4648, section 4: there is one text for any bytes, and no other is read."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise LogError("base64", value=text) from None
    if to_base64(data) != text:
        raise LogError("base64", value=text)
    return data
