"""A remit's file: what stands on it, and the forms by which something is put there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from remit.core.bounds import OPINIONS
from remit.core.bounds.labels import label
from remit.core.words import Said, gettext_noop, words
from remit.people.reads import holder_of, titles
from remit.record.act import Act
from remit.record.reads import remit as find_remit
from remit.stages.charter import acts, reads
from remit.stages.charter.forms import FIELDS, FilingForm
from remit.stages.charter.jobs import CALENDAR
from remit.stages.charter.offers import NOT_ENDED
from remit.stages.charter.pages.saying import Titles
from remit.stages.charter.pages.showing import crumbs, office, status, unknown
from remit.stages.charter.tabs import tabs
from remit.stages.charter.topics import FIGURES, STANCES, TOPICS
from remit.web import errors
from remit.web.checking import Sheet, in_two_steps
from remit.web.edge import moment_of
from remit.web.fields import begin_of
from remit.web.parts import Column, Lines, Link, Table, Text, Value
from remit.web.reading import DjangoReader

PER_PAGE = 25
PUT = ("meeting", "notice", "consultation", "document", "report", "forecast")


def file(request: HttpRequest, code: str) -> HttpResponse:
    """What is on file, without persons; and what can be put there."""
    remit = find_remit(code)
    if remit is None:
        return unknown(request, code)
    topic = request.GET.get("topic", "")
    topic = topic if topic in TOPICS else ""
    page = Paginator(reads.entries(code, topic), PER_PAGE).get_page(request.GET.get("page"))
    known, filed = titles(), reads.file_of(code)
    given = {
        "remit": remit,
        "instrument": remit.instrument,
        "status": status(remit.state),
        "crumbs": crumbs(remit.instrument, (_("File"), "")),
        "tabs": tabs(code, here="charter:file"),
        "page": page,
        "table": table(reads.entry_views(page.object_list), known),
        "counted": [(TOPICS[name][0], number) for name, number in filed.counted.items() if number],
        "filters": filters(code, filed, topic),
        "choices": [
            (reverse("charter:put-on-file", args=[code, name]), *TOPICS[name]) for name in TOPICS
        ],
        "lives": remit.own_state != "ended",
    }
    return render(request, "charter/file.html", given)


def filters(code: str, filed: reads.FileView, chosen: str) -> list[tuple[Text, str, int, bool]]:
    """Topics of which something is shown: text, address, how many, and whether it is chosen."""
    own = reverse("charter:file", args=[code])
    shown = [name for name in TOPICS if filed.counts.get(name) and name not in filed.counted]
    return [
        (TOPICS[name][0], f"{own}?topic={name}", filed.counts[name], name == chosen)
        for name in shown
    ]


def table(found: list[reads.EntryView], known: Titles) -> Table:
    columns = (
        Column(_("What")),
        Column(_("About")),
        Column(_("In words")),
        Column(_("By")),
        Column(_("On")),
    )
    rows = tuple((what(e), about(e), said(e), office(e.position, known), on(e)) for e in found)
    return Table(
        _("What is on file, the newest first"), columns, rows, empty=_("Nothing is on file here.")
    )


def what(entry: reads.EntryView) -> Value:
    """Topic, code and what it comes to."""
    called = OPINIONS if entry.topic == "opinion" else {}
    lines: list[Text] = [TOPICS[entry.topic][0] if entry.topic in TOPICS else entry.topic]
    if entry.topic == "lifting" and entry.code in TOPICS:
        lines.append(TOPICS[entry.code][0])
    elif entry.code:
        lines.append(label(entry.code, called))
    if entry.stance:
        lines.append(STANCES.get(entry.stance, entry.stance))
    return Lines(tuple(lines))


def about(entry: reads.EntryView) -> Value:
    return entry.item or _("The remit as a whole")


def said(entry: reads.EntryView) -> Value:
    """The text, and the figures and the last day where there are any."""
    lines: list[Value] = [entry.text]
    for name, figure in entry.figures.items():
        called = FIGURES.get(name, name)
        lines.append(words(gettext_noop("{what}: {figure}"), what=str(called), figure=figure))
    if entry.until:
        lines.append(words(gettext_noop("Holds until {day}"), day=entry.until))
    return Lines(tuple(lines))


def on(entry: reads.EntryView) -> Value:
    """The day, which leads to the record."""
    return Link(DjangoReader().day(entry.at), reverse("share:record", args=[entry.key]))


@require_http_methods(["GET", "POST"])
def put_on_file(request: HttpRequest, code: str, topic: str) -> HttpResponse:
    """The form of one topic, in two steps."""
    remit = find_remit(code)
    if remit is None:
        return unknown(request, code)
    if topic not in FIELDS:
        return unknown_topic(request, code)
    sent = request.POST if request.method == "POST" else None
    form = FilingForm(
        sent,
        initial={"item": request.GET.get("item", "")[:64]},
        instrument=remit.instrument,
        topic=topic,
        positions=people() if topic == "clearance" else {},
    )
    token = whose(request, form) if topic == "clearance" and form.is_valid() else ""
    name, purpose = TOPICS[topic]
    back = (_("File"), reverse("charter:file", args=[code]))
    ended = words(gettext_noop("This remit has ended. {when}"), when=str(NOT_ENDED))
    sheet = Sheet(
        title=_("Put on file: {what}").format(what=name),
        lead=purpose,
        crumbs=crumbs(remit.instrument, back, (name, "")),
        about=tuple(consequences(topic)),
        warning=ended if remit.own_state == "ended" else "",
        send=_("Put it on file"),
    )
    return in_two_steps(
        request, form, act=lambda: ACTS[topic](form, token), under=code, sheet=sheet
    )


def people() -> dict[str, Said]:
    """The positions that persons hold."""
    return {code: title for code, title in titles().items() if code != CALENDAR}


def unknown_topic(request: HttpRequest, code: str) -> HttpResponse:
    return errors.problem(
        request,
        status=404,
        title=_("Nothing of this sort is put on file"),
        text=_("The address names a topic that there is no form for."),
        todo=(_("Choose one on the page of the file."),),
        links=(Link(_("The file"), reverse("charter:file", args=[code])),),
    )


def whose(request: HttpRequest, form: FilingForm) -> str:
    """The token of whom a clearance is about; the form says so where nobody holds the position."""
    found = holder_of(form.cleaned_data["whose"], at=moment_of(request))
    if found is None:
        form.add_error("whose", _("Nobody holds this position now. Choose another."))
        return ""
    return found.person


def consequences(topic: str) -> list[Text]:
    """What it does to put this on file."""
    found: list[Text] = [
        _("It stays on file for good. What was wrong is set right by a later entry."),
    ]
    if topic in ("clearance", "interest"):
        found.append(_("The public sees that there is one, and not whose it is."))
    else:
        found.append(_("Everybody can read it, with the office that put it there."))
    if topic in ("concern", "incident", "forecast"):
        found.append(_("Where a stop rule says so, everything under the remit stops at once."))
    if topic == "lifting":
        found.append(_("What was stopped goes on from now on, if your office may lift it."))
    return [*found, _("It moves no money.")]


def until_of(form: FilingForm) -> dict[str, Any]:
    day = form.cleaned_data.get("until")
    return {"until": begin_of(day)} if day else {}


def taken(form: FilingForm, *names: str) -> dict[str, Any]:
    """These answers under the names that the act has for them."""
    return {name: form.cleaned_data[name] for name in (*names, "text")}


def filed(form: FilingForm, token: str) -> Act:
    """A meeting, a report and their like."""
    return acts.PutOnFile(
        topic=form.topic,
        item=form.cleaned_data.get("item", ""),
        code=form.cleaned_data.get("code", ""),
        figures=form.figures,
        text=form.cleaned_data["text"],
    )


def raised(form: FilingForm, token: str) -> Act:
    return acts.Raise(topic=form.topic, figures=form.figures, text=form.cleaned_data["text"])


ACTS: Mapping[str, Callable[[FilingForm, str], Act]] = {
    "opinion": lambda form, token: acts.Advise(**taken(form, "item", "code", "stance")),
    "clearance": lambda form, token: acts.Verify(
        person=token, **taken(form, "code", "stance"), **until_of(form)
    ),
    "interest": lambda form, token: acts.Declare(**taken(form, "code", "stance"), **until_of(form)),
    "attestation": lambda form, token: acts.Attest(**taken(form, "item", "code"), **until_of(form)),
    "concern": raised,
    "incident": raised,
    "lifting": lambda form, token: acts.Lift(**taken(form, "code")),
    "direction": lambda form, token: acts.Direct(
        **{name: form.cleaned_data[name] for name in FIELDS["direction"]}
    ),
    **dict.fromkeys(PUT, filed),
}
"""By topic, the act that its form becomes."""
