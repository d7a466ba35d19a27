"""What the edge of the program gave a request: the moment, and a key for a form.

Pages take both from here, so that a page is a function of its request.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest


def meet(request: HttpRequest, *, at: datetime, key: UUID) -> None:
    """Called once for each request, by the project's middleware."""
    request._remit_edge = (at, key)  # type: ignore[attr-defined]


def moment_of(request: HttpRequest) -> datetime:
    """When this request came; what it does is judged at this moment."""
    at: datetime = request._remit_edge[0]  # type: ignore[attr-defined]
    return at


def fresh_key(request: HttpRequest) -> UUID:
    """A key nobody had before: a form carries it, so that sending twice does it once."""
    key: UUID = request._remit_edge[1]  # type: ignore[attr-defined]
    return key
