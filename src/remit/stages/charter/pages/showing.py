"""What every page of a remit shows: its state, the way to it, and what became of its money."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from remit.core.bounds import POSITIONS, Instrument
from remit.core.bounds.labels import label
from remit.core.words import Said
from remit.record.reads import RemitView
from remit.stages.charter import reads
from remit.web import errors
from remit.web.charts import Part, StackedBar
from remit.web.parts import Figure, Link, Status, Text, Tone
from remit.web.values import plain

STATES: dict[str, tuple[Text, Tone]] = {
    "granted": (gettext_lazy("Waiting for its backer"), "warn"),
    "in_force": (gettext_lazy("In force"), "good"),
    "suspended": (gettext_lazy("Suspended"), "bad"),
    "ended": (gettext_lazy("Ended"), "neutral"),
}
ENDED_HOW: dict[str, Text] = {
    "lapsed": gettext_lazy("Its time was over."),
    "revoked": gettext_lazy("It was revoked before its time."),
    "exhausted": gettext_lazy("It has done what it was for, and its money is used up."),
    "ended": gettext_lazy("It has done what it was for."),
}


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


def office(code: str, titles: Mapping[str, Said]) -> Text:
    """What a position is called: by the agency, else by everybody; the code if by nobody."""
    return titles.get(code) or label(code, POSITIONS)


def called(remit: RemitView) -> str:
    """Its code and title, in lists to choose from."""
    return _("{code}: {title}").format(code=remit.code, title=plain(remit.instrument.title))


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
