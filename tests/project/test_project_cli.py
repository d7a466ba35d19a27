"""The one command: what it knows, and how it ends."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from remit.project import cli, doctor
from remit.project.commands import doctor as doctor_command
from remit.project.doctor import Check
from remit.project.environment import BadSetting
from tests.project.programs import python, remit


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["--help"], ["Demo"], ["../tally"]])
def test_what_it_does_not_know_is_misuse(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == 2
    error = capsys.readouterr().err
    assert "There is no command" in error
    for name, about in cli.COMMANDS.items():
        assert name in error and about in error


@pytest.mark.parametrize("name", [name for name in cli.COMMANDS if name != "manage"])
def test_each_command_tells_how_it_is_used(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([name, "--help"])
    assert ended.value.code == 0
    assert f"usage: remit {name}" in capsys.readouterr().out


@pytest.mark.parametrize("name", [name for name in cli.COMMANDS if name != "manage"])
def test_an_option_that_is_none_is_misuse(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([name, "--nonsense"])
    assert ended.value.code == 2
    assert "--nonsense" in capsys.readouterr().err or name in ("ask", "replay", "tally")


@pytest.mark.parametrize(
    ("raised", "status", "said"),
    [
        (KeyboardInterrupt(), 130, "Stopped. Nothing is half done."),
        (BadSetting("REMIT_TLS is 'maybe'."), 2, "REMIT_TLS is 'maybe'."),
    ],
)
def test_how_it_ends(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    raised: BaseException,
    status: int,
    said: str,
) -> None:
    def run(arguments: list[str]) -> int:
        raise raised

    monkeypatch.setitem(sys.modules, "remit.project.commands.tally", SimpleNamespace(run=run))
    assert cli.main(["tally"]) == status
    assert said in capsys.readouterr().err


def test_a_reader_who_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    """`remit ... | head`: no trace of the inside where only the pipe was closed."""
    words = (
        "import os, sys; from remit.project import cli\n"
        "reading, writing = os.pipe(); os.dup2(writing, 1); os.close(writing); os.close(reading)\n"
        "sys.exit(cli.main(['doctor']))"
    )
    done = python("-c", words, home=tmp_path)
    assert done.returncode in (1, 120)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("statuses", "code"),
    [([], 0), (["ok"], 0), (["ok", "warn"], 0), (["warn", "bad", "ok"], 1)],
)
def test_only_what_is_bad_makes_the_doctor_fail(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    statuses: list[str],
    code: int,
) -> None:
    found = [Check("thing", status, "words") for status in statuses]  # type: ignore[arg-type]
    monkeypatch.setattr(doctor, "checks", lambda: found)
    assert doctor_command.run([]) == code
    assert capsys.readouterr().out.count("thing") == len(statuses)


def test_the_doctor_looks_at_a_new_place_without_fault(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    done = remit("doctor", home=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "There is no agency here yet." in done.stdout
    assert str(tmp_path) in done.stdout


@pytest.mark.parametrize(
    ("fault", "settings", "named"),
    [
        ("key", {}, "log-key"),
        ("", {"REMIT_DEMO": "1", "REMIT_HOSTS": "remit.example"}, "anybody may take any part"),
    ],
)
def test_the_doctor_fails_on_a_danger(
    tmp_path: Path, fault: str, settings: dict[str, str], named: str
) -> None:
    if fault:
        (tmp_path / "log-key").touch(0o644)
    done = remit("doctor", home=tmp_path, **settings)
    assert done.returncode == 1
    bad = [line for line in done.stdout.splitlines() if line.startswith("BAD")]
    assert any(named in line for line in bad), done.stdout


@pytest.mark.slow
def test_the_doctor_misses_a_lock(tmp_path: Path) -> None:
    assert remit("manage", "migrate", home=tmp_path).returncode == 0
    assert remit("doctor", home=tmp_path).returncode == 0
    words = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
        "c.execute('DROP TRIGGER remit_posting_apply'); c.commit()"
    )
    assert python("-c", words, tmp_path / "remit.sqlite3", home=tmp_path).returncode == 0
    done = remit("doctor", home=tmp_path)
    assert done.returncode == 1 and "remit_posting_apply" in done.stdout
    assert remit("manage", "migrate", home=tmp_path).returncode == 0
    assert remit("doctor", home=tmp_path).returncode == 0
