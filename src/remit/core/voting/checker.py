"""Check a published outcome against an independent recount, and name what is wrong with it.

Of an Add1 completion the run that decided is recounted and the next one, which must not fit the
budget; with `every_run` all those before as well, which must have let the count go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from remit.core.voting.election import Election
from remit.core.voting.recount import Found, LotsDue, Recount
from remit.core.voting.rules import EqualSharesRule, GreedyRule, Rule
from remit.core.words import Words, gettext_noop, words

RAISES_AT_MOST = 20_000
SHOWN_AT_MOST = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in an outcome that the recount doesn't bear out."""

    code: str
    where: str
    words: Words


def check(
    election: Election, rule: Rule, outcome: Mapping[str, object], *, every_run: bool = False
) -> list[Problem]:
    """The first thing wrong in each part of the outcome; nothing if it is right."""
    try:
        expected = _expected(Recount(election), rule, outcome, every_run=every_run)
    except LotsDue as lots:
        message = gettext_noop("The rule leaves a tie open between these: {projects}.")
        return [Problem("tie_open", "ties", words(message, projects=tuple(sorted(lots.args[0]))))]
    except _Wrong as wrong:
        return [wrong.problem]
    found = []
    for key in [*expected, *(key for key in outcome if key not in expected)]:
        first = next(_differences(expected.get(key), outcome.get(key), where=str(key)), None)
        if first:
            found.append(first)
    return found


class _Wrong(Exception):
    def __init__(self, code: str, where: str, said: Words) -> None:
        super().__init__(code)
        self.problem = Problem(code, where, said)


def _expected(
    count: Recount, rule: Rule, outcome: Mapping[str, object], *, every_run: bool
) -> Found:
    """The outcome as it should be, in the form of `outcome_json`."""
    election = count.election
    parts: Found = {}
    if isinstance(rule, GreedyRule):
        method = "greedy"
        parts["greedy"], won = count.greedy(rule)
    else:
        method = "equal_shares"
        parts["equal_shares"], won = _equal_shares(count, rule, outcome, every_run=every_run)
        if rule.comparison:
            parts["greedy"], rivals = count.greedy(rule.comparison.rival)
            found = count.preference(rule.comparison.satisfaction, won, rivals)
            parts["preference"] = found
            ours, theirs = found["equal_shares"], found["greedy"]
            if theirs > ours or (theirs == ours and rule.comparison.even == "greedy"):
                method, won = "greedy", rivals
    return {
        "v": 1,
        "budget": election.budget,
        "scale": election.scale,
        "currency": election.currency,
        "voters": election.voters,
        **parts,
        "method": method,
        "winners": [count.ids[project] for project in won],
        "spent": count.spent(won),
    }


def _equal_shares(
    count: Recount, rule: EqualSharesRule, outcome: Mapping[str, object], *, every_run: bool
) -> tuple[Found, list[int]]:
    """The run with the endowment that the outcome claims, and whether it had to be that one."""
    election = count.election
    start = Fraction(election.budget, election.voters)
    if rule.start == "floor":
        start = Fraction(start // election.scale * election.scale)
    step = rule.completion.step * election.scale if rule.completion else 0
    raises = _raises(outcome, start=start, step=step) if step else 0
    for earlier in range(raises if every_run else 0):
        run = count.shares(rule, start + earlier * step)[1]
        if _standing(count, rule, run) != "goes on":
            message = gettext_noop("The count should have ended after {raises} raises already.")
            said = words(message, raises=earlier)
            raise _Wrong("ends_too_late", "equal_shares.endowment", said)
    endowment = start + raises * step
    found, won = count.shares(rule, endowment)
    stopped = _standing(count, rule, won) if step else "single"
    runs = raises + 1
    if stopped == "goes on":
        runs += 1
        following = count.shares(rule, endowment + step)[1]
        if count.spent(following) > election.budget:
            stopped = "infeasible"
    ratio = f"{endowment.numerator}/{endowment.denominator}"
    return {"endowment": ratio, "stopped": stopped, "runs": runs, **found}, won


def _raises(outcome: Mapping[str, object], *, start: Fraction, step: int) -> int:
    """How often the claimed endowment has been raised from the start."""
    part = outcome.get("equal_shares")
    said = part.get("endowment") if isinstance(part, Mapping) else None
    if isinstance(said, str) and re.fullmatch(r"[0-9]{1,40}/[1-9][0-9]{0,39}", said):
        raises = (Fraction(said) - start) / step
        if raises.denominator == 1 and 0 <= raises <= RAISES_AT_MOST:
            return int(raises)
    message = gettext_noop("The endowment {said} is not the start raised by whole steps.")
    said = f"{said!r:.{SHOWN_AT_MOST}}"
    raise _Wrong("endowment_unreachable", "equal_shares.endowment", words(message, said=said))


def _standing(count: Recount, rule: EqualSharesRule, won: list[int]) -> str:
    """Whether Add1 ends with this run, and why."""
    left = count.election.budget - count.spent(won)
    others = [at for at, votes in enumerate(count.votes) if votes and at not in won]
    if left < 0:
        return "overspent"
    enough = rule.completion is not None and rule.completion.stop == "exhaustive"
    if enough and all(count.cost[project] > left for project in others):
        return "exhaustive"
    return "goes on" if others else "all"


def _differences(found: object, said: object, *, where: str) -> Iterator[Problem]:
    if isinstance(found, dict) and isinstance(said, Mapping):
        for key in [*found, *(key for key in said if key not in found)]:
            yield from _differences(found.get(key), said.get(key), where=f"{where}.{key}")
    elif isinstance(found, list) and isinstance(said, list):
        for at, (ours, theirs) in enumerate(zip(found, said, strict=False), start=1):
            yield from _differences(ours, theirs, where=f"{where} {at}")
        yield from _differences(len(found), len(said), where=f"length of {where}")
    elif found != said or type(found) is not type(said):
        message = gettext_noop("{where}: the outcome says {said}, and the recount finds {found}.")
        ours, theirs = (_short(value) for value in (found, said))
        yield Problem("differs", where, words(message, where=where, said=theirs, found=ours))


def _short(value: object) -> str:
    return "—" if value is None else str(value)[:SHOWN_AT_MOST]
