"""What a tally found, step by step, so that everybody can follow it and a checker can doubt it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from remit.core.voting.ties import Tie

Verdict = Literal["won", "unaffordable", "stopped"]
Method = Literal["greedy", "equal_shares"]
OUTCOME_VERSION = 1


@dataclass(frozen=True, slots=True)
class Step:
    """A project's turn in a greedy count."""

    project: str
    votes: int
    left: int
    """Money left before it."""
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class GreedyOutcome:
    steps: tuple[Step, ...]
    spent: int
    ties: tuple[Tie, ...]

    @property
    def winners(self) -> tuple[str, ...]:
        return tuple(step.project for step in self.steps if step.verdict == "won")


@dataclass(frozen=True, slots=True)
class Round:
    """A purchase by Equal Shares."""

    project: str
    price: Fraction
    """What every supporter paid who could, in currency / scale."""
    full: int
    part: int
    """How many paid less: all that they had left."""
    broke: int
    """How many supporters had nothing left."""


@dataclass(frozen=True, slots=True)
class SharesOutcome:
    endowment: Fraction
    """Of the run that counts, per voter."""
    runs: int
    stopped: Literal["single", "infeasible", "exhaustive", "all"]
    """Why it is this run: the only one; the next costs too much; nothing more fits; all won."""
    rounds: tuple[Round, ...]
    spent: int
    ties: tuple[Tie, ...]

    @property
    def winners(self) -> tuple[str, ...]:
        return tuple(bought.project for bought in self.rounds)


@dataclass(frozen=True, slots=True)
class Preference:
    """How many voters have more of their projects in the one outcome, or in the other."""

    equal_shares: int
    greedy: int
    indifferent: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who won, and how."""

    winners: tuple[str, ...]
    """Ids in the order of selection."""
    spent: int
    method: Method
    """The count that decided; with a comparison there were two."""
    budget: int
    scale: int
    currency: str
    voters: int
    equal_shares: SharesOutcome | None
    greedy: GreedyOutcome | None
    preference: Preference | None

    @property
    def trace(self) -> tuple[Round, ...] | tuple[Step, ...]:
        """The steps of the count that decided."""
        if self.method == "equal_shares" and self.equal_shares:
            return self.equal_shares.rounds
        return self.greedy.steps if self.greedy else ()

    @property
    def ties(self) -> tuple[Tie, ...]:
        """Every tie that was met in the counts shown."""
        counts = (self.equal_shares, self.greedy)
        return tuple(tie for count in counts if count for tie in count.ties)


def ratio(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"


def outcome_json(outcome: Outcome) -> dict[str, object]:
    """The outcome as strings, whole numbers, lists and dicts; fractions as "p/q"."""
    found: dict[str, object] = {
        "v": OUTCOME_VERSION,
        "method": outcome.method,
        "winners": list(outcome.winners),
        "spent": outcome.spent,
        "budget": outcome.budget,
        "scale": outcome.scale,
        "currency": outcome.currency,
        "voters": outcome.voters,
    }
    if outcome.equal_shares:
        found["equal_shares"] = _shares_json(outcome.equal_shares)
    if outcome.greedy:
        found["greedy"] = _greedy_json(outcome.greedy)
    if outcome.preference:
        found["preference"] = {
            "equal_shares": outcome.preference.equal_shares,
            "greedy": outcome.preference.greedy,
            "indifferent": outcome.preference.indifferent,
        }
    return found


def _shares_json(shares: SharesOutcome) -> dict[str, object]:
    return {
        "endowment": ratio(shares.endowment),
        "runs": shares.runs,
        "stopped": shares.stopped,
        "spent": shares.spent,
        "rounds": [
            {
                "project": bought.project,
                "price": ratio(bought.price),
                "full": bought.full,
                "part": bought.part,
                "broke": bought.broke,
            }
            for bought in shares.rounds
        ],
        "ties": [_tie_json(tie) for tie in shares.ties],
    }


def _greedy_json(greedy: GreedyOutcome) -> dict[str, object]:
    return {
        "spent": greedy.spent,
        "steps": [
            {
                "project": step.project,
                "votes": step.votes,
                "left": step.left,
                "verdict": step.verdict,
            }
            for step in greedy.steps
        ],
        "ties": [_tie_json(tie) for tie in greedy.ties],
    }


def _tie_json(tie: Tie) -> dict[str, object]:
    return {
        "stage": tie.stage,
        "step": tie.step,
        "tied": list(tie.tied),
        "chosen": tie.chosen,
        "by": tie.by,
    }
