"""Signed notes, keys and checkpoints, against published examples and against forgery."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.log.checkpoint import (
    SIZE_MAX,
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
    from_base64,
    parse_signer_key,
    parse_verifier_key,
)
from remit.core.log.merkle import EMPTY_ROOT, leaf_hash
from remit.core.log.note import (
    NOTE_BYTES_MAX,
    SIGNATURES_MAX,
    open_note,
    sign_note,
    signature_line,
    split_note,
)

EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
EXAMPLE = (
    "This is an example message.\n\n"
    "\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3"
    "mFXmRKuwHjG1Yu72IneyaQM=\n"
).encode()
LOG = SignerKey.from_seed(bytes(32), name="example.org/log")
OTHER = SignerKey.from_seed(bytes([1]) * 32, name="example.org/other")
TEXT = "one line\n\nand another\n"


def refused(data: bytes, *keys: VerifierKey) -> str:
    with pytest.raises(LogError) as caught:
        open_note(data, keys=keys or (LOG.verifier,))
    assert str(caught.value)
    return caught.value.code


def test_the_published_example_opens() -> None:
    key = parse_verifier_key(EXAMPLE_KEY)
    note = open_note(EXAMPLE, keys=[key])
    assert note.text == "This is an example message.\n"
    assert note.signed_by == (key,)
    assert str(key) == EXAMPLE_KEY


def test_a_note_comes_back_as_it_was() -> None:
    note = sign_note(TEXT, signers=[LOG, OTHER])
    assert open_note(note, keys=[OTHER.verifier, LOG.verifier]).signed_by == (
        LOG.verifier,
        OTHER.verifier,
    )
    assert open_note(note, keys=[OTHER.verifier]).text == TEXT


def test_signatures_of_strangers_are_ignored() -> None:
    note = sign_note(TEXT, signers=[OTHER, LOG])
    assert open_note(note, keys=[LOG.verifier]).signed_by == (LOG.verifier,)
    assert refused(sign_note(TEXT, signers=[OTHER])) == "note_unsigned"


def test_same_name_with_another_key_is_a_stranger() -> None:
    namesake = SignerKey.from_seed(bytes([2]) * 32, name=LOG.name)
    assert refused(sign_note(TEXT, signers=[namesake])) == "note_unsigned"


def test_a_false_signature_under_a_known_key_spoils_the_note() -> None:
    line = signature_line("another text\n", signer=LOG)
    good = signature_line(TEXT, signer=OTHER)
    note = f"{TEXT}\n{good}{line}".encode()
    assert refused(note, LOG.verifier, OTHER.verifier) == "note_forged"
    assert open_note(note, keys=[OTHER.verifier]).text == TEXT


def test_every_flipped_bit_of_a_note_is_refused() -> None:
    note = sign_note(TEXT, signers=[LOG])
    for at in range(len(note)):
        for bit in range(8):
            changed = bytearray(note)
            changed[at] ^= 1 << bit
            assert refused(bytes(changed))


DAMAGED = [
    (b"", "note_syntax"),
    (TEXT.encode(), "note_syntax"),
    (b"text\n\n", "note_syntax"),
    (sign_note(TEXT, signers=[LOG])[:-1], "note_syntax"),
    (sign_note(TEXT, signers=[LOG]) + b"\n", "note_syntax"),
    (sign_note(TEXT, signers=[LOG]) + b"stray\n", "note_syntax"),
    (b"tab\there" + sign_note(TEXT, signers=[LOG]), "note_syntax"),
    (b"\xff" + sign_note(TEXT, signers=[LOG]), "note_syntax"),
    ("text\n\n\u2014 a b AAAAAAAA\n".encode(), "base64"),
    ("text\n\n\u2014 a\n".encode(), "note_syntax"),
    ("text\n\n\u2014 a AAAAAA==\n".encode(), "note_syntax"),
    ("text\n\n\u2014  AAAAAAAA\n".encode(), "key_name"),
    ("text\n\n\u2014 a+b AAAAAAAA\n".encode(), "key_name"),
    ("text\n\n\u2014 a\u00a0b AAAAAAAA\n".encode(), "key_name"),
    ("text\n\n\u2014 a AAAAAAA\n".encode(), "base64"),
    (b"x" * (NOTE_BYTES_MAX + 1), "note_too_large"),
]


@pytest.mark.parametrize(("data", "code"), DAMAGED)
def test_what_is_not_a_note(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_signatures_are_counted() -> None:
    line = signature_line(TEXT, signer=OTHER)
    note = sign_note(TEXT, signers=[LOG])
    enough = note + (line * (SIGNATURES_MAX - 1)).encode()
    assert open_note(enough, keys=[LOG.verifier]).text == TEXT
    assert refused(enough + line.encode()) == "note_signatures"


@pytest.mark.parametrize("text", ["no line end", "bell\a\n", "\ud800\n"])
def test_what_can_not_be_signed(text: str) -> None:
    with pytest.raises(LogError) as caught:
        sign_note(text, signers=[LOG])
    assert caught.value.code == "note_syntax"


def test_a_note_needs_a_signer() -> None:
    with pytest.raises(LogError) as caught:
        sign_note(TEXT, signers=[])
    assert caught.value.code == "note_unsigned"


@pytest.mark.parametrize("text", ["AB==", "AA=", "AA", "A A=", "AA==\n", "é", "A", "AAAA===="])
def test_base64_is_strict(text: str) -> None:
    with pytest.raises(LogError):
        from_base64(text)


def vkey(name: str = "a", kid: str = "00000000", body: bytes = b"\x01" + bytes(32)) -> str:
    return f"{name}+{kid}+{base64.b64encode(body).decode()}"


BAD_KEYS = [
    ("", "key_syntax"),
    ("a+b", "key_syntax"),
    ("a+0000000+AAAA", "key_syntax"),
    ("a+ 0 0 0 0+AAAA", "key_syntax"),
    ("a+00000000+AAA", "key_syntax"),
    (vkey(), "key_id"),
    (vkey(name=""), "key_name"),
    (vkey(name="a b"), "key_name"),
    (vkey(body=b"\x04" + bytes(32)), "key_algorithm"),
    (vkey(body=b"\x01" + bytes(31)), "key_syntax"),
    (vkey(body=b""), "key_algorithm"),
    (EXAMPLE_KEY + "\n\n", "key_syntax"),
]


@pytest.mark.parametrize(("text", "code"), BAD_KEYS)
def test_what_is_not_a_key(text: str, code: str) -> None:
    with pytest.raises(LogError) as caught:
        parse_verifier_key(text)
    assert caught.value.code == code


def test_a_key_file_may_end_its_line() -> None:
    assert parse_verifier_key(EXAMPLE_KEY + "\n") == parse_verifier_key(EXAMPLE_KEY)


def test_the_secret_comes_back_and_is_not_shown() -> None:
    secret = LOG.secret_text()
    assert parse_signer_key(secret + "\n").verifier == LOG.verifier
    assert secret not in repr(LOG) and repr(LOG) == "SignerKey('example.org/log')"
    for damaged in (secret[1:], secret.replace("+", "-"), secret[:-6] + "AAAAA="):
        with pytest.raises(LogError) as caught:
            parse_signer_key(damaged)
        assert secret[-20:] not in str(caught.value)
    with pytest.raises(LogError):
        SignerKey.from_seed(bytes(31), name="a")


CHECKPOINT = Checkpoint("example.org/log", 7, leaf_hash(b""))


def test_a_checkpoint_comes_back_as_it_was() -> None:
    note = sign_checkpoint(CHECKPOINT, signer=LOG)
    assert open_checkpoint(note, keys=[LOG.verifier]) == CHECKPOINT == read_checkpoint(note)
    extended = Checkpoint("o", 0, EMPTY_ROOT, ("more",))
    assert parse_checkpoint(extended.text) == extended


def test_a_checkpoint_is_signed_by_its_own_log() -> None:
    with pytest.raises(LogError) as caught:
        sign_checkpoint(CHECKPOINT, signer=OTHER)
    assert caught.value.code == "checkpoint_origin"
    with pytest.raises(LogError) as caught:
        open_checkpoint(sign_note(CHECKPOINT.text, signers=[OTHER]), keys=[OTHER.verifier])
    assert caught.value.code == "checkpoint_origin"


ROOT = base64.b64encode(leaf_hash(b"")).decode()
BAD_CHECKPOINTS = [
    "",
    "\n",
    f"origin\n1\n{ROOT}",
    f"origin\n{ROOT}\n",
    f"\n1\n{ROOT}\n",
    f"origin\n01\n{ROOT}\n",
    f"origin\n+1\n{ROOT}\n",
    f"origin\n-1\n{ROOT}\n",
    f"origin\n\u0661\n{ROOT}\n",
    f"origin\n{SIZE_MAX + 1}\n{ROOT}\n",
    f"origin\n{'9' * 30}\n{ROOT}\n",
    f"origin\n1\n{ROOT[:-2]}\n",
    f"origin\n1\n{ROOT} \n",
    "origin\n1\nAAAA\n",
    f"origin\n1\n{ROOT}\n\nmore\n",
    f"origin\n0\n{ROOT}\n",
]


@pytest.mark.parametrize("text", BAD_CHECKPOINTS)
def test_what_is_not_a_checkpoint(text: str) -> None:
    with pytest.raises(LogError) as caught:
        parse_checkpoint(text)
    assert caught.value.code in ("checkpoint_syntax", "checkpoint_empty_root")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80))
def test_reading_notes_raises_nothing_but_coded_errors(data: bytes) -> None:
    for read in (split_note, read_checkpoint):
        with pytest.raises(LogError):
            read(data + b"\n\n" + data)
    with pytest.raises(LogError):
        parse_verifier_key(data.decode("latin-1"))
