"""Founding the agency."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from remit.core.bounds import Instrument, instrument_json
from remit.core.ledger import APPROPRIATION, OUTSIDE, Posting
from remit.core.words import Said, gettext_noop
from remit.people.models import Agency, Appointment, Person, Position
from remit.record.act import PRIVATE, Act, Scene
from remit.stages.charter.acts.grant import lay_down
from remit.stages.charter.acts.refusing import impossible


@dataclass(frozen=True, kw_only=True)
class Establish(Act):
    """The founding act: the agency, who holds which office, and what was appropriated to it."""

    kind = "agency.establish"
    heading = gettext_noop("Founding of the agency")
    about = gettext_noop("found the agency with its positions and its appropriation")
    power = "establish"

    name: Said
    positions: Mapping[str, Said]
    appointments: Sequence[tuple[str, str]] = field(metadata=PRIVATE)
    """Position and the person's token."""
    instrument: Instrument
    demonstration: bool

    def subject(self) -> str:
        return self.instrument.code

    def public(self) -> dict[str, object]:
        return {**super().public(), "instrument": instrument_json(self.instrument)}

    def apply(self, scene: Scene) -> Sequence[Posting]:
        if self.instrument.parent is not None:
            raise impossible("not_a_root")
        Agency.objects.create(name=dict(self.name), demonstration=self.demonstration)
        positions = {
            code: Position.objects.create(code=code, title=dict(title))
            for code, title in self.positions.items()
        }
        for code, token in self.appointments:
            person, _ = Person.objects.get_or_create(token=token)
            Appointment.objects.create(person=person, position=positions[code], starts=scene.at)
        row = lay_down(self.instrument, parent=None, state="in_force")
        row.backed_until = self.instrument.backed_until
        row.save(update_fields=["backed_until"])
        amount = self.instrument.envelope.amount
        return [Posting(APPROPRIATION, OUTSIDE, amount, self.instrument.currency)]
