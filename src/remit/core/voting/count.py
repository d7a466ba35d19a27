"""The count: an election and a rule give an outcome, the same on every machine, every time."""

from __future__ import annotations

from fractions import Fraction

from remit.core.voting.election import Election
from remit.core.voting.equal_shares import EqualShares, Run
from remit.core.voting.greedy import count_greedy
from remit.core.voting.outcome import (
    GreedyOutcome,
    Method,
    Outcome,
    Preference,
    Round,
    SharesOutcome,
)
from remit.core.voting.rules import Add1, Comparison, EqualSharesRule, GreedyRule, Rule
from remit.core.voting.ties import TallyError, Tie
from remit.core.words import gettext_noop, words

RUNS_AT_MOST = 20_000
"""More runs of Equal Shares than this mean a step that is far too small for the currency."""


def tally(election: Election, rule: Rule) -> Outcome:
    """Count. TallyError where the rule leaves the winners open, or wants too many runs."""
    if isinstance(rule, GreedyRule):
        greedy = count_greedy(election, rule=rule)
        return _outcome(election, method="greedy", shares=None, greedy=greedy, preference=None)
    shares = count_equal_shares(election, rule=rule)
    if not rule.comparison:
        return _outcome(
            election, method="equal_shares", shares=shares, greedy=None, preference=None
        )
    rival = count_greedy(election, rule=rule.comparison.rival)
    preference = prefer(
        election, comparison=rule.comparison, shares=shares.winners, greedy=rival.winners
    )
    ahead = preference.equal_shares - preference.greedy
    method: Method = rule.comparison.even
    if ahead:
        method = "equal_shares" if ahead > 0 else "greedy"
    return _outcome(election, method=method, shares=shares, greedy=rival, preference=preference)


def _outcome(
    election: Election,
    *,
    method: Method,
    shares: SharesOutcome | None,
    greedy: GreedyOutcome | None,
    preference: Preference | None,
) -> Outcome:
    decided = shares if method == "equal_shares" else greedy
    assert decided is not None and decided.spent <= election.budget
    return Outcome(
        winners=decided.winners,
        spent=decided.spent,
        method=method,
        budget=election.budget,
        scale=election.scale,
        currency=election.currency,
        voters=election.voters,
        equal_shares=shares,
        greedy=greedy,
        preference=preference,
    )


def count_equal_shares(election: Election, *, rule: EqualSharesRule) -> SharesOutcome:
    """Run Equal Shares, again with larger endowments if the rule says so."""
    shares = EqualShares(election, rule=rule)
    run = shares.run(first_endowment(election, rule=rule))
    if not rule.completion:
        return _shares_outcome(election, run=run, runs=1, stopped="single")
    supported = sum(1 for votes in election.votes if votes)
    step = rule.completion.step * election.scale
    for runs in range(1, RUNS_AT_MOST + 1):
        if _is_enough(election, run=run, completion=rule.completion):
            return _shares_outcome(election, run=run, runs=runs, stopped="exhaustive")
        if len(run.purchases) == supported:
            return _shares_outcome(election, run=run, runs=runs, stopped="all")
        following = shares.run(run.endowment + step)
        if following.spent > election.budget:
            return _shares_outcome(election, run=run, runs=runs + 1, stopped="infeasible")
        run = following
    message = gettext_noop(
        "After {runs} runs of Equal Shares the end was not in sight: "
        "a step of {step} per voter is too small here. Use a rule with a larger step."
    )
    raise TallyError(
        "too_many_runs",
        words=words(message, runs=RUNS_AT_MOST, step=election.money(step)),
        runs=RUNS_AT_MOST,
    )


def first_endowment(election: Election, *, rule: EqualSharesRule) -> Fraction:
    """What each voter starts with, in currency / scale."""
    if rule.start == "exact":
        return Fraction(election.budget, election.voters)
    return Fraction(election.budget // (election.voters * election.scale) * election.scale)


def _is_enough(election: Election, *, run: Run, completion: Add1) -> bool:
    if completion.stop != "exhaustive":
        return False
    won = {bought.project for bought in run.purchases}
    left = election.budget - run.spent
    return all(
        index in won or not votes or project.cost > left
        for index, (project, votes) in enumerate(
            zip(election.projects, election.votes, strict=True)
        )
    )


def _shares_outcome(election: Election, *, run: Run, runs: int, stopped: str) -> SharesOutcome:
    ids = [project.id for project in election.projects]
    return SharesOutcome(
        endowment=run.endowment,
        runs=runs,
        stopped=stopped,  # type: ignore[arg-type]  # one of the four above
        rounds=tuple(
            Round(ids[bought.project], bought.price, bought.full, bought.part, bought.broke)
            for bought in run.purchases
        ),
        spent=run.spent,
        ties=tuple(
            Tie(
                "equal_shares",
                at,
                tuple(sorted(ids[index] for index in bought.tied)),
                ids[bought.project],
                bought.by,
            )
            for at, bought in enumerate(run.purchases, start=1)
            if bought.tied
        ),
    )


def prefer(
    election: Election,
    *,
    comparison: Comparison,
    shares: tuple[str, ...],
    greedy: tuple[str, ...],
) -> Preference:
    """How many voters are better served by the one outcome, and how many by the other."""
    first, second = set(shares), set(greedy)
    gains = []
    for project in election.projects:
        worth = project.cost if comparison.satisfaction == "cost" else 1
        gains.append(worth * ((project.id in first) - (project.id in second)))
    ahead = behind = 0
    for ballot in election.ballots:
        gain = sum(gains[index] for index in ballot.projects)
        ahead += ballot.weight if gain > 0 else 0
        behind += ballot.weight if gain < 0 else 0
    return Preference(ahead, behind, election.voters - ahead - behind)
