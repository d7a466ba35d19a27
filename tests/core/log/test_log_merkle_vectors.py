"""Every probe under the reference vectors of Merkle proofs, counted: none is passed over."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from remit.core.log import merkle

Shared = Callable[[str], Path]
EXPECTED = {
    "inclusion": 98,
    "consistency": 98,
    "subtreeinclusion": 204,
    "subtreeconsistency": 118,
}


def decode(text: str | None) -> bytes:
    return base64.b64decode(text) if text else b""


def proof_of(probe: dict[str, Any]) -> list[bytes]:
    return [decode(node) for node in probe["proof"] or []]


def inclusion(probe: dict[str, Any]) -> bool:
    leaf, root = decode(probe["leafHash"]), decode(probe["root"])
    return merkle.verify_inclusion(probe["leafIdx"], probe["treeSize"], leaf, proof_of(probe), root)


def consistency(probe: dict[str, Any]) -> bool:
    roots = decode(probe["root1"]), decode(probe["root2"])
    return merkle.verify_consistency(probe["size1"], probe["size2"], proof_of(probe), *roots)


def subtree_inclusion(probe: dict[str, Any]) -> bool:
    leaf, root = decode(probe["leafHash"]), decode(probe["root"])
    return merkle.verify_subtree_inclusion(
        probe["leafIdx"], probe["start"], probe["end"], leaf, proof_of(probe), root
    )


def subtree_consistency(probe: dict[str, Any]) -> bool:
    roots = decode(probe["root1"]), decode(probe["root2"])
    return merkle.verify_subtree_consistency(
        probe["start"], probe["end"], probe["size"], proof_of(probe), *roots
    )


VERIFIERS = {
    "inclusion": inclusion,
    "consistency": consistency,
    "subtreeinclusion": subtree_inclusion,
    "subtreeconsistency": subtree_consistency,
}


def test_every_probe_is_answered_as_it_should_be(shared_path: Shared) -> None:
    folder = shared_path("vectors/merkle/testdata")
    read: set[Path] = set()
    wrong: list[str] = []
    for kind, verify in VERIFIERS.items():
        for path in sorted((folder / kind).rglob("*.json")):
            probe = json.loads(path.read_text())
            if verify(probe) == probe["wantErr"]:
                wrong.append(f"{path.relative_to(folder)}: {probe['desc']}")
            read.add(path)
    assert not wrong
    unread = {path for path in folder.rglob("*") if path.is_file()} - read
    assert not unread, f"{len(unread)} probes were not run"


def test_no_probe_has_gone_missing(shared_path: Shared) -> None:
    folder = shared_path("vectors/merkle/testdata")
    found = {kind: len(list((folder / kind).rglob("*.json"))) for kind in VERIFIERS}
    assert found == EXPECTED
