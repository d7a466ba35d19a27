"""Lending power: laying down an instrument, and taking it up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from remit.core.bounds import (
    Deed,
    Ground,
    Instrument,
    fails,
    instrument_json,
    preflight,
)
from remit.core.ledger import Posting
from remit.core.log import canonical
from remit.core.words import gettext_noop, words
from remit.people.reads import held_positions
from remit.record.act import Act, Scene
from remit.record.chain import effective_state, links
from remit.record.models import Remit, Version
from remit.record.reads import balance
from remit.stages.charter.acts.refusing import (
    NO_PARENT,
    child,
    envelope_account,
    free_money,
    impossible,
    within,
)


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
            matter="none",
            item=self.instrument.code,
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
        if new.version != 1:
            raise impossible("first_version", version=new.version)
        within(new, scene)
        for point in fails(preflight(new, ground(scene.remit, scene.instrument, at=scene.at))):
            raise impossible("not_fit", problem=point.words, mend=point.mend or "")
        lay_down(new, parent=scene.remit, state="granted")
        into = envelope_account(new.code, root=False)
        return [Posting(into, self.draws_on(scene), new.envelope.amount, new.currency)]


@dataclass(frozen=True, kw_only=True)
class TakeUp(Act):
    """The holder accepts the remit, with what it asks of them."""

    kind = "charter.take_up"
    heading = gettext_noop("Acceptance of a remit")
    about = gettext_noop("accept a remit for its holder")
    power = "take_up"

    remit: str

    def subject(self) -> str:
        return self.remit

    def apply(self, scene: Scene) -> Sequence[Posting]:
        row, terms = child(self.remit, scene)
        accepts = terms.holder.accepts
        if accepts is None:
            raise impossible("no_acceptance")
        if accepts != scene.by.position:
            raise impossible("not_acceptor", accepts=accepts, position=scene.by.position)
        if row.accepted_at is not None or row.state != "granted":
            raise impossible("accepted_before", remit=self.remit)
        row.accepted_at = scene.at
        come_into_force(row, terms)
        return []


def ground(row: Remit, instrument: Instrument, *, at: datetime) -> Ground:
    """What stands around a grant under this remit, for the look before it."""
    return Ground(
        at=at,
        parent=instrument,
        parent_state=effective_state(row),
        parent_backed_until=row.backed_until,
        free=balance(free_money(row)),
        held=held_positions(at=at),
    )


def ground_under(code: str, *, at: datetime) -> Ground | None:
    """The same for the remit of this code; None if there is none."""
    row = Remit.objects.filter(code=code).first()
    return ground(row, links([row])[0].instrument, at=at) if row else None


def come_into_force(row: Remit, terms: Instrument) -> None:
    """It is in force once somebody backs it and, where it asks for that, the holder accepted it."""
    accepted = terms.holder.accepts is None or row.accepted_at is not None
    if row.state == "granted" and accepted and row.backed_until is not None:
        row.state = "in_force"
    row.save(update_fields=["state", "backed_until", "accepted_at"])


def lay_down(instrument: Instrument, *, parent: Remit | None, state: str) -> Remit:
    """A remit's row and its first version."""
    row = Remit.objects.create(
        code=instrument.code, state=state, version=instrument.version, parent=parent
    )
    keep(row, instrument)
    return row


def keep(row: Remit, instrument: Instrument) -> None:
    """The version as it will stand for ever."""
    said = canonical(instrument_json(instrument)).decode()
    Version.objects.create(remit=row, number=instrument.version, instrument=said)
