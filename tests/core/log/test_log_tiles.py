"""Tiles and bundles: the Tessera log as another program wrote it, and a grown log of our own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.log import merkle
from remit.core.log.checkpoint import open_checkpoint
from remit.core.log.errors import LogError
from remit.core.log.keys import parse_verifier_key
from remit.core.log.merkle import Tree, leaf_hash
from remit.core.log.proof import format_proof, open_proof
from remit.core.log.tiles import (
    TileReader,
    changed_files,
    decode_bundle,
    encode_bundle,
    entries_path,
    parse_tile_path,
    tile_path,
)

Shared = Callable[[str], Path]
TESSERA_KEY = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"
TESSERA_SIZES = 16


@pytest.fixture
def tessera(shared_path: Shared) -> Callable[[str], bytes]:
    folder = shared_path("vectors/tessera/testdata/log")
    return lambda path: (folder / path).read_bytes()


def test_every_checkpoint_of_the_tessera_log(tessera: Callable[[str], bytes]) -> None:
    keys = [parse_verifier_key(TESSERA_KEY)]
    before: list[bytes] = []
    for size in range(TESSERA_SIZES):
        checkpoint = open_checkpoint(tessera(f"checkpoint.{size}"), keys=keys)
        assert checkpoint.size == size
        reader = TileReader(tessera, size)
        assert reader.root() == checkpoint.root
        for old, root in enumerate(before):
            if old:
                proof = merkle.consistency_proof(old, size, reader.subtree)
                assert merkle.verify_consistency(old, size, proof, root, checkpoint.root)
        for index in range(size):
            proof = merkle.inclusion_proof(index, size, reader.subtree)
            leaf = leaf_hash(reader.entry(index))
            assert merkle.verify_inclusion(index, size, leaf, proof, checkpoint.root)
        before.append(checkpoint.root)
    assert tessera("checkpoint") == tessera(f"checkpoint.{TESSERA_SIZES - 1}")


def test_a_proof_of_the_tessera_log_as_a_file(tessera: Callable[[str], bytes]) -> None:
    keys = [parse_verifier_key(TESSERA_KEY)]
    reader = TileReader(tessera, 15)
    hashes = merkle.inclusion_proof(9, 15, reader.subtree)
    file = format_proof(9, hashes, checkpoint=tessera("checkpoint.15"))
    leaf = leaf_hash(reader.entry(9))
    assert open_proof(file, leaf=leaf, keys=keys).index == 9
    extra = file.replace(b"\nindex", b"\nextra AAAA\nindex")
    assert open_proof(extra, leaf=leaf, keys=keys).checkpoint.size == 15


BAD_PROOFS = [
    (b"tlog-proof@v1", b"tlog-proof@v2", "proof_syntax"),
    (b"index 9", b"index 09", "proof_syntax"),
    (b"index 9", b"index 8", "proof_invalid"),
    (b"index 9", b"index 99", "proof_invalid"),
    (b"index 9\n", b"", "proof_syntax"),
    (b"index 9\n", b"index 9\nAAAA\n", "proof_syntax"),
    (b"index 9\n", b"index 9\n\n", "note_unsigned"),
    (b"index 9\n", b"extra !\nindex 9\n", "proof_syntax"),
    (b"\n15\n", b"\n14\n", "note_forged"),
]


@pytest.mark.parametrize(("old", "new", "code"), BAD_PROOFS)
def test_a_proof_that_is_refused(
    tessera: Callable[[str], bytes], old: bytes, new: bytes, code: str
) -> None:
    reader = TileReader(tessera, 15)
    hashes = merkle.inclusion_proof(9, 15, reader.subtree)
    file = format_proof(9, hashes, checkpoint=tessera("checkpoint.15"))
    assert old in file
    with pytest.raises(LogError) as caught:
        keys = [parse_verifier_key(TESSERA_KEY)]
        open_proof(file.replace(old, new, 1), leaf=leaf_hash(reader.entry(9)), keys=keys)
    assert caught.value.code in (code, "note_forged")


PATHS = [
    (0, 0, 256, "tile/0/000"),
    (0, 1234067, 256, "tile/0/x001/x234/067"),
    (1, 5, 12, "tile/1/005.p/12"),
    (63, 1000, 1, "tile/63/x001/000.p/1"),
    (None, 999, 256, "tile/entries/999"),
    (None, 256000, 255, "tile/entries/x256/000.p/255"),
]


@pytest.mark.parametrize(("level", "index", "width", "path"), PATHS)
def test_paths(level: int | None, index: int, width: int, path: str) -> None:
    made = entries_path(index, width) if level is None else tile_path(level, index, width)
    assert made == path
    assert parse_tile_path(path) == (level, index, width)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "tile/0/0",
        "tile/00/000",
        "tile/64/000",
        "tile/0/x000/001",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/300",
        "tile/0/000.p/01",
        "tile/0/001/000",
        "tile/0/000/",
        "tile/0/../000",
        "tile/0/000\n",
        "tile/0/\u0660\u0660\u0660",
    ],
)
def test_what_is_not_a_path(path: str) -> None:
    with pytest.raises(LogError) as caught:
        parse_tile_path(path)
    assert caught.value.code == "tile_path"


def test_bundles_come_back_and_refuse_damage() -> None:
    entries = (b"", b"one", b"x" * 65_535)
    data = encode_bundle(entries)
    assert decode_bundle(data, count=3) == entries
    for damaged, count in [(data, 2), (data, 4), (data[:-1], 3), (data + b"\0", 3), (b"\0", 1)]:
        with pytest.raises(LogError) as caught:
            decode_bundle(damaged, count=count)
        assert caught.value.code == "bundle_syntax"
    with pytest.raises(LogError) as caught:
        encode_bundle([b"x" * 65_536])
    assert caught.value.code == "leaf_too_large"
    with pytest.raises(LogError) as caught:
        encode_bundle([b""] * 257)
    assert caught.value.code == "bundle_too_many"


def entry(index: int) -> bytes:
    return f"entry {index}".encode()


def grow(files: dict[str, bytes], old: int, new: int) -> list[str]:
    """Write what changes, with what is already written as the only memory; the paths."""
    stored = TileReader(files.__getitem__, old)
    tree = Tree(old, stored.subtree if old else None)
    for index in range(old, new):
        tree.append(leaf_hash(entry(index)))
    changed = dict(
        changed_files(
            old,
            new,
            subtree=tree.subtree,
            entries=lambda lo, hi: [entry(index) for index in range(lo, hi)],
        )
    )
    files.update(changed)
    return list(changed)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(0, 400), min_size=1, max_size=6))
def test_a_log_that_grows_in_steps_is_the_log_that_grew_at_once(steps: list[int]) -> None:
    files: dict[str, bytes] = {}
    size = 0
    for step in steps:
        grow(files, size, size + step)
        size += step
        reader = TileReader(files.__getitem__, size)
        assert reader.root() == merkle.root(leaf_hash(entry(i)) for i in range(size))
    at_once: dict[str, bytes] = {}
    grow(at_once, 0, size)
    assert at_once.items() <= files.items()


def test_the_example_of_the_specification() -> None:
    # "A tree of size 70,000 will be represented by ..." (tlog-tiles, Partial Tiles)
    files: dict[str, bytes] = {}
    grow(files, 0, 70_000)
    by_level: dict[int | None, list[int]] = {}
    for path in files:
        level, _, width = parse_tile_path(path)
        by_level.setdefault(level, []).append(width)
    assert sorted(by_level[0]) == [112] + [256] * 273
    assert sorted(by_level[None]) == [112] + [256] * 273
    assert sorted(by_level[1]) == [17, 256]
    assert by_level[2] == [1]
    assert set(by_level) == {None, 0, 1, 2}
    reader = TileReader(files.__getitem__, 70_000)
    root = reader.root()
    for index in (0, 255, 256, 65_535, 65_536, 69_999):
        proof = merkle.inclusion_proof(index, 70_000, reader.subtree)
        assert merkle.verify_inclusion(index, 70_000, leaf_hash(entry(index)), proof, root)
        assert reader.entry(index) == entry(index)
    for old in (1, 255, 256, 257, 65_536, 69_999):
        proof = merkle.consistency_proof(old, 70_000, reader.subtree)
        before = reader.subtree(0, old)
        assert before == merkle.root(leaf_hash(entry(i)) for i in range(old))
        assert merkle.verify_consistency(old, 70_000, proof, before, root)


def test_nothing_changes_when_nothing_was_added() -> None:
    files: dict[str, bytes] = {}
    assert grow(files, 0, 0) == []
    grow(files, 0, 300)
    assert grow(files, 300, 300) == []
    assert grow(files, 300, 301) == ["tile/entries/001.p/45", "tile/0/001.p/45"]


def test_a_dropped_partial_tile_is_read_from_the_full_one() -> None:
    files: dict[str, bytes] = {}
    grow(files, 0, 10)
    grow(files, 10, 256)
    del files["tile/0/000.p/10"], files["tile/entries/000.p/10"]
    reader = TileReader(files.__getitem__, 10)
    assert reader.root() == merkle.root(leaf_hash(entry(i)) for i in range(10))
    assert reader.bundle(0) == tuple(entry(i) for i in range(10))


def test_a_missing_or_cut_tile_is_named() -> None:
    files: dict[str, bytes] = {}
    grow(files, 0, 300)
    cut = {**files, "tile/0/001.p/44": files["tile/0/001.p/44"][:-1]}
    with pytest.raises(LogError) as caught:
        TileReader(cut.__getitem__, 300).root()
    assert (caught.value.code, caught.value.params["path"]) == ("tile_length", "tile/0/001.p/44")
    for path in ("tile/0/001.p/44", "tile/entries/001.p/44"):
        less = {name: data for name, data in files.items() if name != path}
        reader = TileReader(less.__getitem__, 300)
        with pytest.raises(LogError) as caught:
            reader.tile(0, 1) if "entries" not in path else reader.entry(299)
        assert (caught.value.code, caught.value.params["path"]) == ("file_missing", path)


def test_a_reader_has_no_more_than_its_size() -> None:
    files: dict[str, bytes] = {}
    grow(files, 0, 300)
    reader = TileReader(files.__getitem__, 300)
    for ask in (
        lambda: reader.tile(0, 2),
        lambda: reader.tile(2, 0),
        lambda: reader.tile(0, -1),
        lambda: reader.entry(300),
        lambda: reader.subtree(0, 301),
        lambda: reader.subtree(5, 5),
    ):
        with pytest.raises(LogError):
            ask()


def test_a_writer_refuses_a_log_that_shrinks_or_entries_that_lack() -> None:
    with pytest.raises(LogError):
        list(changed_files(2, 1, subtree=lambda lo, hi: b"", entries=lambda lo, hi: []))
    with pytest.raises(LogError) as caught:
        list(changed_files(0, 1, subtree=lambda lo, hi: b"", entries=lambda lo, hi: []))
    assert caught.value.code == "bundle_syntax"
