"""What comes by itself: a remit whose period is over lapses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from remit.people.reads import holder_of
from remit.record.act import Act, Impossible
from remit.record.models import Record
from remit.record.perform import perform
from remit.record.registry import Follow
from remit.stages.charter.acts import GrantRemit, Lapse
from remit.stages.charter.reads import has_ended

LAPSE = "charter.lapse"
CALENDAR = "calendar"
"""The position that deadlines act in: time passing is an act, too."""


def plan_lapse(act: Act, record: Record) -> Iterator[Follow]:
    """Once it is granted, the day of its end stands in the calendar."""
    assert isinstance(act, GrantRemit) and record.remit is not None
    code = act.instrument.code
    payload = {"remit": code, "under": record.remit.code}
    yield Follow(LAPSE, f"{LAPSE}:{code}", act.instrument.period.ends, payload)


def lapse(payload: Mapping[str, object], at: datetime, key: UUID) -> None:
    """The day has come. Nothing is left to do if it ended before."""
    remit, under = str(payload["remit"]), str(payload["under"])
    if has_ended(remit):
        return
    by = holder_of(CALENDAR, at=at)
    if by is None:
        raise LookupError("nobody holds the position of the calendar")
    try:
        perform(Lapse(remit=remit), by=by, under=under, at=at, key=key)
    except Impossible:
        if not has_ended(remit):  # else another worker was first
            raise
