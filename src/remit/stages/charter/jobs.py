"""What comes by itself: a remit whose period is over lapses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from remit.people.reads import holder_of
from remit.record.act import Act
from remit.record.jobs import key_of
from remit.record.models import Record
from remit.record.perform import perform
from remit.record.registry import Follow
from remit.stages.charter.acts import Lapse, SignBacking
from remit.stages.charter.reads import ends_at

LAPSE = "charter.lapse"
CALENDAR = "calendar"
"""The position that deadlines act in: time passing is an act, too."""


def plan_lapse(act: Act, record: Record) -> Iterator[Follow]:
    """Once it is in force, the day of its end stands in the calendar."""
    assert isinstance(act, SignBacking) and record.remit is not None
    payload = {"remit": act.remit, "under": record.remit.code}
    yield Follow(LAPSE, f"{LAPSE}:{act.remit}", ends_at(act.remit), payload)


def lapse(payload: Mapping[str, object], at: datetime) -> None:
    """The day has come."""
    remit, under = str(payload["remit"]), str(payload["under"])
    by = holder_of(CALENDAR, at=at)
    if by is None:
        raise LookupError("nobody holds the position of the calendar")
    perform(Lapse(remit=remit), by=by, under=under, at=at, key=key_of(f"{LAPSE}:{remit}"))
