"""How a remit ends: its time is over, it is revoked, or it has done what it was for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from remit.core.bounds import Instrument
from remit.core.ledger import Posting
from remit.core.words import Money, Said, gettext_noop
from remit.record.act import Act, Scene
from remit.record.models import Remit
from remit.record.reads import balance, balances
from remit.stages.charter.acts.refusing import child, free_money, impossible


class Ending(Act):
    """What every end has in common: remits below end first, and what is free goes back."""

    remit: str

    def subject(self) -> str:
        return self.remit

    def close(self, row: Remit, terms: Instrument, scene: Scene, *, how: str) -> list[Posting]:
        """End it. Impossible while a remit below it has not ended, or if it ended before."""
        if row.state == "ended":
            raise impossible("ended_before", remit=row.code)
        if Remit.objects.filter(parent=row).exclude(state="ended").exists():
            raise impossible("children_first", remit=row.code)
        row.state, row.ended_how, row.ended_at = "ended", how, scene.at
        row.save(update_fields=["state", "ended_how", "ended_at"])
        free = balance(free_money(row))
        into = free_money(scene.remit)
        return [Posting(into, free_money(row), free, terms.currency)] if free else []


@dataclass(frozen=True, kw_only=True)
class Lapse(Ending):
    """The period of a remit is over: it ends, and what is free goes back to where it came from."""

    kind = "charter.lapse"
    heading = gettext_noop("End of a remit")
    about = gettext_noop("end a remit whose period is over, and return what is free")
    power = "lapse"

    remit: str

    def apply(self, scene: Scene) -> Sequence[Posting]:
        row, terms = child(self.remit, scene)
        if row.state == "ended" or scene.at < terms.period.ends:
            raise impossible("not_over", remit=self.remit)
        return self.close(row, terms, scene, how="lapsed")


@dataclass(frozen=True, kw_only=True)
class Revoke(Ending):
    """Take a remit back before its time. What was done under it stands."""

    kind = "charter.revoke"
    heading = gettext_noop("Revocation of a remit")
    about = gettext_noop("revoke a remit, for what comes after, and return what is free")
    power = "revoke"

    remit: str
    reasons: Said
    told: Said
    """Who was told."""

    def apply(self, scene: Scene) -> Sequence[Posting]:
        row, terms = child(self.remit, scene)
        return self.close(row, terms, scene, how="revoked")


@dataclass(frozen=True, kw_only=True)
class EndRemit(Ending):
    """Close a remit that has done what it was for, with its ending record."""

    kind = "charter.end"
    heading = gettext_noop("Closing of a remit")
    about = gettext_noop("end a remit that has done its work, with what was learnt")
    power = "end"

    remit: str
    reasons: Said
    transfers: Said
    """What becomes of what is left, and of what it began."""
    learnt: Said
    told: Said
    """Who was told."""

    def apply(self, scene: Scene) -> Sequence[Posting]:
        row, terms = child(self.remit, scene)
        bound = sum(sum(balances(f"{row.code}/{kind}/").values()) for kind in BOUND)
        if bound:
            raise impossible("money_bound", remit=row.code, amount=Money(bound, terms.currency))
        free = balance(free_money(row))
        return self.close(row, terms, scene, how="ended" if free else "exhausted")


BOUND = ("reserved", "committed")
"""Accounts whose money somebody still waits for."""
