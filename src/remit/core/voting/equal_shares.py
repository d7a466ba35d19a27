"""The Method of Equal Shares, exactly, and its Add1 completion.

Everybody starts with the same endowment. In each round the project is bought that gives its
supporters most for their money: the price per supporter, `price`, is such that all who voted for
it pay that much, or what they still have, and together exactly its cost. The round takes the
project with the least price per unit of utility.

Exact without fractions: in a round all balances are whole numbers over one denominator, which
grows by the number of full payers at each purchase. What makes it quick enough:
- balances only fall, so a project never gets cheaper: its last price is a lower bound, and a round
  that looks at projects in that order may stop early. Bounds are compared as whole numbers rounded
  down, which can cause one look too many and never one too few;
- a price is found without sorting, by raising a guess from that bound until it pays the cost.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from remit.core.voting.election import Election
from remit.core.voting.rules import EqualSharesRule
from remit.core.voting.ties import TieBreaker

BOUND_BITS = 96
"""Fineness of the rounded-down bounds; any number is correct, a small one is slow."""


@dataclass(frozen=True, slots=True)
class Purchase:
    """One round: what was bought, and how its supporters paid."""

    project: int
    price: Fraction
    """What everybody paid who could, in currency / scale."""
    full: int
    part: int
    """How many paid the price, and how many less: all that they had left."""
    broke: int
    """How many supporters had nothing left to give."""
    tied: tuple[int, ...]
    by: str


@dataclass(frozen=True, slots=True)
class Run:
    """Equal Shares with one endowment. Cut short once it costs more than the budget."""

    endowment: Fraction
    purchases: tuple[Purchase, ...]
    spent: int


class EqualShares:
    """Runs of one rule on one election."""

    def __init__(self, election: Election, *, rule: EqualSharesRule) -> None:
        self.election = election
        self.votes = election.votes
        self.supporters = election.supporters
        self.costs = tuple(project.cost for project in election.projects)
        self.weights = tuple(ballot.weight for ballot in election.ballots)
        self._utility = self.costs if rule.utility == "cost" else (1,) * len(self.costs)
        self._ties = TieBreaker(election, criteria=rule.ties)

    def run(self, endowment: Fraction) -> Run:
        """Buy until nobody can buy anything more, or the budget is overspent."""
        purse = _Purse(self, endowment)
        # Nobody can do better than split the cost equally among all supporters.
        bounds = {
            index: (cost << BOUND_BITS) // (votes * self._utility[index])
            for index, (cost, votes) in enumerate(zip(self.costs, self.votes, strict=True))
            if votes
        }
        purchases: list[Purchase] = []
        spent = 0
        while spent <= self.election.budget:
            cheapest = self._cheapest(purse, bounds)
            if not cheapest:
                break
            tied = tuple(cheapest)
            index, by = self._ties.choose(tied)
            purchases.append(purse.buy(index, cheapest[index], tied=tied, by=by))
            spent += self.costs[index]
            del bounds[index]
        return Run(endowment, tuple(purchases), spent)

    def _cheapest(self, purse: _Purse, bounds: dict[int, int]) -> dict[int, Price]:
        """The projects with the least price per utility, each with its price. Raises `bounds`."""
        best: dict[int, Price] = {}
        best_bound, best_paid, best_by = 0, 0, 1
        for index in sorted(bounds, key=bounds.__getitem__):
            if best and bounds[index] > best_bound:
                break
            utility = self._utility[index]
            price = purse.price(index, at_least=bounds[index] * utility)
            if price is None:
                del bounds[index]
                continue
            paid, by = price[0], price[1] * utility
            bounds[index] = (paid << BOUND_BITS) // (by * purse.unit)
            ours, theirs = paid * best_by, best_paid * by
            if not best or ours < theirs:
                best = {index: price}
                best_bound, best_paid, best_by = bounds[index], paid, by
            elif ours == theirs:
                best[index] = price
        return best


Price = tuple[int, int]
"""What is left for the full payers to pay, in 1 / unit, and how many they are."""


class _Purse:
    """What every ballot has left, in whole numbers of 1 / `unit`."""

    def __init__(self, shares: EqualShares, endowment: Fraction) -> None:
        self.unit = endowment.denominator
        self._left = [endowment.numerator] * len(shares.weights)
        self._shares = shares

    def price(self, index: int, *, at_least: int) -> Price | None:
        """The price of a project; None where its supporters can't pay it any more.

        What they pay together rises with the price, ever more slowly. So a guess from below, moved
        up along the slope that holds there, never jumps past the price.
        """
        left, weights = self._left, self._shares.weights
        payers, votes = self._shares.supporters[index], self._shares.votes[index]
        cost = self._shares.costs[index] * self.unit
        paid, by, known = at_least * self.unit, 1 << BOUND_BITS, -1
        while True:
            # Balances are whole: one is less than paid / by if it is less than that rounded up.
            guess = -(-paid // by)
            short = given = 0
            for ballot in payers:
                balance = left[ballot]
                if balance < guess:
                    weight = weights[ballot]
                    short += weight
                    given += balance * weight
            if short == known:
                return paid, by
            if short == votes:
                return None
            known, paid, by = short, cost - given, votes - short

    def buy(self, index: int, price: Price, *, tied: tuple[int, ...], by: str) -> Purchase:
        """Take the price from every supporter, or what they have left."""
        weights = self._shares.weights
        shared = gcd(*price)
        paid, finer = price[0] // shared, price[1] // shared
        self.unit *= finer
        self._left = left = [balance * finer for balance in self._left]
        full = part = broke = 0
        for ballot in self._shares.supporters[index]:
            balance = left[ballot]
            if balance >= paid:
                full += weights[ballot]
                left[ballot] = balance - paid
            elif balance:
                part += weights[ballot]
                left[ballot] = 0
            else:
                broke += weights[ballot]
        others = tied if len(tied) > 1 else ()
        return Purchase(index, Fraction(paid, self.unit), full, part, broke, others, by)
