"""Why each project won or lost."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from remit.core.voting import (
    PRESETS,
    Comparison,
    Election,
    EqualSharesRule,
    GreedyRule,
    Reason,
    Rule,
    explain,
    tally,
)
from remit.core.voting.reasons import shortened
from remit.core.words import PLAIN as READER

MakeElection = Callable[..., Election]
GREEDY = GreedyRule(min_votes=2, unaffordable="skip", ties=("lexicographic",))
STOP = GreedyRule(min_votes=1, unaffordable="stop", ties=("lexicographic",))
SHARES = EqualSharesRule(
    utility="cost", start="exact", completion=None, comparison=None, ties=("lexicographic",)
)


def reasons(election: Election, rule: Rule) -> dict[str, Reason]:
    return {reason.project: reason for reason in explain(election, rule, tally(election, rule))}


def said(reason: Reason) -> str:
    return reason.words.render(READER)


@pytest.fixture
def election(make_election: MakeElection) -> Election:
    costs = {"a": 18, "b": 12, "c": 9, "d": 15, "e": 5}
    return make_election(costs, ["ac", "ac", "ab", "b", "d"], budget=50)


def test_a_winner_that_all_paid_in_full(election: Election) -> None:
    reason = reasons(election, SHARES)["a"]
    assert (reason.won, reason.code, reason.place, reason.price) == (True, "won", 1, 6)
    assert (reason.votes, reason.cost) == (3, 18)
    assert (reason.full, reason.part, reason.broke) == (3, 0, 0)
    assert said(reason) == (
        "Funded in round 1: its supporters shared its cost of 18.00 EUR equally, "
        "each paying 6.00 EUR."
    )


def test_a_winner_that_some_paid_in_part(election: Election) -> None:
    reason = reasons(election, SHARES)["b"]
    assert (reason.place, reason.price, reason.full, reason.part) == (2, 8, 1, 1)
    assert "each paying 8.00 EUR or all that they had left." in said(reason)


def test_a_loser_whose_supporters_spent_their_money_elsewhere(election: Election) -> None:
    reason = reasons(election, SHARES)["c"]
    assert (reason.won, reason.code) == (False, "outbid")
    assert (reason.left, reason.shortfall) == (8, 1)
    assert reason.taken == (("a", Fraction(12)),)
    assert said(reason) == (
        "Not funded: its supporters had 8.00 EUR left together, 1.00 EUR short of its cost of "
        "9.00 EUR; they had paid for other projects before, most for “Project a” (12.00 EUR)."
    )


def test_a_loser_out_of_reach_from_the_start(election: Election) -> None:
    reason = reasons(election, SHARES)["d"]
    assert (reason.code, reason.left, reason.shortfall) == ("out_of_reach", 10, 5)
    assert "10.00 EUR together, is 5.00 EUR short of its cost of 15.00 EUR" in said(reason)


def test_a_project_that_nobody_voted_for(election: Election) -> None:
    for rule in (SHARES, GREEDY):
        reason = reasons(election, rule)["e"]
        assert (reason.code, reason.votes) == ("no_votes", 0)
        assert said(reason) == "Not funded: nobody voted for it."


def test_greedy_reasons(make_election: MakeElection) -> None:
    costs = {"a": 60, "b": 50, "c": 30, "d": 5}
    election = make_election(costs, ["abcd", "abc", "ab", "a"], budget=100)
    found = reasons(election, GREEDY)
    assert {p: r.code for p, r in found.items()} == {
        "a": "won",
        "b": "unaffordable",
        "c": "won",
        "d": "too_few_votes",
    }
    assert (found["b"].place, found["b"].left, found["b"].shortfall) == (2, 40, 10)
    assert "place 2 by votes, 40.00 EUR was left, 10.00 EUR short" in said(found["b"])
    assert said(found["d"]).endswith("at least 2 votes, and it has 1.")
    assert reasons(election, STOP)["c"].code == "stopped"


def test_where_greedy_was_preferred_the_reasons_are_greedys(make_election: MakeElection) -> None:
    election = make_election({"a": 100, "b": 20}, ["a", "a", "a", "b"], budget=100)
    rule = EqualSharesRule(
        utility="cost",
        start="exact",
        completion=None,
        comparison=Comparison(satisfaction="count", even="equal_shares", rival=STOP),
        ties=("lexicographic",),
    )
    found = reasons(election, rule)
    assert (found["a"].code, found["b"].code) == ("won", "unaffordable")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Bench", "Bench"),
        ("Trees along the river, " * 5, "Trees along the river, Trees along the river…"),
        ("x" * 60, "x" * 48 + "…"),
    ],
)
def test_long_names_are_shortened_between_words(name: str, short: str) -> None:
    assert shortened(name) == short


def test_what_supporters_of_a_loser_of_wieliczka_held_is_all_accounted_for(
    real_election: Callable[[str], Election],
) -> None:
    election = real_election("Poland_Wieliczka_2023_Green_Budget.pb")
    rule = PRESETS["wieliczka2023"]
    outcome = tally(election, rule)
    found = explain(election, rule, outcome)
    assert [reason.project for reason in found] == [p.id for p in election.projects]
    assert {r.project for r in found if r.won} == set(outcome.winners)
    for reason in found:
        assert said(reason).startswith("Funded" if reason.won else "Not funded")
        if reason.won:
            assert reason.full + reason.part + reason.broke == reason.votes
        else:
            assert reason.left is not None and reason.shortfall is not None
            assert reason.shortfall > 0 and reason.left + reason.shortfall == reason.cost
            taken = sum((amount for _, amount in reason.taken), Fraction(0))
            assert 0 < taken <= reason.votes * 315 - reason.left
