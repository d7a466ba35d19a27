"""May I? Anybody asks what the bounds would say, before anything is done. Nothing is recorded."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from remit.core.bounds import POSITIONS, SILENCES
from remit.core.bounds.labels import label
from remit.core.words import Words, gettext_noop, words
from remit.people.actor import Actor
from remit.people.signin import actor
from remit.stages.charter.forms.may_i import MayIForm
from remit.stages.charter.pages.showing import crumbs, status, unknown
from remit.stages.charter.reads.may_i import Answered, Whom, answered, asking
from remit.stages.charter.tabs import tabs
from remit.stages.charter.telling import clause_rows
from remit.web.edge import moment_of


def may_i(request: HttpRequest, code: str) -> HttpResponse:
    """The question, and the answer below it once it was asked."""
    asked = asking(code)
    if asked is None:
        return unknown(request, code)
    now = moment_of(request)
    by = actor(request, at=now)
    sent = request.GET if "power" in request.GET else None
    form = MayIForm(sent, asking=asked, acting=by.position if by else None)
    found = answer_to(form, by, now) if form.is_valid() else None
    instrument = asked.remit.instrument
    given = {
        "remit": asked.remit,
        "instrument": instrument,
        "status": status(asked.remit.state),
        "crumbs": crumbs(instrument, (_("May I?"), "")),
        "tabs": tabs(code, here="charter:may-i"),
        "form": form,
        "found": found,
        "by": by,
        **(shown(found) if found else {}),
    }
    return render(request, "charter/may_i.html", given, status=422 if form.errors else 200)


def answer_to(form: MayIForm, by: Actor | None, now: datetime) -> Answered | None:
    """What the bounds say to a form that is valid."""
    return answered(
        form.instrument.code,
        form.deed(),
        at=form.moment(now),
        position=form.position(),
        person=by.person if by else None,
        interest=form.cleaned_data.get("interest") or "",
    )


def shown(found: Answered) -> dict[str, object]:
    """The answer in words, and every clause with what it finds."""
    return {
        "answer": found.answer.verdict,
        "verdict": verdict(found),
        "asked_as": label(found.position, POSITIONS),
        "whom": [whom_words(whom) for whom in found.whom],
        "standing": clause_rows(found.standing),
        "clauses": clause_rows(found.answer.findings),
    }


def verdict(found: Answered) -> str:
    """The answer in a sentence."""
    if found.unsaid:
        return _("Not yet: something must be said first")
    return {
        "yes": _("Yes: this is in bounds, and nobody else has to sign"),
        "ask": _("Ask first: somebody must agree"),
        "no": _("No: this is out of bounds"),
    }[found.answer.verdict]


def whom_words(whom: Whom) -> Words:
    """Who must agree, by when, and what it means if they don't answer."""
    return words(
        gettext_noop(
            "This position must agree: {position}. Asked at that moment, it has until {due} to "
            "answer. {silence}"
        ),
        position=label(whom.position, POSITIONS),
        due=whom.due,
        silence=words(SILENCES[whom.silence]),
    )
