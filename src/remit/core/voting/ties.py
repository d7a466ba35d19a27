"""Ties are broken by the rule's own criteria, in the open: each one met is kept in the outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from remit.core.voting.election import Election
from remit.core.voting.rules import TieCriterion
from remit.core.words import Words, gettext_noop, words


@dataclass(frozen=True, slots=True)
class Tie:
    """Projects that came out equal, and what was decided between them."""

    stage: str
    """Where: "equal_shares" (in the run that counts) or "greedy"."""
    step: int
    """The round, or the place in the greedy order, from 1."""
    tied: tuple[str, ...]
    chosen: str
    by: str
    """The criterion that settled it; "immaterial" where any order gives the same winners."""


class TallyError(Exception):
    """The rule doesn't say who wins. `code` is stable; `words` are for people."""

    def __init__(self, code: str, *, words: Words, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params
        self.words = words


def tie_refused(tied: Sequence[str]) -> TallyError:
    message = gettext_noop(
        "These projects are tied, and the rule leaves it to people to draw lots: {projects}. "
        "Add a last tie-breaking criterion to the rule, or draw lots and record the draw."
    )
    found = tuple(sorted(tied))
    return TallyError("tie_refused", words=words(message, projects=found), projects=found)


def tie_keys(election: Election) -> dict[str, Callable[[int], int]]:
    """What each criterion minimises, by project index."""
    votes = election.votes
    costs = [project.cost for project in election.projects]
    return {
        "min_cost": lambda index: costs[index],
        "max_cost": lambda index: -costs[index],
        "min_votes": lambda index: votes[index],
        "max_votes": lambda index: -votes[index],
    }


class TieBreaker:
    """Chooses among tied projects by a rule's criteria."""

    def __init__(self, election: Election, *, criteria: tuple[TieCriterion, ...]) -> None:
        self._ids = [project.id for project in election.projects]
        self._keys = tie_keys(election)
        self._criteria = criteria

    def equals(self, tied: Sequence[int]) -> tuple[list[int], str]:
        """Those that no criterion but the last separates, and the criterion that got so far."""
        left, by = list(tied), ""
        for criterion in self._criteria[:-1]:
            if len(left) == 1:
                break
            key = self._keys[criterion]
            least = min(map(key, left))
            kept = [index for index in left if key(index) == least]
            left, by = kept, criterion if len(kept) < len(left) else by
        return left, by

    def choose(self, tied: Sequence[int]) -> tuple[int, str]:
        """The one to take, and the criterion that settled it. TallyError where lots are due."""
        left, by = self.equals(tied)
        if len(left) == 1:
            return left[0], by
        if self._criteria[-1] == "refuse":
            raise tie_refused([self._ids[index] for index in left])
        return min(left, key=lambda index: self._ids[index]), self._criteria[-1]
