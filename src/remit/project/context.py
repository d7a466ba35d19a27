"""What every page may show: whose agency this is, and in which position one acts."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from remit.people import reads
from remit.web.edge import fresh_key


def everywhere(request: HttpRequest) -> dict[str, object]:
    """Looked up when a template asks for it, so an error page asks the database nothing."""
    day = settings.DEMO_DAY if settings.DEMO else None
    if not hasattr(request, "_remit_edge"):
        return {"demo": settings.DEMO, "demo_day": day}
    return {
        "agency": SimpleLazyObject(reads.agency_name),
        "position": getattr(request, "position", None),
        "titles": SimpleLazyObject(reads.titles),
        "demo": settings.DEMO,
        "demo_day": day,
        "form_key": fresh_key(request),
    }
