"""Equal Shares and its completion, by example and as three cities counted."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from remit.core.voting import (
    PRESETS,
    Add1,
    Comparison,
    Election,
    EqualSharesRule,
    GreedyRule,
    TallyError,
    count,
    outcome_json,
    tally,
)

MakeElection = Callable[..., Election]
PLAIN = EqualSharesRule(
    utility="cost", start="exact", completion=None, comparison=None, ties=("lexicographic",)
)


def rule(**changes: object) -> EqualSharesRule:
    fields = {name: getattr(PLAIN, name) for name in PLAIN.__slots__}
    return EqualSharesRule(**{**fields, **changes})


def test_supporters_split_the_cost_and_the_poor_give_all_they_have(
    make_election: MakeElection,
) -> None:
    # Each of four holds 10. a costs its three supporters 6 each; then b has 4 + 10 = 14 to spend.
    election = make_election({"a": 18, "b": 12}, ["a", "a", "ab", "b"], budget=40)
    shares = tally(election, PLAIN).equal_shares
    assert shares is not None
    assert [(r.project, r.price, r.full, r.part, r.broke) for r in shares.rounds] == [
        ("a", Fraction(6), 3, 0, 0),
        ("b", Fraction(8), 1, 1, 0),
    ]
    assert (shares.endowment, shares.runs, shares.stopped) == (10, 1, "single")


def test_a_supporter_without_money_left_is_counted_as_such(make_election: MakeElection) -> None:
    election = make_election({"a": 20, "b": 9}, ["a", "ab", "b"], budget=30)
    shares = tally(election, PLAIN).equal_shares
    assert shares is not None
    assert [(r.project, r.full, r.part, r.broke) for r in shares.rounds] == [
        ("a", 2, 0, 0),
        ("b", 1, 0, 1),
    ]


def test_utility_decides_what_is_good_value(make_election: MakeElection) -> None:
    # b is dear, and has more votes; a is cheap.
    costs, ballots = {"a": 4, "b": 36}, ["ab", "ab", "b", "b"]
    election = make_election(costs, ballots, budget=40)
    assert tally(election, rule(utility="cost")).winners == ("b",)
    assert tally(election, rule(utility="cardinality")).winners == ("a", "b")


def test_the_start_may_be_whole_units_only(make_election: MakeElection) -> None:
    election = make_election({"a": 31, "b": 30}, ["a", "b", "ab"], budget=47)
    exact = tally(election, PLAIN).equal_shares
    floor = tally(election, rule(start="floor")).equal_shares
    assert exact is not None and floor is not None
    assert (exact.endowment, exact.winners) == (Fraction(47, 3), ("a",))
    assert (floor.endowment, floor.winners) == (15, ("b",))


def test_add1_stops_before_the_budget_is_overspent_or_already_when_nothing_more_fits(
    make_election: MakeElection,
) -> None:
    election = make_election({"a": 10, "b": 9, "c": 6}, ["ab", "a", "c", "bc"], budget=20)
    late = tally(election, rule(completion=Add1(step=1, stop="infeasible"))).equal_shares
    early = tally(election, rule(completion=Add1(step=1, stop="exhaustive"))).equal_shares
    assert late is not None and early is not None
    assert early.stopped == "exhaustive" and late.stopped == "infeasible"
    assert early.endowment <= late.endowment
    assert max(early.spent, late.spent) <= 20


def test_add1_stops_when_everything_that_anybody_wants_is_bought(
    make_election: MakeElection,
) -> None:
    election = make_election({"a": 10, "b": 9, "c": 6}, ["a", "b"], budget=20)
    shares = tally(election, rule(completion=Add1(step=1, stop="infeasible"))).equal_shares
    assert shares is not None
    assert (shares.stopped, shares.runs, set(shares.winners)) == ("all", 1, {"a", "b"})


def test_a_step_that_is_too_small_is_refused(
    make_election: MakeElection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(count, "RUNS_AT_MOST", 5)
    election = make_election({"a": 100, "b": 100}, ["a", "b"], budget=100)
    with pytest.raises(TallyError) as caught:
        tally(election, rule(completion=Add1(step=1, stop="infeasible")))
    assert caught.value.code == "too_many_runs"


def test_ties_follow_the_rule_or_are_refused(make_election: MakeElection) -> None:
    election = make_election({"a": 30, "b": 30}, ["ab", "ab"], budget=30)
    outcome = tally(election, PLAIN)
    assert outcome.winners == ("a",)
    assert [(t.stage, t.step, t.tied, t.chosen, t.by) for t in outcome.ties] == [
        ("equal_shares", 1, ("a", "b"), "a", "lexicographic")
    ]
    with pytest.raises(TallyError, match="tie_refused"):
        tally(election, rule(ties=("min_cost", "max_votes", "refuse")))


RIVAL = GreedyRule(min_votes=1, unaffordable="skip", ties=("lexicographic",))


@pytest.mark.parametrize(
    ("ballots", "even", "method"),
    [
        (["a", "a", "a", "b", "c"], "equal_shares", "greedy"),
        (["a", "a", "a", "b", "b"], "equal_shares", "greedy"),
        (["a", "a", "b", "b"], "equal_shares", "equal_shares"),
    ],
)
def test_the_outcome_that_more_voters_prefer_is_taken(
    make_election: MakeElection, ballots: list[str], even: str, method: str
) -> None:
    election = make_election({"a": 100, "b": 20, "c": 20}, ballots, budget=100)
    comparison = Comparison(satisfaction="count", even=even, rival=RIVAL)  # type: ignore[arg-type]
    outcome = tally(election, rule(comparison=comparison))
    assert outcome.method == method
    assert outcome.preference is not None
    counted = outcome.preference
    assert counted.equal_shares + counted.greedy + counted.indifferent == election.voters


@pytest.mark.parametrize("even", ["equal_shares", "greedy"])
def test_when_as_many_prefer_either_the_rule_says_which(
    make_election: MakeElection, even: str
) -> None:
    election = make_election({"a": 100, "b": 40}, ["a", "a", "b", "b"], budget=100)
    comparison = Comparison(satisfaction="count", even=even, rival=RIVAL)  # type: ignore[arg-type]
    outcome = tally(election, rule(comparison=comparison))
    assert outcome.preference is not None
    assert outcome.preference.equal_shares == outcome.preference.greedy == 2
    assert outcome.method == even


def test_nobody_voting_for_anything_gives_no_winners(make_election: MakeElection) -> None:
    election = make_election({"a": 10}, ["", ""], budget=100)
    for one in [*PRESETS.values(), RIVAL, PLAIN]:
        assert tally(election, one).winners == ()


CITIES = {
    "Poland_Wieliczka_2023_Green_Budget.pb": "wieliczka2023",
    "Poland_Swiecie_2023.pb": "swiecie2023",
    "Netherlands_Assen_2024.pb": "assen2024",
}


@pytest.mark.parametrize("file", CITIES)
def test_three_cities_come_out_as_they_announced(
    file: str,
    real_election: Callable[[str], Election],
    shared_path: Callable[[str], Path],
) -> None:
    known = json.loads(shared_path("vectors/voting/real_mes_elections.json").read_text())
    facts = next(fact for fact in known if fact["file"] == file)
    election = real_election(file)
    assert election.voters == facts["n"] and election.budget == facts["B"]
    started = time.process_time()
    outcome = tally(election, PRESETS[CITIES[file]])
    assert time.process_time() - started < 4
    shares = outcome.equal_shares
    assert shares is not None
    assert set(outcome.winners) == set(facts["official"]) == set(election.official)
    assert shares.endowment == facts["last_E"] == facts["first_infeasible_E"] - 1
    assert shares.stopped == "infeasible"


def test_wieliczka_preferred_equal_shares(real_election: Callable[[str], Election]) -> None:
    outcome = tally(
        real_election("Poland_Wieliczka_2023_Green_Budget.pb"), PRESETS["wieliczka2023"]
    )
    assert outcome.preference is not None
    assert (outcome.preference.equal_shares, outcome.preference.greedy) == (1_615, 873)
    assert (len(outcome.winners), outcome.spent, outcome.method) == (30, 995_079, "equal_shares")


def test_another_stop_would_have_given_wieliczka_other_winners(
    real_election: Callable[[str], Election],
) -> None:
    election = real_election("Poland_Wieliczka_2023_Green_Budget.pb")
    outcome = tally(election, PRESETS["pabutools_add1"])
    assert (len(outcome.winners), outcome.spent) == (31, 984_579)
    assert set(outcome.winners) != set(election.official)


def test_the_outcome_as_json_has_strings_whole_numbers_lists_and_dicts_only(
    real_election: Callable[[str], Election],
) -> None:
    election = real_election("Netherlands_Assen_2024.pb")
    data = outcome_json(tally(election, PRESETS["wieliczka2023"]))

    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(isinstance(key, str) and plain(item) for key, item in value.items())
        return all(map(plain, value)) if isinstance(value, list) else type(value) in (str, int)

    assert plain(data)
    assert json.loads(json.dumps(data)) == data
    assert data["equal_shares"]["endowment"] == "2033/1"  # type: ignore[index]
