"""Instruments that differ in one thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from remit.core.bounds import Clause, Envelope, Instrument, Period
from tests.town import (
    NOON,
    bounds,
    residents,
)

SHORT_ENDS = datetime(2026, 6, 1, tzinfo=NOON.tzinfo)


def shorter(**changes: object) -> Instrument:
    """The residents' remit, over before the town's own."""
    first, *rest = bounds()
    assert isinstance(first, Period)
    clauses: tuple[Clause, ...] = (replace(first, ends=SHORT_ENDS), *rest)
    return residents(**{"clauses": clauses, **changes})


def endowed(amount: int) -> Instrument:
    """The residents' remit, with this much money."""
    return residents(
        clauses=tuple(
            replace(clause, amount=amount) if isinstance(clause, Envelope) else clause
            for clause in bounds()
        )
    )
