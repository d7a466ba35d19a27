"""Signed notes (C2SP signed-note): a text, and under it who signed it.

The text of a note is worth nothing until `open_note` has found a signature by a trusted key on it.
A signature that names a trusted key but isn't by it spoils the whole note; signatures by strangers
are ignored, so that witnesses and new keys can sign beside the log.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from remit.core.log.errors import LogError
from remit.core.log.keys import (
    SignerKey,
    VerifierKey,
    check_key_name,
    from_base64,
    to_base64,
)

NOTE_BYTES_MAX = 512 * 1024
SIGNATURES_MAX = 64
"""The specification asks for at least 16."""
ID_BYTES = 4
_DASH = "\u2014 "


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: whose it says it is, and the bytes after the key's id."""

    name: str
    key_id: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class Note:
    """A note that was opened: its text, and the keys that signed it, as far as they are trusted."""

    text: str
    signed_by: tuple[VerifierKey, ...]


def sign_note(text: str, *, signers: Sequence[SignerKey]) -> bytes:
    """The note in the form that is published."""
    check_note_text(text)
    if not signers:
        raise LogError("note_unsigned")
    lines = "".join(signature_line(text, signer=signer) for signer in signers)
    return f"{text}\n{lines}".encode()


def signature_line(text: str, *, signer: SignerKey) -> str:
    signature = signer.verifier.id + signer.sign(text.encode())
    return f"{_DASH}{signer.name} {to_base64(signature)}\n"


def open_note(data: bytes, *, keys: Sequence[VerifierKey]) -> Note:
    """The note, if a trusted key signed it. LogError otherwise."""
    text, signatures = split_note(data)
    trusted = {(key.name, key.id): key for key in keys}
    signed_by: list[VerifierKey] = []
    for signature in signatures:
        key = trusted.get((signature.name, signature.key_id))
        if key is None or key in signed_by:
            continue
        if not key.verifies(signature.data, text.encode()):
            raise LogError("note_forged", name=key.name)
        signed_by.append(key)
    if not signed_by:
        raise LogError("note_unsigned")
    return Note(text, tuple(signed_by))


def split_note(data: bytes) -> tuple[str, tuple[Signature, ...]]:
    """Text and signatures, none of them verified: for reading who claims to have signed."""
    if len(data) > NOTE_BYTES_MAX:
        raise LogError("note_too_large", size=len(data), limit=NOTE_BYTES_MAX)
    try:
        note = data.decode("utf-8")
    except UnicodeDecodeError:
        raise LogError("note_syntax") from None
    # The last empty line divides: a text may have empty lines, signatures have none.
    text, blank, lines = note.rpartition("\n\n")
    if not blank or not lines.endswith("\n"):
        raise LogError("note_syntax")
    text += "\n"
    check_note_text(text)
    if lines.count("\n") > SIGNATURES_MAX:
        raise LogError("note_signatures", limit=SIGNATURES_MAX)
    return text, tuple(_signature(line) for line in lines[:-1].split("\n"))


def check_note_text(text: str) -> None:
    """LogError unless the text can be signed: it ends a line, and hides nothing in controls."""
    if not text.endswith("\n"):
        raise LogError("note_syntax")
    if any(mark < " " and mark != "\n" for mark in text):
        raise LogError("note_syntax")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise LogError("note_syntax") from None


def _signature(line: str) -> Signature:
    name, space, encoded = line.removeprefix(_DASH).partition(" ")
    if not line.startswith(_DASH) or not space:
        raise LogError("note_syntax")
    check_key_name(name)
    data = from_base64(encoded)
    if len(data) <= ID_BYTES:
        raise LogError("note_syntax")
    return Signature(name, data[:ID_BYTES], data[ID_BYTES:])
