"""From a sent form to an act: the same few steps on every page that performs one.

Who sent it, and under which key, is found out here; whether it may be done is the bounds' to say.
"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from remit.people.signin import actor
from remit.record.act import Act, Impossible
from remit.record.perform import NotDone, perform
from remit.web import errors
from remit.web.edge import moment_of
from remit.web.reading import DjangoReader

KEY = "key"
"""The hidden field with the form's key."""


def nobody(request: HttpRequest) -> HttpResponse | None:
    """A page to answer with when a form came from nobody: never signed in, or away too long."""
    if actor(request, at=moment_of(request)) is None:
        return errors.session_expired(request, again=reverse(settings.WEB_SIGN_IN))
    return None


def key_of(request: HttpRequest) -> UUID | None:
    """The form's key; None if it was tampered with."""
    try:
        return UUID(request.POST.get(KEY, ""))
    except ValueError:
        return None


def do(request: HttpRequest, act: Act, *, under: str, form: Form) -> HttpResponse | None:
    """Perform the act and go to its record, whatever the answer was.

    None, with the reason as an error of the form, when it cannot be done at all.
    """
    by, key = actor(request, at=moment_of(request)), key_of(request)
    if by is None:
        return nobody(request)
    if key is None:
        return errors.bad_request(request)
    try:
        record = perform(act, by=by, under=under, at=moment_of(request), key=key)
    except NotDone as answer:
        record = answer.record
    except Impossible as error:
        form.add_error(None, error.words.render(DjangoReader()))
        return None
    return HttpResponseRedirect(reverse(settings.WEB_RECORD, args=[record.key]))


def lead(request: HttpRequest) -> str:
    """What a form says to somebody who may not send it yet."""
    if actor(request, at=moment_of(request)) is None:
        return _("To send this you must act in a position. Take one up first.")
    return ""
