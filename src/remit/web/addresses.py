"""What may stand in an address where a name belongs."""

from __future__ import annotations

from django.urls.converters import StringConverter


class NameConverter(StringConverter):
    """`<name:...>`: any letters but a NUL, which PostgreSQL cannot even look for."""

    regex = r"[^/\0]+"
