"""The greedy count: most votes first, as long as the money lasts."""

from __future__ import annotations

from itertools import groupby

from remit.core.voting.election import Election
from remit.core.voting.outcome import GreedyOutcome, Step, Verdict
from remit.core.voting.rules import GreedyRule
from remit.core.voting.ties import Tie, TieBreaker, tie_refused


def count_greedy(election: Election, *, rule: GreedyRule) -> GreedyOutcome:
    """Walk down the list by votes. TallyError where the rule wants lots drawn."""
    return _GreedyCount(election, rule).outcome()


class _GreedyCount:
    def __init__(self, election: Election, rule: GreedyRule) -> None:
        self._election = election
        self._rule = rule
        self._breaker = TieBreaker(election, criteria=rule.ties)
        self._left = election.budget
        self._stopped = False
        self._steps: list[Step] = []
        self._ties: list[Tie] = []

    def outcome(self) -> GreedyOutcome:
        votes = self._election.votes
        eligible = [index for index, count in enumerate(votes) if count >= self._rule.min_votes]
        eligible.sort(key=lambda index: -votes[index])
        for count, group in groupby(eligible, key=votes.__getitem__):
            pending = list(group)
            while pending:
                index = self._next(pending)
                pending.remove(index)
                self._turn(index, votes=count)
        spent = self._election.budget - self._left
        return GreedyOutcome(tuple(self._steps), spent, tuple(self._ties))

    def _turn(self, index: int, *, votes: int) -> None:
        project, left = self._election.projects[index], self._left
        verdict: Verdict
        if self._stopped:
            verdict = "stopped"
        elif project.cost <= left:
            verdict = "won"
            self._left -= project.cost
        else:
            verdict = "unaffordable"
            self._stopped = self._rule.unaffordable == "stop"
        self._steps.append(Step(project.id, votes, left, verdict))

    def _next(self, pending: list[int]) -> int:
        if len(pending) == 1:
            return pending[0]
        ids = {index: self._election.projects[index].id for index in pending}
        equal, by = self._breaker.equals(pending)
        chosen = min(equal, key=ids.__getitem__)
        if len(equal) > 1:
            by = self._rule.ties[-1]
            # Nobody is asked to draw lots that could change nothing.
            if by == "refuse" and not self._immaterial(equal):
                raise tie_refused([ids[index] for index in equal])
            by = "immaterial" if by == "refuse" else by
        tied = tuple(sorted(ids.values()))
        self._ties.append(Tie("greedy", len(self._steps) + 1, tied, ids[chosen], by))
        return chosen

    def _immaterial(self, equal: list[int]) -> bool:
        """Whether the winners are the same in whichever order these have their turn."""
        costs = [self._election.projects[index].cost for index in equal]
        return self._stopped or sum(costs) <= self._left or min(costs) > self._left
