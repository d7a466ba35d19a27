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
_CODE = re.compile(r"[a-z0-9][a-z0-9_-]*")
_ID = re.compile(r"B[1-9][0-9]{0,2}")
_REMIT = re.compile(r"[A-Z0-9][A-Z0-9-]{0,31}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


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
    if not isinstance(value, str) or not _CURRENCY.fullmatch(value):
        raise BadInstrument("currency_shape", where=where, value=value)


def flag(value: object, *, where: str) -> None:
    """True or false."""
    if type(value) is not bool:
        raise BadInstrument("not_flag", where=where)


def code(value: object, *, where: str) -> None:
    """A code of the agency's own, such as "clerk" or "green_space"."""
    if not isinstance(value, str) or len(value) > CODE_CHARACTERS_MAX or not _CODE.fullmatch(value):
        raise BadInstrument("code_shape", where=where, value=value)


def clause_id(value: object, *, where: str) -> None:
    """B1, B2 and so on."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise BadInstrument("id_shape", where=where, value=value)


def remit_code(value: object, *, where: str) -> None:
    """The code of a remit, such as W-2023."""
    if not isinstance(value, str) or not _REMIT.fullmatch(value):
        raise BadInstrument("remit_code_shape", where=where, value=value)


def one_of(value: object, allowed: Collection[str], *, where: str) -> None:
    """One of a closed list."""
    if not isinstance(value, str) or value not in allowed:
        raise BadInstrument("not_one_of", where=where, value=value, allowed=tuple(allowed))


def moment(value: object, *, where: str) -> None:
    """A moment that is the same everywhere."""
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise BadInstrument("not_moment", where=where, value=value)


def said(value: object, *, where: str) -> None:
    """Text by language, in at least one, none of it blank."""
    if not isinstance(value, Mapping) or not value:
        raise BadInstrument("said_missing", where=where)
    for language, text in value.items():
        if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
            raise BadInstrument("said_missing", where=where)
        if not isinstance(text, str) or not text.strip():
            raise BadInstrument("text_missing", where=f"{where}.{language}")
        if len(text) > TEXT_CHARACTERS_MAX:
            limit = TEXT_CHARACTERS_MAX
            raise BadInstrument(
                "text_too_long", where=f"{where}.{language}", length=len(text), limit=limit
            )


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
    for key, text in items:
        code(key, where=where)
        said(text, where=f"{where}.{key}")
    distinct([key for key, _ in items], where=where)
