"""`./remit` sets itself up once, survives being killed, and says what is wrong in plain words."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import threading
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUNTIME, TESTS = "requirements.lock", "requirements-test.lock"


@pytest.fixture
def installed(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would have been made and installed, instead of doing it."""
    done: list[str] = []

    def make(*, guard: int) -> None:
        done.append("venv")
        launcher.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        launcher.PYTHON.unlink(missing_ok=True)
        launcher.PYTHON.symlink_to(sys.executable)

    monkeypatch.setattr(launcher, "make_environment", make)
    monkeypatch.setattr(launcher, "pip_install", lambda lock, *, guard: done.append(lock))
    return done


def test_the_first_start_installs_and_the_second_does_not(
    launcher: ModuleType, installed: list[str]
) -> None:
    launcher.ready([RUNTIME])
    launcher.ready([RUNTIME])
    assert installed == ["venv", RUNTIME]


def test_the_tests_lock_joins_the_same_environment(
    launcher: ModuleType, installed: list[str]
) -> None:
    launcher.ready([RUNTIME])
    launcher.ready([RUNTIME, TESTS])
    launcher.ready([RUNTIME])
    assert installed == ["venv", RUNTIME, TESTS]


def test_a_changed_lock_is_installed_again(launcher: ModuleType, installed: list[str]) -> None:
    launcher.ready([RUNTIME])
    (launcher.HERE / RUNTIME).write_text("something else\n")
    launcher.ready([RUNTIME])
    assert installed == ["venv", RUNTIME, RUNTIME]


def test_a_start_killed_in_between_begins_again(
    launcher: ModuleType, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(lock: str, *, guard: int) -> None:
        raise KeyboardInterrupt

    launcher.ready([RUNTIME])
    with monkeypatch.context() as patch:
        patch.setattr(launcher, "pip_install", killed)
        with pytest.raises(KeyboardInterrupt):
            launcher.ready([RUNTIME, TESTS])
    launcher.ready([RUNTIME, TESTS])
    assert installed == ["venv", RUNTIME, "venv", RUNTIME, TESTS]


@pytest.mark.parametrize("stamp", [b"", b"\xff\xfe", b"/elsewhere /usr/bin/python3.99\n"])
def test_a_stamp_that_does_not_belong_here_counts_for_nothing(
    launcher: ModuleType, installed: list[str], stamp: bytes
) -> None:
    launcher.ready([RUNTIME])
    launcher.STAMP.write_bytes(stamp)
    assert launcher.missing([RUNTIME]) == [RUNTIME]


def test_a_python_that_is_gone_counts_for_nothing(
    launcher: ModuleType, installed: list[str]
) -> None:
    launcher.ready([RUNTIME])
    launcher.PYTHON.unlink()
    launcher.PYTHON.symlink_to("/nowhere/python3")
    launcher.ready([RUNTIME])
    assert installed == ["venv", RUNTIME] * 2


def test_two_starts_at_once_install_once(
    launcher: ModuleType, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = threading.Event()
    monkeypatch.setattr(launcher, "say", lambda text: "waiting" in text and told.set())
    with open(launcher.HERE / ".venv.lock", "w") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        waiting = threading.Thread(target=launcher.ready, args=([RUNTIME],))
        waiting.start()
        assert told.wait(10)
        launcher.install([RUNTIME], guard=guard.fileno())
        assert waiting.is_alive()
    waiting.join(10)
    assert installed == ["venv", RUNTIME]


def test_help_needs_neither_environment_nor_home(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "remit", "help"], env={}, cwd=tmp_path, capture_output=True
    )
    assert done.returncode == 0
    assert b"./remit demo" in done.stdout
    assert not done.stderr


def test_an_old_python_is_told_so(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(launcher.sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit):
        launcher.main(["demo"])
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


def test_a_missing_ensurepip_names_the_package(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(launcher, "importable", lambda module: False)
    monkeypatch.setattr(launcher.os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit):
        launcher.have_ensurepip()
    assert "sudo apt install python3-venv" in capsys.readouterr().err


def test_the_systems_pip_serves_where_ensurepip_is_missing(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launcher, "importable", lambda module: module == "pip")
    monkeypatch.setattr(launcher.os, "geteuid", lambda: 1000)
    assert launcher.have_ensurepip() is False


def test_a_failed_install_names_its_usual_causes(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: dict[str, str] = {}

    def fail(command: object, *, env: dict[str, str], **rest: object) -> object:
        seen.update(env)
        return subprocess.CompletedProcess([], 1)

    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setattr(launcher.subprocess, "run", fail)
    with pytest.raises(SystemExit):
        launcher.pip_install(RUNTIME, guard=0)
    words = capsys.readouterr().err
    assert "HTTPS_PROXY" in words
    assert "differs from the lock" in words
    assert "PIP_USER" not in seen


def test_a_folder_that_cannot_be_written_is_named(
    launcher: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    (launcher.HERE / ".venv.lock").mkdir()
    with pytest.raises(SystemExit):
        launcher.ready([RUNTIME])
    assert str(launcher.HERE) in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["verify", "--from", "x"], ["-P", "-m", "remit.project.cli", "verify", "--from", "x"]),
        (["test", "--all"], ["-m", "tools.check", "--all"]),
    ],
)
def test_a_command_goes_to_the_environments_python(
    launcher: ModuleType,
    installed: list[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    expected: list[str],
) -> None:
    called: list[list[str]] = []
    monkeypatch.setattr(launcher.os, "execv", lambda python, command: called.append(command))
    monkeypatch.setattr(launcher.os, "environ", {**os.environ})
    monkeypatch.chdir(launcher.HERE)
    launcher.main(arguments)
    assert called == [[str(launcher.PYTHON), *expected]]


def test_a_benchmark_brings_what_it_is_beside(
    launcher: ModuleType, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (launcher.HERE / "bench").mkdir()
    (launcher.HERE / "bench" / "tally.py").write_text("")
    called: list[list[str]] = []

    def become(python: Path, command: list[str]) -> None:
        called.append(command)
        raise SystemExit

    monkeypatch.setattr(launcher.os, "execv", become)
    monkeypatch.chdir(launcher.HERE.parent)
    with pytest.raises(SystemExit):
        launcher.main(["bench", "tally", "--quick"])
    assert called == [[str(launcher.PYTHON), "-m", "bench.tally", "--quick"]]
    assert installed == ["venv", RUNTIME, "requirements-bench.lock"]
    assert Path.cwd() == launcher.HERE


def test_bench_lists_what_there_is(
    launcher: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    (launcher.HERE / "bench").mkdir()
    (launcher.HERE / "bench" / "tally.py").write_text("")
    launcher.main(["bench"])
    assert "    tally" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        launcher.main(["bench", "nothing"])
    assert "'nothing'" in capsys.readouterr().err
