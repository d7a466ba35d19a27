"""Adopting what won."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from remit.core.bounds import Deed
from remit.core.ledger import Posting, account_path
from remit.core.words import Money, gettext_noop
from remit.record.act import Act, Scene
from remit.stages.charter.acts import free_money
from remit.stages.decide.acts.refusing import find, impossible
from remit.stages.decide.models import Decision, Project


@dataclass(frozen=True, kw_only=True)
class Adopt(Act):
    """Make a winner a decision, and set its money aside."""

    kind = "decide.adopt"
    heading = gettext_noop("Adoption of a project")
    about = gettext_noop("adopt a project that won, and set its money aside")
    power = "adopt"

    ballot: str
    project: str
    amount: int
    purpose: str
    matter: str

    def subject(self) -> str:
        return f"ballot/{self.ballot}/{self.project}"

    def deed(self, scene: Scene) -> Deed:
        won = Project.objects.filter(
            ballot__code=self.ballot, ballot__remit=scene.remit, code=self.project, won=True
        ).exists()
        return self._deed(
            amount=self.amount,
            currency=scene.instrument.currency,
            purpose=self.purpose,
            matter=self.matter,
            item=item_code(self.ballot, self.project),
            evidence=frozenset({"tally"} if won else ()),
        )

    def draws_on(self, scene: Scene) -> str:
        return free_money(scene.remit)

    def apply(self, scene: Scene) -> Sequence[Posting]:
        ballot = find(self.ballot, scene)
        project = ballot.projects.filter(code=self.project).first()
        if project is None:
            raise impossible("project_unknown", project=self.project, ballot=self.ballot)
        if not project.won:
            raise impossible("not_a_winner", project=self.project)
        if before := Decision.objects.filter(project=project).first():
            raise impossible("adopted_before", project=self.project, day=before.at)
        if self.amount > project.cost:
            cost = Money(project.cost, ballot.currency)
            raise impossible("above_cost", project=self.project, cost=cost)
        item = item_code(ballot.code, project.code)
        Decision.objects.create(
            project=project,
            item=item,
            title=project.name,
            remit=scene.remit,
            amount=self.amount,
            purpose=self.purpose,
            matter=self.matter,
            at=scene.at,
        )
        into = account_path(scene.remit.code, "reserved", item)
        return [Posting(into, self.draws_on(scene), self.amount, scene.instrument.currency)]


def item_code(ballot: str, project: str) -> str:
    """What the books call a project of a ballot."""
    return f"{ballot}.{project}"
