"""Records as a timeline, the same on every page that tells what was done."""

from __future__ import annotations

from collections.abc import Iterable

from django import template

from remit.record.reads import RecordView
from remit.stages.charter.telling import event
from remit.web.parts import Event

register = template.Library()


@register.filter
def events(records: Iterable[RecordView]) -> list[Event]:
    return [event(record) for record in records]
