"""One remit: what was granted, to whom, inside which bounds, and what became of it."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from remit.stages.charter import reads
from remit.stages.charter.offers import OFFERS, USES, offered
from remit.stages.charter.pages import standing
from remit.stages.charter.pages.saying import clauses, frame
from remit.stages.charter.pages.showing import (
    crumbs,
    figures,
    money_bar,
    office,
    status,
    unknown,
)
from remit.stages.charter.tabs import tabs
from remit.web.edge import moment_of


def remit(request: HttpRequest, code: str) -> HttpResponse:
    """One remit: who lent what to whom, clause by clause, and who answers for it."""
    page = reads.remit_page(code)
    if page is None:
        return unknown(request, code)
    instrument = page.remit.instrument
    given = {
        "remit": page.remit,
        "instrument": instrument,
        "status": status(page.remit.state),
        "crumbs": crumbs(instrument),
        "tabs": tabs(code, here="charter:remit"),
        "figures": figures(page.use),
        "bar": money_bar(page.use),
        "clauses": clauses(instrument),
        "frame": frame(instrument, page.titles),
        "backing": page.backing,
        "backer": office(instrument.backer, page.titles),
        "grant": page.grant,
        **standing_of(page, at=moment_of(request)),
    }
    return render(request, "charter/remit.html", given)


def standing_of(page: reads.RemitPage, *, at: datetime) -> dict[str, object]:
    """Where it stands, what stands above and below it, and what can become of it."""
    changes = offered(OFFERS, page.remit, at=at)
    return {
        "notices": list(standing.notices(page, at=at)),
        "steps": standing.steps(page, at=at),
        "steps_label": _("The life of this remit"),
        "ending": standing.ending(page),
        "events": standing.events(page),
        "below": [(child, status(child.state)) for child in page.below],
        "changes": [offer for offer in changes if offer.fits],
        "not_now": [offer for offer in changes if not offer.fits],
        "uses": [offer for offer in offered(USES, page.remit, at=at) if offer.fits],
        "backed": page.remit.backed_until is not None and page.remit.backed_until > at,
    }
