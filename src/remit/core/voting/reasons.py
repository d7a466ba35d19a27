"""Why each project won or lost: one plain sentence, and the figures behind it.

For Equal Shares the count is replayed with the prices of its trace, so that for a project that
lost it can be said where its supporters' money went.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor, lcm

from remit.core.voting.election import Election, Project
from remit.core.voting.outcome import GreedyOutcome, Outcome, SharesOutcome, Step
from remit.core.voting.rules import EqualSharesRule, GreedyRule, Rule
from remit.core.words import Words, gettext_noop, words

TAKERS_NAMED = 3
"""How many winners are named that took the money of a loser's supporters."""
NAME_CHARACTERS = 48
"""A name longer than this is shortened in a sentence about another project."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one project won or lost. Amounts are in currency / scale, exact."""

    project: str
    won: bool
    code: str
    votes: int
    cost: int
    words: Words
    place: int | None = None
    """The round in which it was bought, or its place in the greedy order."""
    price: Fraction | None = None
    """What each supporter paid for it who could."""
    full: int = 0
    part: int = 0
    broke: int = 0
    """How many supporters paid the price, less, or had nothing left."""
    left: Fraction | None = None
    """For a loser: what its supporters had left at the end; if greedy, the budget at its turn."""
    shortfall: Fraction | None = None
    """How much of its cost that does not cover."""
    taken: tuple[tuple[str, Fraction], ...] = ()
    """The winners on which its supporters spent most, with how much."""


def explain(election: Election, rule: Rule, outcome: Outcome) -> tuple[Reason, ...]:
    """A reason for every project, in the election's order."""
    if outcome.method == "greedy":
        assert outcome.greedy is not None
        decisive = rule if isinstance(rule, GreedyRule) else _rival(rule)
        return _explain_greedy(election, decisive, outcome.greedy)
    assert outcome.equal_shares is not None
    return _SharesExplained(election, outcome.equal_shares).reasons()


def _rival(rule: EqualSharesRule) -> GreedyRule:
    assert rule.comparison is not None
    return rule.comparison.rival


def _nobody(project: Project) -> Reason:
    message = gettext_noop("Not funded: nobody voted for it.")
    return Reason(project.id, False, "no_votes", 0, project.cost, words(message))


class _SharesExplained:
    """The count that decided, replayed in whole numbers of 1 / `unit`."""

    def __init__(self, election: Election, shares: SharesOutcome) -> None:
        self._election = election
        self._shares = shares
        self._names = {project.id: project.name for project in election.projects}
        self._supporters = election.supporters
        prices = [bought.price for bought in shares.rounds]
        self._unit = lcm(*(value.denominator for value in (shares.endowment, *prices)))
        self._left = [int(shares.endowment * self._unit)] * len(election.ballots)
        self._paid: list[dict[int, int]] = []
        at = {project.id: index for index, project in enumerate(election.projects)}
        for bought in shares.rounds:
            price = int(bought.price * self._unit)
            paid = {b: min(self._left[b], price) for b in self._supporters[at[bought.project]]}
            for ballot, amount in paid.items():
                self._left[ballot] -= amount
            self._paid.append(paid)

    def reasons(self) -> tuple[Reason, ...]:
        rounds = {bought.project: at for at, bought in enumerate(self._shares.rounds)}
        votes = self._election.votes
        return tuple(
            self._winner(project, votes=votes[index], at=rounds[project.id])
            if project.id in rounds
            else self._loser(project, index=index, votes=votes[index])
            for index, project in enumerate(self._election.projects)
        )

    def _winner(self, project: Project, *, votes: int, at: int) -> Reason:
        bought = self._shares.rounds[at]
        if bought.part or bought.broke:
            message = gettext_noop(
                "Funded in round {round}: its supporters shared its cost of {cost}, "
                "each paying {price} or all that they had left."
            )
        else:
            message = gettext_noop(
                "Funded in round {round}: its supporters shared its cost of {cost} equally, "
                "each paying {price}."
            )
        money = self._election.money
        said = words(message, round=at + 1, cost=money(project.cost), price=money(bought.price))
        return Reason(
            project=project.id,
            won=True,
            code="won",
            votes=votes,
            cost=project.cost,
            words=said,
            place=at + 1,
            price=bought.price,
            full=bought.full,
            part=bought.part,
            broke=bought.broke,
        )

    def _loser(self, project: Project, *, index: int, votes: int) -> Reason:
        if not votes:
            return _nobody(project)
        ballots = self._supporters[index]
        weights = [self._election.ballots[ballot].weight for ballot in ballots]
        left = sum(self._left[b] * w for b, w in zip(ballots, weights, strict=True))
        remaining = Fraction(left, self._unit)
        taken = self._taken(ballots)
        held = votes * self._shares.endowment
        code = "outbid" if held >= project.cost else "out_of_reach"
        return Reason(
            project=project.id,
            won=False,
            code=code,
            votes=votes,
            cost=project.cost,
            words=self._lost(project, code=code, held=held, left=remaining, taken=taken),
            left=remaining,
            shortfall=project.cost - remaining,
            taken=taken,
        )

    def _lost(
        self,
        project: Project,
        *,
        code: str,
        held: Fraction,
        left: Fraction,
        taken: tuple[tuple[str, Fraction], ...],
    ) -> Words:
        money = self._election.money
        if code == "out_of_reach":
            message = gettext_noop(
                "Not funded: all that its supporters were given, {held} together, "
                "is {shortfall} short of its cost of {cost}."
            )
            held = floor_minor(held, scale=self._election.scale)
            return words(
                message,
                held=money(held),
                shortfall=money(project.cost - held),
                cost=money(project.cost),
            )
        # Rounded down, so that what is left and what is missing add up to the cost.
        left = floor_minor(left, scale=self._election.scale)
        message = gettext_noop(
            "Not funded: its supporters had {left} left together, {shortfall} short of its cost "
            "of {cost}; they had paid for other projects before, most for {winners}."
        )
        one = gettext_noop("“{name}” ({amount})")
        winners = tuple(
            words(one, name=shortened(self._names[winner]), amount=money(amount))
            for winner, amount in taken
        )
        return words(
            message,
            winners=winners,
            left=money(left),
            shortfall=money(project.cost - left),
            cost=money(project.cost),
        )

    def _taken(self, ballots: tuple[int, ...]) -> tuple[tuple[str, Fraction], ...]:
        """On which winners these ballots spent most."""
        weights = [self._election.ballots[ballot].weight for ballot in ballots]
        amounts = []
        for bought, paid in zip(self._shares.rounds, self._paid, strict=True):
            amount = sum(paid.get(b, 0) * w for b, w in zip(ballots, weights, strict=True))
            if amount:
                amounts.append((bought.project, Fraction(amount, self._unit)))
        amounts.sort(key=lambda item: -item[1])
        return tuple(amounts[:TAKERS_NAMED])


def shortened(name: str) -> str:
    """The name, or its first words."""
    if len(name) <= NAME_CHARACTERS:
        return name
    start = name[:NAME_CHARACTERS]
    return (start.rpartition(" ")[0] or start).rstrip(" ,.;:-") + "…"


def floor_minor(amount: Fraction, *, scale: int) -> Fraction:
    """The amount, rounded down to a hundredth of the currency."""
    return Fraction(floor(amount * 100 / scale) * scale, 100)


def _explain_greedy(
    election: Election, rule: GreedyRule, greedy: GreedyOutcome
) -> tuple[Reason, ...]:
    turns = {step.project: (place, step) for place, step in enumerate(greedy.steps, start=1)}
    found = []
    for project, votes in zip(election.projects, election.votes, strict=True):
        if project.id in turns:
            place, step = turns[project.id]
            found.append(_greedy_turn(election, project, step, place=place))
        elif votes:
            message = gettext_noop(
                "Not funded: the rule asks for at least {least} votes, and it has {votes}."
            )
            said = words(message, least=rule.min_votes, votes=votes)
            found.append(Reason(project.id, False, "too_few_votes", votes, project.cost, said))
        else:
            found.append(_nobody(project))
    return tuple(found)


GREEDY_WORDS = {
    "won": gettext_noop(
        "Funded: at its turn, place {place} by votes, {left} was left, "
        "enough for its cost of {cost}."
    ),
    "unaffordable": gettext_noop(
        "Not funded: at its turn, place {place} by votes, {left} was left, "
        "{shortfall} short of its cost of {cost}."
    ),
    "stopped": gettext_noop(
        "Not funded: the count had stopped before its turn, place {place} by votes, "
        "at a project that cost more than was left."
    ),
}


def _greedy_turn(election: Election, project: Project, step: Step, *, place: int) -> Reason:
    short = max(0, project.cost - step.left)
    figures = {
        "place": place,
        "left": election.money(step.left),
        "shortfall": election.money(short),
        "cost": election.money(project.cost),
    }
    return Reason(
        project=project.id,
        won=step.verdict == "won",
        code=step.verdict,
        votes=step.votes,
        cost=project.cost,
        words=words(GREEDY_WORDS[step.verdict], **figures),
        place=place,
        left=Fraction(step.left),
        shortfall=Fraction(short),
    )
