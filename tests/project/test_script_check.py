"""`./remit test` tells the truth at its end: what failed, what was skipped, pytest's own words."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from tools import check, machine

ROOT = Path(__file__).resolve().parents[2]
GOOD = "=========== 812 passed, 3 skipped in 61.20s (0:01:01) ============"
BAD = "=========== 1 failed, 4 passed in 0.12s ==========="


@pytest.fixture
def run(tmp_path: Path) -> check.Run:
    return check.Run(everything=False, scratch=tmp_path, stack=ExitStack())


@pytest.mark.parametrize("line", [GOOD, BAD, "===== no tests ran in 0.01s ====="])
def test_pytests_closing_line_is_known(line: str) -> None:
    assert check.CLOSING.match(line)


@pytest.mark.parametrize("line", ["==== FAILURES ====", "ran in 3s", "=== test session starts ==="])
def test_another_line_is_not_taken_for_it(line: str) -> None:
    assert not check.CLOSING.match(line)


def test_all_well_adds_nothing(run: check.Run, capsys: pytest.CaptureFixture[str]) -> None:
    run.times = [("tidy", 1.0, check.Result(True, GOOD))]
    assert check.close(run) == 0
    assert capsys.readouterr().out == ""


def test_what_failed_is_named_just_above_its_closing_line(
    run: check.Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run.times = [
        ("style", 1.0, check.Result(False)),
        ("sqlite", 1.0, check.Result(False, BAD)),
        ("browser", 1.0, check.Result(True, GOOD)),
    ]
    assert check.close(run) == 1
    assert capsys.readouterr().out.splitlines()[-2:] == ["FAILED: style, sqlite", BAD]


def test_a_check_without_tests_still_ends_with_a_closing_line(
    run: check.Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run.times = [
        ("types", 1.0, check.Result(False)),
        ("sqlite", 1.0, check.Result(True, GOOD)),
    ]
    assert check.close(run) == 1
    assert capsys.readouterr().out.splitlines()[-2:] == ["FAILED: types", GOOD]


def test_a_missing_tool_is_skipped_by_name(
    run: check.Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.present("Chromium", None, run=run) is False
    assert "SKIPPED for want of Chromium" in capsys.readouterr().out


def test_with_all_a_missing_tool_is_an_error(run: check.Run) -> None:
    run.everything = True
    with pytest.raises(SystemExit, match="Chromium is missing"):
        check.present("Chromium", None, run=run)


def test_slow_tests_run_with_all_only(run: check.Run) -> None:
    assert run.which == "not browser and not slow"
    run.everything = True
    assert run.which == "not browser"


def test_a_command_is_passed_on_and_its_end_is_kept(
    capfd: pytest.CaptureFixture[str],
) -> None:
    words = f"print('.' * 9000); print('\\x1b[32m{GOOD}\\x1b[0m'); raise SystemExit(1)"
    result = check.call(sys.executable, "-c", words)
    assert result == check.Result(False, GOOD)
    assert capfd.readouterr().out.startswith("....")


def test_an_unknown_check_is_refused() -> None:
    with pytest.raises(SystemExit):
        check.main(["--only", "tidy,nonsense"])


def test_the_oldest_supported_postgres_is_taken(tmp_path: Path) -> None:
    assert machine.find_postgres(install=False, folder=tmp_path) is None
    for version in ("14", "15", "17"):
        binaries = tmp_path / version / "bin"
        binaries.mkdir(parents=True)
        (binaries / "initdb").touch()
    assert machine.find_postgres(install=False, folder=tmp_path) == tmp_path / "15" / "bin"


def test_a_browser_needs_its_drivers_library_too(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "lib" / "x86_64-linux-gnu").mkdir(parents=True)
    (tmp_path / "bin" / "chromium").touch()
    assert machine.find_chromium(install=False, folder=tmp_path) is None
    (tmp_path / "lib" / "x86_64-linux-gnu" / "libatomic.so.1").touch()
    assert machine.find_chromium(install=False, folder=tmp_path) == tmp_path / "bin" / "chromium"


def test_letters_are_set_with_pango_and_its_neighbour(tmp_path: Path) -> None:
    libraries = tmp_path / "x86_64-linux-gnu"
    libraries.mkdir()
    (libraries / "libpango-1.0.so.0").touch()
    assert machine.find_pango(install=False, folder=tmp_path) is None
    (libraries / "libpangoft2-1.0.so.0").touch()
    found = machine.find_pango(install=False, folder=tmp_path)
    assert found == libraries / "libpango-1.0.so.0"


def test_nothing_is_installed_by_anybody_but_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.os, "geteuid", lambda: 1000)
    assert machine.apt_install("anything") is False


def test_the_throw_away_cluster_ends_with_whoever_started_it() -> None:
    binaries = machine.find_postgres(install=False)
    if binaries is None:
        pytest.skip("PostgreSQL 15 or newer is not here")
    # A starter in between, so that it can be killed the hard way.
    words = "import subprocess, sys; subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE).wait()"
    keeper = [sys.executable, str(ROOT / "tools" / "postgres.py"), str(binaries)]
    starter = subprocess.Popen(
        [sys.executable, "-c", words, *keeper], stdout=subprocess.PIPE, text=True
    )
    assert starter.stdout is not None
    address = starter.stdout.readline().strip()
    folder = Path(address.partition("host=")[2])
    assert address.startswith("postgresql://remit@/remit?host=")
    try:
        psql = shutil.which("psql") or str(binaries / "psql")
        answer = subprocess.run([psql, address, "-Atc", "show fsync"], capture_output=True)
        assert answer.stdout.strip() == b"off"
    finally:
        os.kill(starter.pid, signal.SIGKILL)
        starter.wait()
    deadline = time.monotonic() + 20
    while folder.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not folder.exists()
