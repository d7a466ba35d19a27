"""Founding the agency, granting a remit, backing it, and its end."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from remit.core.bounds import (
    Deed,
    Instrument,
    covers,
    instrument_from_json,
    instrument_json,
)
from remit.core.ledger import APPROPRIATION, OUTSIDE, Posting, account_path
from remit.core.log import canonical
from remit.core.words import Said, gettext_noop, words
from remit.people.models import Agency, Appointment, Person, Position
from remit.record.act import PRIVATE, Act, Impossible, Scene
from remit.record.models import Remit, Version
from remit.record.reads import balance

MESSAGES: dict[str, str] = {
    "code_taken": gettext_noop(
        "There is a remit {remit} already. A remit keeps its code for ever: choose another."
    ),
    "wrong_parent": gettext_noop(
        "The instrument says that it stands under {said}; it is being granted under {under}."
    ),
    "not_grantor": gettext_noop("The instrument names {grantor} as its grantor, not {position}."),
    "unsound": gettext_noop("The instrument does not hold together: {problem}"),
    "wider_than_parent": gettext_noop(
        "The remit would be wider than the one it stands under: {problem}"
    ),
    "not_backer": gettext_noop("The instrument names {backer} as its backer, not {position}."),
    "no_such_remit": gettext_noop("No remit {remit} stands directly under {under}."),
    "not_waiting": gettext_noop("The remit {remit} is not waiting for its backer."),
    "not_over": gettext_noop(
        "The remit {remit} does not end now: its period is not over, or it ended before."
    ),
    "children_first": gettext_noop(
        "Remits under {remit} have not ended yet: they end first, so that nothing is left behind."
    ),
    "not_a_root": gettext_noop("An agency’s own instrument stands under no other."),
}
"""By code, why one of these acts cannot be done at all."""


NO_PARENT = gettext_noop("no other")
"""What an instrument says that names no parent."""


def impossible(code: str, **params: object) -> Impossible:
    return Impossible(code, MESSAGES[code], **params)


def envelope_account(code: str, *, root: bool) -> str:
    """Where a remit's free money lies: the agency's own is what was appropriated to it."""
    return APPROPRIATION if root else account_path(code, "envelope")


def free_money(row: Remit) -> str:
    """The account of what is free under this remit."""
    return envelope_account(row.code, root=row.parent_id is None)


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


@dataclass(frozen=True, kw_only=True)
class GrantRemit(Act):
    """Lend power: lay down an instrument under this remit, with its envelope."""

    kind = "charter.grant"
    heading = gettext_noop("Grant of a remit")
    about = gettext_noop("grant a remit, no wider than the one it stands under")
    power = "grant"

    instrument: Instrument

    def subject(self) -> str:
        return self.instrument.code

    def public(self) -> dict[str, object]:
        return {"instrument": instrument_json(self.instrument)}

    def deed(self, scene: Scene) -> Deed:
        envelope = self.instrument.envelope
        # Each purpose is held against the parent's by `covers`; the question needs one of them.
        return self._deed(
            amount=envelope.amount,
            currency=envelope.currency,
            purpose=next(iter(self.instrument.purposes)),
        )

    def draws_on(self, scene: Scene) -> str:
        return free_money(scene.remit)

    def apply(self, scene: Scene) -> Sequence[Posting]:
        new = self.instrument
        if new.parent != scene.remit.code:
            said = new.parent or words(NO_PARENT)
            raise impossible("wrong_parent", said=said, under=scene.remit.code)
        if new.grantor != scene.by.position:
            raise impossible("not_grantor", grantor=new.grantor, position=scene.by.position)
        if Remit.objects.filter(code=new.code).exists():
            raise impossible("code_taken", remit=new.code)
        for problem in new.problems():
            raise impossible("unsound", problem=problem)
        for found in covers(scene.instrument, new):
            raise impossible("wider_than_parent", problem=found.words)
        lay_down(new, parent=scene.remit, state="drafted")
        into = envelope_account(new.code, root=False)
        return [Posting(into, self.draws_on(scene), new.envelope.amount, new.currency)]


@dataclass(frozen=True, kw_only=True)
class SignBacking(Act):
    """Stand behind a remit by name and until a day; from then on it is in force."""

    kind = "charter.back"
    heading = gettext_noop("Backing of a remit")
    about = gettext_noop("sign the backing of a remit, which brings it into force")
    power = "back"

    remit: str

    def subject(self) -> str:
        return self.remit

    def apply(self, scene: Scene) -> Sequence[Posting]:
        row, terms = child(self.remit, scene)
        if row.state != "drafted":
            raise impossible("not_waiting", remit=self.remit)
        if terms.backer != scene.by.position:
            raise impossible("not_backer", backer=terms.backer, position=scene.by.position)
        row.state = "in_force"
        row.backed_until = terms.backed_until
        row.save(update_fields=["state", "backed_until"])
        return []


@dataclass(frozen=True, kw_only=True)
class Lapse(Act):
    """The period of a remit is over: it ends, and what is free goes back to where it came from."""

    kind = "charter.lapse"
    heading = gettext_noop("End of a remit")
    about = gettext_noop("end a remit whose period is over, and return what is free")
    power = "lapse"

    remit: str

    def subject(self) -> str:
        return self.remit

    def apply(self, scene: Scene) -> Sequence[Posting]:
        row, terms = child(self.remit, scene)
        if row.state == "ended" or scene.at < terms.period.ends:
            raise impossible("not_over", remit=self.remit)
        if Remit.objects.filter(parent=row).exclude(state="ended").exists():
            raise impossible("children_first", remit=self.remit)
        row.state = "ended"
        row.save(update_fields=["state"])
        free = balance(free_money(row))
        into = free_money(scene.remit)
        return [Posting(into, free_money(row), free, terms.currency)] if free else []


def lay_down(instrument: Instrument, *, parent: Remit | None, state: str) -> Remit:
    """A remit's row and its first version."""
    row = Remit.objects.create(
        code=instrument.code, state=state, version=instrument.version, parent=parent
    )
    said = canonical(instrument_json(instrument)).decode()
    Version.objects.create(remit=row, number=instrument.version, instrument=said)
    return row


def child(code: str, scene: Scene) -> tuple[Remit, Instrument]:
    """A remit directly under the one that is acted under, and what it says."""
    row = Remit.objects.filter(code=code, parent=scene.remit).first()
    if row is None:
        raise impossible("no_such_remit", remit=code, under=scene.remit.code)
    said = Version.objects.get(remit=row, number=row.version).instrument
    return row, instrument_from_json(json.loads(said))
