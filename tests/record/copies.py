"""Rows of the record put in by hand: many at once, or in an order that acts would not give."""

from __future__ import annotations

import json
from collections.abc import Iterable
from uuid import NAMESPACE_URL, uuid5

import pytest

from remit.core.log import encode_leaf, leaf_hash
from remit.record import guard
from remit.record.models import Record
from remit.record.perform import Refused
from tests.town import Town, adopt


def refused(town: Town) -> Record:
    """An act that is out of bounds, so that it can be done again and again."""
    with pytest.raises(Refused) as caught:
        town.do(adopt(amount=1), by="treasurer")
    return caught.value.record


def put_in(pattern: Record, steps: Iterable[int]) -> None:
    """Copies of this record, each with an id so many steps above its own, and a key of its own."""
    rows = []
    for pk in (pattern.pk + step for step in steps):
        key = uuid5(NAMESPACE_URL, f"copy:{pk}")
        body = encode_leaf({**json.loads(pattern.body), "key": str(key)})
        rows.append(
            Record(
                pk=pk,
                key=key,
                kind=pattern.kind,
                remit=pattern.remit,
                at=pattern.at,
                outcome=pattern.outcome,
                subject=pattern.subject,
                body=body.decode(),
                digest=leaf_hash(body).hex(),
                reasons=pattern.reasons,
            )
        )
    with guard.writing("record_record"):
        Record.objects.bulk_create(rows)
