"""The rules of a count, as data to be published before the vote.

Every detail that can change who wins is a field, and no field has a default: the start of the
endowment, its step and when to stop decide elections as surely as the votes do. A rule travels as
JSON (`rule_json`, `rule_from_json`), and its digest stands in the record before ballots are opened.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Utility = Literal["cost", "cardinality"]
Start = Literal["exact", "floor"]
Stop = Literal["infeasible", "exhaustive"]
Unaffordable = Literal["skip", "stop"]
Satisfaction = Literal["count", "cost"]
Even = Literal["equal_shares", "greedy"]
TieCriterion = Literal["min_cost", "max_cost", "max_votes", "min_votes", "lexicographic", "refuse"]
LAST_CRITERIA = ("lexicographic", "refuse")
"""One of these ends every list of tie criteria, so that no tie is left to chance."""


@dataclass(frozen=True, slots=True)
class GreedyRule:
    """Most votes first, as long as the money lasts."""

    min_votes: int
    """A project with fewer votes can't win."""
    unaffordable: Unaffordable
    """What happens at a project that costs more than is left: skip it, or stop there."""
    ties: tuple[TieCriterion, ...]

    def __post_init__(self) -> None:
        _whole("min_votes", self.min_votes, least=1)
        _one_of("unaffordable", self.unaffordable, get_args(Unaffordable))
        _check_ties(self.ties)


@dataclass(frozen=True, slots=True)
class Add1:
    """Completion: raise everybody's endowment by a step and run again, until it is time to stop."""

    step: int
    """Whole units of currency per voter."""
    stop: Stop
    """infeasible: the last outcome before one that costs more than the budget.
    exhaustive: that one too, but already the first that leaves no supported project affordable."""

    def __post_init__(self) -> None:
        _whole("step", self.step, least=1)
        _one_of("stop", self.stop, get_args(Stop))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Hold the outcome against a greedy one; the outcome that more voters prefer is taken."""

    satisfaction: Satisfaction
    """A voter prefers the outcome that has more of their projects, by number or by cost."""
    even: Even
    """Which is taken when as many voters prefer the one as the other."""
    rival: GreedyRule

    def __post_init__(self) -> None:
        _one_of("satisfaction", self.satisfaction, get_args(Satisfaction))
        _one_of("even", self.even, get_args(Even))


@dataclass(frozen=True, slots=True)
class EqualSharesRule:
    """The Method of Equal Shares: everybody holds the same money, supporters buy together."""

    utility: Utility
    """What a project is worth to a supporter: its cost, or one."""
    start: Start
    """The first endowment: budget / voters, or its whole units of currency."""
    completion: Add1 | None
    comparison: Comparison | None
    ties: tuple[TieCriterion, ...]

    def __post_init__(self) -> None:
        _one_of("utility", self.utility, get_args(Utility))
        _one_of("start", self.start, get_args(Start))
        _check_ties(self.ties)


Rule = GreedyRule | EqualSharesRule


def _whole(field: str, value: object, *, least: int) -> None:
    if type(value) is not int or value < least:
        raise ValueError(f"{field} must be a whole number of at least {least}, not {value!r}")


def _one_of(field: str, value: object, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise ValueError(f"{field} must be one of {', '.join(allowed)}, not {value!r}")


def _check_ties(ties: tuple[TieCriterion, ...]) -> None:
    for criterion in ties:
        _one_of("ties", criterion, get_args(TieCriterion))
    ends = [at for at, criterion in enumerate(ties) if criterion in LAST_CRITERIA]
    if len(set(ties)) != len(ties) or ends != [len(ties) - 1]:
        raise ValueError(f"ties must end with, and only with, one of {', '.join(LAST_CRITERIA)}")


def rule_json(rule: Rule) -> dict[str, object]:
    """The rule as strings, whole numbers, lists and dicts; absent parts are spelt "none"."""
    if isinstance(rule, GreedyRule):
        return {
            "rule": "greedy",
            "score": "votes",
            "min_votes": rule.min_votes,
            "unaffordable": rule.unaffordable,
            "ties": list(rule.ties),
        }
    completion: dict[str, object] = {"kind": "none"}
    if rule.completion:
        completion = {
            "kind": "add1",
            "step": rule.completion.step,
            "stop": rule.completion.stop,
        }
    comparison: dict[str, object] = {"kind": "none"}
    if rule.comparison:
        comparison = {
            "kind": "satisfaction",
            "satisfaction": rule.comparison.satisfaction,
            "even": rule.comparison.even,
            "rival": rule_json(rule.comparison.rival),
        }
    return {
        "rule": "equal_shares",
        "utility": rule.utility,
        "start": rule.start,
        "completion": completion,
        "comparison": comparison,
        "ties": list(rule.ties),
    }


def rule_from_json(data: object) -> Rule:
    """The rule that `rule_json` wrote. ValueError for anything else, extra fields included."""
    rule = _read_rule(data)
    if rule_json(rule) != data:
        raise ValueError("the rule has fields that are not understood")
    return rule


def _read_rule(data: object) -> Rule:
    fields = _fields(data)
    match fields.get("rule"):
        case "greedy":
            return GreedyRule(
                min_votes=fields.get("min_votes"),  # type: ignore[arg-type]  # checked there
                unaffordable=fields.get("unaffordable"),  # type: ignore[arg-type]
                ties=_ties(fields),
            )
        case "equal_shares":
            return EqualSharesRule(
                utility=fields.get("utility"),  # type: ignore[arg-type]
                start=fields.get("start"),  # type: ignore[arg-type]
                completion=_completion(_fields(fields.get("completion"))),
                comparison=_comparison(_fields(fields.get("comparison"))),
                ties=_ties(fields),
            )
        case other:
            raise ValueError(f"rule must be greedy or equal_shares, not {other!r}")


def _completion(fields: Mapping[str, object]) -> Add1 | None:
    if fields.get("kind") == "none":
        return None
    return Add1(step=fields.get("step"), stop=fields.get("stop"))  # type: ignore[arg-type]


def _comparison(fields: Mapping[str, object]) -> Comparison | None:
    if fields.get("kind") == "none":
        return None
    rival = _read_rule(fields.get("rival"))
    if not isinstance(rival, GreedyRule):
        raise ValueError("the rival in a comparison must be a greedy rule")
    return Comparison(
        satisfaction=fields.get("satisfaction"),  # type: ignore[arg-type]
        even=fields.get("even"),  # type: ignore[arg-type]
        rival=rival,
    )


def _fields(data: object) -> Mapping[str, object]:
    if not isinstance(data, Mapping):
        raise ValueError(f"a rule and its parts must be objects with fields, not {data!r}")
    return data


def _ties(fields: Mapping[str, object]) -> tuple[TieCriterion, ...]:
    ties = fields.get("ties")
    if not isinstance(ties, list) or not all(isinstance(item, str) for item in ties):
        raise ValueError("ties must be a list of criteria")
    return tuple(ties)
