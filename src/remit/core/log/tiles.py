"""A log as static files (C2SP tlog-tiles): tiles of 256 hashes, and bundles of 256 entries.

A reader needs a `Fetch` and the size in a checkpoint; it trusts no tile, since whatever it makes of
them is held against the signed root. A writer asks `changed_files` for what to write when the log
has grown, and publishes the checkpoint after all of them.
"""

from __future__ import annotations

import re
import struct
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence

from remit.core.log.canonical import LEAF_BYTES_MAX
from remit.core.log.errors import LogError
from remit.core.log.merkle import EMPTY_ROOT, HASH_BYTES, Subtree, node_hash, root, split

WIDTH = 256
"""Hashes in a full tile, entries in a full bundle."""
HEIGHT = 8
LEVEL_MAX = 63
TILES_KEPT = 512
Fetch = Callable[[str], bytes]
"""The bytes at a path; OSError or LookupError where there are none."""
Entries = Callable[[int, int], Sequence[bytes]]
"""The log's entries from one index to another."""

_PATH = re.compile(r"tile/(entries|0|[1-9]\d?)/((?:x\d{3}/)*\d{3})(?:\.p/([1-9]\d{0,2}))?", re.A)


def tile_path(level: int, index: int, width: int = WIDTH) -> str:
    return _path(str(level), index, width)


def entries_path(index: int, width: int = WIDTH) -> str:
    return _path("entries", index, width)


def _path(level: str, index: int, width: int) -> str:
    digits = f"{index:03d}"
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    parts = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    name = "/".join([*(f"x{part}" for part in parts[:-1]), parts[-1]])
    partial = "" if width == WIDTH else f".p/{width}"
    return f"tile/{level}/{name}{partial}"


def parse_tile_path(path: str) -> tuple[int | None, int, int]:
    """Level (None for entries), index and width. LogError unless it is the one way to write it."""
    found = _PATH.fullmatch(path)
    if not found:
        raise LogError("tile_path", path=path)
    name, number, partial = found.groups()
    level = None if name == "entries" else int(name)
    index = int(number.replace("x", "").replace("/", ""))
    width = int(partial or WIDTH)
    written = _path(name, index, width)
    if written != path or (level or 0) > LEVEL_MAX or width > WIDTH:
        raise LogError("tile_path", path=path)
    return level, index, width


def encode_bundle(entries: Sequence[bytes]) -> bytes:
    """Entries as a bundle keeps them, each after its length as a big-endian uint16."""
    if len(entries) > WIDTH:
        raise LogError("bundle_too_many", limit=WIDTH)
    for entry in entries:
        if len(entry) > LEAF_BYTES_MAX:
            raise LogError("leaf_too_large", size=len(entry), limit=LEAF_BYTES_MAX)
    return b"".join(struct.pack(">H", len(entry)) + entry for entry in entries)


def decode_bundle(data: bytes, *, count: int, path: str = "") -> tuple[bytes, ...]:
    """Exactly this many entries, and nothing after them. LogError for anything else."""
    entries: list[bytes] = []
    at = 0
    while at < len(data):
        start = at + 2
        at = start + int.from_bytes(data[at:start], "big")
        if at > len(data) or start > len(data) or len(entries) == count:
            raise LogError("bundle_syntax", path=path, expected=count)
        entries.append(data[start:at])
    if len(entries) != count:
        raise LogError("bundle_syntax", path=path, expected=count)
    return tuple(entries)


class TileReader:
    """What the files say about a log of this size. Nothing of it is verified yet."""

    def __init__(self, fetch: Fetch, size: int) -> None:
        self.size = size
        self._fetch = fetch
        self._kept: OrderedDict[tuple[int, int], bytes] = OrderedDict()

    def tile(self, level: int, index: int) -> tuple[bytes, ...]:
        """The hashes in a tile, as many as this size has there."""
        data = self._tile(level, index)
        return tuple(data[at : at + HASH_BYTES] for at in range(0, len(data), HASH_BYTES))

    def bundle(self, index: int) -> tuple[bytes, ...]:
        """The entries in a bundle, as many as this size has there."""
        width = self.width(0, index)
        path = entries_path(index, width)
        data = self._read(path)
        if data is not None:
            return decode_bundle(data, count=width, path=path)
        full = self._read(entries_path(index)) if width < WIDTH else None
        if full is None:
            raise LogError("file_missing", path=path)
        return decode_bundle(full, count=WIDTH, path=entries_path(index))[:width]

    def entry(self, index: int) -> bytes:
        if not 0 <= index < self.size:
            raise LogError("proof_range", start=index, end=index + 1, size=self.size)
        return self.bundle(index // WIDTH)[index % WIDTH]

    def subtree(self, lo: int, hi: int) -> bytes:
        """MTH(D[lo:hi]), from the tiles alone."""
        if not 0 <= lo < hi <= self.size:
            raise LogError("proof_range", start=lo, end=hi, size=self.size)
        width = hi - lo
        if width & (width - 1) == 0 and lo % width == 0:
            level, inner = divmod(width.bit_length() - 1, HEIGHT)
            index, at = divmod(lo >> (HEIGHT * level), WIDTH)
            return root(self.tile(level, index)[at : at + (1 << inner)])
        middle = lo + split(width)
        return node_hash(self.subtree(lo, middle), self.subtree(middle, hi))

    def root(self) -> bytes:
        return self.subtree(0, self.size) if self.size else EMPTY_ROOT

    def width(self, level: int, index: int) -> int:
        """How wide a tile is at this size. LogError if there is none."""
        width = min(WIDTH, (self.size >> (HEIGHT * level)) - index * WIDTH)
        if index < 0 or width < 1:
            raise LogError("tile_path", path=f"tile/{level}/{index}")
        return width

    def _tile(self, level: int, index: int) -> bytes:
        key = (level, index)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        width = self.width(level, index)
        path, expected = tile_path(level, index, width), width * HASH_BYTES
        data = self._read(path)
        if data is None and width < WIDTH:
            # A log may drop a partial tile once the full one is there.
            path, expected = tile_path(level, index), WIDTH * HASH_BYTES
            data = self._read(path)
        if data is None:
            raise LogError("file_missing", path=tile_path(level, index, width))
        if len(data) != expected:
            raise LogError("tile_length", path=path, size=len(data), expected=expected)
        self._kept[key] = data = data[: width * HASH_BYTES]
        if len(self._kept) > TILES_KEPT:
            self._kept.popitem(last=False)
        return data

    def _read(self, path: str) -> bytes | None:
        try:
            return self._fetch(path)
        except (OSError, LookupError):
            return None


def changed_files(
    old_size: int, new_size: int, *, subtree: Subtree, entries: Entries
) -> Iterator[tuple[str, bytes]]:
    """Path and content of every bundle and tile to write when a log grows from old to new.

    Running it again from an older size writes the same files again, so a writer that was stopped
    in the middle starts from the last checkpoint that it published.
    """
    if not 0 <= old_size <= new_size:
        raise LogError("proof_range", start=old_size, end=new_size, size=new_size)
    for index, width in _changed(old_size, new_size):
        first = index * WIDTH
        found = entries(first, first + width)
        if len(found) != width:
            raise LogError("bundle_syntax", path=entries_path(index, width), expected=width)
        yield entries_path(index, width), encode_bundle(found)
    level = 0
    while new_size >> (HEIGHT * level):
        step = 1 << (HEIGHT * level)
        for index, width in _changed(old_size // step, new_size // step):
            places = range(index * WIDTH, index * WIDTH + width)
            hashes = [subtree(place * step, (place + 1) * step) for place in places]
            yield tile_path(level, index, width), b"".join(hashes)
        level += 1


def _changed(old: int, new: int) -> Iterator[tuple[int, int]]:
    """Index and width of the tiles that hold what was added at one level."""
    if old == new:
        return
    for index in range(old // WIDTH, -(-new // WIDTH)):
        yield index, min(WIDTH, new - index * WIDTH)
