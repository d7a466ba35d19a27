"""What a value in an instrument may be. Each check raises BadInstrument, with where it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from remit.core.bounds.errors import BadInstrument
from remit.core.ledger import AMOUNT_MAX

TEXT_CHARACTERS_MAX = 2000
CODE_CHARACTERS_MAX = 64
DAYS_MAX = 366
CODE = re.compile(r"[a-z0-9][a-z0-9_-]*")
ID = re.compile(r"B[1-9][0-9]{0,2}")
REMIT = re.compile(r"[A-Z0-9][A-Z0-9-]{0,31}")
CURRENCY = re.compile(r"[A-Z]{3}")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


def whole(value: object, *, where: str, least: int = 0, most: int = AMOUNT_MAX) -> None:
    """A whole number in this range, both ends included."""
    if type(value) is not int or not least <= value <= most:
        raise BadInstrument("not_whole", where=where, least=least, most=most)


def amount(value: object, *, currency: object, where: str) -> None:
    """An amount in minor units of a currency."""
    whole(value, where=f"{where}.amount")
    check_currency(currency, where=f"{where}.currency")


def check_currency(value: object, *, where: str) -> None:
    """An ISO 4217 code by its shape."""
    if not isinstance(value, str) or not CURRENCY.fullmatch(value):
        raise BadInstrument("currency_shape", where=where, value=value)


def flag(value: object, *, where: str) -> None:
    """True or false."""
    if type(value) is not bool:
        raise BadInstrument("not_flag", where=where)


def code(value: object, *, where: str) -> None:
    """A code of the agency's own, such as "clerk" or "green_space"."""
    if not isinstance(value, str) or len(value) > CODE_CHARACTERS_MAX or not CODE.fullmatch(value):
        raise BadInstrument("code_shape", where=where, value=value)


def clause_id(value: object, *, where: str) -> None:
    """B1, B2 and so on."""
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise BadInstrument("id_shape", where=where, value=value)


def remit_code(value: object, *, where: str) -> None:
    """The code of a remit, such as W-2023."""
    if not isinstance(value, str) or not REMIT.fullmatch(value):
        raise BadInstrument("remit_code_shape", where=where, value=value)


def one_of(value: object, allowed: Collection[str], *, where: str) -> None:
    """One of a closed list."""
    if not isinstance(value, str) or value not in allowed:
        raise BadInstrument("not_one_of", where=where, value=value, allowed=tuple(allowed))


def levels(value: object, allowed: Collection[str], *, where: str) -> None:
    """By code, one of a closed list; there may be none."""
    if not isinstance(value, Mapping):
        raise BadInstrument("not_object", where=where)
    for key, level in value.items():
        code(key, where=where)
        one_of(level, allowed, where=f"{where}.{key}")


def moment(value: object, *, where: str) -> None:
    """A moment that is the same everywhere."""
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise BadInstrument("not_moment", where=where, value=value)


def text(value: object, *, where: str, most: int, blank: bool = False) -> None:
    """Text that is the same in every language, such as a statute's name."""
    if not isinstance(value, str):
        raise BadInstrument("not_text", where=where)
    if not blank and not value.strip():
        raise BadInstrument("text_missing", where=where)
    if len(value) > most:
        raise BadInstrument("text_too_long", where=where, length=len(value), limit=most)


def said(value: object, *, where: str) -> None:
    """Text by language, in at least one, none of it blank."""
    if not isinstance(value, Mapping) or not value:
        raise BadInstrument("said_missing", where=where)
    for language, said_in_it in value.items():
        if not isinstance(language, str) or not LANGUAGE.fullmatch(language):
            raise BadInstrument("said_missing", where=where)
        text(said_in_it, where=f"{where}.{language}", most=TEXT_CHARACTERS_MAX)


def some(values: object, *, where: str) -> None:
    """A tuple or a mapping with at least one thing in it."""
    if not isinstance(values, tuple | Mapping):
        raise BadInstrument("not_list", where=where)
    if not values:
        raise BadInstrument("list_empty", where=where)


def distinct(values: Iterable[object], *, where: str) -> None:
    """No value twice."""
    seen: list[object] = []
    for value in values:
        if value in seen:
            raise BadInstrument("repeated", where=where, value=value)
        seen.append(value)


def codes(values: Collection[str], *, where: str) -> None:
    """Codes, at least one, none twice."""
    some(values, where=where)
    for value in values:
        code(value, where=where)
    distinct(values, where=where)


def texts(items: Collection[tuple[str, Mapping[str, str]]], *, where: str) -> None:
    """Codes with the text of each, at least one, no code twice."""
    some(items, where=where)
    for key, words in items:
        code(key, where=where)
        said(words, where=f"{where}.{key}")
    distinct([key for key, _ in items], where=where)
