"""The first page, and everything that was done and refused."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from remit.record import reads as record_reads
from remit.stages.charter.pages import money_bar
from remit.stages.charter.pages import status as remit_status
from remit.stages.charter.reads import remits_with_use
from remit.stages.charter.telling import ANSWERS

PER_PAGE = 25


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
