"""What pages show of remits: the instrument in words, the backing, the use of the envelope."""

from __future__ import annotations

from dataclasses import dataclass

from remit.core.words import Money, Said
from remit.people.reads import titles
from remit.record import reads

BACK = "charter.back"
GRANT = "charter.grant"


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
    grant: reads.RecordView | None
    backing: reads.RecordView | None
    titles: dict[str, Said]


def has_ended(code: str) -> bool:
    """Whether this remit has ended by itself, whatever became of the one above."""
    return reads.own_state(code) == "ended"


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
    rows = reads.records(subject=code, kinds=(GRANT, BACK), outcome="done")
    found = {record.kind: record for record in reads.shown(rows)}
    return RemitPage(
        remit=remit,
        use=use_of(remit),
        grant=found.get(GRANT),
        backing=found.get(BACK),
        titles=titles(),
    )


def remits_with_use() -> list[tuple[reads.RemitView, Use]]:
    """Every remit, the newest first, with what became of its envelope."""
    everything = reads.balances()
    kept = {path: held for path, held in everything.items() if "/" in path}
    return [(remit, used(remit, kept)) for remit in reads.remits()]
