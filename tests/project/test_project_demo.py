"""The demonstration: the whole story is played once, checked, and never played twice.

It is a program of its own with a data folder of its own, so it is started as one.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import socket
import sqlite3
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from remit.project.demo import story
from tests.project.programs import remit

STEPS = {
    "1 grant",
    "1 backing",
    "2 ballots",
    "2 winners",
    "2 reasons",
    "3 decisions",
    "3 refusal",
    "3 asked",
    "4 money",
    "4 payments",
    "4 locks",
    "5 verify",
    "6 pages",
}
"""What the table must show to have held."""
BEGIN_AGAIN = "To begin again, delete {} and start the demonstration once more."
AGENCYS = {
    "REMIT_HOSTS": "remit.example",
    "REMIT_TLS": "1",
    "REMIT_LOG_ORIGIN": "remit.example/log",
}


@dataclass(frozen=True, slots=True)
class Played:
    """A demonstration that was played, and how its program ended."""

    home: Path
    done: subprocess.CompletedProcess[str]

    @property
    def folder(self) -> Path:
        return self.home / "demo"

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with sqlite3.connect(self.folder / "remit.sqlite3") as database:
            return database.execute(query).fetchall()


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The story from its beginning, where an agency has settings of its own."""
    home = tmp_path_factory.mktemp("demonstration")
    agency = {
        **AGENCYS,
        "REMIT_DATABASE": f"sqlite://{home / 'agency.sqlite3'}",
        "REMIT_KEY_FILE": str(home / "agency-key"),
        "REMIT_PUBLIC": str(home / "agency-public"),
    }
    return Played(home, remit("demo", "--check", home=home, **agency))


def lines(done: subprocess.CompletedProcess[str]) -> list[tuple[str, str]]:
    """How each step of the table came out."""
    return re.findall(r"^(ok|FAIL) +(\d \w+)", done.stdout, re.MULTILINE)


def official() -> set[str]:
    """The projects that the town itself marked as chosen, read without our own reader."""
    text = Path(story.__file__).with_name(story.FILE).read_text(encoding="utf-8")
    section = text.split("PROJECTS\n")[1].split("VOTES\n")[0].splitlines()
    return {
        row["project_id"]
        for row in csv.DictReader(section, delimiter=";")
        if row["selected"] == "1"
    }


def test_every_step_holds(played: Played) -> None:
    assert played.done.returncode == 0, played.done.stdout + played.done.stderr
    found = lines(played.done)
    assert {step for _, step in found} == STEPS
    assert {mark for mark, _ in found} == {"ok"}
    assert re.search(r"^(\d+) of \1 hold\.$", played.done.stdout, re.MULTILINE)


def test_the_winners_are_those_that_wieliczka_announced(played: Played) -> None:
    """The count of the published ballots against the official result of the town of Wieliczka."""
    counted = {str(code) for (code,) in played.rows("SELECT code FROM decide_project WHERE won")}
    assert len(counted) == 30
    assert counted == official()
    assert "30 winners; the town announced 30, the same ones" in played.done.stdout


def test_the_ballots_are_all_there(played: Played) -> None:
    assert played.rows("SELECT voters, state FROM decide_ballot") == [(6586, "counted")]
    assert played.rows("SELECT count(*) FROM decide_project") == [(64,)]


def test_one_attempt_was_refused_and_moved_nothing(played: Played) -> None:
    ((body,),) = played.rows("SELECT body FROM record_record WHERE outcome = 'refused'")
    leaf = json.loads(str(body))
    assert leaf["act"]["amount"] == story.OVER_THE_CAP and leaf["postings"] == []
    assert [f["clause"] for f in leaf["findings"] if f["verdict"] != "met"] == ["B4"]


def test_an_agencys_database_key_and_files_are_not_touched(played: Played) -> None:
    assert [path.name for path in played.home.iterdir()] == ["demo"]
    assert (played.folder / "public" / "log" / "key").read_text().startswith("demo.remit.example/")


def test_it_can_be_checked_from_outside(played: Played) -> None:
    done = remit("verify", home=played.home)
    assert done.stdout.startswith(f"Checking {played.folder / 'public'}")
    assert done.returncode == 0 and "Everything holds." in done.stdout


def test_started_again_it_plays_nothing_twice(played: Played) -> None:
    records = "SELECT id, key, digest FROM record_record ORDER BY id"
    before, postings = played.rows(records), played.rows("SELECT * FROM record_posting")
    checkpoint = (played.folder / "public" / "log" / "checkpoint").read_bytes()
    done = remit("demo", "--check", home=played.home)
    assert done.returncode == 0, done.stdout
    assert done.stderr == ""  # no bar: there was nothing to play
    assert played.rows(records) == before
    assert played.rows("SELECT * FROM record_posting") == postings
    assert (played.folder / "public" / "log" / "checkpoint").read_bytes() == checkpoint


@pytest.fixture
def copied(played: Played, tmp_path: Path) -> Path:
    """The data folder of a demonstration that was played, to be damaged."""
    shutil.copytree(played.folder, tmp_path / "demo")
    return tmp_path


def key_deleted(folder: Path) -> None:
    (folder / "log-key").unlink()


def key_scribbled_over(folder: Path) -> None:
    (folder / "log-key").write_text("nonsense\n")


def database_cut_short(folder: Path) -> None:
    path = folder / "remit.sqlite3"
    path.write_bytes(path.read_bytes()[:5000])


def database_replaced(folder: Path) -> None:
    (folder / "remit.sqlite3").write_bytes(b"not a database " * 400)


def another_agency(folder: Path) -> None:
    """The founding is another's: as if the folder had been somebody's installation."""
    with sqlite3.connect(folder / "remit.sqlite3") as database:
        for trigger in ("remit_record_record_update", "remit_record_record_delete"):
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute("UPDATE record_record SET key = replace(key, substr(key, 1, 4), '0000')")


@pytest.mark.parametrize(
    "damage",
    [
        key_deleted,
        database_cut_short,
        pytest.param(key_scribbled_over, marks=pytest.mark.slow),
        pytest.param(database_replaced, marks=pytest.mark.slow),
        pytest.param(another_agency, marks=pytest.mark.slow),
    ],
)
def test_where_it_cannot_go_on_it_says_how_to_begin_again(
    copied: Path, damage: Callable[[Path], None]
) -> None:
    damage(copied / "demo")
    done = remit("demo", "--check", home=copied)
    assert done.returncode == 1
    assert BEGIN_AGAIN.format(copied / "demo") in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_changed_public_files_are_found(copied: Path) -> None:
    path = copied / "demo" / "public" / "books.csv"
    path.write_text(path.read_text().replace("40000", "40001"))
    done = remit("demo", "--check", home=copied)
    assert done.returncode == 1
    assert ("FAIL", "5 verify") in lines(done)


@pytest.mark.slow
def test_deleted_public_files_are_written_again(copied: Path) -> None:
    shutil.rmtree(copied / "demo" / "public")
    assert remit("demo", "--check", home=copied).returncode == 0


def test_a_door_that_is_taken_is_said_before_anything_is_played(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = remit("demo", "--port", str(port), home=tmp_path)
    assert done.returncode == 1
    assert f"./remit demo --port {port + 1}" in done.stderr
    assert not (tmp_path / "demo" / "remit.sqlite3").exists()
