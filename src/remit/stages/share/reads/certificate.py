"""The certificate of scope: that an act was inside its remit when it was done, or that it was not.

Everything is as it stood at that moment: the version in force, what was on file, who backed it.
Of people it shows offices alone, and of a clearance only that it was held, and until when.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db.models import Q

from remit.core.bounds import Answer, Clearance, Instrument
from remit.core.log import LogError, leaf_hash, read_checkpoint, verify_inclusion
from remit.core.verify import prove
from remit.record import facts, publish
from remit.record import reads as record_reads
from remit.record.facts import Judged
from remit.record.models import Entry, Record
from remit.record.reads import RecordView
from remit.stages.charter.reads import BACK, EntryView, entry_views
from remit.stages.charter.reads.requests import Asked, asked_for

Again = Literal["same", "different", "forgotten", "founding"]
"""What working the answer out once more comes to."""
OUTCOMES = {"yes": "done", "ask": "asked", "no": "refused"}
MATTER = ("opinion", "direction")
"""Topics that are shown of the matter's file."""
CLEARED = "cleared"


@dataclass(frozen=True, slots=True)
class Difference:
    """A clause that answers otherwise when it is asked again; a code is empty where it said
    nothing."""

    clause: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Backing:
    """Who answered for it then, by office, and until when; and the record of the signature."""

    position: str
    until: datetime
    record: str | None


@dataclass(frozen=True, slots=True)
class Sealed:
    """Where the record stands in the sealed log, and the proof of it."""

    index: int
    size: int
    root: bytes
    path: tuple[bytes, ...]
    """From the leaf's sibling upwards, as in RFC 6962."""
    checkpoint: str
    file: str
    """The whole as a file of C2SP tlog-proof."""
    holds: bool
    """Whether it proves this record and no other."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """Everything that one says."""

    record: RecordView
    instrument: Instrument | None
    """The version in force then; None for the founding act."""
    again: Again
    differences: tuple[Difference, ...]
    item: str | None
    filed: tuple[EntryView, ...]
    """Opinions and directions on the matter, the oldest first."""
    clearances: tuple[datetime | None, ...]
    """Until when each clearance held that a clause asks for; None for one without an end."""
    backing: Backing | None
    asked: Asked | None
    sealed: Sealed | None


def certificate(key: UUID) -> Certificate | None:
    """Of the act in the record of this key; None if there is no such record."""
    row = Record.objects.select_related("leaf").filter(key=key).first()
    if row is None:
        return None
    (view,) = record_reads.shown([row])
    kept = facts.kept(row)
    judged, instrument = kept or (None, in_force(view))
    answer = judged.ask(instrument) if judged and instrument else None
    item = (judged.deed.item if judged else None) or named(view)
    rows = on_file(row, view, item, judged)
    found = tuple(differences(view, answer)) if answer else ()
    return Certificate(
        record=view,
        instrument=instrument,
        again=again(view, answer, found),
        differences=found,
        item=item,
        filed=tuple(entry_views(entry for entry in rows if entry.topic in MATTER)),
        clearances=tuple(held(rows, judged, instrument)) if judged and instrument else (),
        backing=backing(row, view, instrument, judged),
        asked=asked_for(view),
        sealed=sealed(view),
    )


def in_force(view: RecordView) -> Instrument | None:
    """The version it was judged by, where only the record tells."""
    if view.remit is None or view.version is None:
        return None
    version = (view.remit, view.version)
    return facts.versions_of(version)[version]


def named(view: RecordView) -> str | None:
    """The matter, as the act itself names it."""
    item = view.act.get("item")
    return item if isinstance(item, str) and item else None


def differences(view: RecordView, answer: Answer) -> Iterator[Difference]:
    """Where the findings of then and of now do not agree."""
    then = {found.clause: found.code for found in view.findings}
    now = {found.clause: found.code for found in answer.findings}
    for clause in dict.fromkeys((*then, *now)):
        if then.get(clause) != now.get(clause):
            yield Difference(clause, then.get(clause, ""), now.get(clause, ""))


def again(view: RecordView, answer: Answer | None, found: Sequence[Difference]) -> Again:
    """Whether working it out once more gives the same."""
    if view.remit is None:
        return "founding"
    if answer is None:
        return "forgotten"
    return "different" if found or OUTCOMES[answer.verdict] != view.outcome else "same"


def on_file(row: Record, view: RecordView, item: str | None, judged: Judged | None) -> list[Entry]:
    """What stood on the matter's file and, of clearances, on that of who acted, by then."""
    wanted = Q(pk__in=[])
    if item and view.remit:
        above = [higher.instrument.code for higher in judged.above] if judged else []
        codes = (view.remit, *above)
        wanted |= Q(topic__in=MATTER, scope="matter", about=item, remit__code__in=codes)
    if judged and judged.facts.person:
        wanted |= Q(topic="clearance", scope="person", about=judged.facts.person)
    earlier = Entry.objects.filter(wanted, at__lte=row.at, pk__lt=row.pk)
    return list(earlier.select_related("record").order_by("pk"))


def held(
    rows: Sequence[Entry], judged: Judged, instrument: Instrument
) -> Iterator[datetime | None]:
    """Until when those clearances held that clauses ask for."""
    for clause in instrument.clauses:
        if isinstance(clause, Clearance) and clause.power == judged.deed.power:
            checks = [r for r in rows if (r.topic, r.code) == ("clearance", clause.about)]
            newest = checks[-1] if checks else None
            if newest and newest.stance == CLEARED and facts.entry_of(newest).live(judged.facts.at):
                yield newest.until


def backing(
    row: Record, view: RecordView, instrument: Instrument | None, judged: Judged | None
) -> Backing | None:
    """Who stood behind it then."""
    if instrument is None or view.remit is None:
        return None
    rows = record_reads.records(subject=view.remit, kinds=(BACK,), outcome="done")
    signed = rows.filter(pk__lt=row.pk).first()
    signature = record_reads.shown([signed])[0] if signed else None
    until = judged.facts.backed_until if judged else instrument.backed_until
    if until is None:
        return None
    position = signature.position if signature else instrument.backer
    return Backing(position, until, signature.key if signature else None)


def sealed(view: RecordView) -> Sealed | None:
    """The proof from the published files; None while they do not reach so far."""
    if view.index is None:
        return None
    try:
        proof = prove(publish.fetch, view.index)
        _, _, note = proof.text.partition(b"\n\n")
        head = read_checkpoint(note)
    except (LogError, OSError):
        return None
    leaf = leaf_hash(view.leaf.encode())
    return Sealed(
        index=proof.index,
        size=head.size,
        root=head.root,
        path=proof.hashes,
        checkpoint=note.decode(),
        file=proof.text.decode(),
        holds=verify_inclusion(proof.index, head.size, leaf, proof.hashes, head.root),
    )
