"""Every remit of the agency, to be looked through by words, state, holder and legal form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from remit.core.bounds import HOLDERS, VEHICLES
from remit.core.words import words
from remit.record.reads import RemitView
from remit.stages.charter import reads
from remit.stages.charter.pages.showing import STATES, status
from remit.web.edge import moment_of
from remit.web.searching import found_in
from remit.web.values import plain

PER_PAGE = 24
SOON_DAYS = 30
ANY = ("", gettext_lazy("Any"))


def said(labels: Mapping[str, str]) -> list[tuple[str, str]]:
    """Codes and what they are called in the language of the page."""
    return [(code, plain(words(text))) for code, text in labels.items()]


class SearchForm(forms.Form):
    """What to look for. What can't be read is said, and filters nothing."""

    all_optional = True

    q = forms.CharField(
        label=gettext_lazy("Words"),
        help_text=gettext_lazy("In the title, the holder, what it is for, or the code."),
        required=False,
        max_length=200,
        widget=forms.SearchInput(attrs={"autocomplete": "off"}),
    )
    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=[ANY, *((code, text) for code, (text, _tone) in STATES.items())],
        required=False,
    )
    holder = forms.ChoiceField(
        label=gettext_lazy("Granted to"),
        choices=lambda: [ANY, *said(HOLDERS)],
        required=False,
    )
    vehicle = forms.ChoiceField(
        label=gettext_lazy("Legal form"),
        choices=lambda: [ANY, *said(VEHICLES)],
        required=False,
    )
    soon = forms.BooleanField(
        label=gettext_lazy("Only where the backing is over within 30 days"), required=False
    )


def remits(request: HttpRequest) -> HttpResponse:
    """Every remit of this agency, or those that are looked for."""
    form = SearchForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    everything = reads.remits_with_use()
    found = [(remit, use) for remit, use in everything if fits(remit, asked, at=moment_of(request))]
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    given = {
        "remits": [(remit, status(remit.state), use) for remit, use in page.object_list],
        "page": page,
        "search": form,
        "searching": any(asked.values()) or bool(form.errors),
        "any": bool(everything),
        "number": len(found),
        "crumbs": [(_("Remits"), "")],
    }
    return render(request, "charter/remits.html", given, status=422 if form.errors else 200)


def fits(remit: RemitView, asked: dict[str, Any], *, at: datetime) -> bool:
    """Whether it is one of those that are looked for."""
    instrument = remit.instrument
    return (
        asked.get("state") in ("", None, remit.state)
        and asked.get("holder") in ("", None, instrument.holder.kind)
        and asked.get("vehicle") in ("", None, instrument.vehicle)
        and (not asked.get("soon") or over_soon(remit, at=at))
        and found_in(asked.get("q", ""), texts(remit))
    )


def over_soon(remit: RemitView, *, at: datetime) -> bool:
    """Whether somebody backs it now, and not for long."""
    until = remit.backed_until
    return until is not None and at < until <= at + timedelta(days=SOON_DAYS)


def texts(remit: RemitView) -> Iterator[str]:
    """What is searched, in every language."""
    instrument = remit.instrument
    yield remit.code
    for text in (instrument.title, instrument.holder.name, instrument.scope):
        yield from text.values()
