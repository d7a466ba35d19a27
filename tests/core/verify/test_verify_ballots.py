"""Tallies and decisions by an agency that has the log's key, and not the votes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from remit.core.log import canonical_sha256
from remit.core.verify import Report, verify
from remit.core.voting import (
    PRESETS,
    Election,
    GreedyRule,
    merged,
    read_pb,
    rule_json,
    tally,
    write_pb,
)
from remit.core.words import PLAIN

Change = Callable[[Any], object]
AT = 20


@pytest.fixture
def story(make_story: Callable[[int], Any]) -> Any:
    return make_story(45)


def look(files: dict[str, bytes], story: Any) -> Report:
    return verify(files.__getitem__, trusted_key=story.key)


def found(report: Report) -> set[tuple[str, str]]:
    return {(step.code, problem.code) for step in report.steps for problem in step.detail}


def set_act(kind: str, **changes: object) -> Change:
    return lambda story: story.find(kind)["act"].update(changes)


def swap_winners(story: Any) -> None:
    story.find("decide.publish_tally")["act"]["winners"].reverse()


def other_rule_at_the_end(story: Any) -> None:
    other = canonical_sha256(rule_json(PRESETS["swiecie2023"]))
    story.find("decide.publish_tally")["act"]["rule_sha256"] = other


def other_rule_under_the_same_digest(story: Any) -> None:
    story.find("decide.open_ballot")["act"]["rule"] = rule_json(PRESETS["swiecie2023"])


def a_rule_nobody_knows(story: Any) -> None:
    rule = {"rule": "whoever_shouts"}
    digest = canonical_sha256(rule)
    story.find("decide.open_ballot")["act"].update(rule=rule, rule_sha256=digest)
    story.find("decide.publish_tally")["act"]["rule_sha256"] = digest


def rule_after_the_ballots(story: Any) -> None:
    records = story.records
    records[2], records[3] = records[3], records[2]


def open_twice(story: Any) -> None:
    story.records[AT].update(kind="decide.open_ballot", act=story.records[2]["act"])


def never_opened(story: Any) -> None:
    story.records[2].update(kind="share.note")


def never_imported(story: Any) -> None:
    story.records[3].update(kind="share.note")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (swap_winners, "winners_differ"),
        (set_act("decide.publish_tally", winners=["3"]), "winners_differ"),
        (set_act("decide.publish_tally", spent=1), "spent_differs"),
        (set_act("decide.publish_tally", outcome_sha256="0" * 64), "outcome_differs"),
        (set_act("decide.publish_tally", ballots_sha256="0" * 64), "ballots_changed"),
        (set_act("decide.publish_tally", ballots_sha256="../key"), "act_field"),
        (set_act("decide.publish_tally", winners="12"), "act_field"),
        (set_act("decide.publish_tally", spent=True), "act_field"),
        (set_act("decide.import_ballots", voters=8), "ballots_number"),
        (set_act("decide.import_ballots", projects=4), "ballots_number"),
        (other_rule_at_the_end, "rule_changed"),
        (other_rule_under_the_same_digest, "rule_hash"),
        (a_rule_nobody_knows, "rule_unreadable"),
        (rule_after_the_ballots, "rule_late"),
        (open_twice, "ballot_opened_twice"),
        (never_opened, "ballot_not_opened"),
        (never_imported, "ballots_not_imported"),
    ],
)
def test_a_tally_that_does_not_stand(story: Any, change: Change, code: str) -> None:
    change(story)
    report = look(story.publish(), story)
    assert ("tallies", code) in found(report)
    assert report.first_problem and report.step("tallies").detail[0] == report.first_problem
    assert report.step("books").ok


def use_ballots(story: Any, election: Election) -> None:
    story.ballots = write_pb(election)
    digest = hashlib.sha256(story.ballots).hexdigest()
    story.find("decide.import_ballots")["act"].update(ballots_sha256=digest, voters=election.voters)
    story.find("decide.publish_tally")["act"]["ballots_sha256"] = digest


def test_a_rule_that_leaves_lots_to_be_drawn(story: Any) -> None:
    rule = rule_json(GreedyRule(min_votes=1, unaffordable="skip", ties=("refuse",)))
    digest = canonical_sha256(rule)
    story.find("decide.open_ballot")["act"].update(rule=rule, rule_sha256=digest)
    story.find("decide.publish_tally")["act"]["rule_sha256"] = digest
    tied = replace(read_pb(story.ballots, name="x"), ballots=merged([[0], [1], [2]]), voters=3)
    use_ballots(story, tied)
    assert found(look(story.publish(), story)) == {("tallies", "tie_refused")}


def test_altered_ballots_are_found(story: Any) -> None:
    files = story.publish()
    path = next(name for name in files if name.startswith("ballots/"))
    report = look({**files, path: files[path].replace(b"\n1;1\n", b"\n1;3\n")}, story)
    assert found(report) == {("tallies", "ballots_hash")}
    assert report.first_problem and report.first_problem.where == path
    assert report.step("decisions").ok is None


def test_ballots_that_no_longer_parse_are_named(story: Any) -> None:
    story.ballots = story.ballots.replace(b"PROJECTS", b"PROJECT")
    digest = hashlib.sha256(story.ballots).hexdigest()
    for kind in ("decide.import_ballots", "decide.publish_tally"):
        story.find(kind)["act"]["ballots_sha256"] = digest
    report = look(story.publish(), story)
    assert report.step("tallies").ok is False
    assert report.first_problem and report.first_problem.where == f"ballots/{digest}.pb"


def test_other_ballots_from_the_start_give_other_winners(story: Any) -> None:
    election = read_pb(story.ballots, name="x")
    stuffed = replace(election, ballots=merged([[0]] * 3 + [[2]] * 30), voters=33)
    use_ballots(story, stuffed)
    report = look(story.publish(), story)
    assert ("tallies", "winners_differ") in found(report)
    outcome = tally(stuffed, PRESETS["wieliczka2023"])
    shown = report.step("tallies").words.render(PLAIN)
    assert ", ".join(outcome.winners) in shown


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (set_act("decide.adopt", project="3"), "adopted_loser"),
        (set_act("decide.adopt", ballot="H"), "adopted_untallied"),
        (set_act("decide.adopt", amount=90_001), "adopted_above_cost"),
        (set_act("decide.adopt", amount="1"), "act_field"),
        (set_act("decide.adopt", project=None), "act_field"),
    ],
)
def test_decisions_that_no_tally_bears_out(story: Any, change: Change, code: str) -> None:
    change(story)
    report = look(story.publish(), story)
    assert found(report) == {("decisions", code)}


def test_a_decision_before_its_tally(story: Any) -> None:
    records = story.records
    records[4], records[5] = records[5], records[4]
    assert found(look(story.publish(), story)) == {("decisions", "adopted_untallied")}
