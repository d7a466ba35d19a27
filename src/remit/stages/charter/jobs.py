"""What comes by itself: a remit lapses, a backing runs out, nobody answers in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from remit.people.actor import Actor
from remit.people.reads import holder_of
from remit.record.act import Act, Impossible
from remit.record.models import Record, Request
from remit.record.perform import perform
from remit.record.registry import Follow
from remit.stages.charter.acts import GrantRemit, Lapse, SignBacking, Silence, Vary, WarnOfBacking
from remit.stages.charter.reads import backed_until, ends_at, has_ended, is_open

LAPSE, WARN, SILENCE = "charter.lapse", "charter.warn_of_backing", "charter.silence"
WARN_DAYS = (30, 7)
"""How many days before a backing is over it is said in public."""
CALENDAR = "calendar"
"""The position that deadlines act in: time passing is an act, too."""


def plan_lapse(act: Act, record: Record) -> Iterator[Follow]:
    """Once it is granted or varied, the day of its end stands in the calendar."""
    assert isinstance(act, GrantRemit | Vary) and record.remit is not None
    new = act.instrument
    payload = {"remit": new.code, "under": record.remit.code}
    yield Follow(LAPSE, f"{LAPSE}:{new.code}:{new.version}", new.period.ends, payload)


def lapse(payload: Mapping[str, object], at: datetime, key: UUID) -> None:
    """The day has come. Nothing is left to do if it ended before, or was varied to end later."""
    remit, under = str(payload["remit"]), str(payload["under"])
    ends = ends_at(remit)
    if has_ended(remit) or ends is None or at < ends:
        return
    try:
        perform(Lapse(remit=remit), by=calendar(at), under=under, at=at, key=key)
    except Impossible:
        if not has_ended(remit):  # else another worker was first
            raise


def plan_warnings(act: Act, record: Record) -> Iterator[Follow]:
    """Before the backing is over, it is said; not for what is over sooner than that."""
    assert isinstance(act, SignBacking) and record.remit is not None
    until = backed_until(act.remit)
    assert until is not None, "it was backed just now"
    for days in WARN_DAYS:
        due = until - timedelta(days=days)
        if due > record.at:
            payload = {
                "remit": act.remit,
                "under": record.remit.code,
                "until": until.isoformat(),
            }
            yield Follow(WARN, f"{WARN}:{act.remit}:{until.date()}:{days}", due, payload)


def warn(payload: Mapping[str, object], at: datetime, key: UUID) -> None:
    """Say it, unless the backing was renewed or withdrawn since."""
    remit, until = str(payload["remit"]), datetime.fromisoformat(str(payload["until"]))
    if has_ended(remit) or backed_until(remit) != until or until <= at:
        return
    act = WarnOfBacking(remit=remit, until=until)
    perform(act, by=calendar(at), under=str(payload["under"]), at=at, key=key)


def plan_silence(request: Request) -> Iterator[Follow]:
    """Once somebody is asked, the day by which they must answer stands in the calendar."""
    # The power to let time pass is held above; of the agency's own remit, there.
    above = request.remit.parent or request.remit
    asked = str(request.record.key)
    payload = {"request": asked, "whom": request.whom, "under": above.code}
    yield Follow(SILENCE, f"{SILENCE}:{asked}:{request.whom}", request.due, payload)


def silence(payload: Mapping[str, object], at: datetime, key: UUID) -> None:
    """The time is over. Nothing is left to do if it was answered."""
    asked, whom = str(payload["request"]), str(payload["whom"])
    if not is_open(asked, whom):
        return
    act = Silence(request=asked, whom=whom)
    try:
        perform(act, by=calendar(at), under=str(payload["under"]), at=at, key=key)
    except Impossible:
        if is_open(asked, whom):  # else it was answered at this very moment
            raise


def calendar(at: datetime) -> Actor:
    """Who acts for the calendar. LookupError if nobody holds that position."""
    by = holder_of(CALENDAR, at=at)
    if by is None:
        raise LookupError("nobody holds the position of the calendar")
    return by
