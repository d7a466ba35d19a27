"""What waits for an answer, what was asked, and the forms by which it is agreed to or declined."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from remit.core.bounds import POSITIONS, SILENCES
from remit.core.bounds.labels import label
from remit.core.words import Words, gettext_noop, words
from remit.people.actor import Actor
from remit.people.signin import actor
from remit.record.again import act_of
from remit.record.reads import remit as find_remit
from remit.record.requests import AGREED, DECLINED, OPEN, SILENT, USED
from remit.stages.charter.acts import Agree, DeclineRequest
from remit.stages.charter.reads import requests as reads
from remit.stages.charter.reads.requests import Asked, RequestView
from remit.stages.charter.spelling_out import spelt_out
from remit.stages.charter.telling import clause_rows, thing_of, title
from remit.web import doing, errors
from remit.web.edge import moment_of
from remit.web.fields import SaidField
from remit.web.parts import Link, Status, Step, StepState, Text, Tone

PER_PAGE = 20
AGAIN = "again"
ANSWERS = {"agree": Agree, "decline": DeclineRequest}
STATES: dict[str, tuple[Text, Tone]] = {
    OPEN: (gettext_lazy("Waits for an answer"), "warn"),
    AGREED: (gettext_lazy("Agreed, not yet done"), "good"),
    DECLINED: (gettext_lazy("Declined"), "bad"),
    SILENT: (gettext_lazy("Nobody answered in time"), "bad"),
    USED: (gettext_lazy("Done"), "accent"),
}
ANSWERED: dict[str, str] = {
    AGREED: gettext_noop("Agreed: {position}"),
    USED: gettext_noop("Agreed: {position}"),
    DECLINED: gettext_noop("Declined: {position}"),
    SILENT: gettext_noop("No answer in time: {position}"),
}


class AnswerForm(forms.Form):
    """Why one agrees, or declines."""

    reasons = SaidField(
        label=gettext_lazy("Your reasons"),
        help_text=gettext_lazy("They are published with your answer, under your position."),
    )


def requests(request: HttpRequest) -> HttpResponse:
    """What waits for the position one acts in, and what one has asked."""
    by = actor(request, at=moment_of(request))
    own = reads.asked_by(by.person if by else None)
    page = Paginator(own, PER_PAGE).get_page(request.GET.get("page"))
    given = {
        "by": by,
        "acting": label(by.position, POSITIONS) if by else "",
        "waiting": [summary(found) for found in (reads.waiting(by.position) if by else ())],
        "own": [summary(found) for found in reads.views(page.object_list)],
        "page": page,
        "lead": doing.lead(request),
        "crumbs": [(_("Requests"), "")],
    }
    return render(request, "charter/requests.html", given)


@require_http_methods(["GET", "POST"])
def request_page(request: HttpRequest, key: UUID) -> HttpResponse:
    """One request from the question to the act: who is asked, until when, and what came of it."""
    asked = reads.asked_in(key)
    if asked is None:
        return unknown(request)
    if request.method == "POST" and (away := doing.nobody(request)):
        return away
    sent = request.POST.get("answer", "") if request.method == "POST" else None
    if sent is not None and sent not in (*ANSWERS, AGAIN):
        return errors.bad_request(request)
    form = AnswerForm(request.POST if sent in ANSWERS else None)
    going = forms.Form(request.POST if sent == AGAIN else None)
    if done := answer(request, asked, form=form, going=going):
        return done
    by = actor(request, at=moment_of(request))
    given = {**shown(asked, by), "form": form, "going": going, "lead": doing.lead(request)}
    status = 422 if form.errors or going.errors else 200
    return render(request, "charter/request.html", given, status=status)


def answer(
    request: HttpRequest, asked: Asked, *, form: AnswerForm, going: forms.Form
) -> HttpResponse | None:
    """Do what was sent; None where nothing was, or where it cannot be done."""
    under = asked.requests[0].remit
    if going.is_valid():
        act = act_of(asked.record)
        return doing.do(request, act, under=under, form=going) if act else None
    if form.is_valid():
        kind = ANSWERS[request.POST["answer"]]
        given = kind(request=asked.record.key, reasons=form.cleaned_data["reasons"])
        return doing.do(request, given, under=under, form=form)
    return None


def shown(asked: Asked, by: Actor | None) -> dict[str, object]:
    """The act that was asked about, what the clauses say, and how far it has come."""
    record, first = asked.record, asked.requests[0]
    mine = by is not None and (by.person, by.position) == (first.person, first.position)
    remit = find_remit(first.remit)
    assert remit is not None, "a request stands under a remit"
    return {
        "record": record,
        "title": title(record),
        "thing": thing_of(record),
        "asked": asked,
        "requests": [summary(found) for found in asked.requests],
        "entered": spelt_out(record, instrument=remit.instrument),
        "clauses": clause_rows(record.findings),
        "steps": steps(asked),
        "mine": mine,
        "can_go_on": act_of(record) is not None,
        "crumbs": [(_("Requests"), reverse("charter:requests")), (title(record), "")],
    }


def summary(found: RequestView) -> dict[str, object]:
    """One request as a list shows it."""
    return {
        "href": reverse("charter:request", args=[found.record.key]),
        "title": title(found.record),
        "thing": thing_of(found.record),
        "asker": label(found.position, POSITIONS),
        "whom": label(found.whom, POSITIONS),
        "remit": Link(found.remit, reverse("charter:remit", args=[found.remit])),
        "clauses": clause_rows(found.findings),
        "due": found.due,
        "silence": words(SILENCES[found.silence]),
        "open": found.state == OPEN,
        "status": Status(*STATES[found.state]),
    }


def steps(asked: Asked) -> list[Step]:
    """Asked, answered by each, done."""
    record = asked.record
    found = [Step(_("Asked"), "done", href(record.key), on(record.at))]
    for request in asked.requests:
        found.append(answered(request, asked))
    stopped = any(request.state in (DECLINED, SILENT) for request in asked.requests)
    if asked.done:
        done = asked.done
        return [*found, Step(_("Done"), "done", href(done.key), on(done.at))]
    state: StepState = "current" if asked.agreed else "next"
    last = _("Not done: somebody did not agree") if stopped else _("Done by whoever asked")
    return [*found, Step(last, state)]


def answered(request: RequestView, asked: Asked) -> Step:
    """How one of those who are asked answered, with the record of the answer."""
    position = label(request.whom, POSITIONS)
    record = asked.answers.get(request.whom)
    if request.state == OPEN or record is None:
        text = words(gettext_noop("To answer: {position}"), position=position)
        note = words(gettext_noop("Until {due}."), due=request.due)
        return Step(text, "current" if request.state == OPEN else "done", note=note)
    silent = record.kind == reads.SILENCE
    text = words(ANSWERED[SILENT if silent else request.state], position=position)
    note = words(SILENCES[request.silence]) if silent else on(record.at)
    return Step(text, "done", href(record.key), note)


def href(key: str) -> str:
    return reverse("share:record", args=[key])


def on(at: datetime) -> Words:
    return words(gettext_noop("On {day}."), day=at)


def unknown(request: HttpRequest) -> HttpResponse:
    """Nothing was asked under this address."""
    return errors.problem(
        request,
        status=404,
        title=_("There is no such request"),
        text=_("The address names a request that is not here: nobody was asked under it."),
        todo=(_("Look for it in the list of requests."),),
        links=(Link(_("All requests"), reverse("charter:requests")),),
    )
