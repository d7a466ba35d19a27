"""An election as it is counted: projects with costs, a budget, and ballots without names.

Amounts are whole numbers of `currency / scale`, the finest step that the file's amounts use, so
that nothing is rounded before the count. Identical ballots are merged and sorted: who cast which,
and in what order, is gone, and no rule here depends on it.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from remit.core.words import Money, decimals

SCALES = (1, 10, 100)
COUNTED_KEYS = ("num_projects", "num_votes", "budget", "currency")
"""Keys of a file's META that the election holds as fields of its own."""


@dataclass(frozen=True, slots=True)
class Project:
    """Something that money is asked for."""

    id: str
    name: str
    cost: int
    details: tuple[tuple[str, str], ...] = ()
    """Other columns as the file has them (category, latitude ...); no rule looks at them."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """The projects one ballot approves, by index and ascending, and how many ballots are alike."""

    projects: tuple[int, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Election:
    """What a rule needs to know, and what the organiser announced, kept apart."""

    name: str
    meta: tuple[tuple[str, str], ...]
    projects: tuple[Project, ...]
    budget: int
    scale: int
    currency: str
    ballots: tuple[Ballot, ...]
    voters: int
    official: tuple[str, ...]
    """Ids that the file marks as winners, in its order. No tally reads this."""

    def __post_init__(self) -> None:
        count = len(self.projects)
        if self.scale not in SCALES:
            raise ValueError("scale must be 1, 10 or 100: no amount is finer than a hundredth")
        if self.budget < 1 or any(project.cost < 1 for project in self.projects):
            raise ValueError("the budget and all costs must be positive")
        if len({p.id for p in self.projects}) != count:
            raise ValueError("two projects have the same id")
        for ballot in self.ballots:
            marks = ballot.projects
            rising = all(a < b for a, b in itertools.pairwise(marks))
            if ballot.weight < 1 or not rising or any(not 0 <= i < count for i in marks):
                raise ValueError("a ballot must name known projects once each, in ascending order")
        if self.voters < 1 or self.voters != sum(b.weight for b in self.ballots):
            raise ValueError("the number of voters must be that of the ballots, and at least one")

    @property
    def votes(self) -> tuple[int, ...]:
        """Votes by project."""
        found = [0] * len(self.projects)
        for ballot in self.ballots:
            for index in ballot.projects:
                found[index] += ballot.weight
        return tuple(found)

    @property
    def supporters(self) -> tuple[tuple[int, ...], ...]:
        """By project, the indices of the ballots that approve it."""
        found: list[list[int]] = [[] for _ in self.projects]
        for at, ballot in enumerate(self.ballots):
            for index in ballot.projects:
                found[index].append(at)
        return tuple(tuple(ballots) for ballots in found)

    def money(self, amount: Fraction | int) -> Money:
        """An amount of this election for people: to the nearest minor unit, halves up."""
        units = 10 ** decimals(self.currency)
        return Money(floor(Fraction(amount) * units / self.scale + Fraction(1, 2)), self.currency)


def merged(marks: Iterable[Iterable[int]]) -> tuple[Ballot, ...]:
    """One `Ballot` for each different set of marks, in a fixed order."""
    counted = Counter(tuple(sorted(ballot)) for ballot in marks)
    return tuple(Ballot(projects, counted[projects]) for projects in sorted(counted))
