"""Drafts as pages: what is being written, what was said of it, and what may become of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from remit.core.bounds import OPINIONS, Instrument, Opinion, instrument_json, instrument_yaml
from remit.core.bounds.labels import label
from remit.core.words import Words, gettext_noop, words
from remit.people.reads import titles
from remit.record.reads import RemitView
from remit.record.reads import remit as find_remit
from remit.stages.charter.pages.grant_check import backing
from remit.stages.charter.pages.saying import Titles, clauses, frame
from remit.stages.charter.pages.showing import crumbs, office, unknown
from remit.stages.charter.reads import drafts as reads
from remit.web import errors
from remit.web.parts import Column, Lines, Link, Status, Table, Value


def drafts(request: HttpRequest, code: str) -> HttpResponse:
    """What is being drafted under this remit."""
    remit = find_remit(code)
    if remit is None:
        return unknown(request, code)
    given = {
        "remit": remit,
        "instrument": remit.instrument,
        "crumbs": crumbs(remit.instrument, (_("Drafts"), "")),
        "table": drafts_table(reads.drafts_under(code), titles()),
    }
    return render(request, "charter/drafts.html", given)


def drafts_table(found: list[reads.DraftView], known: Titles) -> Table:
    columns = (
        Column(_("Draft")),
        Column(_("Newest text"), "number"),
        Column(_("Saved on")),
        Column(_("By")),
    )
    rows = tuple(
        (
            Link(draft.instrument.title, address(draft)),
            draft.number,
            localtime(draft.at).date(),
            office(draft.position, known),
        )
        for draft in found
    )
    return Table(_("Drafts, the newest first"), columns, rows, empty=_("Nothing is drafted here."))


def draft(request: HttpRequest, code: str, draft: str) -> HttpResponse:
    """One draft: its newest text, or the one that `?number=` names."""
    parent = find_remit(code)
    if parent is None:
        return unknown(request, code)
    texts = reads.texts_of(code, draft)
    asked = request.GET.get("number", "")
    shown = [text for text in texts if asked in ("", str(text.number))]
    if not shown:
        return no_draft(request, code)
    found, newest, known = shown[0], texts[0], titles()
    cleared = reads.clearings(code, draft, since=newest.at)
    given = {
        "parent": parent,
        "draft": found,
        "instrument": found.instrument,
        "newest": address(newest),
        "crumbs": crumbs(
            parent.instrument,
            (_("Drafts"), reverse("charter:drafts", args=[code])),
            (found.instrument.title, ""),
        ),
        "by": office(found.position, known),
        "problems": found.instrument.problems(),
        "cleared": clearings_table(cleared),
        "all_cleared": all(one.cleared for one in cleared),
        "asks": list(opinions_asked(parent.instrument)),
        "texts": texts_table(texts, known),
        "clauses": clauses(found.instrument),
        "frame": [*backing(found.instrument, known), *frame(found.instrument, known)],
        "yaml": instrument_yaml(found.instrument),
        **ways_on(parent, found),
    }
    return render(request, "charter/draft.html", given)


def no_draft(request: HttpRequest, code: str) -> HttpResponse:
    """No such draft, or no such text of it."""
    return errors.problem(
        request,
        status=404,
        title=_("There is no such draft"),
        text=_("Under the remit {code} nothing of this name is drafted.").format(code=code[:40]),
        todo=(_("Look for it in the list of drafts."),),
        links=(Link(_("Drafts under this remit"), reverse("charter:drafts", args=[code])),),
    )


def address(draft: reads.DraftView) -> str:
    """Where this text is shown; the newest stands at the draft's own address."""
    own = reverse("charter:draft", args=[draft.parent, draft.code])
    return own if draft.newest else f"{own}?number={draft.number}"


def ways_on(parent: RemitView, draft: reads.DraftView) -> dict[str, object]:
    """Where the draft goes from here: a new remit, or the next version of one that is there."""
    there = find_remit(draft.code)
    varies = there is not None and there.parent == parent.code
    desk = reverse("charter:vary", args=[draft.code]) if varies else ""
    desk = desk or reverse("charter:grant", args=[parent.code])
    return {
        "desk": desk,
        "write_on": f"{desk}?draft={draft.code}",
        "varies": varies,
        "try_out": reverse("charter:try-draft", args=[parent.code, draft.code]),
        "advise": reverse("charter:put-on-file", args=[parent.code, "opinion"]),
        "text": json.dumps(instrument_json(draft.instrument), ensure_ascii=False),
    }


def clearings_table(found: tuple[reads.Clearing, ...]) -> Table:
    """What each opinion comes to, and what is still missing."""
    columns = (Column(_("Opinion")), Column(_("State")), Column(_("Given on")))
    rows = tuple((label(one.about, OPINIONS), state(one), given_on(one)) for one in found)
    return Table(_("Opinions on this draft"), columns, rows, hide_caption=True)


def state(one: reads.Clearing) -> Value:
    if one.cleared:
        return Status(_("Cleared"), "good")
    if not one.stance:
        return Status(_("Missing"), "warn")
    if one.stance != "for":
        return Status(_("Against it"), "bad")
    return Lines(
        (Status(_("Missing"), "warn"), _("It was given on an earlier text: ask once more."))
    )


def given_on(one: reads.Clearing) -> Value:
    if one.at is None:
        return "–"
    day = words(gettext_noop("{day}"), day=localtime(one.at).date())
    return Link(day, reverse("share:record", args=[one.key]))


def opinions_asked(parent: Instrument) -> Iterator[Words]:
    """Which opinions the remit above asks for before a remit is granted under it."""
    for clause in parent.clauses:
        if isinstance(clause, Opinion) and clause.power == "grant":
            yield words(
                gettext_noop("Clause {clause}: {rule}"), clause=clause.id, rule=clause.in_words()
            )


def texts_table(found: list[reads.DraftView], known: Titles) -> Table:
    columns = (
        Column(_("Text")),
        Column(_("Saved on")),
        Column(_("By")),
        Column(_("Why")),
        Column(_("Record")),
    )
    rows: list[tuple[Value, ...]] = [
        (
            Link(words(gettext_noop("Text {number}"), number=text.number), address(text)),
            day_of(text.at),
            office(text.position, known),
            text.reasons,
            Link(_("The record"), reverse("share:record", args=[text.key])),
        )
        for text in found
    ]
    return Table(_("Every text of this draft, the newest first"), columns, tuple(rows))


def day_of(at: datetime) -> Value:
    found: Value = localtime(at).date()
    return found
