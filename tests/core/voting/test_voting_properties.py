"""What holds for every election: tried on many small ones, built so that ties are common."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from remit.core.voting import (
    Add1,
    Comparison,
    Election,
    EqualSharesRule,
    GreedyRule,
    Outcome,
    Project,
    Rule,
    TallyError,
    check,
    explain,
    merged,
    outcome_json,
    read_pb,
    rule_from_json,
    rule_json,
    tally,
    write_pb,
)
from remit.core.words import PLAIN

many = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
some = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])

Profile = tuple[list[int], list[list[int]], int]


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Costs, ballots by project index, and a budget. Few different costs make many ties."""
    costs = draw(st.lists(st.sampled_from([1, 2, 3, 4, 6, 12, 18]), min_size=1, max_size=6))
    ballot = st.lists(st.integers(0, len(costs) - 1), unique=True, max_size=len(costs))
    ballots = draw(st.lists(ballot, min_size=1, max_size=9))
    budget = draw(st.integers(1, sum(costs) + 3))
    return costs, ballots, budget


def elected(profile: Profile) -> Election:
    costs, ballots, budget = profile
    return Election(
        name="random.pb",
        meta=(("vote_type", "approval"),),
        projects=tuple(Project(id=f"p{i}", name=f"P {i}", cost=c) for i, c in enumerate(costs)),
        budget=budget,
        scale=1,
        currency="EUR",
        ballots=merged(ballots),
        voters=len(ballots),
        official=(),
    )


endings = st.sampled_from(["lexicographic", "refuse"])
criteria = st.permutations(["min_cost", "max_cost", "max_votes", "min_votes"])
ties = st.builds(
    lambda order, size, last: (*order[:size], last), criteria, st.integers(0, 2), endings
)
greedy_rules = st.builds(
    GreedyRule,
    min_votes=st.integers(1, 3),
    unaffordable=st.sampled_from(["skip", "stop"]),
    ties=ties,
)
shares_rules = st.builds(
    EqualSharesRule,
    utility=st.sampled_from(["cost", "cardinality"]),
    start=st.sampled_from(["exact", "floor"]),
    completion=st.none()
    | st.builds(Add1, step=st.integers(1, 3), stop=st.sampled_from(["infeasible", "exhaustive"])),
    comparison=st.none()
    | st.builds(
        Comparison,
        satisfaction=st.sampled_from(["count", "cost"]),
        even=st.sampled_from(["equal_shares", "greedy"]),
        rival=greedy_rules,
    ),
    ties=ties,
)
rules = greedy_rules | shares_rules


def counted(election: Election, rule: Rule) -> Outcome | None:
    """None where the rule wants lots drawn."""
    try:
        return tally(election, rule)
    except TallyError as error:
        assert error.code == "tie_refused"
        assert "draw lots" in error.words.render(PLAIN)
        return None


def by_the_book(
    profile: Profile, *, utility: str, endowment: Fraction
) -> list[tuple[int, Fraction]]:
    """Equal Shares on single ballots, every project sorted anew in every round; ties by index."""
    costs, ballots, _ = profile
    money = [endowment] * len(ballots)
    bought: list[tuple[int, Fraction]] = []
    while True:
        offers = []
        for project, cost in enumerate(costs):
            backers = [voter for voter, ballot in enumerate(ballots) if project in ballot]
            if project in [p for p, _ in bought] or sum(money[v] for v in backers) < cost:
                continue
            if not backers:
                continue
            worth = cost if utility == "cost" else 1
            for price in candidates(cost, sorted(money[v] for v in backers)):
                if sum(min(money[v], price) for v in backers) == cost:
                    offers.append((price / worth, project, price))
                    break
        if not offers:
            return bought
        _, project, price = min(offers)
        bought.append((project, price))
        for voter, ballot in enumerate(ballots):
            if project in ballot:
                money[voter] -= min(money[voter], price)


def candidates(cost: int, purses: list[Fraction]) -> list[Fraction]:
    """The price when the poorest 0, 1, 2 ... give everything."""
    size = len(purses)
    return [
        price
        for poor in range(size)
        if (price := (cost - sum(purses[:poor])) / Fraction(size - poor)) <= purses[poor]
    ]


@many
@given(profiles(), st.sampled_from(["cost", "cardinality"]), st.sampled_from(["exact", "floor"]))
def test_one_run_is_what_the_definition_says(profile: Profile, utility: str, start: str) -> None:
    rule = EqualSharesRule(
        utility=utility,  # type: ignore[arg-type]
        start=start,  # type: ignore[arg-type]
        completion=None,
        comparison=None,
        ties=("lexicographic",),
    )
    exact = Fraction(profile[2], len(profile[1]))
    endowment = exact if start == "exact" else Fraction(exact // 1)
    expected = by_the_book(profile, utility=utility, endowment=endowment)
    shares = tally(elected(profile), rule).equal_shares
    assert shares is not None
    assert [(r.project, r.price) for r in shares.rounds] == [(f"p{p}", pay) for p, pay in expected]


@many
@given(profiles(), st.sampled_from(["cost", "cardinality"]), st.integers(1, 3), st.booleans())
def test_add1_is_what_the_definition_says(
    profile: Profile, utility: str, step: int, exhaustive: bool
) -> None:
    costs, ballots, budget = profile
    rule = EqualSharesRule(
        utility=utility,  # type: ignore[arg-type]
        start="exact",
        completion=Add1(step=step, stop="exhaustive" if exhaustive else "infeasible"),
        comparison=None,
        ties=("lexicographic",),
    )
    wanted = {project for ballot in ballots for project in ballot}
    endowment = Fraction(budget, len(ballots))
    won: list[int] = []
    while True:
        bought = [p for p, _ in by_the_book(profile, utility=utility, endowment=endowment)]
        if sum(costs[p] for p in bought) > budget:
            break
        won = bought
        left = budget - sum(costs[p] for p in won)
        nothing_fits = all(costs[p] > left for p in wanted - set(won))
        if set(won) == wanted or (exhaustive and nothing_fits):
            break
        endowment += step
    assert tally(elected(profile), rule).winners == tuple(f"p{p}" for p in won)


@many
@given(profiles(), rules, st.sampled_from([1, 10, 100]))
def test_the_budget_holds_and_the_independent_check_agrees(
    profile: Profile, rule: Rule, scale: int
) -> None:
    election = replace(elected(profile), scale=scale)
    outcome = counted(election, rule)
    if outcome is None:
        return
    cost = {project.id: project.cost for project in election.projects}
    assert outcome.spent == sum(cost[winner] for winner in outcome.winners) <= election.budget
    assert len(set(outcome.winners)) == len(outcome.winners)
    assert check(election, rule, outcome_json(outcome), every_run=True) == []
    reasons = explain(election, rule, outcome)
    assert [r.project for r in reasons] == [p.id for p in election.projects]
    assert {r.project for r in reasons if r.won} == set(outcome.winners)
    assert all("{" not in reason.words.render(PLAIN) for reason in reasons)


@some
@given(profiles(), rules, st.randoms(use_true_random=False))
def test_the_order_of_voters_and_projects_changes_nothing(
    profile: Profile, rule: Rule, chance: object
) -> None:
    costs, ballots, _budget = profile
    order = list(range(len(costs)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    place = {old: new for new, old in enumerate(order)}
    moved = [[place[project] for project in ballot] for ballot in ballots]
    chance.shuffle(moved)  # type: ignore[attr-defined]
    election = elected(profile)
    shuffled = replace(
        election,
        projects=tuple(election.projects[old] for old in order),
        ballots=merged(moved),
    )
    one, other = counted(election, rule), counted(shuffled, rule)
    assert (one and outcome_json(one)) == (other and outcome_json(other))


@some
@given(profiles(), rules, st.integers(2, 4))
def test_everybody_k_times_with_k_times_the_money_and_costs_gives_the_same_winners(
    profile: Profile, rule: Rule, times: int
) -> None:
    costs, ballots, budget = profile
    if isinstance(rule, GreedyRule):
        rule = replace(rule, min_votes=1)
    elif rule.comparison:
        rival = replace(rule.comparison.rival, min_votes=1)
        rule = replace(rule, comparison=replace(rule.comparison, rival=rival))
    cloned = ([cost * times for cost in costs], ballots * times, budget * times)
    one, other = counted(elected(profile), rule), counted(elected(cloned), rule)
    assert (one and one.winners) == (other and other.winners)


@some
@given(profiles(), rules)
def test_where_lots_are_not_needed_a_last_criterion_changes_nothing(
    profile: Profile, rule: Rule
) -> None:
    refusing = replace(rule, ties=(*rule.ties[:-1], "refuse"))
    ordering = replace(rule, ties=(*rule.ties[:-1], "lexicographic"))
    outcome = counted(elected(profile), refusing)
    if outcome:
        alternative = counted(elected(profile), ordering)
        assert alternative and alternative.winners == outcome.winners


text = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff"), max_size=12
).map(str.strip)


@some
@given(profiles(), st.lists(text, min_size=7, max_size=7), st.sampled_from([1, 10, 100]), rules)
def test_an_election_survives_being_written_and_a_rule_its_json(
    profile: Profile, names: list[str], scale: int, rule: Rule
) -> None:
    election = elected(profile)
    named = tuple(
        replace(project, name=names[at] or "x", details=(("note", names[6]),) if names[6] else ())
        for at, project in enumerate(election.projects)
    )
    finest = replace(named[0], cost=scale + 1) if scale > 1 else named[0]
    election = replace(election, projects=(finest, *named[1:]), scale=scale)
    written = write_pb(election)
    assert read_pb(written, name=election.name) == election
    assert write_pb(read_pb(written, name=election.name)) == written
    assert rule_from_json(rule_json(rule)) == rule
