"""Where a remit stands in its life, what is soon due, and what happened to it so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from remit.core.words import Money, Said, gettext_noop, words
from remit.record.reads import RecordView
from remit.stages.charter import reads
from remit.stages.charter.pages.showing import ENDED_HOW, office
from remit.stages.charter.telling import title
from remit.web.parts import Event, Fact, NoticeTone, Step, StepState, Text

SOON_DAYS, VERY_SOON_DAYS = 30, 7


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a reader of the page should know first."""

    tone: NoticeTone
    title: Text
    text: Text


def notices(page: reads.RemitPage, *, at: datetime) -> Iterator[Notice]:
    """What stands in the way now, or soon will."""
    remit = page.remit
    if remit.own_state == "ended":
        how = ENDED_HOW.get(remit.ended_how, "")
        yield Notice("info", _("This remit has ended"), how)
        return
    if remit.state != remit.own_state:
        text = _("A remit above this one is not in force. Until it is, nobody can act here.")
        yield Notice("warning", _("Stopped from above"), text)
    if remit.own_state == "suspended":
        text = _("Nobody can act under it for the time being, nor under the remits below it.")
        yield Notice("warning", _("This remit is suspended"), text)
    yield from backing_notices(page, at=at)


def backing_notices(page: reads.RemitPage, *, at: datetime) -> Iterator[Notice]:
    """Nobody answers for it, or soon nobody will."""
    until = page.remit.backed_until
    if until is None:
        return  # the page says so where the backing stands
    day = words(gettext_noop("The backing was over on {day}. Nobody can act."), day=until)
    if until <= at:
        yield Notice("warning", _("Nobody answers for this remit now"), day)
        return
    left, last = until - at, words(gettext_noop("It is over on {day}."), day=until)
    if left <= timedelta(days=VERY_SOON_DAYS):
        yield Notice("warning", _("The backing is over in less than 7 days"), last)
    elif left <= timedelta(days=SOON_DAYS):
        yield Notice("warning", _("The backing is over in less than 30 days"), last)


def steps(page: reads.RemitPage, *, at: datetime) -> list[Step]:
    """Granted, accepted, backed, in force, ended: with the day of each that is behind it."""
    remit, ended = page.remit, page.remit.own_state == "ended"
    granted = page.last(reads.GRANT, "agency.establish")
    found = [step(_("Granted"), granted, "done")]
    if remit.instrument.holder.accepts:
        accepted = page.last(reads.TAKE_UP)
        state: StepState = "done" if remit.accepted_at else "next" if ended else "current"
        found.append(step(_("Accepted by the holder"), accepted, state))
    backed = remit.backed_until is not None and (ended or remit.backed_until > at)
    state = "done" if backed else "next" if ended else "current"
    found.append(step(_("Backed"), page.backing if remit.backed_until else None, state))
    if remit.own_state == "suspended":
        found.append(step(_("Suspended for the time being"), page.last(SUSPEND), "current"))
    state = "done" if ended else "current" if remit.own_state == "in_force" else "next"
    if ended and not backed and page.backing is None:
        state = "next"
    found.append(Step(_("In force"), state))
    if ended:
        note = localtime(remit.ended_at).date() if remit.ended_at else None
        shown = words(gettext_noop("on {day}"), day=note) if note else ""
        found.append(Step(_("Ended"), "done", link(page.ending), shown))
    else:
        ends = words(gettext_noop("on {day} at the latest"), day=remit.instrument.period.ends)
        found.append(Step(_("Ended"), "next", note=ends))
    return found


SUSPEND = "charter.suspend"


def step(text: Text, record: RecordView | None, state: StepState) -> Step:
    """With the day and the record, once it is behind the remit."""
    note = words(gettext_noop("on {day}"), day=record.at) if record and state == "done" else ""
    return Step(text, state, link(record) if state == "done" else "", note)


def link(record: RecordView | None) -> str:
    return reverse("share:record", args=[record.key]) if record else ""


def events(page: reads.RemitPage) -> list[Event]:
    """What happened to the remit itself, the newest first, with who did it and why."""
    return [
        Event(
            at=record.at,
            title=title(record),
            note=words(gettext_noop("By: {office}"), office=office(record.position, page.titles)),
            text=said(record, "reasons") or "",
            href=link(record),
        )
        for record in reversed(page.life)
    ]


def said(record: RecordView, name: str) -> Said | None:
    """What somebody wrote in this field of the act."""
    found = record.act.get(name)
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else None


ENDING_FIELDS: tuple[tuple[str, str], ...] = (
    ("reasons", gettext_noop("Why")),
    ("transfers", gettext_noop("What becomes of what is left")),
    ("learnt", gettext_noop("What was learnt")),
    ("told", gettext_noop("Who was told")),
)


def ending(page: reads.RemitPage) -> list[Fact]:
    """The ending record; empty while the remit has not ended."""
    record = page.ending
    if record is None or page.remit.own_state != "ended":
        return []
    found = [
        Fact(_("Ended on"), localtime(record.at).date(), ENDED_HOW.get(page.remit.ended_how, "")),
        Fact(_("By"), office(record.position, page.titles)),
    ]
    for name, heading in ENDING_FIELDS:
        if text := said(record, name):
            found.append(Fact(words(heading), text))
    returned = sum(int(str(posting["amount"])) for posting in record.postings)
    money = Money(returned, page.remit.instrument.currency)
    return [*found, Fact(_("Given back"), money)]
