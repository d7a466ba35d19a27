"""A small remit to try acts on, and the acts: budgets that workers and families decide about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from remit.core.bounds import (
    AskAbove,
    Cap,
    Clause,
    Deed,
    Envelope,
    Instrument,
    Period,
    Powers,
    Purpose,
    instrument_from_json,
)
from remit.core.bounds.replay import Trial
from tests.core.bounds.conftest import SAMPLE

AT = datetime(2023, 6, 1, tzinfo=UTC)
EVERY = ("adopt", "commit", "pay", "submit", "release")
DEED = Deed(
    kind="fund.commit",
    power="commit",
    amount=100,
    currency="GBP",
    purpose="home",
    matter=None,
    evidence=frozenset(),
)


def trial(amount: int | None = 100, *, day: int = 1, **more: Any) -> Trial:
    """An act by the worker "one" in June."""
    of_trial = {"position": "worker", "person": "one"}
    of_trial |= {name: more.pop(name) for name in list(more) if name in Trial.__slots__}
    currency = None if amount is None else "GBP"
    deed = replace(DEED, amount=amount, **{"currency": currency, **more})
    return Trial(deed=deed, at=AT.replace(day=day), **of_trial)


def ruled(instrument: Instrument, *clauses: Clause) -> Instrument:
    """With these clauses besides."""
    more = (*instrument.clauses, *clauses)
    return replace(
        instrument, clauses=tuple(replace(c, id=f"B{n}") for n, c in enumerate(more, start=1))
    )


FAMILIES = replace(
    instrument_from_json(SAMPLE),
    currency="GBP",
    parent=None,
    clauses=(
        Period(id="B1", starts=AT.replace(month=1), ends=AT.replace(year=2024)),
        Purpose(id="B2", purposes=(("home", {"en": "staying safely at home"}),)),
        Envelope(id="B3", amount=1_000_000, currency="GBP"),
        Powers(
            id="B4",
            powers={
                **dict.fromkeys(EVERY, ("worker",)),
                "agree": ("backer",),
                "advise": ("lawyer",),
            },
        ),
    ),
)
"""Budgets for families, 10,000 pounds in all, and no clause but those that must be."""
ASK = AskAbove(
    id="B5", power="commit", amount=50_000, currency="GBP", position="backer", days=5, silence="no"
)
"""Above 500 pounds the backer must agree."""
CAP = Cap(id="B5", power="commit", amount=1_000_000, currency="GBP")
