"""Between two versions everything that differs is said, and whether it lets more or less pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from remit.core.bounds import (
    KINDS,
    Cap,
    Clause,
    Instrument,
    Reserved,
    instrument_from_json,
    instrument_json,
)
from remit.core.bounds.difference import (
    EFFECTS,
    WHATS,
    Change,
    clause_effect,
    differences,
)
from remit.core.bounds.field_words import FIELDS, leaves
from remit.core.bounds.parts import Undertaking
from remit.core.words import PLAIN, Words
from tests.core.bounds.clauses.samples import cases_of


def numbered(clauses: list[Clause]) -> tuple[Clause, ...]:
    return tuple(replace(clause, id=f"B{n}") for n, clause in enumerate(clauses, start=1))


def told(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    return [(change.where, change.what, change.effect) for change in changes]


def read(found: Words | None) -> str | None:
    return None if found is None else found.render(PLAIN)


def test_the_same_differs_in_nothing(remit: Instrument) -> None:
    assert differences(remit, remit) == ()
    assert differences(remit, instrument_from_json(instrument_json(remit))) == ()


def test_a_change_says_what_stood_there_and_what_stands_there(remit: Instrument) -> None:
    cap = remit.clauses[4]
    clauses = (*remit.clauses[:4], replace(cap, amount=10_000_000), *remit.clauses[5:])
    (change,) = differences(remit, replace(remit, clauses=clauses))
    assert (change.where, change.what, change.effect) == ("B5", "changed", "narrower")
    assert read(change.heading) == "Limit for one act"
    assert (read(change.before) or "").endswith("for at most 200,000.00 PLN at a time.")
    assert (read(change.after) or "").endswith("for at most 100,000.00 PLN at a time.")


def test_other_numbers_alone_are_said_once(remit: Instrument) -> None:
    new = Reserved(id="B1", matters=(("war", {"en": "war"}),))
    after = replace(remit, clauses=numbered([remit.clauses[0], new, *remit.clauses[1:8]]))
    changes = differences(remit, after)
    assert told(changes) == [
        ("B2", "added", "narrower"),
        ("B9", "removed", "wider"),
        ("clauses", "renumbered", "same"),
    ]
    assert (changes[0].before, changes[1].after) == (None, None)
    moved = changes[-1]
    assert read(moved.before) == "B2, B3, B4, B5, B6, B7, B8"
    assert read(moved.after) == "B3, B4, B5, B6, B7, B8, B9"
    back = differences(after, remit)
    assert told(back) == [
        ("B2", "removed", "wider"),
        ("B9", "added", "narrower"),
        ("clauses", "renumbered", "same"),
    ]


def test_a_clause_is_found_again_by_what_it_says_before_its_number(remit: Instrument) -> None:
    commit = Cap(id="B1", power="commit", amount=100, currency="PLN")
    pay = replace(commit, power="pay")
    base = list(remit.clauses[:4])
    before = replace(remit, clauses=numbered([*base, commit, pay]))
    after = replace(remit, clauses=numbered([*base, replace(pay, amount=90), commit]))
    assert told(differences(before, after)) == [
        ("B5", "changed", "narrower"),
        ("clauses", "renumbered", "same"),
    ]


def test_clauses_alike_are_kept_apart_by_their_numbers(remit: Instrument) -> None:
    twice = replace(remit, clauses=numbered([*remit.clauses, remit.clauses[4]]))
    assert differences(twice, twice) == ()
    assert told(differences(twice, remit)) == [("B10", "removed", "wider")]
    new = Reserved(id="B5", matters=(("war", {"en": "war"}),))
    other = replace(twice, clauses=(*twice.clauses[:4], new, *twice.clauses[5:]))
    assert told(differences(twice, other)) == [
        ("B5", "removed", "wider"),
        ("B5", "added", "narrower"),
    ]


def test_what_cannot_be_shown_is_for_people_to_weigh(remit: Instrument) -> None:
    cap = replace(remit.clauses[4], power="pay")
    after = replace(remit, clauses=(*remit.clauses[:4], cap, *remit.clauses[5:]))
    assert told(differences(remit, after)) == [("B5", "changed", "other")]


def test_what_makes_neither_wider_is_the_same(remit: Instrument) -> None:
    asks = replace(remit.clauses[8], days=9)
    after = replace(remit, clauses=(*remit.clauses[:8], asks))
    assert told(differences(remit, after)) == [("B9", "changed", "same")]


Edit = Callable[[dict[str, Any]], object]
OTHERWISE: dict[str, Any] = {
    "code": "W-2024",
    "version": 2,
    "title": {"en": "Another title"},
    "authority.text": {"en": "Another law."},
    "authority.statute": "Another Act",
    "authority.section": "",
    "authority.appropriation": "1/2",
    "vehicle": "officer_delegation",
    "binding": "advice",
    "undertaking": {"days": 30, "office": "clerk", "grounds": {"en": "Money."}},
    "parent": None,
    "grantor": "clerk",
    "holder.kind": "panel",
    "holder.name": {"en": "a panel"},
    "holder.quorum": 5,
    "holder.rule": "majority",
    "holder.accepts": "clerk",
    "currency": "EUR",
    "scope": {"en": "Something else."},
    "backer": "clerk",
    "backing_terms": {"en": "I answer for it."},
    "backed_until": "2023-12-31T00:00:00Z",
    "appetite": {"money": "eager"},
    "review": datetime(2023, 9, 1, tzinfo=UTC),
    "appeal.text": {"en": "To the council."},
    "appeal.office": "council",
    "promise.level": "informed",
    "promise.text": {"en": "You are told."},
    "ending": {"en": "It goes back."},
    "retention.code": "b50",
    "retention.years": 50,
    "demonstration": False,
}
"""By place, another value, in JSON."""
SAME = ("code", "version", "title")
KNOWN = {"binding": "narrower", "backed_until": "narrower", "demonstration": "wider"}


def changed(remit: Instrument, place: str, value: object) -> Instrument:
    """The instrument with this one field otherwise; it need not fit with the others."""
    owner, _, name = place.rpartition(".")
    data = instrument_json(remit)
    if owner:
        part = dict(data[owner], **{name: value})
        known = type(getattr(remit, owner)).from_json(part, where=owner)
        return replace(remit, **{owner: known})
    if name == "undertaking":
        return replace(remit, undertaking=Undertaking.from_json(value, where=name))
    if name == "backed_until":
        return replace(remit, backed_until=remit.backed_until - timedelta(days=1))
    return replace(remit, **{name: value})


@pytest.mark.parametrize("place", OTHERWISE)
def test_every_field_that_is_changed_is_said(remit: Instrument, place: str) -> None:
    changes = differences(remit, changed(remit, place, OTHERWISE[place]))
    assert changes
    for change in changes:
        assert change.where.startswith(place)
        assert change.effect == ("same" if place in SAME else KNOWN.get(place, "other"))
        assert (change.before is None) == (change.what == "added")
        assert (change.after is None) == (change.what == "removed")
        for said in (change.heading, change.before, change.after):
            assert said is None or (said.render(PLAIN) and "{" not in said.render(PLAIN))


@pytest.mark.parametrize("place", KNOWN)
def test_back_again_is_the_other_way(remit: Instrument, place: str) -> None:
    after = changed(remit, place, OTHERWISE[place])
    opposite = {"narrower": "wider", "wider": "narrower"}
    (change,) = differences(after, remit)
    assert change.effect == opposite[KNOWN[place]]


def test_every_field_is_tried_and_has_a_name(remit: Instrument) -> None:
    tried = {place.partition(".")[0] for place in OTHERWISE}
    assert tried | {"clauses"} == {field.name for field in fields(Instrument)}
    full = remit
    for place in ("undertaking", "holder.accepts", "review"):
        full = changed(full, place, OTHERWISE[place])
    places = leaves(full)
    nameless = [p for p in places if p not in FIELDS and not p.startswith("appetite.")]
    assert nameless == []
    assert [place for place in FIELDS if place not in places] == ["appetite"]


def test_a_field_is_said_by_what_its_codes_are_called(remit: Instrument) -> None:
    (change,) = differences(remit, replace(remit, appetite={**remit.appetite, "money": "open"}))
    assert read(change.heading) == "Appetite for risk, money"
    assert (read(change.before), read(change.after)) == ("cautious", "open")
    (change,) = differences(remit, replace(remit, demonstration=False))
    assert (read(change.before), read(change.after)) == ("yes", "no")
    (change,) = differences(remit, replace(remit, binding="advice"))
    assert (read(change.before), read(change.after)) == (
        "the vote decides",
        "advice, with a response",
    )


def test_changes_stand_in_the_order_of_the_instrument(remit: Instrument) -> None:
    names = [field.name for field in fields(Instrument)]
    after = remit
    for place, value in OTHERWISE.items():
        after = changed(after, place, value)
    after = replace(after, clauses=remit.clauses[1:])
    where = [
        names.index(change.where.partition(".")[0])
        for change in differences(remit, after)
        if change.where in names or "." in change.where
    ]
    assert where == sorted(where)


def test_every_effect_has_a_name() -> None:
    assert all(text for text in (*EFFECTS.values(), *WHATS.values()))


def clause_of(kind: str) -> st.SearchStrategy[Clause]:
    return cases_of(kind).MAKER


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_the_effect_is_what_covers_says(remit: Instrument, kind: str, data: st.DataObject) -> None:
    before = data.draw(clause_of(kind))
    after = data.draw(clause_of(kind))
    if data.draw(st.booleans()):
        after = cases_of(kind).narrower(before, data.draw)
    effect = clause_effect(before, after)
    event(effect)
    assert (effect in ("narrower", "same")) == before.covers(after)
    assert (effect in ("wider", "same")) == after.covers(before)
    changes = differences(
        replace(remit, clauses=numbered([before])), replace(remit, clauses=numbered([after]))
    )
    same = before.to_json() | {"id": ""} == after.to_json() | {"id": ""}
    assert told(changes) == ([] if same else [("B1", "changed", effect)])


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_when_nothing_is_wider_every_clause_is_kept(remit: Instrument, data: st.DataObject) -> None:
    kinds = data.draw(st.lists(st.sampled_from(list(KINDS)), min_size=1, max_size=5))
    before = [data.draw(clause_of(kind)) for kind in kinds]
    after = []
    for clause in before:
        fate = data.draw(st.sampled_from(["kept", "kept", "narrower", "narrower", "drawn", "gone"]))
        if fate == "kept":
            after.append(clause)
        elif fate == "narrower":
            after.append(cases_of(clause.kind).narrower(clause, data.draw))
        elif fate == "drawn":
            after.append(data.draw(clause_of(clause.kind)))
    after = data.draw(st.permutations([*after, data.draw(clause_of(kinds[0]))]))
    old, new = (replace(remit, clauses=numbered(clauses)) for clauses in (before, after))
    changes = differences(old, new)
    assert differences(new, new) == ()
    effects = {change.effect for change in changes}
    event("wider" if effects & {"wider", "other"} else "within")
    if not effects & {"wider", "other"}:
        assert all(any(one.covers(other) for other in new.clauses) for one in old.clauses)
    counts = [sum(change.what == what for change in changes) for what in ("added", "removed")]
    assert counts[0] - counts[1] == len(after) - len(before)
