"""Answering a recommendation: accepted, accepted in another form, or declined; with reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from remit.core.bounds import Deed
from remit.core.ledger import Posting
from remit.core.words import Said, gettext_noop
from remit.record.act import Act, Scene
from remit.stages.decide.acts.refusing import CODE, impossible
from remit.stages.decide.models import Response

BECAUSE: dict[str, str] = {
    "law": gettext_noop("The law does not allow it."),
    "money": gettext_noop("There is not enough money for it."),
    "feasibility": gettext_noop("It can’t be carried out as it is."),
    "care": gettext_noop("It would harm somebody in our care."),
    "bound_changed": gettext_noop("A bound was changed from above."),
    "other": gettext_noop("For another reason."),
}
"""Kinds of reason why a recommendation is not accepted as it stands."""


class Responding(Act):
    """What the three answers have in common."""

    item: str
    recommendation: Said
    reasons: Said

    def subject(self) -> str:
        return f"recommendation/{self.item}"

    def deed(self, scene: Scene) -> Deed:
        return self._deed(item=self.item)

    def apply(self, scene: Scene) -> Sequence[Posting]:
        if not CODE.fullmatch(self.item):
            raise impossible("item_code", item=self.item)
        because = getattr(self, "because", "")
        if hasattr(self, "because") and because not in BECAUSE:
            raise impossible("because_unknown", because=because, allowed=tuple(BECAUSE))
        before = Response.objects.filter(remit=scene.remit, item=self.item).first()
        if before is not None:
            raise impossible("responded_before", item=self.item, day=before.at)
        Response.objects.create(
            remit=scene.remit,
            item=self.item,
            recommendation=dict(self.recommendation),
            answer=self.power,
            because=because,
            reasons=dict(self.reasons),
            at=scene.at,
        )
        return []


@dataclass(frozen=True, kw_only=True)
class Accept(Responding):
    """Accept a recommendation, saying if, how and how far it is carried out."""

    kind = "decide.accept"
    heading = gettext_noop("Acceptance of a recommendation")
    about = gettext_noop("accept a recommendation, saying how it is carried out")
    power = "accept"

    item: str
    recommendation: Said
    reasons: Said


@dataclass(frozen=True, kw_only=True)
class Alter(Responding):
    """Accept what a recommendation intends, in another form."""

    kind = "decide.alter"
    heading = gettext_noop("Acceptance in another form")
    about = gettext_noop("accept a recommendation in another form, with reasons")
    power = "alter"

    item: str
    recommendation: Said
    because: str
    reasons: Said


@dataclass(frozen=True, kw_only=True)
class Decline(Responding):
    """Decline a recommendation, with the kind of reason and the reasons themselves."""

    kind = "decide.decline"
    heading = gettext_noop("Refusal of a recommendation")
    about = gettext_noop("decline a recommendation, with reasons")
    power = "decline"

    item: str
    recommendation: Said
    because: str
    reasons: Said
