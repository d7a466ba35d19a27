"""The check from outside, and the files by which anybody makes it."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from remit.core.verify import Report
from remit.stages.share import reads
from remit.web import errors
from remit.web.parts import Column, Status, Table


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
