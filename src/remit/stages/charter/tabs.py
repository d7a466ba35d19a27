"""The views of one remit. Later stages add theirs when the programme starts."""

from __future__ import annotations

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from remit.web.parts import Tab

TABS: list[tuple[str | Promise, str]] = [
    (_("Instrument"), "charter:remit"),
    (_("May I?"), "charter:may-i"),
    (_("History"), "charter:history"),
    (_("File"), "charter:file"),
]
"""Text, and the name of an address that takes the remit's code."""


def tabs(code: str, *, here: str) -> list[Tab]:
    """For a page of this remit; `here` is the name of the page's own address."""
    return [Tab(text, reverse(name, args=[code]), current=name == here) for text, name in TABS]
