"""Canonical JSON: the published vectors, and what a record may not hold."""

from __future__ import annotations

import hashlib
import json
import re
import struct
from collections.abc import Callable, Iterator
from math import isfinite
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.log.canonical import (
    DEPTH_MAX,
    INTEGER_MAX,
    LEAF_BYTES_MAX,
    canonical,
    canonical_sha256,
    canonicalize,
    decode_leaf,
    encode_leaf,
)
from remit.core.log.errors import LogError

Shared = Callable[[str], Path]
ES6_LINES = 10_000
ES6_SHA256 = "b9f7a8e75ef22a835685a52ccba7f7d6bdc99e34b010992cbc5864cd12be6892"
"""Published with the vectors, for so many lines."""


def test_every_published_vector(shared_path: Shared) -> None:
    folder = shared_path("vectors/jcs/testdata")
    names = {
        path.stem for kind in ("input", "output", "outhex") for path in (folder / kind).iterdir()
    }
    assert len(names) == 6
    for name in sorted(names):
        found = canonicalize((folder / "input" / f"{name}.json").read_bytes())
        assert found == (folder / "output" / f"{name}.json").read_bytes(), name
        assert found == bytes.fromhex((folder / "outhex" / f"{name}.txt").read_text()), name
        assert canonicalize(found) == found


def es6_doubles(shared: Path) -> Iterator[int]:
    """The sequence of doubles that the vectors' README defines, as 64 bits each."""
    readme = (shared / "README.md").read_text()
    yield from (int(digits, 16) for digits in re.findall(r"0x([0-9a-f]{16})n,", readme))
    yield from range(0x0010000000000000, 0x0010000000000000 + 2000)
    block = bytes(32)
    while True:
        block = hashlib.sha256(block).digest()
        for (bits,) in struct.iter_unpack("<Q", block):
            value = as_double(bits)
            if value != 0 and isfinite(value):
                yield bits


def as_double(bits: int) -> float:
    return float(struct.unpack("<d", struct.pack("<Q", bits))[0])


def test_numbers_as_the_es6_sample_writes_them(shared_path: Shared) -> None:
    source = es6_doubles(shared_path("vectors/jcs/testdata"))
    digest = hashlib.sha256()
    for _ in range(ES6_LINES):
        bits = next(source)
        # By way of JSON text, since that is how numbers come in.
        written = canonicalize(repr(as_double(bits)).encode()).decode()
        digest.update(f"{bits:x},{written}\n".encode())
    assert digest.hexdigest() == ES6_SHA256


def test_an_integer_beyond_doubles_is_written_as_the_nearest_double() -> None:
    assert canonicalize(b"[9007199254740993, 1000000000000000000000]") == (
        b"[9007199254740992,1e+21]"
    )


def test_fields_are_sorted_by_utf16() -> None:
    # U+1F600 comes before U+FB33 in UTF-16, and after it by code point.
    assert canonical({"\ufb33": 1, "\U0001f600": 2}) == '{"\U0001f600":2,"\ufb33":1}'.encode()


REFUSED = [
    ({"a": 1.5}, "json_float"),
    ({"a": 1.0}, "json_float"),
    ({"a": float("nan")}, "json_float"),
    ({"a": INTEGER_MAX + 1}, "json_integer"),
    ({"a": -INTEGER_MAX - 1}, "json_integer"),
    ({"a": "\ud800"}, "json_text"),
    ({"\ud800": 1}, "json_text"),
    ({1: "a"}, "json_key"),
    ({"a": b"bytes"}, "json_type"),
    ({"a": {1, 2}}, "json_type"),
    ({"a": "x" * LEAF_BYTES_MAX}, "leaf_too_large"),
]


@pytest.mark.parametrize(("record", "code"), REFUSED)
def test_what_a_record_may_not_hold(record: dict[str, object], code: str) -> None:
    with pytest.raises(LogError) as caught:
        encode_leaf(record)
    assert caught.value.code == code
    assert str(caught.value)


def test_the_largest_leaf_is_kept() -> None:
    record = {"a": "x" * (LEAF_BYTES_MAX - len('{"a":""}'))}
    assert len(encode_leaf(record)) == LEAF_BYTES_MAX
    assert decode_leaf(encode_leaf(record)) == record


def test_depth_is_bounded_when_written_and_when_read() -> None:
    value: object = 1
    for _ in range(DEPTH_MAX + 1):
        value = [value]
    with pytest.raises(LogError) as caught:
        canonical(value)
    assert caught.value.code == "json_depth"
    for text in (b'{"a":' * 50 + b"1" + b"}" * 50, b"[" * 60_000):
        with pytest.raises(LogError) as caught:
            decode_leaf(text)
        assert caught.value.code == "json_depth"


UNREADABLE = [
    (b"", "json_syntax"),
    (b"{", "json_syntax"),
    (b'{"a":1}{"b":2}', "json_syntax"),
    (b'\xef\xbb\xbf{"a":1}', "json_syntax"),
    ('{"a":1}'.encode("utf-16"), "json_syntax"),
    (b'{"a":"\xff"}', "json_syntax"),
    (b"[1]", "leaf_not_object"),
    (b'{"a":1,"a":1}', "json_key_repeated"),
    (b'{"b":1,"a":2}', "json_not_canonical"),
    (b'{"a": 1}', "json_not_canonical"),
    (b'{"a":-0}', "json_not_canonical"),
    (b'{"a":"\\u0041"}', "json_not_canonical"),
    (b'{"a":"\\ud800"}', "json_text"),
    (b'{"a":1e2}', "json_float"),
    (b'{"a":1.0}', "json_float"),
    (b'{"a":NaN}', "json_float"),
    (b'{"a":9007199254740992}', "json_integer"),
    (b'{"a":' + b"9" * 5000 + b"}", "json_integer"),
    (b'{"a":"' + b"x" * LEAF_BYTES_MAX + b'"}', "leaf_too_large"),
]


@pytest.mark.parametrize(("data", "code"), UNREADABLE)
def test_a_leaf_that_is_not_read(data: bytes, code: str) -> None:
    with pytest.raises(LogError) as caught:
        decode_leaf(data)
    assert caught.value.code == code
    assert str(caught.value)


def test_a_digest_is_of_the_canonical_bytes() -> None:
    assert canonical_sha256({"b": 1, "a": [True, None]}) == (
        hashlib.sha256(b'{"a":[true,null],"b":1}').hexdigest()
    )


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-INTEGER_MAX, INTEGER_MAX) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text(max_size=5), VALUES, max_size=5))
def test_a_leaf_comes_back_as_it_was(record: dict[str, object]) -> None:
    data = encode_leaf(record)
    assert decode_leaf(data) == record == json.loads(data)
    assert canonicalize(json.dumps(record, indent=1).encode()) == data


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60))
def test_reading_raises_nothing_but_coded_errors(data: bytes) -> None:
    for read in (decode_leaf, canonicalize):
        try:
            read(data)
        except LogError as error:
            assert str(error)
