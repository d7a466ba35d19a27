"""The same remit in easy words, for people who find reading hard; it prints well."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from remit.core.bounds.easy_read import easy_read as in_easy_words
from remit.record.reads import remit as find_remit
from remit.stages.charter.pages.showing import crumbs, unknown


def easy_read(request: HttpRequest, code: str) -> HttpResponse:
    """One sentence a line, in large letters, made from the instrument itself."""
    remit = find_remit(code)
    if remit is None:
        return unknown(request, code)
    given = {
        "remit": remit,
        "instrument": remit.instrument,
        "sections": in_easy_words(remit.instrument, state=remit.state),
        "crumbs": crumbs(remit.instrument, (_("Easy Read"), "")),
    }
    return render(request, "charter/easy_read.html", given)
