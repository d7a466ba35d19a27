"""Moments as people write them: a day, or a day and a time, where the agency is."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from django.utils import timezone

from remit.core.bounds.reading import moment_json

WRITTEN = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?))?\s*(Z|[+-]\d\d:\d\d)?", re.ASCII
)


def moment_text(at: datetime) -> str:
    """What `moment_of` reads: a day alone for its first moment, and the seconds if there are any.

    A moment that is there twice, when clocks go back, is told in UTC.
    """
    local = timezone.localtime(at)
    day, clock = local.date().isoformat(), local.time()
    short = clock.isoformat("auto" if clock.second or clock.microsecond else "minutes")
    text = day if clock == time.min else f"{day} {short}"
    return text if moment_of(text) == moment_json(at) else moment_json(at)


def moment_of(text: str) -> str:
    """The moment as JSON has it. ValueError for what is none."""
    found = WRITTEN.fullmatch(text.strip())
    if not found:
        raise ValueError("neither a day nor a moment")
    day, clock, zone = found.groups()
    if zone:
        at = datetime.fromisoformat(f"{day}T{clock or '00:00'}{zone}")
    else:
        here = timezone.get_current_timezone()
        begins = time.fromisoformat(clock) if clock else time.min
        at = datetime.combine(date.fromisoformat(day), begins, tzinfo=here)
    try:
        return moment_json(at)
    except OverflowError as error:
        raise ValueError("before or after all days that are counted") from error
