"""The proof of one record, from the published files to somebody who has only the proof."""

from __future__ import annotations

from typing import Any

import pytest

from remit.core.log import LogError
from remit.core.verify import prove, verify_proof

Files = dict[str, bytes]


@pytest.mark.parametrize("index", [0, 1, 255, 256, 299])
def test_a_record_is_proved(published: Files, story: Any, index: int) -> None:
    proof = prove(published.__getitem__, index)
    assert proof.text.startswith(b"c2sp.org/tlog-proof@v1\nindex ")
    opened = verify_proof(proof.text, leaf=proof.leaf, trusted_key=story.key)
    assert (opened.index, opened.checkpoint.size) == (index, 300)
    assert prove(published.__getitem__, index, trusted_key=story.key) == proof


def test_the_proof_is_of_this_record_only(published: Files, story: Any) -> None:
    proof = prove(published.__getitem__, 7)
    other = prove(published.__getitem__, 8)
    for text, leaf in [(proof.text, other.leaf), (other.text, proof.leaf), (b"", proof.leaf)]:
        with pytest.raises(LogError):
            verify_proof(text, leaf=leaf, trusted_key=story.key)


def test_every_flipped_byte_of_a_proof_is_found(published: Files, story: Any) -> None:
    proof = prove(published.__getitem__, 7)
    for at in range(len(proof.text)):
        changed = bytearray(proof.text)
        changed[at] ^= 4
        with pytest.raises(LogError):
            verify_proof(bytes(changed), leaf=proof.leaf, trusted_key=story.key)


@pytest.mark.parametrize("index", [-1, 300])
def test_what_is_not_there_is_not_proved(published: Files, index: int) -> None:
    with pytest.raises(LogError) as caught:
        prove(published.__getitem__, index)
    assert caught.value.code == "proof_range"


def test_a_damaged_folder_gives_no_proof(published: Files, story: Any) -> None:
    for path in ("log/tile/entries/000", "log/tile/0/000", "log/tile/0/001.p/44"):
        changed = bytearray(published[path])
        changed[40] ^= 1
        with pytest.raises(LogError) as caught:
            prove({**published, path: bytes(changed)}.__getitem__, 0)
        assert caught.value.code in ("proof_invalid", "bundle_syntax")
    with pytest.raises(LogError):
        prove({}.__getitem__, 0, trusted_key=story.key)
