"""The public account as pages, and the files by which anybody can check it."""

from __future__ import annotations

import json
from uuid import UUID

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from remit.core.bounds import KINDS, Finding
from remit.core.verify import Report
from remit.core.words import Money, words
from remit.people.reads import titles
from remit.record import reads as record_reads
from remit.stages.charter.pages import money_bar
from remit.stages.charter.pages import status as remit_status
from remit.stages.charter.reads import remits_with_use
from remit.stages.charter.telling import ANSWERS, thing_of, title
from remit.stages.decide.reads import ADOPT
from remit.stages.share import reads
from remit.web import errors
from remit.web.parts import ClauseRow, Code, Column, Fact, Link, Status, Table, Text, Value

PER_PAGE = 25
IMPLICIT = {"B0", "backing"}
"""What every remit asks for, whatever its clauses."""


def home(request: HttpRequest) -> HttpResponse:
    """What this is, what is lent right now, and what was done last."""
    remits = [(r, remit_status(r.state), money_bar(use, of=r.code)) for r, use in remits_with_use()]
    given = {
        "remits": remits,
        "latest": record_reads.shown(record_reads.records()[:6]),
        "refused": record_reads.shown(record_reads.records(outcome="refused")[:1]),
        "seal": record_reads.seal(),
    }
    return render(request, "share/home.html", given)


def records(request: HttpRequest) -> HttpResponse:
    """Everything that was done, and what was refused, the newest first."""
    outcome = request.GET.get("outcome", "")
    found = record_reads.records(outcome=outcome if outcome in ANSWERS else "")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    given = {
        "page": page,
        "records": record_reads.shown(page.object_list),
        "outcome": outcome,
        "filters": filters(outcome),
        "seal": record_reads.seal(),
        "crumbs": [(_("Record"), "")],
    }
    return render(request, "share/records.html", given)


def filters(outcome: str) -> list[tuple[str, str, bool]]:
    """Text, address and whether it is the one chosen."""
    known = (("", _("All")), ("done", _("Done")), ("asked", _("Asked")), ("refused", _("Refused")))
    own = reverse("share:records")
    return [(text, f"{own}?outcome={o}" if o else own, o == outcome) for o, text in known]


def record(request: HttpRequest, key: UUID) -> HttpResponse:
    """One act or refusal: what was asked, how each clause answered, what it moved."""
    found = record_reads.record(key)
    if found is None:
        return errors.problem(
            request,
            status=404,
            title=_("There is no such record"),
            text=_("The address names a record that is not here. Nothing was done under it."),
            todo=(_("Look for it in the list of records."),),
            links=(Link(_("All records"), reverse("share:records")),),
        )
    given = {
        "record": found,
        "title": title(found),
        "thing": thing_of(found),
        "answer": ANSWERS[found.outcome],
        "verdict": VERDICTS[found.outcome](),
        "refusing": rows(found.refusing),
        "clauses": rows(found.findings),
        "facts": facts(found),
        "postings": postings(found),
        "leaf": json.dumps(json.loads(found.leaf), ensure_ascii=False, indent=2, sort_keys=True),
        "crumbs": [(_("Record"), reverse("share:records")), (title(found), "")],
    }
    return render(request, "share/record.html", given)


VERDICTS = {
    "done": lambda: _("In bounds: it is done, and nobody else had to sign"),
    "asked": lambda: _("Somebody must agree first: nothing is done yet"),
    "refused": lambda: _("Out of bounds: nothing was changed"),
}


def rows(findings: tuple[Finding, ...]) -> list[ClauseRow]:
    """How each clause answered."""
    return [
        ClauseRow(
            "–" if found.clause in IMPLICIT else found.clause,
            found.words,
            finding=found.verdict,
            topic=words(KINDS[found.kind].HEADING) if found.kind in KINDS else "",
        )
        for found in findings
    ]


def facts(record: record_reads.RecordView) -> list[Fact]:
    known = titles()
    found = [
        Fact(_("About"), about(record)),
        Fact(_("When"), record.at),
        Fact(_("By"), known.get(record.position, {"en": record.position})),
    ]
    if record.remit:
        href = reverse("charter:remit", args=[record.remit])
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
        case ["item", item]:
            return Link(thing, reverse("decide:project", args=item.split(".")))
        case ["payment", _code]:
            return Link(thing, reverse("fund:money", args=[record.remit]))
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


def verify(request: HttpRequest) -> HttpResponse:
    """The check from outside, made here, and how to make it yourself."""
    report = reads.report()
    given = {
        "report": report,
        "steps": steps(report) if report else None,
        "totals": report.totals if report else (),
        "verify_command": f"./remit verify {request.build_absolute_uri('/').rstrip('/')}",
        "key": reads.key() if report else "",
        "crumbs": [(_("Check it yourself"), "")],
    }
    return render(request, "share/verify.html", given)


def steps(report: Report) -> Table:
    marks = {
        True: Status(_("Holds"), "good"),
        False: Status(_("Does not hold"), "bad"),
        None: Status(_("Not checked"), "neutral"),
    }
    columns = (Column(_("What")), Column(_("Result")), Column(_("How it is known")))
    found = tuple((step.title, marks[step.ok], step.words) for step in report.steps)
    return Table(_("Each thing rests on those above it"), columns, found)


def log_file(request: HttpRequest, path: str) -> HttpResponseBase:
    return send(request, f"log/{path}", "text/plain; charset=utf-8")


def books(request: HttpRequest) -> HttpResponseBase:
    return send(request, "books.csv", "text/csv; charset=utf-8")


def ballots(request: HttpRequest, name: str) -> HttpResponseBase:
    return send(request, f"ballots/{name}", "text/plain; charset=utf-8")


def send(request: HttpRequest, path: str, kind: str) -> HttpResponseBase:
    """A public file as it lies there. What is addressed by its digest or size never changes."""
    found = reads.public_file(path)
    if found is None:
        return errors.not_found(request)
    if "/tile/" in path:
        kind = "application/octet-stream"
    answer = FileResponse(found.open("rb"), content_type=kind)
    changing = path in {"log/checkpoint", "books.csv"}
    answer["Cache-Control"] = "no-cache" if changing else "public, max-age=31536000, immutable"
    return answer
