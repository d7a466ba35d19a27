"""The register of remits as a page: what is published about every power that is lent."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from remit.core.bounds import LEVELS, VEHICLES
from remit.core.bounds.labels import label, power
from remit.core.words import Money, gettext_noop, words
from remit.stages.charter import reads
from remit.stages.charter.pages.showing import office, status
from remit.stages.charter.reads import RegisterRow
from remit.web.parts import Column, Lines, Link, Table, Value


def register(request: HttpRequest) -> HttpResponse:
    """Everything that an agency publishes about the power it lends, ended remits as well."""
    found = reads.register()
    language = get_language() or "en"
    given = {
        "table": table(found),
        "any": bool(found),
        "csv": f"{reverse('register-csv')}?lang={language}",
        "json": reverse("register-json"),
        "crumbs": [(_("Register"), "")],
    }
    return render(request, "charter/register.html", given)


def table(found: list[RegisterRow]) -> Table:
    columns = (
        Column(_("Remit")),
        Column(_("Who")),
        Column(_("Lawful by")),
        Column(_("May")),
        Column(_("How much, and when")),
        Column(_("Who answers")),
    )
    rows = tuple((remit(r), who(r), law(r), may(r), much(r), answers(r)) for r in found)
    return Table(_("Every remit, the newest first"), columns, rows, hide_caption=True)


def remit(row: RegisterRow) -> Value:
    own = reverse("charter:remit", args=[row.remit.code])
    return Lines((Link(row.instrument.title, own), row.remit.code, status(row.remit.state)))


def who(row: RegisterRow) -> Value:
    grantor = office(row.instrument.grantor, row.offices)
    return Lines(
        (
            words(gettext_noop("From: {office}"), office=grantor),
            words(gettext_noop("To: {holder}"), holder=row.instrument.holder.name),
        )
    )


def law(row: RegisterRow) -> Value:
    authority = row.instrument.authority
    statute = ", ".join(filter(None, (authority.statute, authority.section)))
    return Lines((label(row.instrument.vehicle, VEHICLES), authority.text, statute))


def may(row: RegisterRow) -> Value:
    """Each power on a line of its own."""
    return Lines(tuple(power(code) for code in row.powers))


def much(row: RegisterRow) -> Value:
    envelope = row.instrument.envelope
    lines: list[Value] = [Money(envelope.amount, envelope.currency)]
    if row.period:
        starts, ends = row.period
        lines.append(words(gettext_noop("From {starts} until {ends}"), starts=starts, ends=ends))
    if review := row.instrument.review:
        lines.append(words(gettext_noop("Looked at again on {day}"), day=review))
    return Lines(tuple(lines))


def answers(row: RegisterRow) -> Value:
    instrument, until = row.instrument, row.remit.backed_until
    backer, hears = (office(c, row.offices) for c in (instrument.backer, instrument.appeal.office))
    backed = words(gettext_noop("Backed until {until}"), until=until) if until else _("Not backed")
    return Lines(
        (
            words(gettext_noop("Backer: {office}"), office=backer),
            backed,
            words(gettext_noop("Appeals: {office}"), office=hears),
            words(gettext_noop("Promise: {level}"), level=label(instrument.promise.level, LEVELS)),
        )
    )
