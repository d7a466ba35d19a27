"""Standing behind a remit, and ceasing to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from remit.core.ledger import Posting
from remit.core.words import Said, gettext_noop
from remit.record.act import Act, Scene
from remit.stages.charter.acts.grant import come_into_force
from remit.stages.charter.acts.refusing import child, impossible


@dataclass(frozen=True, kw_only=True)
class SignBacking(Act):
    """Stand behind a remit by name and until a day; without it no remit is in force.

    Signed again before or after it is over, it is renewed.
    """

    kind = "charter.back"
    heading = gettext_noop("Backing of a remit")
    about = gettext_noop("sign the backing of a remit, which brings it into force")
    power = "back"

    remit: str
    until: datetime | None = None
    """When it is over; None for the day that the instrument names."""

    def subject(self) -> str:
        return self.remit

    def apply(self, scene: Scene) -> Sequence[Posting]:
        row, terms = child(self.remit, scene)
        if row.state == "ended":
            raise impossible("not_waiting", remit=self.remit)
        if terms.backer != scene.by.position:
            raise impossible("not_backer", backer=terms.backer, position=scene.by.position)
        ends = terms.period.ends
        until = self.until or min(terms.backed_until, ends)
        if not scene.at < until <= ends:
            raise impossible("backing_day", until=until, ends=ends)
        row.backed_until = until
        come_into_force(row, terms)
        return []


@dataclass(frozen=True, kw_only=True)
class WithdrawBacking(Act):
    """Cease to stand behind a remit from now on. What was done before stays backed."""

    kind = "charter.withdraw_backing"
    heading = gettext_noop("Withdrawal of a backing")
    about = gettext_noop("withdraw the backing of a remit, for what comes after")
    power = "back"

    remit: str
    reasons: Said

    def subject(self) -> str:
        return self.remit

    def apply(self, scene: Scene) -> Sequence[Posting]:
        row, terms = child(self.remit, scene)
        if terms.backer != scene.by.position:
            raise impossible("not_backer", backer=terms.backer, position=scene.by.position)
        if row.backed_until is None or row.backed_until <= scene.at:
            raise impossible("not_backed", remit=self.remit)
        row.backed_until = scene.at
        row.save(update_fields=["backed_until"])
        return []


@dataclass(frozen=True, kw_only=True)
class WarnOfBacking(Act):
    """Say in public that a backing is soon over, so that nobody is surprised."""

    kind = "charter.warn_of_backing"
    heading = gettext_noop("Warning: a backing is soon over")
    about = gettext_noop("warn that the backing of a remit is soon over")
    power = "lapse"

    remit: str
    until: datetime

    def subject(self) -> str:
        return self.remit

    def apply(self, scene: Scene) -> Sequence[Posting]:
        row, _ = child(self.remit, scene)
        if row.state == "ended" or row.backed_until != self.until or self.until <= scene.at:
            raise impossible("not_backed", remit=self.remit)
        return []
