"""Amounts as people write them, "10000.00", and in the smallest unit; exact, without fractions."""

from __future__ import annotations

import re

from remit.core.bounds import checks
from remit.core.bounds.errors import BadInstrument
from remit.core.words import decimals

_WRITTEN = re.compile(r"([0-9]{1,18})(?:\.([0-9]{1,18}))?")


def minor(value: object, *, currency: object, where: str) -> int:
    """The amount in the currency's smallest unit.

    `value` is a whole number or text: digits, and a point before the decimals. BadInstrument for
    anything else, and for more decimals than the currency has.
    """
    checks.check_currency(currency, where=where)
    places = decimals(str(currency))
    text = str(value) if type(value) is int else value
    found = _WRITTEN.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        raise BadInstrument("not_amount", where=where, value=value)
    whole, part = found[1], found[2] or ""
    if len(part) > places:
        raise BadInstrument(
            "amount_decimals", where=where, value=value, currency=currency, places=places
        )
    return int(whole + part.ljust(places, "0"))


def major(amount: int, *, currency: str) -> str:
    """The amount as `minor` reads it, with all the decimals of the currency."""
    places = decimals(currency)
    whole, part = divmod(amount, 10**places)
    return f"{whole}.{part:0{places}d}" if places else str(whole)
