"""What changes a remit while it lives: suspended, resumed, varied. Each looks forward only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from remit.core.bounds import Deed, Instrument, covers, instrument_json, widened
from remit.core.ledger import Posting
from remit.core.words import Said, gettext_noop
from remit.record.act import Act, Scene
from remit.record.chain import links
from remit.record.models import Remit
from remit.stages.charter.acts.grant import keep
from remit.stages.charter.acts.refusing import child, free_money, impossible, within


@dataclass(frozen=True, kw_only=True)
class Suspend(Act):
    """Stop a remit for the time being, and every one below it."""

    kind = "charter.suspend"
    heading = gettext_noop("Suspension of a remit")
    about = gettext_noop("suspend a remit and those below it, for the time being")
    power = "suspend"

    remit: str
    reasons: Said

    def subject(self) -> str:
        return self.remit

    def apply(self, scene: Scene) -> Sequence[Posting]:
        row, _ = child(self.remit, scene)
        if row.state != "in_force":
            raise impossible("not_in_force", remit=self.remit)
        row.state = "suspended"
        row.save(update_fields=["state"])
        return []


@dataclass(frozen=True, kw_only=True)
class Resume(Act):
    """Let a suspended remit go on."""

    kind = "charter.resume"
    heading = gettext_noop("End of a suspension")
    about = gettext_noop("let a suspended remit go on")
    power = "resume"

    remit: str
    reasons: Said

    def subject(self) -> str:
        return self.remit

    def apply(self, scene: Scene) -> Sequence[Posting]:
        row, _ = child(self.remit, scene)
        if row.state != "suspended":
            raise impossible("not_suspended", remit=self.remit)
        row.state = "in_force"
        row.save(update_fields=["state"])
        return []


@dataclass(frozen=True, kw_only=True)
class Vary(Act):
    """Put a new version of a remit in the place of the one in force, for what comes after.

    Where it gives more than before, the backer has not answered for that yet: it waits until it
    is backed again.
    """

    kind = "charter.vary"
    heading = gettext_noop("Variation of a remit")
    about = gettext_noop("vary a remit, for what comes after")
    power = "vary"

    instrument: Instrument
    reasons: Said

    def subject(self) -> str:
        return self.instrument.code

    def public(self) -> dict[str, object]:
        return {"instrument": instrument_json(self.instrument), "reasons": dict(self.reasons)}

    def deed(self, scene: Scene) -> Deed:
        row = Remit.objects.filter(code=self.instrument.code, parent=scene.remit).first()
        more = more_money(links([row])[0].instrument, self.instrument) if row else 0
        if more <= 0:
            return self._deed(item=self.instrument.code)
        return self._deed(
            amount=more,
            currency=self.instrument.currency,
            purpose=next(iter(self.instrument.purposes)),
            matter="none",
            item=self.instrument.code,
        )

    def draws_on(self, scene: Scene) -> str:
        return free_money(scene.remit)

    def apply(self, scene: Scene) -> Sequence[Posting]:
        new = self.instrument
        row, old = child(new.code, scene)
        self.fits(row, old, scene)
        keep(row, new)
        row.version = new.version
        if widened(old, new):
            row.backed_until = None
            row.state = "granted" if row.state == "in_force" else row.state
        row.save(update_fields=["version", "state", "backed_until"])
        own, above, more = free_money(row), free_money(scene.remit), more_money(old, new)
        if not more:
            return []
        into, source = (own, above) if more > 0 else (above, own)
        return [Posting(into, source, abs(more), new.currency)]

    def fits(self, row: Remit, old: Instrument, scene: Scene) -> None:
        """Impossible unless it follows on the old version, inside the parent, over its children."""
        new = self.instrument
        if row.state == "ended":
            raise impossible("ended_before", remit=row.code)
        if new.version != old.version + 1:
            raise impossible(
                "next_version", remit=row.code, expected=old.version + 1, version=new.version
            )
        for name in ("currency", "parent", "demonstration"):
            if getattr(new, name) != getattr(old, name):
                raise impossible("frame_kept", field=name)
        if instrument_json(new) == {**instrument_json(old), "version": new.version}:
            raise impossible("nothing_varied")
        within(new, scene)
        below = Remit.objects.filter(parent=row).exclude(state="ended").order_by("pk")
        for link in links(list(below)):
            for found in covers(new, link.instrument):
                raise impossible("child_would_be_wider", child=link.row.code, problem=found.words)


def more_money(old: Instrument, new: Instrument) -> int:
    """How much larger the new envelope is, in minor units; less than zero if it is smaller."""
    return new.envelope.amount - old.envelope.amount
