"""Taking a part in the demonstration. Outside demonstration mode these addresses do not exist."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from remit.people import reads, signin

HIDDEN = {"calendar"}
"""Positions that no person holds."""


@require_http_methods(["GET", "POST"])
def part(request: HttpRequest) -> HttpResponse:
    """Choose a position to act in; a demonstration's stand-in for signing in."""
    if not settings.DEMO:
        raise Http404
    titles = {code: title for code, title in reads.titles().items() if code not in HIDDEN}
    if request.method == "POST":
        chosen = request.POST.get("position", "")
        signin.take_part(request, chosen if chosen in titles else "")
        return HttpResponseRedirect(back_to(request))
    given = {"parts": titles, "next": request.GET.get("next", "")}
    return render(request, "project/part.html", given)


def back_to(request: HttpRequest) -> str:
    """The page that somebody came from, if it is one of ours."""
    asked = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure()):
        return asked
    return reverse(settings.WEB_HOME)
