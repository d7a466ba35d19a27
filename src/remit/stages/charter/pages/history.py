"""Every version of a remit: when, by which office and why, and what is different between two."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from remit.core.bounds.difference import EFFECTS, WHATS, Change, Effect, differences
from remit.core.words import gettext_noop, words
from remit.people.reads import titles
from remit.record.reads import remit as find_remit
from remit.stages.charter import reads
from remit.stages.charter.pages.saying import Titles, clauses, frame
from remit.stages.charter.pages.showing import crumbs, office, status, unknown
from remit.stages.charter.tabs import tabs
from remit.web import errors
from remit.web.parts import Column, Lines, Link, Status, Table, Tone, Value

TONES: dict[Effect, Tone] = {
    "wider": "warn",
    "narrower": "good",
    "other": "accent",
    "same": "neutral",
}


class CompareForm(forms.Form):
    """Which two versions are held against each other."""

    before = forms.ChoiceField(label=gettext_lazy("From version"))
    after = forms.ChoiceField(label=gettext_lazy("To version"))

    def __init__(self, given: object, *, numbers: Sequence[int]) -> None:
        newest = numbers[0]
        earlier = numbers[1] if len(numbers) > 1 else newest
        data = {"before": str(earlier), "after": str(newest)}
        if hasattr(given, "items"):
            data |= {name: value for name, value in given.items() if name in data}
        super().__init__(data)
        for field in self.fields.values():
            assert isinstance(field, forms.ChoiceField)
            field.choices = [(str(number), str(number)) for number in numbers]


def history(request: HttpRequest, code: str) -> HttpResponse:
    """The versions, the newest first, and two of them compared: the last two unless asked."""
    remit, found = find_remit(code), reads.versions(code)
    if remit is None or not found:
        return unknown(request, code)
    form = CompareForm(request.GET, numbers=[version.number for version in found])
    compared = None
    if form.is_valid():
        before, after = (
            reads.numbered(found, int(form.cleaned_data[name])) for name in ("before", "after")
        )
        assert before is not None and after is not None
        compared = changes(differences(before.instrument, after.instrument))
    given = {
        "remit": remit,
        "instrument": remit.instrument,
        "status": status(remit.state),
        "crumbs": crumbs(remit.instrument, (_("History"), "")),
        "tabs": tabs(code, here="charter:history"),
        "table": table(found, code, titles()),
        "several": len(found) > 1,
        "compare": form,
        "changes": compared,
    }
    return render(request, "charter/history.html", given, status=422 if form.errors else 200)


def table(found: list[reads.VersionView], code: str, known: Titles) -> Table:
    columns = (
        Column(_("Version")),
        Column(_("From")),
        Column(_("By")),
        Column(_("Why")),
        Column(_("Record")),
    )
    rows: list[tuple[Value, ...]] = []
    for version in found:
        own = reverse("charter:version", args=[code, version.number])
        record = reverse("share:record", args=[version.key]) if version.key else ""
        rows.append(
            (
                Link(words(gettext_noop("Version {number}"), number=version.number), own),
                localtime(version.at).date() if version.at else None,
                office(version.position, known),
                version.reasons or _("The first version."),
                Link(_("The record"), record) if record else None,
            )
        )
    return Table(_("Every version, the newest first"), columns, tuple(rows))


def changes(found: Sequence[Change]) -> Table:
    """What is different, and whether it lets more or less pass: in words, not by colour alone."""
    columns = (
        Column(_("What")),
        Column(_("Before")),
        Column(_("After")),
        Column(_("What it does")),
    )
    rows = tuple(
        (
            Lines((change.heading, words(WHATS[change.what]))),
            change.before or "–",
            change.after or "–",
            Status(words(EFFECTS[change.effect]), TONES[change.effect]),
        )
        for change in found
        if change.where != "version"
    )
    empty = _("The two say the same.")
    return Table(_("What is different"), columns, rows, empty=empty)


def version(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """A version as it was."""
    remit, found = find_remit(code), reads.versions(code)
    if remit is None:
        return unknown(request, code)
    shown = reads.numbered(found, number)
    if shown is None:
        return errors.problem(
            request,
            status=404,
            title=_("There is no such version"),
            text=_("The remit {code} has no version {number}.").format(code=code, number=number),
            todo=(_("Look for it in the history of the remit."),),
            links=(Link(_("The history"), reverse("charter:history", args=[code])),),
        )
    name = _("Version {number}").format(number=number)
    back = (_("History"), reverse("charter:history", args=[code]))
    given = {
        "remit": remit,
        "instrument": shown.instrument,
        "shown": shown,
        "name": name,
        "current": shown.number == remit.version,
        "newest": reverse("charter:remit", args=[code]),
        "crumbs": crumbs(remit.instrument, back, (name, "")),
        "clauses": clauses(shown.instrument),
        "frame": frame(shown.instrument, titles()),
        "yaml_href": f"{reverse('instrument-yaml', args=[code])}?version={number}",
        "json_href": f"{reverse('instrument-json', args=[code])}?version={number}",
    }
    return render(request, "charter/version.html", given)
