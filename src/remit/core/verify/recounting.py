"""Counting a published tally again, from the published ballots and the published rule."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from remit.core.log import Fetch, LogError, canonical_sha256
from remit.core.verify.leaf import Leaf
from remit.core.verify.report import Findings, Problem, record
from remit.core.verify.sealed import read
from remit.core.voting import (
    Election,
    Outcome,
    PbError,
    Rule,
    TallyError,
    check,
    outcome_json,
    read_pb,
    rule_from_json,
    tally,
)
from remit.core.words import Money


@dataclass(frozen=True, slots=True)
class Counted:
    """What the count found: who won, and what each winner costs."""

    won: Mapping[str, Money]


def recount(
    published: Leaf, *, rule: object, imported: Leaf, fetch: Fetch, findings: Findings
) -> Counted | None:
    """Hold a published tally against a count of one's own. None if there can be none."""
    where = record(published.index)
    if canonical_sha256(rule) != published.act["rule_sha256"]:
        findings.add("rule_hash", where=where, record=published.index)
        return None
    try:
        agreed = rule_from_json(rule)
    except ValueError:
        findings.add("rule_unreadable", where=where, record=published.index)
        return None
    election = _election(str(published.act["ballots_sha256"]), fetch=fetch, findings=findings)
    if election is None:
        return None
    _check_numbers(imported, election, findings=findings)
    try:
        outcome = tally(election, agreed)
    except TallyError as error:
        findings.keep(Problem(error.code, where, error.words))
        return None
    _check_published(published, outcome, findings=findings)
    _check_independently(election, agreed, outcome, where=where, findings=findings)
    costs = {project.id: election.money(project.cost) for project in election.projects}
    return Counted({project: costs[project] for project in outcome.winners})


def _election(digest: str, *, fetch: Fetch, findings: Findings) -> Election | None:
    path = f"ballots/{digest}.pb"
    try:
        data = read(fetch, path)
    except LogError as error:
        findings.add_error(error, where=path)
        return None
    if hashlib.sha256(data).hexdigest() != digest:
        findings.add("ballots_hash", where=path)
        return None
    try:
        return read_pb(data, name=path)
    except PbError as error:
        findings.keep(Problem(error.code, path, error.words))
        return None


def _check_numbers(imported: Leaf, election: Election, *, findings: Findings) -> None:
    for field, found in (("projects", len(election.projects)), ("voters", election.voters)):
        stated = imported.act[field]
        if stated != found:
            findings.add(
                "ballots_number",
                where=record(imported.index),
                record=imported.index,
                field=field,
                stated=stated,
                found=found,
            )


def _check_published(published: Leaf, outcome: Outcome, *, findings: Findings) -> None:
    where, act = record(published.index), published.act
    before = findings.count
    if act["winners"] != list(outcome.winners):
        findings.add("winners_differ", where=where, record=published.index, winners=outcome.winners)
    if act["spent"] != outcome.spent:
        findings.add("spent_differs", where=where, record=published.index, spent=outcome.spent)
    if findings.count == before and act["outcome_sha256"] != canonical_sha256(
        outcome_json(outcome)
    ):
        findings.add("outcome_differs", where=where, record=published.index)


def _check_independently(
    election: Election, rule: Rule, outcome: Outcome, *, where: str, findings: Findings
) -> None:
    for problem in check(election, rule, outcome_json(outcome)):
        findings.keep(Problem(problem.code, where, problem.words))
