"""A recount by the plainest means, for `check`: it shares no code with the tally.

Everything is a fraction, and every price is computed anew, cheapest balance first, unless nobody
who supports the project has paid anything since.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from heapq import heapify, heappop

from remit.core.voting.election import Election
from remit.core.voting.rules import EqualSharesRule, GreedyRule

Found = dict[str, object]


class LotsDue(Exception):
    """A tie that the rule leaves to people; args are the ids."""


class Recount:
    """One election, counted again. Counts are returned as `outcome_json` writes them."""

    def __init__(self, election: Election) -> None:
        self.election = election
        self.ids = [project.id for project in election.projects]
        self.cost = [project.cost for project in election.projects]
        self.weight = [ballot.weight for ballot in election.ballots]
        self.backers: list[list[int]] = [[] for _ in self.ids]
        for at, ballot in enumerate(election.ballots):
            for project in ballot.projects:
                self.backers[project].append(at)
        self.votes = [sum(self.weight[at] for at in backers) for backers in self.backers]

    def spent(self, won: Sequence[int]) -> int:
        return sum(self.cost[project] for project in won)

    def settle(self, tied: list[int], criteria: Sequence[str]) -> tuple[list[int], str]:
        """What is left of a tie and the criterion that settled it; if several, lots are due."""
        for criterion in criteria[:-1]:
            values = self.cost if criterion.endswith("cost") else self.votes
            best = (min if criterion.startswith("min") else max)(values[c] for c in tied)
            tied = [project for project in tied if values[project] == best]
            if len(tied) == 1:
                return tied, criterion
        if criteria[-1] == "lexicographic":
            return [min(tied, key=self.ids.__getitem__)], "lexicographic"
        return tied, "immaterial"

    def tie(self, stage: str, *, step: int, tied: list[int], chosen: int, by: str) -> Found:
        ids = sorted(self.ids[project] for project in tied)
        return {"stage": stage, "step": step, "tied": ids, "chosen": self.ids[chosen], "by": by}

    def greedy(self, rule: GreedyRule) -> tuple[Found, list[int]]:
        waiting = {c for c, votes in enumerate(self.votes) if votes >= rule.min_votes}
        left, halted = self.election.budget, False
        won: list[int] = []
        steps: list[Found] = []
        ties: list[Found] = []
        while waiting:
            most = max(self.votes[project] for project in waiting)
            tied = [project for project in waiting if self.votes[project] == most]
            equal, by = self.settle(tied, rule.ties) if len(tied) > 1 else (tied, "")
            costs = [self.cost[project] for project in equal]
            if len(equal) > 1 and not halted and min(costs) <= left < sum(costs):
                raise LotsDue([self.ids[project] for project in equal])
            chosen = min(equal, key=self.ids.__getitem__)
            if by:
                ties.append(
                    self.tie("greedy", step=len(steps) + 1, tied=tied, chosen=chosen, by=by)
                )
            fits = self.cost[chosen] <= left
            verdict = "stopped" if halted else "won" if fits else "unaffordable"
            steps.append(
                {"project": self.ids[chosen], "votes": most, "left": left, "verdict": verdict}
            )
            if verdict == "won":
                won.append(chosen)
                left -= self.cost[chosen]
            halted = halted or (not fits and rule.unaffordable == "stop")
            waiting.remove(chosen)
        return {"spent": self.spent(won), "steps": steps, "ties": ties}, won

    def price(self, project: int, purses: list[Fraction]) -> Fraction | None:
        """What everybody pays who can, when the others give all they have."""
        purse = [(purses[at], self.weight[at]) for at in self.backers[project]]
        heapify(purse)
        cost, people = Fraction(self.cost[project]), self.votes[project]
        while purse:
            if purse[0][0] * people >= cost:
                return cost / people
            balance, weight = heappop(purse)
            cost -= balance * weight
            people -= weight
        return None

    def shares(self, rule: EqualSharesRule, endowment: Fraction) -> tuple[Found, list[int]]:
        """One run, up to the purchase that overspends the budget if there is one."""
        purses = [endowment] * len(self.weight)
        worth = self.cost if rule.utility == "cost" else [1] * len(self.cost)
        stale = [project for project, votes in enumerate(self.votes) if votes]
        prices: dict[int, Fraction] = {}
        won: list[int] = []
        rounds: list[Found] = []
        ties: list[Found] = []
        while self.spent(won) <= self.election.budget:
            for project in stale:
                prices.pop(project, None)
                price = self.price(project, purses)
                if price is not None:
                    prices[project] = price
            if not prices:
                break
            ratios = {project: price / worth[project] for project, price in prices.items()}
            least = min(ratios.values())
            tied = [project for project, ratio in ratios.items() if ratio == least]
            equal, by = self.settle(tied, rule.ties) if len(tied) > 1 else (tied, "")
            if len(equal) > 1:
                raise LotsDue([self.ids[project] for project in equal])
            chosen = equal[0]
            if by:
                step = len(won) + 1
                ties.append(self.tie("equal_shares", step=step, tied=tied, chosen=chosen, by=by))
            rounds.append(self.buy(chosen, prices.pop(chosen), purses))
            won.append(chosen)
            paid = set(self.backers[chosen])
            stale = [project for project in prices if not paid.isdisjoint(self.backers[project])]
        return {"spent": self.spent(won), "rounds": rounds, "ties": ties}, won

    def buy(self, project: int, price: Fraction, purses: list[Fraction]) -> Found:
        full = part = broke = 0
        for at in self.backers[project]:
            full += self.weight[at] * (purses[at] >= price)
            part += self.weight[at] * (0 < purses[at] < price)
            broke += self.weight[at] * (purses[at] == 0)
            purses[at] -= min(purses[at], price)
        paid = f"{price.numerator}/{price.denominator}"
        return {
            "project": self.ids[project],
            "price": paid,
            "full": full,
            "part": part,
            "broke": broke,
        }

    def preference(self, measure: str, won: list[int], rivals: list[int]) -> dict[str, int]:
        found = {"equal_shares": 0, "greedy": 0, "indifferent": 0}
        worth = self.cost if measure == "cost" else [1] * len(self.cost)
        for ballot in self.election.ballots:
            ours = sum(worth[project] for project in ballot.projects if project in won)
            theirs = sum(worth[project] for project in ballot.projects if project in rivals)
            better = "equal_shares" if ours > theirs else "greedy"
            found[better if ours != theirs else "indifferent"] += ballot.weight
        return found
