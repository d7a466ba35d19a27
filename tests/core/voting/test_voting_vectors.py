"""Agreement with exact outcomes of Equal Shares that were computed by other programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction
from math import lcm
from pathlib import Path

from remit.core.voting import (
    Add1,
    Election,
    EqualSharesRule,
    Project,
    check,
    merged,
    outcome_json,
    read_pb,
    tally,
)

WORK_AT_MOST = 350_000
"""Runs times marks on merged ballots: far below a second each."""
CHECKED_WORK = 15_000


def named_rule(variant: str) -> EqualSharesRule:
    """add1_exh_card and so on: completion, when it stops, utility."""
    completion = None
    if variant.startswith("add1"):
        completion = Add1(step=1, stop="exhaustive" if "_exh_" in variant else "infeasible")
    return EqualSharesRule(
        utility="cost" if variant.endswith("cost") else "cardinality",
        start="exact",
        completion=completion,
        comparison=None,
        ties=("lexicographic",),
    )


def test_exact_outcomes_of_real_elections(shared_path: Callable[[str], Path]) -> None:
    lines = shared_path("vectors/voting/exact_equal_shares.jsonl").read_text().splitlines()
    ran, completed = 0, 0
    for line in lines:
        known = json.loads(line)
        if known["n"] > 12_000:
            continue
        path = shared_path("data/pabulib") / known["file"]
        election = read_pb(path.read_bytes(), name=path.name)
        assert (election.voters, Fraction(election.budget, election.scale)) == (
            known["n"],
            Fraction(known["B"]),
        )
        marks = sum(len(ballot.projects) for ballot in election.ballots)
        for variant in (key for key in known if key.startswith(("mes", "add1"))):
            expected = known[variant]
            runs = 1 if isinstance(expected, list) else expected["increments"] + 1
            if runs * marks > WORK_AT_MOST:
                continue
            outcome = tally(election, named_rule(variant))
            shares = outcome.equal_shares
            assert shares is not None
            if isinstance(expected, dict):
                over = 1 if expected["stop"] == "infeasible" else 0
                assert (shares.stopped, shares.runs) == (expected["stop"], runs + over)
                completed += 1
                expected = expected["winners"]
            assert list(outcome.winners) == expected, (path.name, variant)
            if runs * marks < CHECKED_WORK:
                assert check(election, named_rule(variant), outcome_json(outcome)) == []
            ran += 1
    assert (ran, completed) == (356, 188)


def test_small_examples_of_another_library(shared_path: Callable[[str], Path]) -> None:
    """Where several outcomes are possible, ours is one of them."""
    variants = {
        "method_of_equal_shares:Cost_Sat": "mes_cost",
        "method_of_equal_shares:Cardinality_Sat": "mes_card",
    }
    ran = 0
    examples = json.loads(shared_path("vectors/voting/pabutools_small_examples.json").read_text())
    for example in examples:
        costs = {project: Fraction(cost) for project, cost in example["projects"].items()}
        if example["initial"] or not all(costs.values()):
            continue  # projects chosen beforehand, and free ones, are not among our elections
        election = whole_election(costs, example["ballots"], budget=Fraction(example["budget"]))
        for name, variant in variants.items():
            if name in example["irresolute"]:
                outcome = tally(election, named_rule(variant))
                possible = [sorted(winners) for winners in example["irresolute"][name]]
                assert sorted(outcome.winners) in possible, (example["name"], name)
                ran += 1
    assert ran == 10


def whole_election(
    costs: dict[str, Fraction], ballots: list[list[str]], *, budget: Fraction
) -> Election:
    unit = lcm(budget.denominator, *(cost.denominator for cost in costs.values()))
    at = {project: index for index, project in enumerate(costs)}
    return Election(
        name="example",
        meta=(),
        projects=tuple(Project(id=p, name=p, cost=int(c * unit)) for p, c in costs.items()),
        budget=int(budget * unit),
        scale=1,
        currency="XXX",
        ballots=merged([at[project] for project in ballot] for ballot in ballots),
        voters=len(ballots),
        official=(),
    )
