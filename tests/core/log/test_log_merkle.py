"""The tree against the definition of RFC 6962, exhaustively while it is small."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.log import merkle
from remit.core.log.errors import LogError

SMALL = 40
RFC_ENTRIES = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    b"\x50\x51\x52\x53\x54\x55\x56\x57",
    bytes(range(0x60, 0x70)),
]
RFC_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LEAVES = [merkle.leaf_hash(bytes([index])) for index in range(SMALL)]


def mth(leaves: list[bytes]) -> bytes:
    """RFC 6962, 2.1, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return hashlib.sha256(b"\x01" + mth(leaves[:k]) + mth(leaves[k:])).digest()


def subtree(lo: int, hi: int) -> bytes:
    return mth(LEAVES[lo:hi])


def grown(size: int) -> merkle.Frontier:
    frontier = merkle.Frontier()
    for leaf in LEAVES[:size]:
        frontier.append(leaf)
    return frontier


def flipped(hashed: bytes) -> bytes:
    return bytes([hashed[0] ^ 1]) + hashed[1:]


def test_roots_of_the_reference_entries() -> None:
    hashes = [merkle.leaf_hash(entry) for entry in RFC_ENTRIES]
    assert [merkle.root(hashes[: n + 1]).hex() for n in range(8)] == RFC_ROOTS
    assert merkle.root([]) == merkle.EMPTY_ROOT == mth([])


def test_every_inclusion_proof_of_small_trees() -> None:
    for size in range(1, SMALL + 1):
        root = subtree(0, size)
        for index in range(size):
            proof = merkle.inclusion_proof(index, size, subtree)
            assert merkle.verify_inclusion(index, size, LEAVES[index], proof, root)
            other = (index + 1) % size
            if size > 1:
                assert not merkle.verify_inclusion(other, size, LEAVES[index], proof, root)
                assert not merkle.verify_inclusion(index, size, LEAVES[other], proof, root)
            for at, node in enumerate(proof):
                changed = [*proof[:at], flipped(node), *proof[at + 1 :]]
                assert not merkle.verify_inclusion(index, size, LEAVES[index], changed, root)
            assert not merkle.verify_inclusion(index, size, LEAVES[index], [*proof, root], root)


def test_every_consistency_proof_of_small_trees() -> None:
    for new in range(1, SMALL + 1):
        root = subtree(0, new)
        for old in range(1, new + 1):
            proof = merkle.consistency_proof(old, new, subtree)
            before = subtree(0, old)
            assert merkle.verify_consistency(old, new, proof, before, root)
            assert not merkle.verify_consistency(old, new, proof, flipped(before), root)
            assert not merkle.verify_consistency(old, new, proof, before, flipped(root))
            assert not merkle.verify_consistency(old, new, [*proof, root], before, root)
            for at, node in enumerate(proof):
                changed = [*proof[:at], flipped(node), *proof[at + 1 :]]
                assert not merkle.verify_consistency(old, new, changed, before, root)


def test_every_subtree_proof_of_small_trees() -> None:
    for size in range(1, 24):
        root = subtree(0, size)
        for start in range(size):
            for end in range(start + 1, size + 1):
                if not merkle.is_subtree(start, end):
                    with pytest.raises(LogError):
                        merkle.subtree_consistency_proof(start, end, size, subtree)
                    continue
                node = subtree(start, end)
                proof = merkle.subtree_consistency_proof(start, end, size, subtree)
                held = merkle.verify_subtree_consistency(start, end, size, proof, node, root)
                assert held, (start, end, size)
                wrong = flipped(node)
                assert not merkle.verify_subtree_consistency(start, end, size, proof, wrong, root)


@pytest.mark.parametrize("size", range(SMALL + 1))
def test_a_frontier_goes_on_from_where_it_was_stored(size: int) -> None:
    before = grown(size)
    resumed = merkle.Frontier(size, before.nodes)
    assert resumed.root() == mth(LEAVES[:size])
    for leaf in LEAVES[size:]:
        resumed.append(leaf)
    assert (resumed.size, resumed.root()) == (SMALL, subtree(0, SMALL))


def test_a_stored_frontier_must_fit_its_size() -> None:
    nodes = grown(5).nodes
    for size, given_nodes in [(4, nodes), (5, nodes[:1]), (-1, ()), (0, nodes)]:
        with pytest.raises(LogError) as caught:
            merkle.Frontier(size, given_nodes)
        assert caught.value.code == "frontier_invalid"
    with pytest.raises(LogError) as caught:
        merkle.Frontier(1, [b"short"])
    assert caught.value.code == "hash_length"


@pytest.mark.parametrize("size", range(SMALL + 1))
def test_a_tree_grows_over_a_stored_one(size: int) -> None:
    tree = merkle.Tree(size, subtree if size else None)
    for index in range(size, SMALL):
        assert tree.append(LEAVES[index]) == index
        assert tree.root() == mth(LEAVES[: index + 1])
    for lo in range(SMALL):
        for hi in range(lo + 1, SMALL + 1):
            assert tree.subtree(lo, hi) == subtree(lo, hi)


def test_a_tree_refuses_what_it_does_not_have() -> None:
    tree = merkle.Tree()
    assert tree.root() == merkle.EMPTY_ROOT
    tree.append(LEAVES[0])
    for lo, hi in [(0, 0), (0, 2), (-1, 1), (1, 1)]:
        with pytest.raises(LogError) as caught:
            tree.subtree(lo, hi)
        assert caught.value.code == "proof_range"
    with pytest.raises(LogError):
        merkle.Tree(3)


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0)])
def test_no_inclusion_proof_out_of_range(index: int, size: int) -> None:
    with pytest.raises(LogError) as caught:
        merkle.inclusion_proof(index, size, subtree)
    assert caught.value.code == "proof_range"
    assert not merkle.verify_inclusion(index, size, LEAVES[0], [], LEAVES[0])


@pytest.mark.parametrize(("old", "new"), [(0, 3), (4, 3), (-1, 3), (0, 0)])
def test_no_consistency_proof_out_of_range(old: int, new: int) -> None:
    with pytest.raises(LogError) as caught:
        merkle.consistency_proof(old, new, subtree)
    assert caught.value.code == "proof_range"
    assert not merkle.verify_consistency(old, new, [], LEAVES[0], LEAVES[0])


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 50), st.integers(0, 50), st.lists(st.binary(max_size=40), max_size=6))
def test_verifying_never_raises(first: int, second: int, proof: list[bytes]) -> None:
    assert not merkle.verify_inclusion(first, second, b"x", proof, LEAVES[0])
    merkle.verify_consistency(first, second, proof, LEAVES[0], LEAVES[1])
    merkle.verify_subtree_consistency(first, second, 40, proof, LEAVES[0], LEAVES[1])
