"""A remit in boxes and back: nothing is lost, and what is wrong stands beside its box."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.bounds import (
    KINDS,
    Clause,
    Instrument,
    clause_from_json,
    draft_from_json,
    draft_from_text,
    instrument_json,
    instrument_yaml,
)
from remit.core.words import PLAIN
from remit.project.demo import instruments
from remit.stages.charter.grant_form import (
    Sheet,
    SheetForm,
    blank_sheet,
    judged,
    moved,
    sent_sheet,
    sheet_of,
)
from remit.stages.charter.grant_form.form import CLAUSES, SECTIONS
from remit.stages.charter.grant_form.names import CLAUSE_FIELDS
from tests.core.bounds.clauses.samples import maker
from tests.town import residents, root

LIKE = root()


def back(instrument: Instrument) -> None:
    """Through the sheet, the form as a browser would send it, and back."""
    sheet = sheet_of(instrument)
    found = judged(sheet, like=LIKE)
    assert {name: [str(w.render(PLAIN)) for w in told] for name, told in found.errors.items()} == {}
    assert found.instrument == instrument
    form = SheetForm(sheet, positions={})
    assert not form.errors
    assert set(sheet) - set(form.fields) <= {
        name for name in sheet if name.endswith(".kind") and name.startswith("clauses.")
    }
    assert judged(browser(form), like=LIKE).instrument == instrument


def browser(form: SheetForm) -> Sheet:
    """What a browser sends of this form: each box, and the kinds of the clauses."""
    sent = {f"clauses.{card.place}.kind": card.kind for card in form.cards}
    for bound in form:
        value = bound.value()
        if value is True:
            sent[bound.name] = "on"
        elif value is not False:
            sent[bound.name] = str(value or "").replace("\n", "\r\n")
    return sent_sheet(sent)


@pytest.mark.parametrize(
    "build", [instruments.root, instruments.residents, root, residents]
)
def test_whole_remits_come_back(build: Callable[[], Instrument]) -> None:
    back(build())


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kinds_example_comes_back(kind: str) -> None:
    clause = clause_from_json({**KINDS[kind].EXAMPLE, "id": "B1"}, where="B1")
    back(replace(residents(), clauses=(clause,)))


@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(deadline=None, max_examples=25)
@given(data=st.data())
def test_every_clause_comes_back(kind: str, data: st.DataObject) -> None:
    clauses = data.draw(st.lists(maker(kind), min_size=1, max_size=3))
    numbered = tuple(replace(clause, id=f"B{n}") for n, clause in enumerate(clauses, start=1))
    back(replace(residents(), clauses=numbered))
