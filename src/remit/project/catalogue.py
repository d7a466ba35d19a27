"""What a command says, in a language that there is a catalogue of; without Django."""

from __future__ import annotations

import gettext
from pathlib import Path

import remit
from remit.core.words import PlainReader

LOCALE = Path(remit.__file__).with_name("locale")
SOURCE = "en"
PSEUDO = "en_XA"


def languages() -> tuple[str, ...]:
    """Codes of the languages that a command can speak."""
    found = {path.parts[-3] for path in LOCALE.glob("*/LC_MESSAGES/django.mo")}
    return (SOURCE, *sorted(found - {SOURCE, PSEUDO}))


class CatalogueReader(PlainReader):
    """Days and amounts as in `PlainReader`, and the words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        known = [language] if language != SOURCE else []
        self._catalogue = gettext.translation("django", LOCALE, known, fallback=True)

    def translate(self, message: str) -> str:
        # gettext answers the empty message with the catalogue's header.
        return self._catalogue.gettext(message) if message else ""
