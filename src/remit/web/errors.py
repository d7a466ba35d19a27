"""Pages for when something went wrong: each says what happened, and what to do now.

The project names them as its handlers. `server_error` leans on nothing that may itself be broken.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils.translation import gettext as _

from remit.web.parts import Link, Text

log = logging.getLogger(__name__)
LAST_WORDS = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Something broke here</title>"
    "<h1>Something broke here</h1><p>Nothing you sent was half done. Please try again soon.</p>"
)


def problem(
    request: HttpRequest,
    *,
    status: int,
    title: Text,
    text: Text,
    todo: Sequence[Text],
    links: Sequence[Link] = (),
) -> HttpResponse:
    """A page of this kind: what happened, what to do, where to go."""
    given = {"status": status, "title": title, "text": text, "todo": todo, "links": links}
    return render(request, "web/errors/problem.html", given, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return problem(
        request,
        status=400,
        title=_("We could not read that request"),
        text=_("What your browser sent was not complete, or not in a form this service reads."),
        todo=(
            _("Go back to the page you came from and try once more."),
            _("If you typed or copied the address, check it for missing letters."),
        ),
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return problem(
        request,
        status=403,
        title=_("This page is not open to you"),
        text=_("You may need to sign in, or this belongs to somebody else’s work."),
        todo=(
            _("If you have an account here, sign in and open the page again."),
            _("If you think you should see it, ask the steward of the programme."),
        ),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came with a wrong or missing token; Django calls this before any page is reached."""
    log.info("form refused: %s", reason)
    return problem(
        request,
        status=403,
        title=_("We could not be sure that this form came from you"),
        text=_("Nothing was sent and nothing has changed. This protects you from other sites."),
        todo=(
            _("Open the form again and send it once more: the page may have been open too long."),
            _("Allow cookies for this site: without them no form can be checked."),
            _("If you signed in or out in another tab, reload the page first."),
        ),
        links=(Link(_("Open the form again"), request.path),),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return problem(
        request,
        status=404,
        title=_("There is no page here"),
        text=_("The address leads to nothing that this service knows."),
        todo=(
            _("If you typed or copied the address, check it for missing letters."),
            _("Start from the first page and follow the links from there."),
        ),
    )


def gone(
    request: HttpRequest,
    *,
    title: Text,
    text: Text,
    todo: Sequence[Text] = (),
    links: Sequence[Link] = (),
) -> HttpResponse:
    """What was here has ended; the page that knows why gives the words."""
    return problem(request, status=410, title=title, text=text, todo=todo, links=links)


def session_expired(request: HttpRequest, *, again: str) -> HttpResponse:
    """Somebody was away too long; `again` is where they begin anew."""
    return gone(
        request,
        title=_("You were away for a while"),
        text=_("To keep your work safe you were signed out. Nothing was sent, nothing changed."),
        todo=(_("Sign in again."), _("Then open the form once more: it will be empty.")),
        links=(Link(_("Sign in again"), again),),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """No context, no translation, no database: only a file, and if need be not even that."""
    try:
        sheets = [static(f"web/{name}.css") for name in ("tokens", "base", "site")]
    except Exception:  # any failure here must still end in a page
        log.exception("no style sheets for the error page")
        sheets = []
    try:
        body = get_template("web/errors/500.html").render({"sheets": sheets})
    except Exception:  # as above
        log.exception("no template for the error page")
        body = LAST_WORDS
    return HttpResponse(body, status=500)
