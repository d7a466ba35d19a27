"""Words for people, kept apart from the language they are read in.

The core decides; it also has to say why. It says so as `Words`: an English message with named
parameters, marked for translation by `gettext_noop`. Whoever shows them brings a `Reader`, which
knows the language, the catalogue and how amounts and days are written there. So the core needs
neither a catalogue nor a clock nor a locale.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

Said = Mapping[str, str]
"""What somebody wrote, by language: {"en": "...", "pl": "..."}."""


def gettext_noop(message: str) -> str:
    """Mark a message for translation without translating it."""
    return message


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole minor units of one currency (ISO 4217)."""

    minor: int
    currency: str


_WHOLE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THOUSANDTHS = "BHD IQD JOD KWD LYD OMR TND"
_DECIMALS = {**dict.fromkeys(_WHOLE.split(), 0), **dict.fromkeys(_THOUSANDTHS.split(), 3)}


def decimals(currency: str) -> int:
    """How many decimals an amount of this currency has (ISO 4217); two unless it is known."""
    return _DECIMALS.get(currency, 2)


class Reader(Protocol):
    """Somebody reading in one language."""

    @property
    def language(self) -> str: ...
    def translate(self, message: str) -> str: ...
    def money(self, amount: Money) -> str: ...
    def day(self, moment: date | datetime) -> str: ...


@dataclass(frozen=True, slots=True)
class Words:
    """A message to be read: `msgid` with `{name}` fields, and what stands in them."""

    msgid: str
    params: tuple[tuple[str, object], ...] = ()

    def render(self, reader: Reader) -> str:
        """The sentence in the reader's language."""
        filled = {name: show(value, reader=reader) for name, value in self.params}
        return reader.translate(self.msgid).format(**filled)


def words(msgid: str, /, **params: object) -> Words:
    """Build `Words`; the message must have been marked by `gettext_noop`."""
    return Words(msgid, tuple(params.items()))


def show(value: object, *, reader: Reader) -> str:
    """One parameter as the reader would write it; lists are joined by commas."""
    match value:
        case Words():
            return value.render(reader)
        case Money():
            return reader.money(value)
        case date():
            return reader.day(value)
        case Mapping():
            return said(value, language=reader.language)
        case tuple() | list():
            return ", ".join(show(item, reader=reader) for item in value)
        case _:
            return str(value)


def said(text: Said, *, language: str) -> str:
    """The text in this language, else in English, else in whichever there is."""
    return text.get(language) or text.get("en") or next(filter(None, text.values()), "")


class PlainReader:
    """English for the command line and for tests: ISO dates, amounts with all their decimals."""

    language = "en"

    def translate(self, message: str) -> str:
        return message

    def money(self, amount: Money) -> str:
        sign = "-" if amount.minor < 0 else ""
        places = decimals(amount.currency)
        whole, part = divmod(abs(amount.minor), 10**places)
        point = f".{part:0{places}d}" if places else ""
        return f"{sign}{whole:,}{point} {amount.currency}"

    def day(self, moment: date | datetime) -> str:
        return moment.strftime("%Y-%m-%d")


PLAIN: Reader = PlainReader()


def words_json(found: Words) -> dict[str, object]:
    """Words as plain data, to be kept with an act and read again in any language."""
    return {"msgid": found.msgid, "params": {name: _pack(value) for name, value in found.params}}


def words_from_json(data: Mapping[str, object]) -> Words:
    """What `words_json` wrote."""
    params = data["params"]
    assert isinstance(params, Mapping)
    return Words(str(data["msgid"]), tuple((name, _unpack(v)) for name, v in params.items()))


def _pack(value: object) -> object:
    match value:
        case Words():
            return {"words": words_json(value)}
        case Money():
            return {"money": [value.minor, value.currency]}
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case Mapping():
            return {"said": dict(value)}
        case tuple() | list():
            return [_pack(item) for item in value]
        case int() | str():
            return value
        case _:
            return str(value)


def _unpack(value: object) -> object:
    match value:
        case {"words": dict(inner)}:
            return words_from_json(inner)
        case {"money": [int(minor), str(currency)]}:
            return Money(minor, currency)
        case {"moment": str(text)}:
            return datetime.fromisoformat(text)
        case {"day": str(text)}:
            return date.fromisoformat(text)
        case {"said": dict(text)}:
            return text
        case list():
            return tuple(_unpack(item) for item in value)
        case _:
            return value
