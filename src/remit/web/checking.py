"""Forms in two steps, at one address and without JavaScript: fill in, check your answers, send.

The first step only shows what was written, with what sending it will do. Its answers go along
hidden, under the key that the form was opened with, so that sending twice does it once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.forms import BoundField, ChoiceField, Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from remit.record.act import Act
from remit.web import doing, errors
from remit.web.edge import fresh_key
from remit.web.parts import ButtonKind, Fact, Lines, Text, Value

STEP = "step"
CHECK, SEND, CHANGE = "check", "send", "change"
NOT_CARRIED = {STEP, doing.KEY, "csrfmiddlewaretoken"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands around the answers: what is done by sending them, said before it is done."""

    title: Text
    crumbs: Sequence[tuple[Text, str]]
    lead: Text = ""
    about: Sequence[Text] = ()
    """What it means and does, sentence by sentence; shown in both steps."""
    quote: Text = ""
    """Words that somebody puts their name to."""
    warning: Text = ""
    """Why it may not fit now."""
    send: Text
    """What the button says."""
    kind: ButtonKind = "primary"


def in_two_steps(
    request: HttpRequest, form: Form, *, act: Callable[[], Act], under: str, sheet: Sheet
) -> HttpResponse:
    """The page that is due: the form, the answers to be checked, or the record of what was done.

    `form` is bound when something was sent; `act` is only called once it is valid.
    """
    if request.method == "POST":
        if away := doing.nobody(request):
            return away
        if doing.key_of(request) is None:
            return errors.bad_request(request)
    step = request.POST.get(STEP)
    if step != CHANGE and form.is_valid():
        if step != SEND:
            return check(request, form, sheet)
        if done := doing.do(request, act(), under=under, form=form):
            return done
    return fill(request, form, sheet)


def fill(request: HttpRequest, form: Form, sheet: Sheet) -> HttpResponse:
    """The first step, or the same once more with what is to be mended."""
    given = {
        "sheet": sheet,
        "form": form,
        "key": request.POST.get(doing.KEY) or fresh_key(request),
        "lead": doing.lead(request),
        "sign_in": reverse(settings.WEB_SIGN_IN),
    }
    status = 422 if form.errors else 200
    return render(request, "web/forms/fill.html", given, status=status)


def check(request: HttpRequest, form: Form, sheet: Sheet) -> HttpResponse:
    """The second step: every answer as it will be read."""
    given = {
        "sheet": sheet,
        "answers": list(answers(form)),
        "carried": list(carried(request)),
        "key": request.POST[doing.KEY],
        "crumbs": [*sheet.crumbs[:-1], (sheet.title, request.path), (_("Check your answers"), "")],
    }
    return render(request, "web/forms/check.html", given)


def carried(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """What was filled in, to be sent along."""
    for name, values in request.POST.lists():
        if name not in NOT_CARRIED:
            yield from ((name, str(value)) for value in values)


def answers(form: Form) -> Iterator[Fact]:
    """Each question of a valid form with its answer in words."""
    for bound in form:
        if not bound.is_hidden:
            yield Fact(bound.label, answer(bound, form.cleaned_data.get(bound.name)))


def answer(bound: BoundField, value: object) -> Value:
    """As a person reads it. A field may say so itself: with a method `shown`, and with
    `when_empty` what it counts as when it was left empty."""
    field = bound.field
    if value in (None, "", [], {}):
        said: Value = getattr(field, "when_empty", _("Left empty"))
        return said
    if shown := getattr(field, "shown", None):
        found: Value = shown(value)
        return found
    if isinstance(field, ChoiceField):
        called = {str(code): text for code, text in field.widget.choices}
        many = value if isinstance(value, list) else [value]
        return Lines(tuple(called.get(str(one), str(one)) for one in many))
    return value if isinstance(value, bool | int | date) else str(value)
