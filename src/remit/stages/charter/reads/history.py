"""Every version of a remit, with the act that laid it down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from remit.core.bounds import Instrument
from remit.core.words import Said
from remit.record import reads
from remit.record.chain import instrument_of
from remit.record.models import Version

LAID_DOWN = ("agency.establish", "charter.grant", "charter.vary")
"""Acts that put a version in force."""


@dataclass(frozen=True, slots=True)
class VersionView:
    """What a remit said from some day on. `key` is that of the record; None if it isn't found."""

    number: int
    instrument: Instrument
    at: datetime | None
    position: str
    reasons: Said | None
    key: str | None


def versions(code: str) -> list[VersionView]:
    """All of them, the newest first; empty if there is no such remit."""
    rows = Version.objects.filter(remit__code=code).order_by("-number")
    found = reads.shown(reads.records(subject=code, kinds=LAID_DOWN, outcome="done"))
    by_number = {number_in(record.act): record for record in found}
    return [_view(row, by_number.get(row.number)) for row in rows]


def number_in(act: Mapping[str, object]) -> object:
    """The number of the version that an act lays down."""
    instrument = act.get("instrument")
    return instrument.get("version") if isinstance(instrument, Mapping) else None


def numbered(found: Iterable[VersionView], number: int) -> VersionView | None:
    """The one with this number."""
    return next((version for version in found if version.number == number), None)


def _view(row: Version, record: reads.RecordView | None) -> VersionView:
    reasons = record.act.get("reasons") if record else None
    return VersionView(
        number=row.number,
        instrument=instrument_of(row.instrument),
        at=record.at if record else None,
        position=record.position if record else "",
        reasons=reasons if isinstance(reasons, Mapping) else None,
        key=record.key if record else None,
    )
