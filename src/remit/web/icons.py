"""The few icons, drawn here. Each stands beside a word and is hidden from screen readers.

The pair of brackets is the house's mark: bounds, and what is inside them.
"""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString

BRACKETS = "M8 2H3v16h5M24 2h5v16h-5"
SHAPES: dict[str, tuple[int, str]] = {
    "mark": (32, BRACKETS + "M12 10h8"),
    "yes": (32, BRACKETS + "M10.5 10.5l4 4 7-8.5"),
    "ask": (32, BRACKETS + "M12.5 7.2c.5-4.5 7-4 7-.2 0 2.7-3.5 2.5-3.5 5M16 14.8v1.6"),
    "no": (32, "M7 3H3v14h4M12 3h4v14h-4M21.5 6l8 8M29.5 6l-8 8"),
    "met": (20, "M3 11l5 5 9-12"),
    "breached": (20, "M4 4l12 12M16 4L4 16"),
    "needs": (20, "M6 6.5c.5-5 8.5-4.5 8.5.2 0 3.300-4.5 3-4.5 6.300M10 16v2"),
    "unknown": (20, "M3 10h3M8.5 10h3M14 10h3"),
    "info": (20, "M10 9v8M10 3.5v1.8"),
    "success": (20, "M3 11l5 5 9-12"),
    "warning": (20, "M10 3v9M10 15.5v1.8"),
    "refusal": (20, "M4 4l12 12M16 4L4 16"),
    "done": (20, "M3 11l5 5 9-12"),
}


def icon(name: str) -> SafeString:
    """The icon as inline SVG, as tall as the line it stands in."""
    width, path = SHAPES[name]
    return format_html(
        '<svg class="icon icon-{}" viewBox="0 0 {} 20" width="{}" height="20" aria-hidden="true"'
        ' focusable="false" fill="none" stroke="currentColor" stroke-width="2.4">'
        '<path d="{}"/></svg>',
        name,
        width,
        width,
        path,
    )
