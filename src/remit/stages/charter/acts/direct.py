"""A written direction from above, to go on against advice: published, and on the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from remit.core.ledger import Posting
from remit.core.words import Said, gettext_noop
from remit.record.act import Act, Scene
from remit.record.models import Entry, Record
from remit.stages.charter.acts.file import CODE
from remit.stages.charter.acts.refusing import impossible

TOPIC = "direction"


@dataclass(frozen=True, kw_only=True)
class Direct(Act):
    """Order in writing what was advised against. Whoever follows it acts on this order.

    It opens no bound: what a clause refuses stays refused.
    """

    kind = "charter.direct"
    heading = gettext_noop("Direction")
    about = gettext_noop("order in writing, and in public, what was advised against")
    power = "direct"

    item: str
    order: Said
    advice: Said
    """What was advised, and by whom."""
    reasons: Said

    def subject(self) -> str:
        return f"file/{TOPIC}/{self.item}"

    def apply(self, scene: Scene) -> Sequence[Posting]:
        if not CODE.fullmatch(self.item):
            raise impossible("code_shape", field="item")
        return []

    def after(self, scene: Scene, record: Record) -> None:
        Entry.objects.create(
            record=record,
            remit=scene.remit,
            topic=TOPIC,
            scope="matter",
            about=self.item,
            position=scene.by.position,
            person=UUID(scene.by.person),
            at=scene.at,
        )
