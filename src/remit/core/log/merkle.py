"""The Merkle tree of RFC 6962: one root that stands for every leaf and their order.

A proof is made over a `Subtree` oracle, a function that knows MTH(D[lo:hi]), wherever the hashes
are kept. `Frontier` is the least that an appender must remember; `Tree` also answers for what it
appended, over an older tree that is stored. Making a proof raises for a range that doesn't exist;
verifying one only ever says yes or no.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence

from remit.core.log.errors import LogError

HASH_BYTES = 32
EMPTY_ROOT = hashlib.sha256(b"").digest()
Subtree = Callable[[int, int], bytes]
"""MTH(D[lo:hi]) for 0 <= lo < hi <= size."""


def leaf_hash(entry: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def split(width: int) -> int:
    """The largest power of two smaller than the width: where RFC 6962 divides a tree."""
    return 1 << ((width - 1).bit_length() - 1)


class Frontier:
    """The roots of the complete subtrees of a growing log, largest first: all an appender needs."""

    def __init__(self, size: int = 0, nodes: Sequence[bytes] = ()) -> None:
        if size < 0 or len(nodes) != size.bit_count():
            raise LogError("frontier_invalid", size=size)
        self.size = size
        self._nodes = [_hash(node) for node in nodes]

    @property
    def nodes(self) -> tuple[bytes, ...]:
        """To be stored with the size, and given back to go on from here."""
        return tuple(self._nodes)

    def append(self, leaf: bytes) -> int:
        """Add a leaf hash; its index."""
        index = self.size
        self._nodes.append(_hash(leaf))
        self.size += 1
        complete = self.size
        while complete & 1 == 0:
            right = self._nodes.pop()
            self._nodes[-1] = node_hash(self._nodes[-1], right)
            complete >>= 1
        return index

    def root(self) -> bytes:
        if not self._nodes:
            return EMPTY_ROOT
        found = self._nodes[-1]
        for node in reversed(self._nodes[:-1]):
            found = node_hash(node, found)
        return found


class Tree:
    """A tree that grows in memory over one that is stored, and answers `subtree` for both."""

    def __init__(self, size: int = 0, stored: Subtree | None = None) -> None:
        if size < 0 or (size > 0) != (stored is not None):
            raise LogError("frontier_invalid", size=size)
        self.size = size
        self._stored_size = size
        self._stored = stored
        self._levels: list[dict[int, bytes]] = []

    def append(self, leaf: bytes) -> int:
        """Add a leaf hash; its index."""
        index, level, found = self.size, 0, _hash(leaf)
        place = index
        self._keep(level, place, found)
        while place & 1:
            found = node_hash(self._complete(level, place - 1), found)
            place >>= 1
            level += 1
            self._keep(level, place, found)
        self.size += 1
        return index

    def subtree(self, lo: int, hi: int) -> bytes:
        if not 0 <= lo < hi <= self.size:
            raise LogError("proof_range", start=lo, end=hi, size=self.size)
        if hi <= self._stored_size and self._stored:
            return self._stored(lo, hi)
        width = hi - lo
        if width & (width - 1) == 0 and lo % width == 0:
            return self._complete(width.bit_length() - 1, lo // width)
        middle = lo + split(width)
        return node_hash(self.subtree(lo, middle), self.subtree(middle, hi))

    def root(self) -> bytes:
        return self.subtree(0, self.size) if self.size else EMPTY_ROOT

    def _keep(self, level: int, place: int, found: bytes) -> None:
        if level == len(self._levels):
            self._levels.append({})
        self._levels[level][place] = found

    def _complete(self, level: int, place: int) -> bytes:
        """The root of a complete subtree: either made here, or wholly in the stored tree."""
        made = self._levels[level].get(place) if level < len(self._levels) else None
        if made is not None:
            return made
        assert self._stored is not None, "what was not made here was stored before"
        return self._stored(place << level, (place + 1) << level)


def root(leaves: Iterable[bytes]) -> bytes:
    """The root over leaf hashes, or over the hashes of a tile."""
    frontier = Frontier()
    for leaf in leaves:
        frontier.append(leaf)
    return frontier.root()


def inclusion_proof(index: int, size: int, subtree: Subtree) -> tuple[bytes, ...]:
    """PATH(index, D[size]) of RFC 6962, 2.1.1."""
    if not 0 <= index < size:
        raise LogError("proof_range", start=index, end=index + 1, size=size)
    found: list[bytes] = []
    lo, hi = 0, size
    while hi - lo > 1:
        middle = lo + split(hi - lo)
        if index < middle:
            found.append(subtree(middle, hi))
            hi = middle
        else:
            found.append(subtree(lo, middle))
            lo = middle
    return tuple(reversed(found))


def consistency_proof(old: int, new: int, subtree: Subtree) -> tuple[bytes, ...]:
    """PROOF(old, D[new]) of RFC 6962, 2.1.2. Nothing is proved about an empty log."""
    if not 0 < old <= new:
        raise LogError("proof_range", start=0, end=old, size=new)
    return subtree_consistency_proof(0, old, new, subtree)


def subtree_consistency_proof(
    start: int, end: int, size: int, subtree: Subtree
) -> tuple[bytes, ...]:
    """That D[start:end] is part of D[size], for a valid subtree (draft-ietf-plants)."""
    if not (is_subtree(start, end) and start < end <= size):
        raise LogError("proof_range", start=start, end=end, size=size)
    found: list[bytes] = []
    lo, hi, whole = 0, size, True
    while (lo, hi) != (start, end):
        middle = lo + split(hi - lo)
        if end <= middle:
            found.append(subtree(middle, hi))
            hi = middle
        elif start >= middle:
            found.append(subtree(lo, middle))
            lo = middle
        else:  # it spans both halves, and so begins where this one does
            found.append(subtree(lo, middle))
            start = lo = middle
            whole = False
    if not whole:
        found.append(subtree(lo, hi))
    return tuple(reversed(found))


def is_subtree(start: int, end: int) -> bool:
    """Whether some tree has MTH(D[start:end]) as a node; an empty range counts."""
    return 0 <= start <= end and (start == end or start % _ceiling(end - start) == 0)


def verify_inclusion(
    index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes
) -> bool:
    """RFC 9162, 2.1.3.2."""
    if not 0 <= index < size or not _are_hashes((leaf, root, *proof)):
        return False
    at, last, found = index, size - 1, leaf
    for node in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node_hash(node, found)
            while at and not at & 1:
                at >>= 1
                last >>= 1
        else:
            found = node_hash(found, node)
        at >>= 1
        last >>= 1
    return last == 0 and found == root


def verify_subtree_inclusion(
    index: int, start: int, end: int, leaf: bytes, proof: Sequence[bytes], root: bytes
) -> bool:
    """That the leaf is in the subtree D[start:end]."""
    if not is_subtree(start, end):
        return False
    return verify_inclusion(index - start, end - start, leaf, proof, root)


def verify_consistency(
    old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> bool:
    """RFC 9162, 2.1.4.2. An empty log is consistent with all, so there is nothing to verify."""
    if not 0 < old <= new:
        return False
    return verify_subtree_consistency(0, old, new, proof, old_root, new_root)


def verify_subtree_consistency(
    start: int, end: int, size: int, proof: Sequence[bytes], node: bytes, root: bytes
) -> bool:
    """That MTH(D[start:end]) = node belongs to the tree of this size and root."""
    if not is_subtree(start, end) or end > size:
        return False
    if start == end:
        return not proof and node == EMPTY_ROOT
    if (start, end) == (0, size):
        return not proof and node == root
    if not _are_hashes((node, root, *proof)):
        return False
    first, at, last = start, end - 1, size - 1
    while first != at and (at == last or at & 1):
        first, at, last = first >> 1, at >> 1, last >> 1
    rest = list(proof)
    if first == at:
        inner = outer = node
    elif rest:
        inner = outer = rest.pop(0)
    else:
        return False
    for part in rest:
        if last == 0:
            return False
        if at & 1 or at == last:
            inner = node_hash(part, inner) if first < at else inner
            outer = node_hash(part, outer)
            while at and not at & 1:
                first, at, last = first >> 1, at >> 1, last >> 1
        else:
            outer = node_hash(outer, part)
        first, at, last = first >> 1, at >> 1, last >> 1
    return last == 0 and inner == node and outer == root


def _ceiling(width: int) -> int:
    """The smallest power of two that is not smaller than the width."""
    return 1 << (width - 1).bit_length()


def _are_hashes(found: Iterable[bytes]) -> bool:
    return all(len(node) == HASH_BYTES for node in found)


def _hash(found: bytes) -> bytes:
    if len(found) != HASH_BYTES:
        raise LogError("hash_length", size=len(found))
    return found
