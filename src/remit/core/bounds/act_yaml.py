"""An act that somebody has in mind, and what is known, from a file: may it be done?

Amounts are in main units with decimals, in JSON as in YAML. What the file does not say is not
known, and what is not known refuses; only that somebody has agreed must be said, else nobody has.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from typing import Any

from remit.core.bounds import checks, reading
from remit.core.bounds.amounts import minor
from remit.core.bounds.asking import questions
from remit.core.bounds.deed import EFFECTS, RISK_MAX, Deed, Facts
from remit.core.bounds.errors import BadInstrument
from remit.core.bounds.history import Filed, History, Use
from remit.core.bounds.instrument import Instrument
from remit.core.bounds.labels import POWERS
from remit.core.bounds.question import SCOPES, TOPICS, Answers, Entry, OnFile
from remit.core.bounds.strict_text import data_from_text

TEXT_MAX = 200
"""Characters of a code or a token."""
DEPTH_MAX = 1000
YEARS = range(1900, 2201)
"""Whoever counts days from any of these moments reaches none that can't be written."""
STATES = ("granted", "in_force", "suspended", "ended")

Read = Callable[[Any, str, str], Any]
"""A value, the currency of its amounts and its place, to the value as the core has it."""


def act_from_text(text: str, instrument: Instrument) -> tuple[Deed, Facts]:
    """The deed and the facts in a file. BadInstrument names the field, and how to mend it."""
    return act_from_data(data_from_text(text), instrument)


def act_from_data(data: object, instrument: Instrument) -> tuple[Deed, Facts]:
    """The same from plain data. The instrument, which is sound, says what must be known of what
    was done before and of the file."""
    found = _given(data, (*_DEED, "at", "by", "facts"), ("power", "at"), where="act")
    at = _moment(found["at"], "", "at")
    by = _read(_given(found.get("by", {}), _BY, (), where="by"), _BY, "", where="by")
    deed = _deed(found, instrument.currency)
    facts = _given(found.get("facts", {}), _FACTS, (), where="facts")
    known = _read(facts, _FACTS, instrument.currency, where="facts")
    uses, filed = known.pop("history", None), known.pop("file", None)
    position, person = by.get("position"), by.get("person")
    asked = questions(instrument, deed, at=at, person=person or "")
    earlier = History(uses=[use for use in uses or () if use.at <= at], filed=filed or ())
    answers: Answers = {
        question: answer
        for question, answer in earlier.answers(asked).items()
        if (filed if isinstance(question, OnFile) else uses) is not None
    }
    return deed, Facts(
        at=at,
        backed=True if known.get("backed_until") else None,
        positions=None if position is None else frozenset({position}),
        person=person,
        envelope=instrument.envelope.amount,
        answers=answers,
        **known,
    )


def _deed(found: Mapping[str, Any], currency: str) -> Deed:
    named = found.get("currency")
    if named is not None:
        checks.check_currency(named, where="currency")
        currency = named
    of_deed = {name: found[name] for name in _DEED if name in found}
    read = _read(of_deed, _DEED, currency, where="")
    absent = {name: None for name in _DEED if name not in read}
    given = {**absent, "evidence": frozenset(), **read, "kind": found["power"]}
    moves = given["amount"] is not None
    return Deed(**{**given, "currency": currency if moves or named else None})


def _given(
    data: object, names: Collection[str], needed: Collection[str], *, where: str
) -> Mapping[str, Any]:
    """The object: these fields and no other, of which some are needed; null is as not there."""
    if not isinstance(data, Mapping):
        raise BadInstrument("not_object", where=where)
    for name in data:
        if name not in names:
            raise BadInstrument("field_unknown", where=where, field=name, allowed=tuple(names))
    found = {name: value for name, value in data.items() if value is not None}
    for name in needed:
        if name not in found:
            raise BadInstrument("field_missing", where=where, field=name)
    return found


def _read(
    found: Mapping[str, Any], readers: Mapping[str, Read], currency: str, *, where: str
) -> dict[str, Any]:
    """Each field as the core has it."""
    before = f"{where}." if where else ""
    return {name: readers[name](found[name], currency, f"{before}{name}") for name in found}


def _objects(value: object, where: str) -> Iterator[tuple[object, str]]:
    for place, item in enumerate(reading.items(value, where=where)):
        yield item, f"{where}.{place}"


def _code(value: Any, _: str, where: str) -> str:
    checks.text(value, where=where, most=TEXT_MAX)
    return str(value)


def _maybe_empty(value: Any, _: str, where: str) -> str:
    checks.text(value, where=where, most=TEXT_MAX, blank=True)
    return str(value)


def _moment(value: Any, _: str, where: str) -> datetime:
    at = reading.moment(value, where=where)
    if at.year not in YEARS:
        raise BadInstrument("moment_far", where=where, least=YEARS[0], most=YEARS[-1])
    return at


def _amount(value: Any, currency: str, where: str) -> int:
    amount = minor(value, currency=currency, where=where)
    checks.whole(amount, where=where)
    return amount


def _codes(value: Any, _: str, where: str) -> frozenset[str]:
    return frozenset(reading.strings(value, where=where))


def _one_of(allowed: Collection[str]) -> Read:
    def read(value: Any, _: str, where: str) -> str:
        checks.one_of(value, allowed, where=where)
        return str(value)

    return read


def _whole(least: int, most: int) -> Read:
    def read(value: Any, _: str, where: str) -> int:
        checks.whole(value, where=where, least=least, most=most)
        return int(value)

    return read


def _duties(value: Any, _: str, where: str) -> dict[str, str]:
    """By power, who used it in this matter."""
    done = _given(value, tuple(POWERS), (), where=where)
    return {power: _code(person, "", f"{where}.{power}") for power, person in done.items()}


def _figures(value: Any, _: str, where: str) -> dict[str, int]:
    if not isinstance(value, Mapping):
        raise BadInstrument("not_object", where=where)
    for name, figure in value.items():
        checks.whole(figure, where=f"{where}.{name}")
    return dict(value)


def _history(value: Any, currency: str, where: str) -> list[Use]:
    return [
        Use(**_read(_given(item, _USE, _USE_NEEDS, where=place), _USE, currency, where=place))
        for item, place in _objects(value, where)
    ]


def _file(value: Any, _: str, where: str) -> list[Filed]:
    return [_filed(item, place) for item, place in _objects(value, where)]


def _filed(item: object, place: str) -> Filed:
    given = _given(item, _FILED, ("topic", "scope", "at"), where=place)
    found = _read(given, _FILED, "", where=place)
    topic, scope, about = found.pop("topic"), found.pop("scope"), found.pop("about", "")
    if (scope == "remit") != (about == ""):
        code = "field_missing" if about == "" else "about_remit"
        raise BadInstrument(code, where=place, field="about")
    empty: dict[str, Any] = dict.fromkeys(("code", "stance", "position", "person"), "")
    return Filed(topic=topic, scope=scope, about=about, entry=Entry(**{**empty, **found}))


_DEED: Mapping[str, Read] = {
    "power": _one_of(POWERS),
    "amount": _amount,
    "currency": _code,
    "purpose": _code,
    "matter": _code,
    "evidence": _codes,
    "recipient": _code,
    "category": _code,
    "area": _code,
    "item": _code,
    "effect": _one_of(EFFECTS),
    "until": _moment,
    "made": _moment,
    "risk": _whole(1, RISK_MAX),
}
_BY: Mapping[str, Read] = {"position": _code, "person": _code}
_FACTS: Mapping[str, Read] = {
    "state": _one_of(STATES),
    "backed_until": _moment,
    "envelope_free": _amount,
    "depth": _whole(0, DEPTH_MAX),
    "duties": _duties,
    "agreed": _codes,
    "history": _history,
    "file": _file,
}
_USE: Mapping[str, Read] = {
    "power": _one_of(POWERS),
    "amount": _amount,
    "at": _moment,
    "recipient": _code,
    "category": _code,
    "area": _code,
}
_USE_NEEDS = ("power", "amount", "at")
_FILED: Mapping[str, Read] = {
    "topic": _one_of(tuple(TOPICS)),
    "scope": _one_of(SCOPES),
    "about": _maybe_empty,
    "code": _maybe_empty,
    "stance": _maybe_empty,
    "position": _maybe_empty,
    "person": _maybe_empty,
    "at": _moment,
    "until": _moment,
    "figures": _figures,
}
