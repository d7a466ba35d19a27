"""An act spelt out: what was entered, field by field, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime

from remit.core.bounds import POSITIONS, Instrument
from remit.core.bounds.labels import label
from remit.core.words import Money, gettext_noop, words
from remit.record.reads import RecordView
from remit.record.registry import ACTS
from remit.web.parts import Code, Fact, Text, Value

FIELDS: dict[str, str] = {
    "advice": gettext_noop("What was advised"),
    "amount": gettext_noop("Amount"),
    "area": gettext_noop("Area"),
    "ballot": gettext_noop("Ballot"),
    "because": gettext_noop("Kind of reason"),
    "budget": gettext_noop("Amount put to the vote"),
    "category": gettext_noop("Category"),
    "code": gettext_noop("What it is on"),
    "currency": gettext_noop("Currency"),
    "effect": gettext_noop("What stays of it"),
    "figures": gettext_noop("Figures"),
    "instrument": gettext_noop("Instrument"),
    "item": gettext_noop("Matter"),
    "learnt": gettext_noop("What was learnt"),
    "matter": gettext_noop("What it touches"),
    "name": gettext_noop("Name"),
    "order": gettext_noop("What is ordered"),
    "payee": gettext_noop("Paid to"),
    "payment": gettext_noop("Payment"),
    "project": gettext_noop("Project"),
    "purpose": gettext_noop("Purpose"),
    "reason": gettext_noop("Reasons"),
    "reasons": gettext_noop("Reasons"),
    "receipt_sha256": gettext_noop("Receipt (SHA-256)"),
    "recipient": gettext_noop("Who it is for"),
    "recommendation": gettext_noop("Recommendation"),
    "remit": gettext_noop("Remit"),
    "request": gettext_noop("Request"),
    "risk": gettext_noop("Risk"),
    "rule": gettext_noop("Rule"),
    "source": gettext_noop("Source"),
    "stance": gettext_noop("What it comes to"),
    "text": gettext_noop("Text"),
    "title": gettext_noop("Title"),
    "told": gettext_noop("Who was told"),
    "topic": gettext_noop("Topic"),
    "transfers": gettext_noop("What becomes of what is left"),
    "until": gettext_noop("Until"),
    "whom": gettext_noop("Who is asked"),
}
"""By name, what a field of an act is called; one that is not here goes by its name."""
MONEY = {"amount", "budget"}
DIGESTS = {"request", "receipt_sha256"}


def spelt_out(record: RecordView, *, instrument: Instrument) -> list[Fact]:
    """Every field that says something, in the order of the act's class; purposes and matters as
    the instrument calls them."""
    kind = ACTS.get(record.kind)
    types = {field.name: str(field.type) for field in fields(kind)} if kind else {}
    return [
        Fact(called(name), shown(name, types[name], record.act[name], instrument=instrument))
        for name in types
        if record.act.get(name) not in (None, "", {}, [])
        and not (name == "matter" and record.act[name] not in instrument.reserved)
    ]


def called(name: str) -> Text:
    return words(FIELDS[name]) if name in FIELDS else name


def shown(name: str, kind: str, value: object, *, instrument: Instrument) -> Value:
    """A field's value, by the field's type."""
    if name in MONEY and isinstance(value, int):
        return Money(value, instrument.currency)
    if name == "purpose" and value in instrument.purposes:
        return instrument.purposes[str(value)]
    if name == "matter" and value in instrument.reserved:
        return instrument.reserved[str(value)]
    if kind.startswith("datetime") and isinstance(value, str):
        return datetime.fromisoformat(value)
    if kind == "Said" and isinstance(value, Mapping):
        return {str(language): str(text) for language, text in value.items()}
    if kind == "Instrument" and isinstance(value, Mapping):
        return f"{value.get('code')}, {value.get('version')}"
    if name in DIGESTS:
        return Code(str(value))
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {item}" for key, item in value.items())
    if name == "whom":
        return label(str(value), POSITIONS)
    return str(value)
