"""One act or refusal: what was asked, how each clause answered, what it moved."""

from __future__ import annotations

import json
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from remit.core.words import Money
from remit.people.reads import titles
from remit.record import reads as record_reads
from remit.stages.charter.acts import DraftRemit
from remit.stages.charter.pages.requests import steps
from remit.stages.charter.reads.requests import Asked, asked_for
from remit.stages.charter.telling import ANSWERS, clause_rows, thing_of, title
from remit.stages.decide.reads import ADOPT
from remit.web import errors
from remit.web.parts import Code, Column, Fact, Link, Table, Text, Value


def record(request: HttpRequest, key: UUID) -> HttpResponse:
    """One act or refusal: what was asked, how each clause answered, what it moved."""
    found = record_reads.record(key)
    if found is None:
        return unknown(request)
    asked = asked_for(found)
    given = {
        "record": found,
        "title": title(found),
        "thing": thing_of(found),
        "answer": ANSWERS[found.outcome],
        "verdict": verdict(found, asked),
        "refusing": clause_rows(found.refusing),
        "clauses": clause_rows(found.findings),
        "facts": facts_of(found, by=titles().get(found.position, {"en": found.position})),
        "asked": asked,
        "steps": steps(asked) if asked else None,
        "postings": postings(found),
        "leaf": json.dumps(json.loads(found.leaf), ensure_ascii=False, indent=2, sort_keys=True),
        "crumbs": [(_("Record"), reverse("share:records")), (title(found), "")],
    }
    return render(request, "share/record.html", given)


def unknown(request: HttpRequest) -> HttpResponse:
    """Nothing stands on the record under this address."""
    return errors.problem(
        request,
        status=404,
        title=_("There is no such record"),
        text=_("The address names a record that is not here. Nothing was done under it."),
        todo=(_("Look for it in the list of records."),),
        links=(Link(_("All records"), reverse("share:records")),),
    )


def verdict(record: record_reads.RecordView, asked: Asked | None) -> str:
    """The answer in a sentence."""
    match record.outcome:
        case "asked":
            return _("Somebody must agree first: nothing is done yet")
        case "refused":
            return _("Out of bounds: nothing was changed")
    if asked:
        return _("In bounds: those who were asked agreed, and it is done")
    return _("In bounds: it is done, and nobody else had to sign")


def facts_of(record: record_reads.RecordView, *, by: Text) -> list[Fact]:
    """What it was about, when and by which office, under what, and where it stands in the log."""
    found = [
        Fact(_("About"), about(record)),
        Fact(_("When"), record.at),
        Fact(_("By"), by),
    ]
    if record.remit:
        href = reverse("charter:version", args=[record.remit, record.version])
        note = _("version {number}").format(number=record.version)
        found.append(Fact(_("Under the remit"), Link(record.remit, href), note))
    sealed: Text = _("waits for the sealer, about a second")
    if record.index is not None:
        sealed = _("as leaf {index} of the log").format(index=record.index)
    return [*found, Fact(_("Place in the log"), sealed), Fact(_("Leaf hash"), Code(record.digest))]


def about(record: record_reads.RecordView) -> Value:
    """What it was about; where that has a page, the way there."""
    thing = thing_of(record)
    if record.outcome != "done" and record.kind != ADOPT:
        return thing  # what never came to be has no page
    match record.subject.split("/"):
        case ["ballot", *names]:
            page = "decide:project" if names[1:] else "decide:ballot"
            return Link(thing, reverse(page, args=names))
        case ["item", item] if "." in item:
            return Link(thing, reverse("decide:project", args=item.split(".", 1)))
        case ["item" | "recommendation", _item]:
            return Link(thing, reverse("decide:decisions", args=[record.remit]))
        case ["request", key]:
            return Link(thing, reverse("charter:request", args=[key]))
        case ["payment", _code]:
            return Link(thing, reverse("fund:money", args=[record.remit]))
        case ["file", *_]:
            return Link(thing, reverse("charter:file", args=[record.remit]))
        case [draft] if record.kind == DraftRemit.kind:
            return Link(thing, reverse("charter:draft", args=[record.remit, draft]))
        case [remit]:
            return Link(thing, reverse("charter:remit", args=[remit]))
    return thing


def postings(record: record_reads.RecordView) -> Table:
    columns = (
        Column(_("From the account")),
        Column(_("To the account")),
        Column(_("Amount"), "number"),
    )
    found = tuple(
        (
            Code(str(posting["credit"])),
            Code(str(posting["debit"])),
            Money(int(str(posting["amount"])), str(posting["unit"])),
        )
        for posting in record.postings
    )
    return Table(_("What it moved"), columns, found, empty=_("It moved no money."))
