"""The public files follow the database: what is lost, cut short or altered comes back whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

from remit.core.log import LogError
from remit.core.verify import Report, verify
from remit.record import locks, publish, sealer
from remit.record.models import Checkpoint, Record
from tests.record.copies import put_in, refused
from tests.town import Town

Check = Callable[[], Report]
Damage = Callable[[Path], None]


def lose(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def alter(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


DAMAGES = (lose, cut, alter)
SMALL = ("log/checkpoint", "log/key", "books.csv", "log/tile/0/000.p/*", "log/tile/entries/000.p/*")
LOOKED_AT = ("log/checkpoint", "log/tile/0/001.p/*", "log/tile/1/000.p/*")
"""The files from which the tree goes on: they are read before each seal."""
DONE_WITH = ("log/tile/0/000", "log/tile/entries/000")


@pytest.fixture
def town_with_ballots(town_at: Callable[[str], Town]) -> Town:
    town = town_at("paid")
    refused(town)
    sealer.seal()
    return town


def found(pattern: str) -> Path:
    (path,) = sorted(publish.folder().glob(pattern))[-1:]
    return path


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("pattern", SMALL)
def test_the_next_seal_makes_it_whole(
    town_with_ballots: Town, checked: Check, pattern: str, damage: Damage
) -> None:
    damage(found(pattern))
    refused(town_with_ballots)
    assert sealer.seal() == 1
    checked()


@pytest.fixture
def large_town(town: Town) -> Town:
    """Its log fills a tile."""
    put_in(refused(town), range(1000, 1300))
    sealer.seal()
    return town


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("pattern", LOOKED_AT)
def test_what_the_tree_goes_on_from_is_made_whole_with_nothing_new(
    large_town: Town, checked: Check, pattern: str, damage: Damage
) -> None:
    before = found(pattern).read_bytes()
    damage(found(pattern))
    assert sealer.seal() == 0
    assert found(pattern).read_bytes() == before
    checked()


@pytest.mark.parametrize("damage", [lose, alter])
@pytest.mark.parametrize("pattern", LOOKED_AT)
def test_no_root_is_signed_over_damaged_tiles(
    large_town: Town, checked: Check, pattern: str, damage: Damage
) -> None:
    damage(found(pattern))
    refused(large_town)
    assert sealer.seal() == 1
    checked()


@pytest.mark.parametrize("damage", [cut, alter])
@pytest.mark.parametrize("pattern", DONE_WITH)
def test_the_workers_start_makes_a_finished_file_whole(
    large_town: Town, checked: Check, pattern: str, damage: Damage
) -> None:
    damage(found(pattern))
    refused(large_town)
    assert sealer.seal() == 1
    assert sealer.mend() == 1
    checked()
    assert sealer.mend() == 0


@pytest.mark.parametrize("damage", [cut, alter])
def test_the_workers_start_makes_ballots_whole(
    town_with_ballots: Town, checked: Check, damage: Damage
) -> None:
    damage(found("ballots/*.pb"))
    assert sealer.mend() == 1
    checked()


def test_what_a_killed_publication_left_behind_is_cleared_away(town_with_ballots: Town) -> None:
    scrap = publish.folder() / "log" / f"{publish.SCRAP}checkpoint.99"
    scrap.write_text("half a chec")
    assert sealer.mend() == 0
    assert not scrap.exists()


def test_the_next_seal_puts_lost_ballots_back(town_with_ballots: Town, checked: Check) -> None:
    lose(found("ballots/*.pb"))
    refused(town_with_ballots)
    assert sealer.seal() == 1
    checked()


def test_records_that_are_not_those_signed_are_not_published(town: Town, unguarded: None) -> None:
    """Somebody changed a record in the database, past the locks: the public files stay."""
    sealer.seal()
    before = publish.fetch("log/checkpoint")
    locks.remove(connection)
    Record.objects.filter(kind="charter.grant").update(digest="00" * 32)
    shutil.rmtree(publish.folder() / "log" / "tile")
    with pytest.raises(LogError):
        sealer.seal()
    refused(town)
    with pytest.raises(LogError):
        sealer.seal()
    assert publish.fetch("log/checkpoint") == before
    assert Checkpoint.objects.count() == 1
    locks.install(connection)


def test_the_whole_folder_comes_back(town_with_ballots: Town, checked: Check) -> None:
    folder = publish.folder()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    shutil.rmtree(folder)
    assert sealer.seal() == 0
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    checked()


def test_a_checkpoint_that_the_database_never_signed_is_not_built_on(
    town_with_ballots: Town, checked: Check
) -> None:
    """As after a backup was brought back: the files are ahead of the database."""
    note = publish.fetch(publish.CHECKPOINT).decode()
    size = Checkpoint.objects.get().size
    found("log/checkpoint").write_text(note.replace(f"\n{size}\n", f"\n{size + 5}\n", 1))
    refused(town_with_ballots)
    assert sealer.seal() == 1
    assert checked().checkpoint is not None
    assert publish.published()[0] == Record.objects.count()


def test_a_reader_between_books_and_checkpoint_is_told_to_come_back(
    town_with_ballots: Town, checked: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    town_with_ballots.pay("P-2", 1)

    def put(path: str, data: bytes) -> None:
        if path == publish.CHECKPOINT:
            raise Killed
        whole(path, data)

    whole = publish.put
    with monkeypatch.context() as patch:
        patch.setattr(publish, "put", put)
        with pytest.raises(Killed):
            sealer.seal()
    report = verify(publish.fetch, trusted_key=publish.verifier_key())
    assert [problem.code for step in report.steps for problem in step.detail] == ["books_ahead"]
    sealer.seal()
    checked()


class Killed(BaseException):
    """What a kill is like from inside: no `except Exception` sees it."""


def test_a_crash_between_checkpoint_and_files_is_healed(
    town_with_ballots: Town, checked: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused(town_with_ballots)
    before = publish.published()[0]
    with monkeypatch.context() as patch:
        patch.setattr(publish, "put", killed_at(0))
        with pytest.raises(Killed):
            sealer.seal()
    assert Checkpoint.objects.count() == 2, "committed before the files"
    assert publish.published()[0] == before
    checked()
    assert sealer.seal() == 0
    assert publish.published()[0] == Record.objects.count()
    checked()


def killed_at(place: int) -> Callable[[str, bytes], None]:
    """Put so many files in their place, and be killed at the next one."""
    whole, left = publish.put, [place]

    def put(path: str, data: bytes) -> None:
        if not left[0]:
            raise Killed
        left[0] -= 1
        whole(path, data)

    return put


def test_a_crash_at_any_file_is_healed(
    town: Town, checked: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    pattern = refused(town)
    sealer.seal()
    crashes = 0
    for place in range(50):
        put_in(pattern, range(1 + place * 30, 31 + place * 30))
        with monkeypatch.context() as patch:
            patch.setattr(publish, "put", killed_at(place))
            try:
                sealer.seal()
            except Killed:
                crashes += 1
            else:
                break
        checked()
        sealer.seal()
        assert publish.published()[0] == Record.objects.count()
        checked()
    assert crashes >= 5


def test_nobody_sees_a_file_half_written(
    town: Town, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is written under another name, and put in place as a whole."""
    seen: list[tuple[bool, str]] = []
    replace = Path.replace

    def watch(scrap: Path, target: Path) -> Path:
        seen.append((target.exists(), target.name))
        assert scrap.parent == target.parent and scrap.name.startswith(".")
        return replace(scrap, target)

    monkeypatch.setattr(Path, "replace", watch)
    sealer.seal()
    assert seen[-1] == (False, "checkpoint"), "whoever sees it finds all that it vouches for"
    left = [path.name for path in publish.folder().rglob(".*") if path.name != publish.LOCK]
    assert left == []
