"""A pseudo-language: English made longer and accented, still readable.

Switched on in a test, it shows what nobody marked for translation (it stays plain), what is glued
together from pieces (several brackets in one sentence), and what does not fit when words grow.
"""

from __future__ import annotations

import re

PLAIN = "AaBCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz"
ACCENTED = "ÅåßÇçÐðÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž"
LETTERS = str.maketrans(PLAIN, ACCENTED)
GROWTH = 0.3

# What a program or a browser reads stays: {name}, %(name)s, %s, %%, tags, entities.
KEPT = re.compile(r"(\{[^{}]*\}|%\([^)]*\)[a-z]|%[sd%]|<[^<>]+>|&#?\w+;)")


def pseudo(text: str) -> str:
    """The same message, about a third longer, between brackets that show where it ends."""
    pieces = [
        piece if position % 2 else piece.translate(LETTERS)
        for position, piece in enumerate(KEPT.split(text))
    ]
    readable = sum(len(piece) for piece in KEPT.split(text)[::2])
    tail = text[len(text.rstrip()) :]
    return f"⟦{''.join(pieces).rstrip()}{'~' * (int(readable * GROWTH) + 1)}⟧{tail}"
