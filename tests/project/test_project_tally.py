"""`remit tally`: a file is counted by a rule that has a name, and what is wrong is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from remit.core.voting import PRESETS, rule_json
from remit.project import cli
from remit.project.demo import story
from tests.town import PB


@pytest.fixture
def ballots(tmp_path: Path) -> Path:
    path = tmp_path / "park.pb"
    path.write_text(PB)
    return path


def counted(capsys: pytest.CaptureFixture[str], file: Path, rule: str | Path) -> list[str]:
    assert cli.main(["tally", str(file), "--rule", str(rule)]) == 0
    return capsys.readouterr().out.splitlines()


def refused(capsys: pytest.CaptureFixture[str], file: Path, rule: str | Path) -> str:
    assert cli.main(["tally", str(file), "--rule", str(rule)]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("remit tally: ")
    return shown.err


def winners(lines: list[str]) -> set[str]:
    return {line.split()[1] for line in lines if line.startswith("won ")}


@pytest.mark.parametrize("rule", PRESETS)
def test_each_rule_with_a_name_counts(
    capsys: pytest.CaptureFixture[str], ballots: Path, rule: str
) -> None:
    lines = counted(capsys, ballots, rule)
    assert lines[0] == "park.pb: 6 voters, 4 projects"
    assert winners(lines) == {"1", "2", "4"}
    assert lines[-1] == "Spent: 10,000.00 PLN of 10,000.00 PLN"


def test_every_project_has_its_reason(capsys: pytest.CaptureFixture[str], ballots: Path) -> None:
    lines = counted(capsys, ballots, "wieliczka2023")
    heads = [at for at, line in enumerate(lines) if line.startswith(("won ", "lost"))]
    assert [lines[at].split(maxsplit=2)[2] for at in heads][-1] == "A fence"
    assert all(len(lines[at + 1].strip()) > 20 for at in heads) and len(heads) == 4


def test_the_demonstrations_own_file_gives_the_towns_result(
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = Path(story.__file__).with_name(story.FILE)
    lines = counted(capsys, file, "wieliczka2023")
    assert lines[0] == "wieliczka2023.pb: 6586 voters, 64 projects"
    assert len(winners(lines)) == 30
    assert lines[-1] == "Spent: 995,079.00 PLN of 1,000,000.00 PLN"


def test_a_rule_may_be_a_file(
    capsys: pytest.CaptureFixture[str], ballots: Path, tmp_path: Path
) -> None:
    path = tmp_path / "rule.json"
    path.write_text(json.dumps(rule_json(PRESETS["assen2024"])))
    assert counted(capsys, ballots, path) == counted(capsys, ballots, "assen2024")


@pytest.mark.parametrize(
    ("change", "line", "said", "mend"),
    [
        (("4;1000;2;Benches;1", "4;x;2;Benches;1"), 21, "cost of project 4 is “x”", "digits"),
        (("f;3\n", "f;9\n"), 29, "“9”", "Correct the id"),
        (("budget;10000\n", ""), 2, "budget", "Add the line"),
        (("VOTES\n", ""), 28, "VOTES", "in this order"),
        (("a;1,2\n", "a;1,2\na;1\n"), 25, "two ballots", "Keep the ballot"),
    ],
)
def test_a_broken_file_is_named_with_its_line_and_the_cure(
    capsys: pytest.CaptureFixture[str],
    ballots: Path,
    change: tuple[str, str],
    line: int,
    said: str,
    mend: str,
) -> None:
    assert change[0] in PB
    ballots.write_text(PB.replace(*change))
    error = refused(capsys, ballots, "wieliczka2023")
    assert f"park.pb, line {line}: " in error
    assert said in error and mend in error


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", PB.encode("utf-16"), b"META\x00\n"])
def test_a_file_that_is_no_such_text(
    capsys: pytest.CaptureFixture[str], ballots: Path, data: bytes
) -> None:
    ballots.write_bytes(data)
    assert "park.pb, line 1: " in refused(capsys, ballots, "wieliczka2023")


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "nowhere.pb" in refused(capsys, tmp_path / "nowhere.pb", "wieliczka2023")
    assert str(tmp_path) in refused(capsys, tmp_path, "wieliczka2023")


def test_a_rule_that_has_no_such_name(capsys: pytest.CaptureFixture[str], ballots: Path) -> None:
    error = refused(capsys, ballots, "majority")
    assert "'majority'" in error
    assert all(name in error for name in PRESETS)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", "null", "5", '"x"', '{"rule": "x"}', '{"rule": "greedy"}']
)
def test_a_file_that_holds_no_rule(
    capsys: pytest.CaptureFixture[str], ballots: Path, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "rule.json"
    path.write_text(text)
    refused(capsys, ballots, path)


def test_without_a_rule_it_is_misuse(capsys: pytest.CaptureFixture[str], ballots: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["tally", str(ballots)])
    assert ended.value.code == 2
    assert "--rule" in capsys.readouterr().err
