"""The forms by which a holder decides a matter, and by which a recommendation is answered."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from remit.record.act import Act
from remit.stages.charter.pages import crumbs, unknown
from remit.stages.charter.reads.may_i import asking
from remit.stages.decide.acts import Accept, Alter, Decide, Decline
from remit.stages.decide.forms import DecideForm, RespondForm
from remit.web.checking import Sheet, in_two_steps
from remit.web.inputs import noon

ACTS: dict[str, type[Alter] | type[Decline]] = {"alter": Alter, "decline": Decline}


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, code: str) -> HttpResponse:
    """Decide something in bounds: the clauses answer, and nobody else signs."""
    asked = asking(code)
    if asked is None:
        return unknown(request, code)
    instrument = asked.remit.instrument
    sent = request.POST if request.method == "POST" else None
    form = DecideForm(sent, instrument=instrument, clauses=asked.clauses)
    title = _("Decide something")
    sheet = Sheet(
        title=title,
        lead=instrument.title,
        crumbs=crumbs(instrument, (title, "")),
        about=(
            _("In bounds it is decided, and nobody else has to sign."),
            _("Some clauses ask somebody first. Then nothing is done yet, and they are asked."),
            _("If it takes money, that money is set aside at once."),
            _("Out of bounds nothing is changed, and the clause that says no is named."),
        ),
        send=_("Decide it"),
    )
    return in_two_steps(request, form, act=lambda: decision(form), under=code, sheet=sheet)


def decision(form: DecideForm) -> Act:
    """What was filled in; what was not asked keeps what the act takes for not said."""
    said: dict[str, Any] = {
        name: value for name, value in form.cleaned_data.items() if value not in (None, "")
    }
    if until := said.get("until"):
        said["until"] = noon(until)
    if risk := said.get("risk"):
        said["risk"] = int(risk)
    return Decide(**said)


@require_http_methods(["GET", "POST"])
def respond(request: HttpRequest, code: str) -> HttpResponse:
    """Accept a recommendation, accept it in another form, or decline it; always with reasons."""
    asked = asking(code)
    if asked is None:
        return unknown(request, code)
    instrument = asked.remit.instrument
    form = RespondForm(request.POST if request.method == "POST" else None)
    title = _("Answer a recommendation")
    sheet = Sheet(
        title=title,
        lead=instrument.title,
        crumbs=crumbs(instrument, (title, "")),
        about=(
            _("The answer stands beside the recommendation, with its reasons, for everybody."),
            _("A recommendation is answered once."),
            _("Where a clause asks for it, you speak with those who recommended it first."),
        ),
        send=_("Publish the answer"),
    )
    return in_two_steps(request, form, act=lambda: response(form), under=code, sheet=sheet)


def response(form: RespondForm) -> Act:
    """The act for the answer that was chosen."""
    given = form.cleaned_data
    said = {name: given[name] for name in ("item", "recommendation", "reasons")}
    if given["answer"] == "accept":
        return Accept(**said)
    return ACTS[given["answer"]](because=given["because"], **said)
