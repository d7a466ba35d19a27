"""What pages show of ballots, projects and decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from remit.core.bounds import Instrument
from remit.core.words import Money, Said, Words, words_from_json
from remit.record import reads
from remit.stages.decide.models import Ballot, Decision, Project, Response

ADOPT = "decide.adopt"
REFUSABLE = (ADOPT, "decide.decide", "decide.accept", "decide.alter", "decide.decline")


@dataclass(frozen=True, slots=True)
class BallotView:
    """A ballot: what it is about, how it is counted, how far it is."""

    code: str
    title: Said
    remit: str
    state: str
    budget: Money
    rule: Mapping[str, object]
    rule_sha256: str
    ballots_sha256: str
    voters: int
    source: Said
    outcome: Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A project: what it asks for, how it fared, and why."""

    ballot: str
    code: str
    name: Said
    cost: Money
    votes: int
    official: bool | None
    won: bool | None
    place: int | None
    reason: Words | None
    adopted: Money | None
    adopted_at: datetime | None
    item: str | None


@dataclass(frozen=True, slots=True)
class DecisionView:
    """Something that was decided directly, without a ballot."""

    item: str
    title: Said
    amount: Money | None
    at: datetime


@dataclass(frozen=True, slots=True)
class ResponseView:
    """How a recommendation was answered: accept, alter or decline, and why."""

    item: str
    recommendation: Said
    answer: str
    because: str
    reasons: Said
    at: datetime


@dataclass(frozen=True, slots=True)
class Agreement:
    """Our count beside what the organiser announced."""

    announced: int
    counted: int
    only_announced: tuple[str, ...]
    only_counted: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return not self.only_announced and not self.only_counted


def ballot(code: str) -> BallotView | None:
    """This ballot, or None."""
    row = Ballot.objects.defer("ballots").select_related("remit").filter(code=code).first()
    return _ballot_view(row) if row else None


def ballots(remit: str = "") -> list[BallotView]:
    """Every ballot, or those under this remit, the newest first."""
    found = Ballot.objects.defer("ballots").select_related("remit").order_by("-pk")
    return [_ballot_view(row) for row in (found.filter(remit__code=remit) if remit else found)]


def projects(ballot: str) -> list[ProjectView]:
    """The projects of a ballot: winners in their order, then the others by votes."""
    found = Project.objects.select_related("ballot", "decision").filter(ballot__code=ballot)
    found = found.defer("ballot__ballots", "ballot__outcome")
    views = [_project_view(row) for row in found]
    return sorted(views, key=lambda p: (p.place is None, p.place or 0, -p.votes, p.cost.minor))


def project(ballot: str, code: str) -> ProjectView | None:
    """One project of a ballot, or None."""
    found = Project.objects.select_related("ballot", "decision")
    found = found.defer("ballot__ballots", "ballot__outcome")
    row = found.filter(ballot__code=ballot, code=code).first()
    return _project_view(row) if row else None


def decisions(remit: str) -> list[ProjectView]:
    """What was adopted under a remit, in the order of adoption."""
    found = Decision.objects.select_related("project__ballot").filter(remit__code=remit)
    found = found.defer("project__ballot__ballots", "project__ballot__outcome").order_by("pk")
    return [_project_view(row.project) for row in found if row.project]


def direct(remit: reads.RemitView) -> list[DecisionView]:
    """What was decided directly under a remit, without a ballot, in that order."""
    currency = remit.instrument.currency
    found = Decision.objects.filter(remit__code=remit.code, project=None).order_by("pk")
    return [
        DecisionView(
            item=row.item,
            title=row.title,
            amount=Money(row.amount, currency) if row.amount else None,
            at=row.at,
        )
        for row in found
    ]


def responses(remit: str) -> list[ResponseView]:
    """How recommendations were answered under a remit, in that order."""
    found = Response.objects.filter(remit__code=remit).order_by("pk")
    return [
        ResponseView(
            item=row.item,
            recommendation=row.recommendation,
            answer=row.answer,
            because=row.because,
            reasons=row.reasons,
            at=row.at,
        )
        for row in found
    ]


def agreement(projects: list[ProjectView]) -> Agreement | None:
    """Our winners against the announced ones; None where none were announced or counted."""
    if not projects or any(project.official is None or project.won is None for project in projects):
        return None
    only = tuple(p.code for p in projects if p.official and not p.won)
    return Agreement(
        announced=sum(bool(p.official) for p in projects),
        counted=sum(bool(p.won) for p in projects),
        only_announced=only,
        only_counted=tuple(p.code for p in projects if p.won and not p.official),
    )


def records_of(project: ProjectView) -> list[reads.RecordView]:
    """Every act about a project, refused ones too, the newest first."""
    return reads.shown(reads.records(subject=f"ballot/{project.ballot}/{project.code}"))


def refusals(remit: str) -> list[reads.RecordView]:
    """Attempts to decide that the bounds refused, the newest first; at most twenty."""
    return reads.shown(reads.records(remit=remit, kinds=REFUSABLE, outcome="refused")[:20])


def instrument_of(ballot: BallotView) -> Instrument:
    """What the remit says under which the ballot stands."""
    found = reads.remit(ballot.remit)
    assert found is not None
    return found.instrument


def ballot_files() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The anonymised ballots that the public needs to count again."""
    for pk, digest in Ballot.objects.exclude(ballots_sha256="").values_list("pk", "ballots_sha256"):
        yield f"ballots/{digest}.pb", partial(_bytes_of, pk)


def _bytes_of(pk: int) -> bytes:
    return Ballot.objects.values_list("ballots", flat=True).get(pk=pk).encode()


def _ballot_view(row: Ballot) -> BallotView:
    return BallotView(
        code=row.code,
        title=row.title,
        remit=row.remit.code,
        state=row.state,
        budget=Money(row.budget, row.currency),
        rule=row.rule,
        rule_sha256=row.rule_sha256,
        ballots_sha256=row.ballots_sha256,
        voters=row.voters,
        source=row.source,
        outcome=row.outcome,
    )


def _project_view(row: Project) -> ProjectView:
    decision = getattr(row, "decision", None)
    currency = row.ballot.currency
    return ProjectView(
        ballot=row.ballot.code,
        code=row.code,
        name=row.name,
        cost=Money(row.cost, currency),
        votes=row.votes,
        official=row.official,
        won=row.won,
        place=row.place,
        reason=words_from_json(row.reason) if row.reason else None,
        adopted=Money(decision.amount, currency) if decision else None,
        adopted_at=decision.at if decision else None,
        item=decision.item if decision else None,
    )
