"""Remits as pages: what was granted, to whom, inside which bounds, and what became of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from remit.core.bounds import (
    BINDING_ABOUT,
    BINDINGS,
    VEHICLE_ABOUT,
    VEHICLES,
    Instrument,
    instrument_words,
)
from remit.core.words import Said, words
from remit.stages.charter import reads
from remit.stages.charter.tabs import tabs
from remit.web import errors
from remit.web.charts import Part, StackedBar
from remit.web.parts import ClauseRow, Fact, Figure, Link, Status, Text, Tone

STATES: dict[str, tuple[Text, Tone]] = {
    "drafted": (gettext_lazy("Waiting for its backer"), "warn"),
    "in_force": (gettext_lazy("In force"), "good"),
    "suspended": (gettext_lazy("Suspended"), "bad"),
    "ended": (gettext_lazy("Ended"), "neutral"),
}


def remits(request: HttpRequest) -> HttpResponse:
    """Every remit of this agency."""
    found = [
        (remit, status(remit.state), money_bar(use, of=remit.code))
        for remit, use in reads.remits_with_use()
    ]
    return render(request, "charter/remits.html", {"remits": found, "crumbs": [(_("Remits"), "")]})


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
        "clauses": [
            ClauseRow(clause, text, topic=heading)
            for clause, heading, text in instrument_words(instrument)
        ],
        "frame": frame(instrument, page.titles),
        "backing": page.backing,
        "backer": page.titles.get(instrument.backer, {"en": instrument.backer}),
        "grant": page.grant,
    }
    return render(request, "charter/remit.html", given)


def unknown(request: HttpRequest, code: str) -> HttpResponse:
    """Nobody has granted such a remit."""
    return errors.problem(
        request,
        status=404,
        title=_("There is no remit with this code"),
        text=_("“{code}” is not the code of any remit here.").format(code=code[:40]),
        todo=(
            _("Look for it in the list of remits."),
            _("If you typed the address, check it: codes are capital letters, digits and dashes."),
        ),
        links=(Link(_("All remits"), reverse("charter:remits")),),
    )


def status(state: str) -> Status:
    """The state in a word."""
    return Status(*STATES[state])


def crumbs(instrument: Instrument, *more: tuple[Text, str]) -> list[tuple[Text, str]]:
    """The way to a page of this remit; what is given more lies behind it."""
    own = reverse("charter:remit", args=[instrument.code]) if more else ""
    return [(_("Remits"), reverse("charter:remits")), (instrument.title, own), *more]


def figures(use: reads.Use) -> list[Figure]:
    """What became of the envelope, in four sums."""
    return [
        Figure(_("Envelope"), use.money("envelope"), tone="strong"),
        Figure(_("Committed"), use.money("committed"), _("bound, and not yet paid")),
        Figure(_("Paid"), use.money("paid")),
        Figure(_("Free"), use.money("free")),
    ]


def money_bar(use: reads.Use, *, of: str = "") -> StackedBar:
    """The same as a bar. What is set aside and not yet bound is shown only if there is any."""
    parts = [
        Part(_("Paid"), use.money("paid"), "solid"),
        Part(_("Committed"), use.money("committed"), "hatch"),
        Part(_("Set aside"), use.money("reserved"), "dots"),
        Part(_("Free"), use.money("free"), "open"),
    ]
    return StackedBar(
        _("What became of the envelope"),
        tuple(part for part in parts if part.text != _("Set aside") or use.reserved),
        whole=use.money("envelope"),
        of=of,
    )


def frame(instrument: Instrument, titles: dict[str, Said]) -> list[Fact]:
    """What stands around the clauses."""
    return [
        Fact(_("Granted by"), titles.get(instrument.grantor, {"en": instrument.grantor})),
        Fact(_("Granted to"), instrument.holder),
        Fact(_("By authority of"), instrument.authority),
        Fact(
            _("Legal form"),
            words(VEHICLES[instrument.vehicle]),
            words(VEHICLE_ABOUT[instrument.vehicle]),
        ),
        Fact(
            _("How binding"),
            words(BINDINGS[instrument.binding]),
            words(BINDING_ABOUT[instrument.binding]),
        ),
        Fact(_("What the public is promised"), instrument.promise),
        Fact(_("If you disagree"), instrument.appeal),
        Fact(_("How it ends"), instrument.ending),
    ]
