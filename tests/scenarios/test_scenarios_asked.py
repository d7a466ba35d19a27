"""`remit ask` as a stranger runs it on the files of a scenario, and the guide that tells how."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.project.programs import remit
from tests.scenarios.cases import FOLDER, Case, cases

GUIDE = FOLDER.parents[1] / "docs" / "guides" / "writing-a-remit.md"
STATUS = {"yes": 0, "no": 1, "ask": 3}
SAID = {
    "Bedding just under the amount above which somebody is asked": "YES. ",
    "Therapy just above the amount": "ASK. This position must agree first: team-manager, by 2019-",
    "A penny more than one family may have": "NO. It is out of bounds, because of: B6.",
    "Care proceedings in Darlington": "NO. It is out of bounds, because of: B4.",
}
"""By the act's name, how the answer begins."""
ASKED = [case for case in cases("S1") if case.name in SAID]


def instrument_file(name: str) -> Path:
    return FOLDER / "S1" / f"{name}.yaml"


@pytest.mark.parametrize("case", ASKED, ids=str)
def test_a_stranger_gets_the_answer_in_words_and_as_a_status(case: Case, tmp_path: Path) -> None:
    act = tmp_path / "act.json"
    act.write_text(json.dumps(case.act), encoding="utf-8")
    done = remit("ask", instrument_file(case.under), act, home=tmp_path)
    assert (done.returncode, done.stderr) == (STATUS[case.expect], "")
    assert done.stdout.startswith(SAID[case.name])
    assert f"  {case.by_clause} " in done.stdout


def test_every_answer_is_shown_to_the_stranger() -> None:
    assert sorted(SAID) == sorted(case.name for case in ASKED)
    assert {case.expect for case in ASKED} == set(STATUS)


def test_a_mistake_in_the_act_is_named(tmp_path: Path) -> None:
    act = tmp_path / "act.yaml"
    act.write_text("power: decide\nat: 2019-07-01T10:00:00Z\nammount: 499.99\n", encoding="utf-8")
    done = remit("ask", instrument_file("hillingdon"), act, home=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "ammount" in done.stderr and "amount" in done.stderr.replace("ammount", "")


def test_what_is_not_said_refuses(tmp_path: Path) -> None:
    act = tmp_path / "act.yaml"
    act.write_text("power: decide\nat: 2019-07-01T10:00:00Z\namount: 1.00\n", encoding="utf-8")
    done = remit("ask", instrument_file("hillingdon"), act, home=tmp_path)
    assert done.returncode == STATUS["no"]
    assert done.stdout.startswith("NO. Something that must be known is not known")


def blocks(sort: str) -> list[str]:
    """What stands between fences of this sort in the guide."""
    return re.findall(rf"^```{sort}\n(.*?)^```$", GUIDE.read_text("utf-8"), re.DOTALL | re.M)


def test_the_guide_quotes_the_remits_as_they_are() -> None:
    hillingdon, darlington, act = blocks("yaml")
    assert hillingdon in instrument_file("hillingdon").read_text("utf-8")
    assert darlington in instrument_file("darlington").read_text("utf-8")
    assert act.startswith("# act.yaml\n")


def test_what_the_guide_asks_is_answered_so(tmp_path: Path) -> None:
    act = tmp_path / "act.yaml"
    act.write_text(blocks("yaml")[-1], encoding="utf-8")
    done = remit("ask", instrument_file("hillingdon"), act, home=tmp_path)
    (said,) = blocks("text")
    assert (done.returncode, done.stderr) == (STATUS["ask"], "")
    assert done.stdout.startswith(said)


def test_what_the_guide_tries_comes_out_so(tmp_path: Path) -> None:
    acts, (table,) = tmp_path / "acts.csv", blocks("csv")
    acts.write_text(table, encoding="utf-8")
    options = ("--acts", acts, "--nothing-filed", "--json")
    done = remit("replay", instrument_file("hillingdon"), *options, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    (found,) = json.loads(done.stdout)["replays"]
    assert [found[verdict]["acts"] for verdict in ("yes", "ask", "no")] == [2, 1, 1]
