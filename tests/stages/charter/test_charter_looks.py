"""A visitor is asked for what some clause looks at, and for nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from remit.core.bounds import KINDS, Clause, Deed, Evidence, EvidenceAbove, Powers, Scope
from remit.stages.charter.looks import LOOKS, evidence_named, looked_at, powers_given, scopes
from tests.core.bounds.clauses.samples import DEED, FACTS, cases_of

OTHERS: dict[str, tuple[Any, ...]] = {
    "amount": (None, 0, 10**9),
    "recipient": (None, "a", "other"),
    "purpose": (None, "green", "other"),
    "matter": (None, "park", "other"),
    "category": (None, "a", "other"),
    "area": (None, "a", "other"),
    "evidence": (frozenset(), frozenset({"receipt", "tally", "note", "invoice", "quotes"})),
    "item": (None, "green.4", "other"),
    "effect": (None, "reversible", "pilot", "lasting"),
    "until": (None, datetime(2023, 5, 2, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)),
    "made": (None, datetime(2000, 1, 1, tzinfo=UTC), datetime(2023, 4, 30, tzinfo=UTC)),
    "risk": (None, 1, 3, 5),
}
"""For each field of a deed that a visitor may say, a few values that clauses may tell apart."""


def changing(clause: Clause, deed: Deed, facts: Any) -> set[str]:
    """The fields that change what the clause finds of this deed."""
    before = clause.check(deed, facts).code
    return {
        name
        for name, values in OTHERS.items()
        if any(clause.check(replace(deed, **{name: v}), facts).code != before for v in values)
    }


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_changes_a_finding_is_asked_for(kind: str) -> None:
    asked: set[str] = set()
    changed: set[str] = set()
    for clause, deed, facts, *_ in cases_of(kind).CASES:
        looked = looked_at([clause])
        found = changing(clause, replace(DEED, **deed), replace(FACTS, **facts))
        assert found <= looked, clause
        asked |= looked
        changed |= found
    assert asked - changed == set(), "it asks for what changes nothing"


def test_every_kind_is_in_the_table() -> None:
    assert LOOKS.keys() == KINDS.keys()


def test_evidence_is_named_once_in_its_order() -> None:
    clauses = (
        Evidence(id="B1", evidence={"adopt": ("tally",), "pay": ("receipt",)}),
        EvidenceAbove(
            id="B2",
            power="pay",
            steps=((0, ("note",)), (10, ("receipt", "invoice"))),
            currency="PLN",
        ),
    )
    assert evidence_named(clauses) == ("tally", "receipt", "note", "invoice")


def test_a_power_is_given_where_every_clause_of_powers_gives_it() -> None:
    clauses = (
        Powers(id="B1", powers={"pay": ("clerk", "treasurer"), "commit": ("clerk",)}),
        Powers(id="B2", powers={"pay": ("treasurer",), "adopt": ("clerk",)}),
    )
    assert powers_given(clauses[:1]) == {"pay": ("clerk", "treasurer"), "commit": ("clerk",)}
    assert powers_given(clauses) == {"pay": ("treasurer",)}
    assert powers_given(()) == {}


def test_areas_are_those_that_every_list_has() -> None:
    north, harbour = ("north", {"en": "the north"}), ("harbour", {"en": "the harbour"})
    both = Scope(id="B1", of="area", codes=(north, harbour))
    one = Scope(id="B2", of="area", codes=(harbour,))
    assert scopes((both, one), "area") == dict([harbour])
    assert scopes((both,), "category") is None
