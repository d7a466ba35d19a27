"""The clock, asked here and nowhere else. In demonstration mode it stands on the story's day."""

from __future__ import annotations

from datetime import UTC, datetime

from django.conf import settings


def now() -> datetime:
    """This moment; in demonstration mode this time of day on the day that the story has reached."""
    at = datetime.now(UTC)
    if settings.DEMO:
        return datetime.combine(settings.DEMO_DAY, at.timetz())
    return at
