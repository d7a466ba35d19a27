"""Opening a ballot, bringing in its votes, publishing the count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from remit.core.ledger import Posting, account_path
from remit.core.log import canonical_sha256
from remit.core.voting import (
    Election,
    Outcome,
    check,
    explain,
    outcome_json,
    read_pb,
    rule_from_json,
    write_pb,
)
from remit.core.words import Money, Said, gettext_noop, words_json
from remit.record.act import PRIVATE, Act, Scene
from remit.record.reads import balance
from remit.stages.decide.acts.refusing import CODE, find, impossible
from remit.stages.decide.models import Ballot, Project

UNSAID = "und"
"""The language of a name where the file names none (BCP 47)."""


@dataclass(frozen=True, kw_only=True)
class OpenBallot(Act):
    """Put a sum of the envelope to the vote, by a rule that everybody can read beforehand.

    ValueError when built with a rule that nobody could count by.
    """

    kind = "decide.open_ballot"
    heading = gettext_noop("Opening of a ballot")
    about = gettext_noop("open a ballot, with the rule by which it will be counted")
    power = "open_ballot"

    ballot: str
    title: Said
    rule: Mapping[str, object]
    budget: int
    currency: str

    def __post_init__(self) -> None:
        rule_from_json(self.rule)

    @property
    def rule_sha256(self) -> str:
        return canonical_sha256(self.rule)

    def subject(self) -> str:
        return f"ballot/{self.ballot}"

    def public(self) -> dict[str, object]:
        return {**super().public(), "rule_sha256": self.rule_sha256}

    def apply(self, scene: Scene) -> Sequence[Posting]:
        if not CODE.fullmatch(self.ballot):
            raise impossible("ballot_code", ballot=self.ballot)
        if Ballot.objects.filter(code=self.ballot).exists():
            raise impossible("ballot_taken", ballot=self.ballot)
        if self.currency != scene.instrument.currency:
            terms = scene.instrument
            raise impossible("currency_of_ballot", found=self.currency, currency=terms.currency)
        free = balance(account_path(scene.remit.code, "envelope"))
        if self.budget > free:
            budget = Money(self.budget, self.currency)
            raise impossible(
                "budget_above_envelope", budget=budget, free=Money(free, self.currency)
            )
        Ballot.objects.create(
            remit=scene.remit,
            code=self.ballot,
            title=dict(self.title),
            state="open",
            budget=self.budget,
            currency=self.currency,
            rule=dict(self.rule),
            rule_sha256=self.rule_sha256,
        )
        return []


@dataclass(frozen=True, kw_only=True)
class ImportBallots(Act):
    """Bring in votes that were cast elsewhere. PbError when built from an unreadable file."""

    kind = "decide.import_ballots"
    heading = gettext_noop("Votes brought in")
    about = gettext_noop("bring in the votes of a ballot from a file")
    power = "import_ballots"

    ballot: str
    name: str
    """The file's name, as errors call it."""
    data: bytes = field(metadata=PRIVATE)
    source: Said

    def __post_init__(self) -> None:
        _ = self.election

    @cached_property
    def election(self) -> Election:
        return read_pb(self.data, name=self.name)

    @cached_property
    def anonymised(self) -> bytes:
        """What is published: the same votes without anything about who cast them."""
        return write_pb(self.election)

    def subject(self) -> str:
        return f"ballot/{self.ballot}"

    def public(self) -> dict[str, object]:
        return {
            **super().public(),
            "ballots_sha256": sha256(self.anonymised).hexdigest(),
            "projects": len(self.election.projects),
            "voters": self.election.voters,
        }

    def apply(self, scene: Scene) -> Sequence[Posting]:
        ballot, election = find(self.ballot, scene), self.election
        if ballot.state != "open":
            raise impossible("ballot_not_open", ballot=self.ballot)
        budget, found = Money(ballot.budget, ballot.currency), election.money(election.budget)
        if found != budget:
            raise impossible("budget_differs", file=found, budget=budget)
        for project in election.projects:
            if not CODE.fullmatch(project.id):
                raise impossible("project_code", project=project.id)
        ballot.ballots = self.anonymised.decode()
        ballot.ballots_sha256 = str(self.public()["ballots_sha256"])
        ballot.voters = election.voters
        ballot.source = dict(self.source)
        ballot.state = "closed"
        ballot.save()
        announced = bool(election.official)
        language = dict(election.meta).get("language", UNSAID)
        Project.objects.bulk_create(
            Project(
                ballot=ballot,
                code=project.id,
                name={language: project.name},
                cost=election.money(project.cost).minor,
                votes=votes,
                official=project.id in election.official if announced else None,
            )
            for project, votes in zip(election.projects, election.votes, strict=True)
        )
        return []


@dataclass(frozen=True, kw_only=True)
class PublishTally(Act):
    """Publish who won. A second program that shares no code with the count must agree first."""

    kind = "decide.publish_tally"
    heading = gettext_noop("Result of a ballot")
    about = gettext_noop("publish the result of a ballot, with a reason for every project")
    power = "publish_tally"

    ballot: str
    ballots_sha256: str
    rule_sha256: str
    outcome: Outcome = field(metadata=PRIVATE)

    @cached_property
    def outcome_data(self) -> dict[str, object]:
        return outcome_json(self.outcome)

    def subject(self) -> str:
        return f"ballot/{self.ballot}"

    def public(self) -> dict[str, object]:
        return {
            **super().public(),
            "winners": list(self.outcome.winners),
            "spent": self.outcome.spent,
            "outcome_sha256": canonical_sha256(self.outcome_data),
        }

    def apply(self, scene: Scene) -> Sequence[Posting]:
        ballot = find(self.ballot, scene)
        if ballot.state != "closed" or ballot.ballots_sha256 != self.ballots_sha256:
            raise impossible("nothing_to_count", ballot=self.ballot)
        if ballot.rule_sha256 != self.rule_sha256:
            raise impossible("rule_differs")
        election = read_pb(ballot.ballots.encode(), name=f"{ballot.ballots_sha256}.pb")
        rule = rule_from_json(ballot.rule)
        for problem in check(election, rule, self.outcome_data):
            raise impossible("count_differs", problem=problem.words)
        reasons = {reason.project: reason for reason in explain(election, rule, self.outcome)}
        places = {code: place for place, code in enumerate(self.outcome.winners, start=1)}
        projects = list(ballot.projects.all())
        for project in projects:
            project.won = project.code in places
            project.place = places.get(project.code)
            project.reason = words_json(reasons[project.code].words)
        Project.objects.bulk_update(projects, ["won", "place", "reason"])
        ballot.outcome = self.outcome_data
        ballot.state = "counted"
        ballot.save()
        return []
