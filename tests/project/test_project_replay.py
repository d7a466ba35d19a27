"""`remit replay`: a remit is tried on past acts, and whoever is to sign reads what it would do."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from remit.core.bounds import Instrument, Opinion, instrument_json
from remit.core.bounds.instrument_yaml import instrument_yaml
from remit.project import cli
from tests.core.bounds.trials import ASK, CAP, FAMILIES, ruled
from tests.project.programs import remit

ACTS = """at,power,amount,purpose,position,person,label
2023-06-01,commit,499.99,home,worker,one,bedding
2023-06-02,commit,500.01,home,worker,two,caravan
2023-06-03,commit,10.00,,worker,two,unsaid
2023-06-04,commit,700.00,war,worker,two,not for home
"""
FIRST = replace(ruled(FAMILIES, ASK), title={"en": "Family budgets"}, code="FAMILY-2019")
SECOND = replace(ruled(FAMILIES, replace(CAP, amount=40_000)), code="FAMILY-2020", version=2)


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    path = tmp_path / "acts.csv"
    path.write_text(ACTS)
    return path


def kept(folder: Path, instrument: Instrument, *, name: str = "remit.json") -> Path:
    path = folder / name
    yaml = path.suffix == ".yaml"
    path.write_text(
        instrument_yaml(instrument) if yaml else json.dumps(instrument_json(instrument))
    )
    return path


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> list[str]:
    assert cli.main(["replay", *map(str, arguments)]) == 0
    return capsys.readouterr().out.splitlines()


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert cli.main(["replay", *map(str, arguments)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("remit replay: ") and "Traceback" not in shown.err
    return shown.err


def data_of(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Any:
    return json.loads("\n".join(told(capsys, *arguments, "--json")))


def cells(lines: list[str]) -> list[str]:
    """The lines with one space between their cells."""
    return [" ".join(line.split()) for line in lines]


def test_as_a_stranger_runs_it(tmp_path: Path, acts: Path) -> None:
    done = remit("replay", kept(tmp_path, FIRST), "--acts", acts, home=tmp_path / "none")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Family budgets (FAMILY-2019, version 1): 4 acts\n")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("name", ["remit.json", "remit.yaml"])
def test_the_table_says_how_many_how_much_and_why(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, acts: Path, name: str
) -> None:
    lines = told(capsys, kept(tmp_path, FIRST, name=name), "--acts", acts)
    rows = cells(lines)
    assert "yes 1 499.99 GBP" in rows
    assert "ask 1 500.01 GBP" in rows
    assert "no 2 710.00 GBP" in rows
    assert "not known 1 10.00 GBP" in rows
    assert "B2 Purpose stopped 1 700.00 GBP" in rows
    assert "B2 Purpose not known 1 10.00 GBP" in rows
    assert "B5 When to ask asked 1 500.01 GBP" in rows
    assert "  ask       2023-06-02, commit money, 500.01 GBP, caravan" in lines
    assert "  not known 2023-06-03, commit money, 10.00 GBP, unsaid" in lines
    assert "  no        2023-06-04, commit money, 700.00 GBP, not for home" in lines
    assert "      B2: The remit is not for “war”. It is for: staying safely at home." in lines
    assert "bedding" not in "\n".join(lines)
    assert max(map(len, lines)) < 120


def test_what_is_asked_may_be_taken_as_agreed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, acts: Path
) -> None:
    path = kept(tmp_path, FIRST)
    acts.write_text(
        ACTS.partition("2023-06-03")[0] + "2023-06-05,commit,9000.01,home,worker,one,\n"
    )
    assert "ask 2 9,500.02 GBP" in cells(told(capsys, path, "--acts", acts))
    rows = cells(told(capsys, path, "--acts", acts, "--assume-agreed"))
    assert "ask 1 500.01 GBP" in rows
    assert "no 1 9,000.01 GBP" in rows


def test_the_file_may_be_taken_as_empty(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    opinion = Opinion(id="B5", power="commit", about="legal", position="lawyer", veto=False)
    path, acts = kept(tmp_path, ruled(FAMILIES, opinion)), tmp_path / "acts.csv"
    acts.write_text("at,power,amount,purpose,position,item\n2023-06-01,commit,5,home,worker,x\n")
    assert "B5 Opinion not known 1 5.00 GBP" in cells(told(capsys, path, "--acts", acts))
    rows = cells(told(capsys, path, "--acts", acts, "--nothing-filed"))
    assert "B5 Opinion stopped 1 5.00 GBP" in rows


def test_two_remits_are_compared(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, acts: Path
) -> None:
    first = kept(tmp_path, FIRST)
    second = kept(tmp_path, SECOND, name="second.yaml")
    lines = told(capsys, first, second, "--acts", acts)
    heads = [line for line in lines if line.startswith(("Family", "Participatory"))]
    assert len(heads) == 4
    assert cells(heads)[2].endswith("version 2) lets more pass: 0 0.00 GBP")
    assert cells(heads)[3].endswith("version 2) lets less pass: 2 1,000.00 GBP")
    assert lines[-2:] == [
        "  yes -> no  2023-06-01, commit money, 499.99 GBP, bedding",
        "  ask -> no  2023-06-02, commit money, 500.01 GBP, caravan",
    ]
    back = told(capsys, second, first, "--acts", acts)
    assert "  no  -> ask 2023-06-02, commit money, 500.01 GBP, caravan" in back


def test_everything_as_data(capsys: pytest.CaptureFixture[str], tmp_path: Path, acts: Path) -> None:
    second = kept(tmp_path, SECOND, name="second.json")
    found = data_of(capsys, kept(tmp_path, FIRST), second, "--acts", acts)
    first, other = found["replays"]
    assert (first["code"], first["version"], first["currency"]) == ("FAMILY-2019", 1, "GBP")
    assert (first["yes"], first["ask"]) == (
        {"acts": 1, "amount": 49_999},
        {"acts": 1, "amount": 50_001},
    )
    assert (first["no"], first["unknown"]) == (
        {"acts": 2, "amount": 71_000},
        {"acts": 1, "amount": 1_000},
    )
    assert [act["answer"] for act in first["acts"]] == ["yes", "ask", "no", "no"]
    assert [act["unknown"] for act in first["acts"]] == [False, False, True, False]
    (finding,) = first["acts"][1]["findings"]
    assert (finding["clause"], finding["code"], finding["verdict"]) == ("B5", "ask_needed", "needs")
    assert finding["words"].startswith("Above 500.00 GBP")
    clauses = {clause["clause"]: clause for clause in first["clauses"]}
    assert clauses["B2"]["heading"] == "Purpose"
    assert clauses["B2"]["stopped"] == {"acts": 1, "amount": 70_000}
    assert other["yes"] == {"acts": 0, "amount": 0}
    compared = found["compared"]
    assert (compared["more"]["acts"], compared["less"]["amount"]) == (0, 100_000)
    assert [(one["label"], one["first"], one["second"]) for one in compared["less"]["list"]] == [
        ("bedding", "yes", "no"),
        ("caravan", "ask", "no"),
    ]
    assert data_of(capsys, kept(tmp_path, FIRST), "--acts", acts)["compared"] is None


def test_a_table_that_is_wrong_is_refused_whole(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, acts: Path
) -> None:
    path = kept(tmp_path, FIRST)
    acts.write_text("at,power,amount\n2023-06-01,commit,1.234\n2023-06-01,dance,1\n")
    error = refused(capsys, path, "--acts", acts)
    assert "acts.csv cannot be used:\n" in error
    assert "Line 2, column amount: “1.234”" in error
    assert "Line 3, column power: “dance”" in error
    acts.write_text("at,power,amount,colour\n")
    assert "“colour” is no column" in refused(capsys, path, "--acts", acts)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b"null", b"\xff\xfe\x00", b"code: X\n"])
def test_a_file_that_holds_no_remit(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, acts: Path, data: bytes
) -> None:
    path = tmp_path / "remit.json"
    path.write_bytes(data)
    assert str(path) in refused(capsys, path, "--acts", acts)


def test_files_that_are_not_there(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, acts: Path
) -> None:
    path = kept(tmp_path, FIRST)
    assert "nowhere" in refused(capsys, tmp_path / "nowhere", "--acts", acts)
    assert "nowhere" in refused(capsys, path, tmp_path / "nowhere", "--acts", acts)
    assert "nowhere" in refused(capsys, path, "--acts", tmp_path / "nowhere")
    assert str(tmp_path) in refused(capsys, path, "--acts", tmp_path)
    acts.write_bytes(b"at,power,amount\n\xff")
    assert "UTF-8" in refused(capsys, path, "--acts", acts)


def test_remits_in_two_currencies_are_not_compared(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, acts: Path
) -> None:
    envelope = replace(FAMILIES.clauses[2], currency="EUR")
    euros = replace(
        FAMILIES, currency="EUR", clauses=(*FAMILIES.clauses[:2], envelope, FAMILIES.clauses[3])
    )
    other = kept(tmp_path, euros, name="other.json")
    assert "GBP" in refused(capsys, kept(tmp_path, FIRST), other, "--acts", acts)


def test_without_acts_it_is_misuse(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["replay", str(kept(tmp_path, FIRST))])
    assert ended.value.code == 2
    assert "--acts" in capsys.readouterr().err
