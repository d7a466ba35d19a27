"""What pages and acts may know of remits, books and the record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Left
from django.db.models.lookups import Exact

from remit.core.bounds import Finding, Instrument, finding_from_json
from remit.record import chain, models
from remit.record.chain import effective_state, instrument_of


@dataclass(frozen=True, slots=True)
class RemitView:
    """A remit: what it says and where it stands."""

    code: str
    state: str
    """That of the remits above, where one of them is not in force."""
    version: int
    parent: str | None
    backed_until: datetime | None
    instrument: Instrument
    own_state: str
    accepted_at: datetime | None
    ended_at: datetime | None
    ended_how: str
    """lapsed, revoked, exhausted or ended; empty while it has not ended."""


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record as anybody may see it."""

    key: str
    kind: str
    at: datetime
    position: str
    remit: str | None
    version: int | None
    outcome: str
    subject: str
    act: Mapping[str, object]
    findings: tuple[Finding, ...]
    postings: tuple[Mapping[str, object], ...]
    digest: str
    index: int | None
    """Its place in the sealed log; None while it waits for the sealer."""
    leaf: str

    @property
    def refusing(self) -> tuple[Finding, ...]:
        """The findings that stood in the way."""
        return tuple(found for found in self.findings if found.verdict != "met")


@dataclass(frozen=True, slots=True)
class SealView:
    """How far the record is sealed."""

    size: int
    note: str
    unsealed: int


def balance(path: str) -> int:
    """What an account holds, in minor units; 0 before it was opened."""
    found = models.Account.objects.filter(path=path).values_list("debits", "credits").first()
    return found[0] - found[1] if found else 0


def balances(prefix: str = "") -> dict[str, int]:
    """What each account holds whose path begins so."""
    found = models.Account.objects.filter(path__startswith=prefix).order_by("path")
    return {row.path: row.debits - row.credits for row in found}


def documents(row: models.Remit, item: str) -> frozenset[str]:
    """The codes of the documents that are on file for this matter under this remit."""
    found = models.Entry.objects.filter(remit=row, topic="document", scope="matter", about=item)
    return frozenset(found.values_list("code", flat=True))


def own_state(code: str) -> str | None:
    """The remit's state without regard to those above it; None if there is no such remit."""
    return models.Remit.objects.filter(code=code).values_list("state", flat=True).first()


def remits() -> list[RemitView]:
    """Every remit that was granted, the newest first. The agency's own is not one of them."""
    found = list(_current().order_by("-remit_id"))
    rows = {version.remit_id: version.remit for version in found}
    for row in rows.values():  # so that looking at those above asks nothing more
        row.parent = rows[row.parent_id] if row.parent_id else None
    return [_view(version) for version in found if version.remit.parent_id]


def remit(code: str) -> RemitView | None:
    """This remit, or None."""
    version = _current().filter(remit__code=code).first()
    return _view(version) if version else None


def below(code: str) -> list[RemitView]:
    """The remits granted directly under this one, the oldest first."""
    found = _current().filter(remit__parent__code=code).order_by("remit_id")
    return [_view(version) for version in found]


def _current() -> QuerySet[models.Version]:
    in_force = models.Version.objects.filter(number=F("remit__version"))
    return in_force.select_related("remit__parent__parent__parent")


def line(code: str) -> tuple[RemitView, ...]:
    """This remit and those above it, it first; empty if there is none of this code."""
    return tuple(_remit_view(link.row, link.instrument) for link in chain.line(code))


def _view(version: models.Version) -> RemitView:
    return _remit_view(version.remit, instrument_of(version.instrument))


def _remit_view(row: models.Remit, instrument: Instrument) -> RemitView:
    return RemitView(
        code=row.code,
        state=effective_state(row),
        version=row.version,
        parent=row.parent.code if row.parent else None,
        backed_until=row.backed_until,
        instrument=instrument,
        own_state=row.state,
        accepted_at=row.accepted_at,
        ended_at=row.ended_at,
        ended_how=row.ended_how,
    )


def record(key: UUID) -> RecordView | None:
    """The record with this key, or None."""
    row = _records().filter(key=key).first()
    return _record_view(row) if row else None


def records(
    *, remit: str = "", subject: str = "", kinds: Sequence[str] = (), outcome: str = ""
) -> QuerySet[models.Record]:
    """Records, the newest first; `shown` turns the rows of one page into views."""
    found = _records().order_by("-pk")
    if remit:
        found = found.filter(remit__code=remit)
    if subject:
        below = f"{subject}/"
        # To LIKE on SQLite, “park” and “Park” are one; to the comparison they are two.
        same = Q(subject__startswith=below) & Q(Exact(Left("subject", len(below)), below))
        found = found.filter(Q(subject=subject) | same)
    if kinds:
        found = found.filter(kind__in=kinds)
    return found.filter(outcome=outcome) if outcome else found


def shown(rows: Iterable[models.Record]) -> list[RecordView]:
    """These rows as anybody may see them."""
    return [_record_view(row) for row in rows]


def seal() -> SealView | None:
    """The newest checkpoint; None before the first."""
    newest = models.Checkpoint.objects.order_by("-size").first()
    if newest is None:
        return None
    unsealed = models.Record.objects.filter(leaf=None).count()
    return SealView(size=newest.size, note=newest.note, unsealed=unsealed)


def newest_moment() -> datetime | None:
    """When the newest record was made."""
    return models.Record.objects.order_by("-pk").values_list("at", flat=True).first()


def _records() -> QuerySet[models.Record]:
    return models.Record.objects.select_related("leaf")


def _record_view(row: models.Record) -> RecordView:
    leaf = json.loads(row.body)
    under = leaf["under"] or {}
    return RecordView(
        key=str(row.key),
        kind=row.kind,
        at=row.at,
        position=leaf["by"]["position"],
        remit=under.get("remit"),
        version=under.get("version"),
        outcome=row.outcome,
        subject=row.subject,
        act=leaf["act"],
        findings=tuple(finding_from_json(found) for found in row.reasons),
        postings=tuple(leaf["postings"]),
        digest=row.digest,
        index=row.leaf.index if hasattr(row, "leaf") else None,
        leaf=row.body,
    )
