"""The locks pin everything by digest, name no host, and agree with the package's own metadata."""

from __future__ import annotations

import re
import stat
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.lock", "requirements-test.lock", "requirements-bench.lock"]


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text()
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


def asked(text: str) -> set[str]:
    lines = [line.strip() for line in text.splitlines()]
    wanted = [line for line in lines if line and not line.startswith(("#", "-"))]
    return {line.replace('"', "'") for line in wanted}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_its_digests(lock: str) -> None:
    text = (ROOT / lock).read_text()
    blocks = re.split(r"^(?=\S+==)", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(pins(lock)) > 3
    assert all("--hash=sha256:" in block for block in blocks)


@pytest.mark.parametrize("name", [*LOCKS, *(lock.replace(".lock", ".in") for lock in LOCKS)])
def test_no_host_and_no_place_of_ours_is_named(name: str) -> None:
    assert not re.search(r"https?:|file:|--(extra-)?index|--find|\s/", (ROOT / name).read_text())


@pytest.mark.parametrize(("one", "other"), list(combinations(LOCKS, 2)))
def test_the_locks_agree(one: str, other: str) -> None:
    ours, theirs = pins(one), pins(other)
    shared = ours.keys() & theirs.keys()
    assert "django" in shared or "requirements-bench.lock" in (one, other)
    assert {name: ours[name] for name in shared} == {name: theirs[name] for name in shared}


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_holds_what_is_asked_for(lock: str) -> None:
    wanted = asked((ROOT / lock.replace(".lock", ".in")).read_text())
    names = {re.split(r"[\[<>=; ]", line)[0].lower() for line in wanted}
    assert names <= pins(lock).keys()


def test_the_package_asks_for_the_same() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert asked("\n".join(project["dependencies"])) == asked(
        (ROOT / "requirements.in").read_text()
    )
    assert project["requires-python"] == ">=3.11"


def test_the_two_commands_can_be_started() -> None:
    for name in ("remit", ".ci/run"):
        assert (ROOT / name).stat().st_mode & stat.S_IXUSR, f"{name} is not executable"


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "15.Applicable Law" in text
    assert text.rstrip().endswith("require the production of a new EUPL version.")
