"""Who is at the other end of this request.

For now only demo mode lets anybody in: there a visitor may take the part of a position. Outside
demo mode the switch does not exist and every visitor is anonymous.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from remit.people.actor import Actor
from remit.people.reads import holder_of

SESSION_KEY = "position"


class ActorMiddleware:
    """Puts `request.position` in place: a position's code, or None for an anonymous visitor."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.session.get(SESSION_KEY) if settings.DEMO else None
        request.position = chosen  # type: ignore[attr-defined]
        return self.answer(request)


def take_part(request: HttpRequest, position: str) -> bool:
    """Demo mode only: act in this position from now on; "" steps back out."""
    if not settings.DEMO:
        return False
    request.session.cycle_key()
    if position:
        request.session[SESSION_KEY] = position
    else:
        request.session.pop(SESSION_KEY, None)
    return True


def actor(request: HttpRequest, *, at: datetime) -> Actor | None:
    """Who acts with this request, judged at this moment."""
    position = getattr(request, "position", None)
    return holder_of(position, at=at) if position else None
