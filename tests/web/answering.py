"""Addresses that answer with each kind of trouble, as tests put them in the project's place."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_GET

from remit.project import urls
from remit.web import errors


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("as a page that has a fault")


def closed(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def unreadable(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


def ended(request: HttpRequest) -> HttpResponse:
    return errors.gone(request, title="It has ended", text="It was here.", todo=("Look on.",))


@require_GET
def only_read(request: HttpRequest) -> HttpResponse:
    return HttpResponse("read")


urlpatterns = [
    path("broken", broken),
    path("closed", closed),
    path("unreadable", unreadable),
    path("ended", ended),
    path("only-read", only_read),
    *urls.urlpatterns,
]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500
