"""Document: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from remit.core.bounds import Document, Entry, OnFile
from tests.core.bounds.clauses.samples import (
    DAY,
    MAY,
    NO_MONEY,
    TEXTS,
    TICK,
    USED,
    Case,
    Draw,
    entry,
    some,
)

PLAN, TALK = ("plan", {"en": "a plan"}), ("talk", {"en": "a conversation", "pl": "rozmowa"})
CLAUSE = Document(id="B23", power="commit", documents=(PLAN, TALK))
ONE = replace(CLAUSE, documents=(PLAN,))


def on_file(**filed: tuple[Entry, ...]) -> dict[str, Any]:
    """Facts with what stands on the file of the matter, by the code of the document."""
    found = {
        OnFile(topic="document", code=code, scope="matter", about="green.4"): entries
        for code, entries in filed.items()
    }
    return {"answers": found}


THERE = (entry(),)
FILED_NOW, FILED_LATER = (entry(at=MAY),), (entry(at=MAY + TICK),)
HOLDS, HELD = (entry(until=MAY + TICK),), (entry(until=MAY),)
CASES: list[Case] = [
    (CLAUSE, {"power": "pay"}, {}, "met", "document_not_touched"),
    (CLAUSE, {"item": None}, {}, "unknown", "document_unnamed"),
    (CLAUSE, {}, {}, "unknown", "document_unknown"),
    (CLAUSE, {}, {"answers": None}, "unknown", "document_unknown"),
    (CLAUSE, {}, on_file(plan=THERE), "unknown", "document_unknown"),
    (CLAUSE, {"item": "green.5"}, on_file(plan=THERE, talk=THERE), "unknown", "document_unknown"),
    (CLAUSE, {}, on_file(plan=THERE, talk=()), "breached", "document_missing"),
    (CLAUSE, {}, on_file(talk=()), "breached", "document_missing"),
    (CLAUSE, {}, on_file(plan=THERE, talk=FILED_LATER), "breached", "document_missing"),
    (CLAUSE, {}, on_file(plan=HELD, talk=THERE), "breached", "document_missing"),
    (CLAUSE, {}, on_file(plan=THERE, talk=FILED_NOW), "met", "document_there"),
    (CLAUSE, NO_MONEY, on_file(plan=THERE, talk=THERE), "met", "document_there"),
    (CLAUSE, {}, on_file(plan=HOLDS, talk=THERE), "met", "document_there"),
    (CLAUSE, {}, on_file(plan=(*THERE, *HELD), talk=THERE), "met", "document_there"),
    (ONE, {}, on_file(plan=THERE, talk=()), "met", "document_there"),
    (ONE, {}, on_file(plan=(entry(at=MAY - 900 * DAY),)), "met", "document_there"),
]
MAKER = st.builds(Document, id=st.just("B1"), power=st.sampled_from(USED), documents=some(TEXTS))


def narrower(clause: Document, draw: Draw) -> Document:
    """One that asks for more, or as much."""
    more = [text for text in TEXTS if text not in clause.documents and draw(st.booleans())]
    return replace(clause, documents=(*more, *clause.documents))
