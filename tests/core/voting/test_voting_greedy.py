"""The greedy count, and ties in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from remit.core.voting import Election, GreedyRule, PbError, TallyError, read_pb, tally
from remit.core.voting.ties import TieBreaker

BY_ID = GreedyRule(min_votes=1, unaffordable="skip", ties=("lexicographic",))
STOP = GreedyRule(min_votes=1, unaffordable="stop", ties=("lexicographic",))
LOTS = GreedyRule(min_votes=1, unaffordable="skip", ties=("refuse",))
MakeElection = Callable[..., Election]


def test_most_votes_first_and_what_does_not_fit_is_skipped(make_election: MakeElection) -> None:
    election = make_election({"a": 60, "b": 50, "c": 30}, ["abc", "ab", "a"], budget=100)
    outcome = tally(election, BY_ID)
    assert (outcome.winners, outcome.spent, outcome.method) == (("a", "c"), 90, "greedy")
    assert outcome.greedy is not None
    assert [(step.left, step.verdict) for step in outcome.greedy.steps] == [
        (100, "won"),
        (40, "unaffordable"),
        (40, "won"),
    ]


def test_or_the_count_stops_there(make_election: MakeElection) -> None:
    election = make_election({"a": 60, "b": 50, "c": 30}, ["abc", "ab", "a"], budget=100)
    outcome = tally(election, STOP)
    assert outcome.winners == ("a",)
    assert outcome.greedy is not None
    verdicts = [step.verdict for step in outcome.greedy.steps]
    assert verdicts == ["won", "unaffordable", "stopped"]


def test_a_project_needs_the_least_number_of_votes(make_election: MakeElection) -> None:
    election = make_election({"a": 10, "b": 10, "c": 10}, ["ab", "a"], budget=100)
    assert tally(election, BY_ID).winners == ("a", "b")
    two = GreedyRule(min_votes=2, unaffordable="skip", ties=("lexicographic",))
    assert tally(election, two).winners == ("a",)


def test_a_tie_is_settled_by_the_criteria_in_turn_and_recorded(
    make_election: MakeElection,
) -> None:
    election = make_election({"a": 60, "b": 40, "c": 40}, ["abc"], budget=100)
    rule = GreedyRule(min_votes=1, unaffordable="skip", ties=("min_cost", "lexicographic"))
    outcome = tally(election, rule)
    assert outcome.winners == ("b", "c")
    assert [(t.step, t.tied, t.chosen, t.by) for t in outcome.ties] == [
        (1, ("a", "b", "c"), "b", "lexicographic"),
        (2, ("a", "c"), "c", "min_cost"),
    ]


def test_where_lots_could_change_the_winners_the_count_is_refused(
    make_election: MakeElection,
) -> None:
    election = make_election({"a": 60, "b": 60}, ["ab"], budget=100)
    with pytest.raises(TallyError) as caught:
        tally(election, LOTS)
    assert caught.value.code == "tie_refused"
    assert caught.value.params == {"projects": ("a", "b")}


@pytest.mark.parametrize("budget", [120, 50])
def test_where_lots_could_change_nothing_nobody_draws_them(
    make_election: MakeElection, budget: int
) -> None:
    outcome = tally(make_election({"a": 60, "b": 60}, ["ab"], budget=budget), LOTS)
    assert outcome.winners == (("a", "b") if budget == 120 else ())
    assert [tie.by for tie in outcome.ties] == ["immaterial"]


def test_tied_projects_as_the_field_breaks_them(
    make_election: MakeElection, shared_path: Callable[[str], Path]
) -> None:
    examples = json.loads(shared_path("vectors/voting/tie_breaking_examples.json").read_text())
    assert len(examples) == 3
    for example in examples:
        tied = example["tied"]
        most = max(project["votes"] for project in tied)
        ballots = ["".join(p["id"] for p in tied if p["votes"] > at) for at in range(most)]
        election = make_election({p["id"]: p["cost"] for p in tied}, ballots, budget=1)
        criteria = tuple("refuse" if c == "lot" else c for c in example["order"])
        breaker = TieBreaker(election, criteria=criteria)
        if example["winner"] == "LOT_REQUIRED":
            with pytest.raises(TallyError):
                breaker.choose(range(len(tied)))
        else:
            chosen, _ = breaker.choose(range(len(tied)))
            assert tied[chosen]["id"] == example["winner"]


def test_cities_that_count_greedily_come_out_as_they_announced(
    shared_path: Callable[[str], Path],
) -> None:
    """Of the reference files those whose declared rule is one of ours; without the largest."""
    counted = 0
    for official in json.loads(shared_path("vectors/voting/official_winners.json").read_text()):
        declared = official["rule"] in ("greedy", "greedy-no-skip", "greedy-threshold")
        path = shared_path("data/pabulib") / official["file"]
        if not declared or official["num_votes"] > 20_000 or not path.exists():
            continue
        try:
            election = read_pb(path.read_bytes(), name=path.name)
        except PbError:
            continue
        rule = GreedyRule(
            min_votes=max(1, int(official["threshold"] or 1)),
            unaffordable="stop" if official["rule"] == "greedy-no-skip" else "skip",
            ties=("lexicographic",),
        )
        assert set(tally(election, rule).winners) == set(election.official), path.name
        counted += 1
    assert counted == 26
