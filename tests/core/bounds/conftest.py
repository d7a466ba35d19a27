"""A remit for the tests: residents decide by a vote about a town's projects."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from remit.core.bounds import Instrument, instrument_from_json

SAMPLE: dict[str, Any] = {
    "code": "W-2023",
    "version": 1,
    "title": {"en": "Participatory budget 2023", "pl": "Budżet obywatelski 2023"},
    "authority": {
        "text": {"en": "The law on municipal government, as recited by the grantor."},
        "statute": "The Municipal Government Act",
        "section": "section 5a",
        "appropriation": "900/90095",
    },
    "vehicle": "statutory_ballot",
    "binding": "statutory_ballot",
    "undertaking": None,
    "parent": "ROOT",
    "grantor": "accountable-officer",
    "holder": {
        "kind": "residents",
        "name": {"en": "the residents of the town"},
        "quorum": 0,
        "rule": "vote",
        "accepts": None,
    },
    "currency": "PLN",
    "scope": {"en": "Projects that residents propose and choose."},
    "clauses": [
        {
            "id": "B1",
            "kind": "period",
            "starts": "2023-05-01T00:00:00Z",
            "ends": "2024-01-01T00:00:00Z",
        },
        {
            "id": "B2",
            "kind": "purpose",
            "purposes": [
                {"code": "green", "text": {"en": "green spaces", "pl": "tereny zielone"}},
                {"code": "sport", "text": {"en": "sport"}},
            ],
        },
        {"id": "B3", "kind": "envelope", "amount": 90_000_000, "currency": "PLN"},
        {
            "id": "B4",
            "kind": "powers",
            "powers": {
                "open_ballot": ["clerk"],
                "adopt": ["accountable-officer"],
                "commit": ["accountable-officer", "clerk"],
                "submit": ["clerk"],
                "approve": ["accountable-officer", "treasurer"],
                "pay": ["treasurer", "harbour-master"],
                "agree": ["backer"],
            },
        },
        {
            "id": "B5",
            "kind": "cap",
            "power": "commit",
            "amount": 20_000_000,
            "currency": "PLN",
        },
        {
            "id": "B6",
            "kind": "reserved",
            "matters": [{"code": "cemetery", "text": {"en": "the cemetery"}}],
        },
        {"id": "B7", "kind": "evidence", "evidence": {"pay": ["receipt"], "adopt": ["tally"]}},
        {"id": "B8", "kind": "duties", "pairs": [["submit", "approve"], ["approve", "pay"]]},
        {
            "id": "B9",
            "kind": "ask_above",
            "power": "commit",
            "amount": 10_000_000,
            "currency": "PLN",
            "position": "backer",
            "days": 7,
            "silence": "no",
        },
    ],
    "backer": "backer",
    "backing_terms": {"en": "If this goes wrong inside these bounds, I answer for it."},
    "backed_until": "2024-01-01T00:00:00Z",
    "appetite": {"money": "cautious", "service": "open", "trees": "eager"},
    "review": None,
    "appeal": {
        "text": {"en": "To the audit committee, within 14 days."},
        "office": "audit-committee",
    },
    "promise": {"level": "decides", "text": {"en": "What wins is built."}},
    "ending": {"en": "What is left returns to the appropriation."},
    "retention": {"code": "b10", "years": 10},
    "demonstration": True,
}


@pytest.fixture(scope="session")
def sample() -> Callable[[], dict[str, Any]]:
    """The remit as JSON, a fresh copy each time."""
    return lambda: copy.deepcopy(SAMPLE)


@pytest.fixture(scope="session")
def remit() -> Instrument:
    return instrument_from_json(copy.deepcopy(SAMPLE))
