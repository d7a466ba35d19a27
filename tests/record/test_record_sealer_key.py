"""The log has one key, which nobody else may read, and goes on under no other."""

from __future__ import annotations

import stat
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from remit.core.log import SignerKey
from remit.core.verify import Report
from remit.record import publish, sealer
from tests.record.copies import refused
from tests.record.tables import contents
from tests.town import Town

Check = Callable[[], Report]


@pytest.fixture
def key(town: Town, home: Path) -> Path:
    """The key's file; the log has begun, and something new waits to be sealed."""
    sealer.seal()
    refused(town)
    return home / "log-key"


def public_files() -> dict[str, bytes]:
    folder = publish.folder()
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_key_is_for_its_owner_alone(key: Path) -> None:
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert [path for path in key.parent.iterdir() if path.is_file()] == [key], "a scrap is left"


def test_the_key_lies_in_a_folder_that_is_made_for_it(
    town: Town, home: Path, settings: Any, checked: Check
) -> None:
    settings.KEY_FILE = str(home / "safe" / "deep" / "log-key")
    sealer.seal()
    checked()
    assert stat.S_IMODE(Path(settings.KEY_FILE).stat().st_mode) == 0o600


def test_the_log_goes_on_under_its_key(key: Path, checked: Check) -> None:
    before, line = key.read_bytes(), publish.fetch("log/key")
    assert sealer.seal() == 1
    assert key.read_bytes() == before
    assert publish.fetch("log/key") == line == f"{publish.verifier_key()}\n".encode()
    checked()


def test_the_secret_half_is_published_nowhere(key: Path) -> None:
    sealer.seal()
    secret = key.read_text().strip().split("+", 4)[4].encode()
    assert len(secret) > 40
    for path, data in public_files().items():
        assert secret not in data, path


def other_key() -> str:
    return SignerKey.from_seed(bytes(32), name="remit.example/log").secret_text()


@pytest.mark.parametrize("text", [None, "", "scribble\n", "another"])
def test_without_the_key_nothing_is_sealed(
    key: Path, checked: Check, text: str | None, settings: Any
) -> None:
    right = key.read_text()
    key.unlink()
    if text is not None:
        key.write_text(other_key() if text == "another" else text)
    before, files = contents(), public_files()
    with pytest.raises(sealer.KeyMissing, match=str(key)):
        sealer.seal()
    assert (contents(), public_files()) == (before, files)
    if text is None:
        assert not key.exists(), "a new key would be a new log"
    key.write_text(right)
    assert sealer.seal() == 1
    checked()


def test_of_many_that_make_a_key_at_once_one_counts(
    home: Path, settings: Any, at_once: Callable[[Sequence[Callable[[], Any]]], list[Any]]
) -> None:
    def make() -> str:
        with publish.taking_turns():
            sealer.make_key(home / "log-key")
        return (home / "log-key").read_text()

    found = at_once([make] * 6)
    assert set(found) == {(home / "log-key").read_text()}
    assert [path.name for path in home.iterdir() if path.is_file()] == ["log-key"]
