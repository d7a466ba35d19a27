"""The independent check finds every change to an outcome, and says where."""

from __future__ import annotations

import ast
import copy
import inspect
import time
from collections.abc import Callable, Iterator

import pytest

from remit.core.voting import (
    PRESETS,
    Add1,
    Comparison,
    Election,
    EqualSharesRule,
    GreedyRule,
    check,
    checker,
    outcome_json,
    recount,
    tally,
)
from remit.core.words import PLAIN

MakeElection = Callable[..., Election]
WIELICZKA = "Poland_Wieliczka_2023_Green_Budget.pb"
RULE = EqualSharesRule(
    utility="cost",
    start="floor",
    completion=Add1(step=1, stop="infeasible"),
    comparison=Comparison(
        satisfaction="count",
        even="equal_shares",
        rival=GreedyRule(min_votes=1, unaffordable="skip", ties=("lexicographic",)),
    ),
    ties=("min_cost", "lexicographic"),
)


@pytest.fixture
def election(make_election: MakeElection) -> Election:
    ballots = ["ab", "ab", "abc", "cd", "d", "e", "ef", "f", "bcd", "a"]
    return make_election({"a": 30, "b": 30, "c": 12, "d": 20, "e": 9, "f": 9}, ballots, budget=95)


def leaves(value: object, path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    pairs: list[tuple[object, object]] = []
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, list):
        pairs = list(enumerate(value))
    for key, item in pairs:
        yield from leaves(item, (*path, key))
    if not isinstance(value, dict | list):
        yield path


def changed(outcome: dict[str, object], path: tuple[object, ...], change: object) -> object:
    """A copy with `change` applied to what stands at the path."""
    result = copy.deepcopy(outcome)
    place: object = result
    for key in path[:-1]:
        place = place[key]  # type: ignore[index]
    place[path[-1]] = change(place[path[-1]])  # type: ignore[index, operator]
    return result


def test_a_right_outcome_has_no_problems(election: Election) -> None:
    outcome = outcome_json(tally(election, RULE))
    assert outcome["equal_shares"]["ties"] and outcome["greedy"]["ties"]  # type: ignore[index]
    assert check(election, RULE, outcome) == []
    assert check(election, RULE, outcome, every_run=True) == []


def test_no_figure_can_be_changed_unseen(election: Election) -> None:
    outcome = outcome_json(tally(election, RULE))

    def forge(value: object) -> object:
        return value + 1 if isinstance(value, int) else f"{value}0"

    paths = list(leaves(outcome))
    assert len(paths) > 80
    for path in paths:
        problems = check(election, RULE, changed(outcome, path, forge))  # type: ignore[arg-type]
        assert problems, path
        assert problems[0].where.startswith(str(path[0])), path
        assert "{" not in problems[0].words.render(PLAIN)


@pytest.mark.parametrize(
    "path",
    [("winners",), ("equal_shares", "rounds"), ("greedy", "steps"), ("equal_shares", "ties")],
)
def test_nothing_can_be_left_out_added_or_swapped(
    election: Election, path: tuple[str, ...]
) -> None:
    outcome = outcome_json(tally(election, RULE))
    for forge in (
        lambda items: items[1:],
        lambda items: items[:-1],
        lambda items: [*items, items[0]],
        lambda items: items[::-1] if len(items) > 1 else [],
        lambda items: "none",
    ):
        assert check(election, RULE, changed(outcome, path, forge))  # type: ignore[arg-type]


@pytest.mark.parametrize("key", ["winners", "equal_shares", "greedy", "preference", "v"])
def test_no_part_can_be_missing(election: Election, key: str) -> None:
    outcome = outcome_json(tally(election, RULE))
    del outcome[key]
    assert check(election, RULE, outcome)


def test_nothing_can_be_added(election: Election) -> None:
    outcome = outcome_json(tally(election, RULE))
    problems = check(election, RULE, {**outcome, "blessed": "yes"})
    assert [(problem.code, problem.where) for problem in problems] == [("differs", "blessed")]


@pytest.mark.parametrize(
    "endowment", ["8/1", "19/2", "x", "10/0", "-9/1", 9, None, "9" * 50, "900000/1"]
)
def test_an_endowment_that_no_step_leads_to_is_named(election: Election, endowment: object) -> None:
    outcome = outcome_json(tally(election, RULE))
    outcome["equal_shares"]["endowment"] = endowment  # type: ignore[index]
    problems = check(election, RULE, outcome)
    assert [problem.code for problem in problems] == ["endowment_unreachable"]


def test_the_outcome_of_another_rule_is_noticed(real_election: Callable[[str], Election]) -> None:
    election = real_election(WIELICZKA)
    rule = PRESETS["wieliczka2023"]
    other = outcome_json(tally(election, PRESETS["swiecie2023"]))
    problems = check(election, rule, other)
    assert {problem.where for problem in problems} >= {"greedy", "preference"}
    stopped_early = outcome_json(tally(election, PRESETS["pabutools_add1"]))
    assert check(election, rule, stopped_early)[0].code == "endowment_unreachable"


def test_stopping_too_early_or_too_late_is_noticed(election: Election) -> None:
    outcome = outcome_json(tally(election, RULE))
    shares = outcome["equal_shares"]
    assert isinstance(shares, dict)
    endowment = int(str(shares["endowment"]).removesuffix("/1"))
    for claimed in (endowment - 1, endowment + 1):
        forged = copy.deepcopy(outcome)
        forged["equal_shares"]["endowment"] = f"{claimed}/1"  # type: ignore[index]
        assert check(election, RULE, forged)[0].where == "equal_shares.stopped"
        assert check(election, RULE, forged, every_run=True)


def test_the_real_election_is_recounted_quickly_and_a_swap_of_winners_is_named(
    real_election: Callable[[str], Election],
) -> None:
    election = real_election(WIELICZKA)
    rule = PRESETS["wieliczka2023"]
    outcome = outcome_json(tally(election, rule))
    started = time.process_time()
    assert check(election, rule, outcome) == []
    assert time.process_time() - started < 3
    forged = copy.deepcopy(outcome)
    forged["winners"][3] = "21"  # type: ignore[index]
    problems = check(election, rule, forged)
    assert [problem.where for problem in problems] == ["winners 4"]
    assert problems[0].words.render(PLAIN) == (
        "winners 4: the outcome says 21, and the recount finds 74."
    )


def test_a_greedy_outcome_is_checked_too(election: Election) -> None:
    rule = GreedyRule(min_votes=1, unaffordable="stop", ties=("max_cost", "lexicographic"))
    outcome = outcome_json(tally(election, rule))
    assert check(election, rule, outcome) == []
    assert check(election, rule, {**outcome, "spent": 1})[0].where == "spent"


def test_a_tie_that_the_rule_leaves_open_has_no_right_outcome(
    make_election: MakeElection,
) -> None:
    election = make_election({"a": 60, "b": 60}, ["ab"], budget=100)
    open_rule = GreedyRule(min_votes=1, unaffordable="skip", ties=("refuse",))
    closed = GreedyRule(min_votes=1, unaffordable="skip", ties=("lexicographic",))
    problems = check(election, open_rule, outcome_json(tally(election, closed)))
    assert [problem.code for problem in problems] == ["tie_open"]


def test_the_check_shares_no_code_with_the_tally() -> None:
    allowed = {"election", "rules", "recount"}
    for module in (checker, recount):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.ImportFrom) and "voting" in (node.module or ""):
                assert str(node.module).rpartition(".")[2] in allowed
