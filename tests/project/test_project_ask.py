"""`remit ask`: a stranger asks, with two files, whether something may be done."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from remit.core.bounds import instrument_from_yaml, instrument_json
from remit.core.bounds.strict_text import data_from_yaml
from remit.project import cli
from remit.project.catalogue import CatalogueReader, languages
from tests.project.programs import python, remit

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
BUDGET, ACT = EXAMPLES / "family-budget.yaml", EXAMPLES / "act.yaml"


def changed(folder: Path, *pairs: tuple[str, str]) -> Path:
    """The example of an act, with texts in it replaced."""
    text = ACT.read_text()
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path = folder / "act.yaml"
    path.write_text(text)
    return path


def answered(
    capsys: pytest.CaptureFixture[str], act: Path, *options: str, status: int
) -> list[str]:
    assert cli.main(["ask", str(BUDGET), str(act), *options]) == status
    shown = capsys.readouterr()
    assert shown.err == ""
    return shown.out.splitlines()


def refused(capsys: pytest.CaptureFixture[str], instrument: Path, act: Path) -> str:
    assert cli.main(["ask", str(instrument), str(act)]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.startswith("remit ask: ")
    assert "{" not in shown.err and "Traceback" not in shown.err
    return shown.err


def test_the_example_is_a_yes(capsys: pytest.CaptureFixture[str]) -> None:
    lines = answered(capsys, ACT, status=0)
    assert lines[0] == "YES. It is within the bounds: go ahead, nobody else signs."
    assert lines[2] == "Family budgets 2026 (FAMILY-2026, version 1)"
    clauses = [line.split()[1] for line in lines[4:]]
    assert clauses == ["B0", "backing", *(f"B{n}" for n in range(1, 12))]
    assert all(line.startswith("met  ") for line in lines[4:])
    assert any("Envelope. It takes 350.00 GBP, and 182,500.00 GBP is free." in x for x in lines)


LIMITS = [
    ("500.00", 0, "YES"),
    ("500.01", 3, "ASK. This position must agree first: team-manager, by 2026-09-17. No answer"),
    ("8800.00", 3, "ASK"),
    ("8800.01", 1, "NO. It is out of bounds, because of: B5."),
    ("182500.01", 1, "NO. It is out of bounds, because of: B3, B5."),
]


@pytest.mark.parametrize(("amount", "status", "first"), LIMITS)
def test_up_to_the_last_penny(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, amount: str, status: int, first: str
) -> None:
    act = changed(tmp_path, ("amount: 350.00", f"amount: {amount}"))
    assert answered(capsys, act, status=status)[0].startswith(first)


def test_once_agreed_it_is_a_yes(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    act = changed(
        tmp_path,
        ("amount: 350.00", "amount: 600"),
        ("  duties: {}\n", "  duties: {}\n  agreed: [team-manager]\n"),
    )
    assert answered(capsys, act, status=0)[0].startswith("YES")


CONCERN = "  file:\n    - {topic: concern, scope: remit, at: 2026-09-14T08:00:00Z}\n"
LIFTING = (
    "    - {topic: lifting, scope: remit, code: concern, position: safeguarding-lead,"
    " at: 2026-09-14T18:00:00Z}\n"
)


def test_a_concern_on_file_stops_it_until_it_is_lifted(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    act = changed(tmp_path, ("  file: []\n", CONCERN))
    lines = answered(capsys, act, status=1)
    assert lines[0] == "NO. It is out of bounds, because of: B11."
    assert lines[-1].startswith("breached  ")
    act = changed(tmp_path, ("  file: []\n", CONCERN + LIFTING))
    assert answered(capsys, act, status=0)


def test_what_is_not_said_refuses_and_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    act = changed(tmp_path, ("  file: []\n", ""), ("recipient: family-7\nat", "at"))
    lines = answered(capsys, act, status=1)
    assert lines[0] == "NO. Something that must be known is not known, for: B5, B11."
    assert sum(line.startswith("not known  ") for line in lines) == 2


def test_the_answer_as_data(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    act = changed(tmp_path, ("amount: 350.00", "amount: 500.01"))
    data = json.loads("\n".join(answered(capsys, act, "--json", status=3)))
    assert (data["answer"], data["instrument"]) == ("ask", {"code": "FAMILY-2026", "version": 1})
    assert data["asks"] == [
        {
            "clause": "B6",
            "position": "team-manager",
            "by": "2026-09-17T10:00:00Z",
            "silence": "no",
        }
    ]
    assert [found["clause"] for found in data["findings"]][:3] == ["B0", "backing", "B1"]
    assert all(found["text"] and found["words"]["msgid"] for found in data["findings"])


def test_in_another_language(capsys: pytest.CaptureFixture[str]) -> None:
    lines = answered(capsys, ACT, "--language", "pl", status=0)
    assert "Budżety rodzinne 2026 (FAMILY-2026" in lines[2]
    assert "pomoc, by dziecko bezpiecznie zostało w domu" in "\n".join(lines)
    assert "Upoważnienie obowiązuje." in "\n".join(lines)


def test_the_languages_are_those_with_a_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    assert languages() == ("en", "pl")
    assert CatalogueReader("pl").translate("") == ""
    assert CatalogueReader("en").translate("Period") == "Period"
    with pytest.raises(SystemExit) as ended:
        cli.main(["ask", str(BUDGET), str(ACT), "--language", "xx"])
    assert ended.value.code == 2 and "'pl'" in capsys.readouterr().err


def test_json_is_read_too(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    instrument = instrument_from_yaml(BUDGET.read_text())
    remit_file, act_file = tmp_path / "remit", tmp_path / "act"
    remit_file.write_text(json.dumps(instrument_json(instrument)))
    act: dict[str, Any] = data_from_yaml(ACT.read_text())
    act_file.write_text(json.dumps(act).replace('"350.00"', "500.01"))
    assert cli.main(["ask", str(remit_file), str(act_file)]) == 3
    assert "Above 500.00 GBP" in capsys.readouterr().out


BAD = [
    (("purpose: home", "purposes: home"), "act: The field “purposes” is not known here."),
    (("power: commit\namount", "power: spend\namount"), "power: “spend” is not known here."),
    (("amount: 350.00", "amount: 350.001"), "amount: “350.001” is more exact than GBP"),
    (("at: 2026-09-15T10:00:00Z", "at: 15 September"), "at: “15 September” is no moment"),
    (("  file: []\n", "  file: [\n"), "line 18, column 1: This can't be read as YAML"),
    (("person: one}", "person: one, person: two}"), "line 8, column 44: “person” is there twice."),
]


@pytest.mark.parametrize(("pair", "said"), BAD)
def test_a_bad_act_is_named_with_its_place_and_the_cure(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, pair: tuple[str, str], said: str
) -> None:
    act = changed(tmp_path, pair)
    assert f"{act}: {said}" in refused(capsys, BUDGET, act)


def test_files_that_cannot_be_used(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "nowhere.yaml" in refused(capsys, tmp_path / "nowhere.yaml", ACT)
    assert str(tmp_path) in refused(capsys, tmp_path, ACT)
    assert f"{ACT}: instrument: The field code is missing." in refused(capsys, ACT, ACT)
    assert "act: The field “code” is not known here." in refused(capsys, BUDGET, BUDGET)
    for data, said in (
        (b"\xff\xfe", "is not text in UTF-8"),
        (b"", "line 1, column 1: Here are no fields with names."),
        (b"x" * (256 * 1024 + 1), "is larger than 262144 bytes"),
    ):
        bad = tmp_path / "bad"
        bad.write_bytes(data)
        assert f"{bad}" in refused(capsys, bad, ACT)
        assert said in refused(capsys, BUDGET, bad)


def test_a_stranger_needs_no_database_and_no_settings(tmp_path: Path) -> None:
    done = remit("ask", BUDGET, ACT, home=tmp_path)
    assert done.returncode == 0 and done.stdout.startswith("YES.") and done.stderr == ""
    assert list(tmp_path.iterdir()) == []
    words = (
        "import sys; from remit.project import cli\n"
        f"status = cli.main(['ask', {str(BUDGET)!r}, {str(ACT)!r}])\n"
        "assert 'django' not in sys.modules; sys.exit(status)"
    )
    assert python("-c", words, home=tmp_path).returncode == 0


@pytest.mark.parametrize("missing", [[], [str(BUDGET)]])
def test_without_both_files_it_is_misuse(
    capsys: pytest.CaptureFixture[str], missing: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["ask", *missing])
    assert ended.value.code == 2
    assert "usage: remit ask" in capsys.readouterr().err
    assert "remit.project.commands.ask" in sys.modules
