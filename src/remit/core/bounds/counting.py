"""What is counted together: the question behind every limit for several acts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from remit.core.bounds.deed import Deed
from remit.core.bounds.question import Moved, Of
from remit.core.words import gettext_noop

OF: Mapping[Of, str] = {
    "all": gettext_noop("everything"),
    "recipient": gettext_noop("the recipient"),
    "category": gettext_noop("the category"),
    "area": gettext_noop("the area"),
}
"""What a deed must name to be counted, in words."""


def moved_with(deed: Deed, *, power: str, of: Of, since: datetime | None = None) -> Moved | None:
    """What was moved before that counts with this deed; None if it does not say of what."""
    codes = {
        "all": "",
        "recipient": deed.recipient,
        "category": deed.category,
        "area": deed.area,
    }
    code = codes[of]
    return None if code is None else Moved(power=power, of=of, code=code, since=since)
