"""What pages show of remits: the instrument in words, the backing, the use of the envelope."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from remit.core.words import Money, Said
from remit.people.reads import titles
from remit.record import reads
from remit.record.models import Request
from remit.record.requests import OPEN

BACK = "charter.back"
GRANT = "charter.grant"
TAKE_UP = "charter.take_up"
ENDINGS = ("charter.end", "charter.revoke", "charter.lapse")
LIFE = (
    "agency.establish",
    GRANT,
    TAKE_UP,
    BACK,
    "charter.withdraw_backing",
    "charter.warn_of_backing",
    "charter.suspend",
    "charter.resume",
    "charter.vary",
    *ENDINGS,
)
"""What happens to a remit itself, from its grant to its end."""


@dataclass(frozen=True, slots=True)
class Use:
    """What became of the envelope, in minor units. The parts add up to the envelope."""

    currency: str
    envelope: int
    free: int
    reserved: int
    committed: int
    paid: int

    def money(self, name: str) -> Money:
        return Money(getattr(self, name), self.currency)


@dataclass(frozen=True, slots=True)
class RemitPage:
    """A remit with all that its page shows."""

    remit: reads.RemitView
    use: Use
    life: tuple[reads.RecordView, ...]
    """What happened to the remit itself, the oldest first."""
    below: tuple[reads.RemitView, ...]
    """The remits granted directly under it."""
    titles: dict[str, Said]

    def last(self, *kinds: str) -> reads.RecordView | None:
        """The newest of these kinds: a backing may have been renewed."""
        return next((record for record in reversed(self.life) if record.kind in kinds), None)

    @property
    def grant(self) -> reads.RecordView | None:
        return self.last(GRANT)

    @property
    def backing(self) -> reads.RecordView | None:
        return self.last(BACK)

    @property
    def ending(self) -> reads.RecordView | None:
        return self.last(*ENDINGS)


def has_ended(code: str) -> bool:
    """Whether this remit has ended by itself, whatever became of the one above."""
    return reads.own_state(code) == "ended"


def backed_until(code: str) -> datetime | None:
    """The first moment at which this remit is no longer backed."""
    found = reads.remit(code)
    return found.backed_until if found else None


def ends_at(code: str) -> datetime | None:
    """When the period of this remit is over, in the version in force."""
    found = reads.remit(code)
    return found.instrument.period.ends if found else None


def is_open(key: str, whom: str) -> bool:
    """Whether this position has still to answer what was asked in the record of this key."""
    found = Request.objects.filter(record__key=UUID(key), whom=whom, state=OPEN)
    return found.exists()


def use_of(remit: reads.RemitView) -> Use:
    """From the accounts under this remit."""
    return used(remit, reads.balances(f"{remit.code}/"))


def used(remit: reads.RemitView, balances: dict[str, int]) -> Use:
    """The same from balances that were already fetched, of this remit and perhaps of others."""
    sums = {"envelope": 0, "reserved": 0, "committed": 0, "paid": 0}
    for path, held in balances.items():
        code, kind, *_ = path.split("/")
        if code == remit.code:
            sums[kind] += held
    free = sums.pop("envelope")
    return Use(
        currency=remit.instrument.currency,
        envelope=free + sum(sums.values()),
        free=free,
        **sums,
    )


def remit_page(code: str) -> RemitPage | None:
    """This remit for its page, or None."""
    remit = reads.remit(code)
    if remit is None:
        return None
    rows = reads.records(subject=code, kinds=LIFE, outcome="done")
    return RemitPage(
        remit=remit,
        use=use_of(remit),
        life=tuple(reversed(reads.shown(rows))),
        below=tuple(reads.below(code)),
        titles=titles(),
    )


def remits_with_use() -> list[tuple[reads.RemitView, Use]]:
    """Every remit, the newest first, with what became of its envelope."""
    everything = reads.balances()
    kept = {path: held for path, held in everything.items() if "/" in path}
    return [(remit, used(remit, kept)) for remit in reads.remits()]
