"""A remit in boxes and back: nothing is lost, and what is wrong stands beside its box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime
from itertools import chain
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.bounds import (
    KINDS,
    Instrument,
    clause_from_json,
    draft_from_text,
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
    shapes,
    sheet_of,
)
from remit.stages.charter.grant_form.form import SECTIONS
from remit.stages.charter.grant_form.names import CLAUSE_FIELDS
from remit.stages.charter.grant_form.shapes import Box, Group, Rows, Texts
from tests.core.bounds.clauses.samples import maker
from tests.town import PURPOSE, residents, root, said

LIKE = root()
NEEDED = "This is needed. Fill it in."


def back(instrument: Instrument) -> None:
    """Through the sheet, as YAML, and through the form as a browser would send it."""
    sheet = sheet_of(instrument)
    found = judged(sheet, like=LIKE)
    assert (found.errors, found.instrument) == ({}, instrument)
    assert sheet_of(draft_from_text(instrument_yaml(instrument))) == sheet
    form = SheetForm(sheet, positions={})
    assert not form.errors
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
    return sent_sheet({**sent, "csrfmiddlewaretoken": "x", "do": "check"})


def wrong(sheet: Sheet) -> dict[str, str]:
    """By box, what is told of it first."""
    found = judged(sheet, like=LIKE)
    assert found.instrument is None
    form = SheetForm(found.sheet, found.errors, positions={})
    return {name: str(errors[0]) for name, errors in form.errors.items()}


def changed(**boxes: str) -> Sheet:
    """The residents' remit with other texts in these boxes; `__` stands for a point."""
    return {**sheet_of(residents()), **{name.replace("__", "."): t for name, t in boxes.items()}}


@pytest.mark.parametrize("build", [instruments.root, instruments.residents, root, residents])
def test_whole_remits_come_back(build: Callable[[], Instrument]) -> None:
    back(build())


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kinds_example_comes_back(kind: str) -> None:
    clause = clause_from_json({**KINDS[kind].EXAMPLE, "id": "B1"}, where="B1")
    back(replace(residents(), clauses=(clause,)))


@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(deadline=None, max_examples=12)
@given(data=st.data())
def test_every_clause_comes_back(kind: str, data: st.DataObject) -> None:
    clauses = data.draw(st.lists(maker(kind), min_size=1, max_size=3))
    numbered = tuple(replace(clause, id=f"B{n}") for n, clause in enumerate(clauses, start=1))
    back(replace(residents(), clauses=numbered))


@pytest.mark.parametrize(
    "changes",
    [
        {"title": {"en": "A park", "de": "Ein Park", "pl": "Park"}},
        {"scope": {"en": "One line.\n\nAnother “line”,\n  indented."}},
        {"title": {"en": "Two\nlines"}},
        {"appetite": {}},
        {"appetite": {"money": "open", "trees": "eager"}},
        {"review": datetime(2026, 5, 4, 10, 30, tzinfo=UTC)},
        {"holder": replace(residents().holder, accepts="clerk", quorum=7)},
        {"authority": replace(residents().authority, section=" 4 ", statute="An Act\nin lines")},
        {"demonstration": True},
        {"parent": None},
        {"currency": "JPY"},
        {"version": 2**31 - 1},
    ],
)
def test_every_field_comes_back(changes: dict[str, Any]) -> None:
    back(residents(**changes))


def test_what_does_not_fit_together_is_kept_all_the_same() -> None:
    """A draft may be unsound: another currency, powers twice, clauses out of order."""
    first, *rest = residents().clauses
    back(residents(clauses=tuple(replace(c, id=f"B{n}") for n, c in enumerate([*rest, first], 1))))
    back(residents(currency="EUR"))


def test_there_is_a_box_for_every_field() -> None:
    shown = {field for _, _, names in SECTIONS for field in names}
    assert shown | {"clauses"} == {field.name for field in fields(Instrument)}
    assert {"clauses"} <= {name for name, _, _ in SECTIONS}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_box_has_a_name(kind: str) -> None:
    for name in shapes.clause(kind):
        assert CLAUSE_FIELDS.get(f"{kind}.{name}") or CLAUSE_FIELDS.get(name), name


def test_closed_lists_are_chosen_from_and_all_that_is_there_can_be_chosen() -> None:
    def boxes(shape: object) -> list[Box]:
        inner = {Group: "boxes", Rows: "columns"}.get(type(shape), "")
        if inner:
            return list(chain(*map(boxes, getattr(shape, inner).values())))
        assert isinstance(shape, Box | Texts)
        return [shape] if isinstance(shape, Box) else []

    whole = [shapes.frame(), *(shapes.clause(kind) for kind in KINDS)]
    for box in [box for shape in whole for one in shape.values() for box in boxes(one)]:
        assert bool(box.choices) == (box.sort == "choice")
        assert all(box.choices.values())


def test_all_that_is_missing_is_told_at_once_beside_its_box() -> None:
    found = wrong(blank_sheet(LIKE))
    for box in (
        *("title.en", "scope.en", "code", "authority.text.en", "authority.statute", "vehicle"),
        *("binding", "holder.kind", "holder.name.en", "holder.quorum", "holder.rule"),
        *("backing_terms.en", "backed_until", "promise.level", "promise.text.en"),
        *("appeal.text.en", "appeal.office", "ending.en", "retention.code", "retention.years"),
        *("clauses.0.starts", "clauses.0.ends", "clauses.1.purposes.0.code"),
        *("clauses.2.amount", "clauses.3.powers.0.key"),
    ):
        assert found.pop(box) == NEEDED, box
    assert found == {}


@pytest.mark.parametrize(
    ("box", "typed", "told"),
    [
        ("code", "t 1", "“t 1” can't be the code of a remit."),
        ("version", "one", "This must be a whole number from 1"),
        ("currency", "zł", "“zł” is no currency."),
        ("vehicle", "magic", "“magic” is not known here."),
        ("holder__quorum", "7.5", "This must be a whole number from 0 to 1000."),
        ("appeal__office", "The Council", "“The Council” can't be a code."),
        ("backed_until", "soon", "“soon” is no day."),
        ("review", "2026-02-30", "“2026-02-30” is no day."),
        ("clauses__0__starts", "1 May", "“1 May” is no day."),
        ("clauses__0__ends", "2020-01-01", "The period ends before it has begun."),
        ("clauses__1__purposes__0__code", "A park", "“A park” can't be a code."),
        ("clauses__2__amount", "much", "“much” is no amount."),
        ("clauses__2__amount", "1.234", "“1.234” is more exact than PLN"),
        ("clauses__3__power", "", NEEDED),
        ("clauses__5__powers__2__given", "Clerk", "“Clerk” can't be a code."),
        ("clauses__5__powers__2__given", "", NEEDED),
        ("clauses__5__powers__2__key", "rule", "“rule” is not known here."),
        ("clauses__5__powers__4__key", "adopt", "“adopt” is there twice."),
        ("clauses__6__evidence__1__given", "Receipt", "“Receipt” can't be a code."),
        ("clauses__7__pairs__1__second", "rule", "“rule” is not known here."),
        ("clauses__8__days", "400", "This must be a whole number from 1 to 366."),
        ("clauses__8__silence", "maybe", "“maybe” is not known here."),
        ("clauses__8__position", "-", "“-” can't be a code."),
    ],
)
def test_what_is_wrong_is_told_beside_the_box(box: str, typed: str, told: str) -> None:
    found = wrong(changed(**{box: typed}))
    name = box.replace("__", ".")
    assert found[name].startswith(told)
    assert {*found} <= {name, "clauses.7.pairs.1.first"}
    assert judged(changed(**{box: typed}), like=LIKE).sheet[name] == typed


def test_a_text_that_is_too_long_is_told_in_its_language() -> None:
    assert wrong(changed(title__pl="a" * 2001)).keys() == {"title.pl"}
    found = wrong(changed(clauses__1__purposes__0__text__pl="a" * 2001))
    assert found.keys() == {"clauses.1.purposes.0.text.pl"}


def test_amounts_are_read_as_people_write_them() -> None:
    for typed in ("10000", "10 000", "10\u00a0000,00", "10000.0", "10000,00"):
        found = judged(changed(clauses__2__amount=typed), like=LIKE)
        assert found.instrument is not None, typed
        assert found.instrument.envelope.amount == 1_000_000


def test_a_remit_without_clauses_is_told_so() -> None:
    sheet = {n: t for n, t in sheet_of(residents()).items() if not n.startswith("clauses.")}
    assert wrong(sheet).keys() == {"__all__"}


def test_rows_are_added_and_empty_ones_fall_away() -> None:
    sheet = sheet_of(residents())
    more = moved(sheet, "row:clauses.1.purposes")
    assert more is not None and more["clauses.1.purposes.1.code"] == ""
    assert judged(more, like=LIKE).instrument == residents()
    filled = {**more, "clauses.1.purposes.1.code": "pond", "clauses.1.purposes.1.text.en": "a pond"}
    gap = {n: "" if n.startswith("clauses.1.purposes.0.") else t for n, t in filled.items()}
    for given_, codes in ((filled, ["park", "pond"]), (gap, ["pond"])):
        found = judged(given_, like=LIKE).instrument
        assert found is not None and list(found.purposes) == codes
    appetite = moved(sheet, "row:appetite")
    assert appetite is not None and "appetite.1.key" in appetite


def test_clauses_are_added_moved_and_removed() -> None:
    sheet = sheet_of(residents())

    def kinds(do: str) -> list[str]:
        found = moved(sheet, do)
        assert found is not None
        return [card.kind for card in SheetForm(found, positions={}).cards]

    before = [clause.kind for clause in residents().clauses]
    assert kinds("add:share") == [*before, "share"]
    assert kinds("remove:0") == before[1:]
    assert kinds("up:1") == kinds("down:0") == [before[1], before[0], *before[2:]]
    for nothing in (
        "up:0",
        "down:8",
        "up:99",
        "add:nothing",
        "row:clauses.99.purposes",
        "row:code",
    ):
        assert kinds(nothing) == before
    for other in ("check", "yaml", "up:x:y", "", "up:"):
        assert moved(sheet, other) is None
    swapped = moved(sheet, "up:1")
    assert swapped is not None
    back_again = moved(swapped, "up:1")
    assert back_again is not None and judged(back_again, like=LIKE).instrument == residents()


def test_what_was_tampered_with_makes_no_remit() -> None:
    strange = {
        **sheet_of(residents()),
        "clauses.0.kind": "nothing",
        "clauses.99999.kind": "cap",
        "clauses.x.kind": "cap",
        "title.<b>": "x",
        "title": "x",
    }
    assert sent_sheet(strange).keys() < strange.keys()
    found = judged(sent_sheet(strange), like=LIKE)
    assert found.instrument is not None
    assert [c.kind for c in found.instrument.clauses] == [c.kind for c in residents().clauses[1:]]


def test_errors_are_words_in_plain_english() -> None:
    found = judged(changed(clauses__2__amount="x"), like=LIKE)
    (told,) = found.errors["clauses.2.amount"]
    assert told.render(PLAIN) == (
        "“x” is no amount. Write digits, and a point before the decimals, such as 10000.00."
    )
    assert PURPOSE[0] == "park" and said("x") == {"en": "x"}
