"""Entries and tiles: that both are what the signed root stands for, and which file is not.

Entries are held against the root by themselves, so that a damaged tile doesn't condemn them. Once
they are known to be right, they say what every tile should have been.
"""

from __future__ import annotations

from collections.abc import Iterator

from remit.core.log import (
    Checkpoint,
    Frontier,
    LogError,
    TileReader,
    entries_path,
    leaf_hash,
    root,
    tile_path,
)
from remit.core.log.tiles import HEIGHT, WIDTH
from remit.core.verify.report import Findings, Step
from remit.core.verify.sealed import LOG, Progress
from remit.core.words import gettext_noop, words

_ENTRIES = gettext_noop("{size} records are the ones that were signed for.")
_TILES = gettext_noop("All hashes add up to the signed root.")


class EntriesCheck:
    """Reads every entry once, hands it on, and then says whether they were the signed ones."""

    def __init__(self, reader: TileReader, *, checkpoint: Checkpoint) -> None:
        self._reader = reader
        self._checkpoint = checkpoint
        self._findings = Findings("entries")
        self._frontier = Frontier()
        self._roots: list[bytes] = []
        self._differing: set[int] = set()

    def entries(self, progress: Progress | None) -> Iterator[tuple[int, bytes]]:
        """Index and bytes; ends early where a bundle can't be read."""
        for bundle in range(-(-self._reader.size // WIDTH)):
            path = entries_path(bundle, self._reader.width(0, bundle))
            try:
                entries = self._reader.bundle(bundle)
            except LogError as error:
                self._findings.add_error(error, where=LOG + path)
                return
            self._see(bundle, [leaf_hash(entry) for entry in entries], path=path)
            yield from enumerate(entries, start=bundle * WIDTH)
            if progress:
                progress("entries", self._frontier.size, self._reader.size)

    def _see(self, bundle: int, hashes: list[bytes], *, path: str) -> None:
        for found in hashes:
            self._frontier.append(found)
        if len(hashes) == WIDTH:
            self._roots.append(root(hashes))
        try:
            tile = self._reader.tile(0, bundle)
        except LogError:  # the tiles' own step says so
            return
        for offset, (found, expected) in enumerate(zip(hashes, tile, strict=True)):
            if found != expected:
                self._differing.add(bundle)
                index = bundle * WIDTH + offset
                self._findings.add("entry_mismatch", where=LOG + path, record=index)

    @property
    def are_signed(self) -> bool:
        """Whether all were read and the signed root stands for them, whatever the tiles say."""
        whole = self._frontier.size == self._reader.size
        return whole and self._frontier.root() == self._checkpoint.root

    def step(self) -> Step:
        held = words(_ENTRIES, size=self._reader.size)
        if self.are_signed:
            return Step("entries", True, held)
        if not self._findings.count:
            self._findings.add("entries_root", where=LOG + "tile/entries")
        return self._findings.done(held)

    def true_tiles(self, level: int) -> list[bytes]:
        """The hashes of a level above 0, made from the entries."""
        found = self._roots
        for _ in range(level - 1):
            full = len(found) // WIDTH
            found = [root(found[at * WIDTH : (at + 1) * WIDTH]) for at in range(full)]
        return found

    def is_true(self, level: int, index: int, tile: tuple[bytes, ...]) -> bool:
        """Whether a tile is the one that the entries make."""
        if level == 0:
            return index not in self._differing
        first = index * WIDTH
        return list(tile) == self.true_tiles(level)[first : first + len(tile)]


def check_tiles(reader: TileReader, *, checkpoint: Checkpoint, entries: EntriesCheck) -> Step:
    """Every tile against the entries; without good entries, the tiles against each other."""
    findings = Findings("tiles")
    level = 0
    while reader.size >> (HEIGHT * level):
        for index in range(-(-(reader.size >> (HEIGHT * level)) // WIDTH)):
            path = tile_path(level, index, reader.width(level, index))
            try:
                tile = reader.tile(level, index)
            except LogError as error:
                findings.add_error(error, where=LOG + path)
                continue
            if entries.are_signed:
                if not entries.is_true(level, index, tile):
                    findings.add("tile_wrong", where=LOG + path, path=path)
            elif len(tile) == WIDTH and _above(reader, level, index) not in (None, root(tile)):
                findings.add("tile_mismatch", where=LOG + path, path=path)
        level += 1
    if not findings.count and reader.root() != checkpoint.root:
        findings.add("root_mismatch", where=LOG + "tile")
    return findings.done(words(_TILES))


def _above(reader: TileReader, level: int, index: int) -> bytes | None:
    """What the tile above says of a full tile; None where it can't be read."""
    try:
        return reader.tile(level + 1, index // WIDTH)[index % WIDTH]
    except LogError:
        return None
