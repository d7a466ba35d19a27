"""Writing a remit down before it is granted, so that others can read it, try it and advise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models

from remit.core.bounds import Deed, Instrument, instrument_json
from remit.core.ledger import Posting
from remit.core.log import canonical
from remit.core.words import Said, gettext_noop, words
from remit.record.act import Act, Scene
from remit.record.models import Record
from remit.stages.charter.acts.refusing import NO_PARENT, impossible
from remit.stages.charter.models import Draft


@dataclass(frozen=True, kw_only=True)
class DraftRemit(Act):
    """Keep a remit as it is drafted, in public. It grants nothing.

    Its parts need not fit together yet. Saved again, it gets the next number; what was saved
    before stays.
    """

    kind = "charter.draft"
    heading = gettext_noop("Draft of a remit")
    about = gettext_noop("keep a remit as it is drafted, in public and without granting it")
    power = "draft"

    instrument: Instrument
    reasons: Said

    def subject(self) -> str:
        return self.instrument.code

    def public(self) -> dict[str, object]:
        return {"instrument": instrument_json(self.instrument), "reasons": dict(self.reasons)}

    def deed(self, scene: Scene) -> Deed:
        return self._deed(item=self.instrument.code)

    def apply(self, scene: Scene) -> Sequence[Posting]:
        new = self.instrument
        if new.parent != scene.remit.code:
            said = new.parent or words(NO_PARENT)
            raise impossible("wrong_parent", said=said, under=scene.remit.code)
        newest = drafts(scene, new.code).order_by("-number").first()
        if newest is not None and newest.instrument == text_of(new):
            raise impossible("nothing_drafted", number=newest.number)
        return []

    def after(self, scene: Scene, record: Record) -> None:
        Draft.objects.create(
            remit=scene.remit,
            code=self.instrument.code,
            number=drafts(scene, self.instrument.code).count() + 1,
            instrument=text_of(self.instrument),
            reasons=dict(self.reasons),
            record=record,
            at=scene.at,
            position=scene.by.position,
        )


def drafts(scene: Scene, code: str) -> models.QuerySet[Draft]:
    """What was drafted under this code so far. The remit's row is locked, so none is added."""
    return Draft.objects.filter(remit=scene.remit, code=code)


def text_of(instrument: Instrument) -> str:
    """As it is kept."""
    return canonical(instrument_json(instrument)).decode()
