"""How the core's words, amounts and days read in the language of the page.

`DjangoReader` is the `Reader` that pages hand to `Words.render`. Separators and month names come
from Django's formats; what Django lacks (how a currency is written) stands here as data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils import formats, timezone, translation
from django.utils.translation import get_language_info, gettext

from remit.core.words import Money, Said, decimals

NBSP = "\u00a0"
MINUS = "\u2212"
# Only where the sign is unmistakable to readers of that language; elsewhere the ISO code.
SIGNS = {
    ("pl", "PLN"): "zł",
    ("en", "GBP"): "£",
    ("en", "EUR"): "€",
    ("pl", "EUR"): "€",
    ("de", "EUR"): "€",
    ("fr", "EUR"): "€",
}
# Django's English dates are American; ours are British.
DAY_FORMATS = {"en": "j F Y"}
BEFORE = {"en"}


@dataclass(frozen=True, slots=True)
class DjangoReader:
    """Reads in the given language, or in whichever is active when it is asked."""

    given: str = ""

    @property
    def language(self) -> str:
        return self.given or translation.get_language() or "en"

    def translate(self, message: str) -> str:
        if not message:
            return ""  # gettext answers the empty message with the catalogue's header
        with translation.override(self.language):
            return gettext(message)

    def money(self, amount: Money) -> str:
        """1 000 000,00 zł · PLN 1,000,000.00, with spaces that do not break."""
        base = self.language.split("-")[0]
        sign = SIGNS.get((base, amount.currency), amount.currency)
        places = decimals(amount.currency)
        figure = self.decimal(Decimal(abs(amount.minor)).scaleb(-places), places=places)
        minus = MINUS if amount.minor < 0 else ""
        if base not in BEFORE:
            return f"{minus}{figure}{NBSP}{sign}"
        return f"{minus}{sign}{figure}" if len(sign) == 1 else f"{minus}{sign}{NBSP}{figure}"

    def number(self, whole: int) -> str:
        minus = MINUS if whole < 0 else ""
        return minus + self.decimal(Decimal(abs(whole)), places=0)

    def tenths(self, tenths: int) -> str:
        """An exact number of tenths, 125 as 12.5 or 12,5."""
        return self.decimal(Decimal(tenths).scaleb(-1), places=1)

    def decimal(self, figure: Decimal, *, places: int) -> str:
        with translation.override(self.language):
            return str(formats.number_format(figure, decimal_pos=places, force_grouping=True))

    def day(self, moment: date | datetime) -> str:
        """2 May 2023 · 2 maja 2023"""
        return self._date(moment, self._day_format())

    def moment(self, moment: datetime) -> str:
        """2 May 2023, 12:00"""
        return self._date(moment, self._day_format() + r", H:i")

    def _day_format(self) -> str:
        base = self.language.split("-")[0]
        return DAY_FORMATS.get(base) or formats.get_format("DATE_FORMAT", lang=self.language)

    def _date(self, moment: date | datetime, form: str) -> str:
        if isinstance(moment, datetime) and timezone.is_aware(moment):
            moment = timezone.localtime(moment)
        with translation.override(self.language):
            return formats.date_format(moment, form).replace(" ", NBSP)


def language_of_said(text: Said, *, language: str) -> str:
    """The language in which `core.words.said` would show this to a reader of `language`."""
    base = language.split("-")[0]
    for code in (language, base, "en"):
        if text.get(code):
            return code
    return next((code for code, shown in text.items() if shown), language)


def said_in(text: Said, *, language: str) -> tuple[str, str]:
    """The text to show, and the language it is in."""
    code = language_of_said(text, language=language)
    return text.get(code, ""), code


def is_said(value: object) -> bool:
    return isinstance(value, Mapping)


def own_name(code: str, listed: str) -> str:
    """A language's name in itself, else as the settings list it (a made-up one for tests)."""
    try:
        name: str = get_language_info(code)["name_local"]
    except KeyError:
        name = listed
    return name[:1].upper() + name[1:]
