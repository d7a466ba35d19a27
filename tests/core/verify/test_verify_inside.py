"""What an agency could do with its own key: every hash is right, and it still shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from remit.core.log import encode_leaf
from remit.core.verify import Report, verify
from remit.core.verify.leaf import FIELDS
from remit.core.words import PLAIN

Change = Callable[[Any], object]
AT = 20
GONE = object()


@pytest.fixture
def story(make_story: Callable[[int], Any]) -> Any:
    return make_story(45)


def look(files: dict[str, bytes], story: Any, **options: Any) -> Report:
    return verify(files.__getitem__, trusted_key=story.key, **options)


def found(report: Report) -> set[tuple[str, str]]:
    return {(step.code, problem.code) for step in report.steps for problem in step.detail}


def failed(report: Report) -> list[str]:
    return [step.code for step in report.steps if step.ok is False]


def move(debit: str, credit: str, amount: int) -> dict[str, object]:
    return {"debit": debit, "credit": credit, "amount": amount, "unit": "PLN"}


FORM = [
    ("v", 2),
    ("v", True),
    ("kind", "Note"),
    ("kind", 7),
    ("at", "2023-05-02"),
    ("at", "2023-13-02T10:00:00Z"),
    ("at", "2023-05-02T10:00:00+02:00"),
    ("by", {"position": "clerk", "person": "in clear text"}),
    ("by", {"position": "clerk", "person": "ab" * 32, "name": "x"}),
    ("by", {"position": "", "person": "ab" * 32}),
    ("under", {"remit": "W-2023"}),
    ("under", {"remit": "W-2023", "version": 0}),
    ("under", {"remit": "W-2023", "version": True}),
    ("under", "W-2023"),
    ("key", ""),
    ("key", "x" * 201),
    ("outcome", "perhaps"),
    ("outcome", ["done"]),
    ("act", []),
    ("findings", {}),
    ("findings", [{"clause": "B1"}]),
    ("findings", [{"clause": "B1", "kind": "x", "verdict": "fine", "code": "x"}]),
    ("postings", {}),
    *((name, GONE) for name in FIELDS),
]


@pytest.mark.parametrize(("field", "value"), FORM)
def test_a_record_out_of_form(story: Any, field: str, value: object) -> None:
    if value is GONE:
        del story.records[AT][field]
    else:
        story.records[AT][field] = value
    report = look(story.publish(), story)
    assert failed(report) == ["records"]
    problem = report.first_problem
    assert problem and (problem.code, problem.where) == ("leaf_field", f"record {AT}")
    assert problem.words.render(PLAIN) == (
        f"Record {AT}: the field {field} is missing or not as it must be."
    )
    assert report.step("decisions").ok is None


def test_a_field_more_is_another_format(story: Any) -> None:
    story.records[AT]["name"] = "x"
    assert found(look(story.publish(), story)) == {("records", "leaf_field_unknown")}


@pytest.mark.parametrize(
    ("posting", "code"),
    [
        ({"debit": "outside"}, "posting_fields"),
        (move("W-2023/owed/1", "outside", 1), "account_unknown"),
        (move("outside", "outside", 1), "accounts_same"),
        (move("appropriation", "outside", 0), "amount_not_positive"),
    ],
)
def test_a_posting_that_is_none(story: Any, posting: dict[str, object], code: str) -> None:
    story.records[AT]["postings"] = [posting]
    assert found(look(story.publish(), story)) == {("records", code)}


def test_a_leaf_that_is_not_canonical(story: Any, seal: Callable[..., dict[str, bytes]]) -> None:
    leaves = [encode_leaf(made) for made in story.records]
    leaves[AT] = leaves[AT].replace(b'"v":1', b'"v": 1')
    report = look({**story.publish(), **seal(leaves, signer=story.signer)}, story)
    assert found(report) == {("records", "json_not_canonical")}


def repeat_key(story: Any) -> None:
    story.records[30]["key"] = story.records[AT]["key"]


def found_again(story: Any) -> None:
    story.records[30].update(kind="agency.establish")


def found_late(story: Any) -> None:
    story.records[0].update(kind="share.note")


def act_under_nothing(story: Any) -> None:
    story.records[30]["under"] = None


def do_out_of_bounds(story: Any) -> None:
    story.find("decide.adopt")["findings"][0]["verdict"] = "breached"


def do_unasked(story: Any) -> None:
    story.find("fund.pay")["findings"][0]["verdict"] = "needs"


def pay_while_refused(story: Any) -> None:
    refused = story.find("decide.adopt", outcome="refused")
    refused["postings"] = [move("W-2023/reserved/3", "W-2023/envelope", 1)]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (repeat_key, "key_repeated"),
        (found_again, "founding_again"),
        (found_late, "founding_missing"),
        (act_under_nothing, "under_nothing"),
        (do_out_of_bounds, "done_out_of_bounds"),
        (do_unasked, "done_out_of_bounds"),
        (pay_while_refused, "moved_undone"),
    ],
)
def test_acts_without_ground(story: Any, change: Change, code: str) -> None:
    change(story)
    report = look(story.publish(), story)
    assert found(report) == {("answers", code)}
    assert report.first_problem and report.first_problem.where.startswith("record ")


def test_an_overdraft_is_named_by_its_record(story: Any) -> None:
    story.find("fund.pay")["postings"] = [move("W-2023/paid/1", "W-2023/committed/1", 40_001)]
    report = look(story.publish(), story)
    assert found(report) == {("ledger", "overdrawn")}
    assert report.first_problem
    assert report.first_problem.where == f"record {story.records.index(story.find('fund.pay'))}"
    assert report.totals == ()


def edited(data: bytes, row: int, change: Callable[[list[bytes]], object]) -> bytes:
    rows = data.split(b"\n")
    fields = rows[row].split(b",")
    change(fields)
    rows[row] = b",".join(fields)
    return b"\n".join(rows)


@pytest.mark.parametrize("field", range(5))
def test_an_altered_row_of_the_books(story: Any, field: int) -> None:
    files = story.publish()
    other = [b"3", b"W-2023/paid/2", b"outside", b"7", b"EUR"][field]
    books = edited(files["books.csv"], 3, lambda fields: fields.__setitem__(field, other))
    report = look({**files, "books.csv": books}, story)
    assert found(report) == {("books", "books_row_differs")}
    assert report.first_problem and report.first_problem.where == "books.csv row 3"


def test_rows_taken_added_and_swapped(story: Any) -> None:
    files = story.publish()
    head, *rows = files["books.csv"].splitlines(keepends=True)

    def codes(changed: list[bytes]) -> set[str]:
        report = look({**files, "books.csv": head + b"".join(changed)}, story)
        return {code for step, code in found(report) if step == "books"}

    assert codes(rows) == set()
    assert codes(rows[:-1]) == {"books_row_missing"}
    assert codes([]) == {"books_row_missing"}
    assert codes([*rows, rows[-1]]) == {"books_row_extra"}
    ahead = b",".join([b"%d" % len(story.records), *rows[-1].split(b",")[1:]])
    assert codes([*rows, ahead]) == {"books_ahead"}
    assert codes([rows[1], rows[0], *rows[2:]]) == {"books_row_differs"}
    assert codes([*rows[:2], b"nonsense\n", *rows[2:]]) == {"csv_syntax"}


def test_history_rewritten_with_the_right_key_shows_to_who_remembers(story: Any) -> None:
    remembered = story.publish()["log/checkpoint"]
    story.records[AT]["act"] = {"note": "as if it had always been so"}
    files = story.publish()
    assert look(files, story).ok
    report = look(files, story, remembered=remembered)
    assert found(report) == {("consistency", "log_rewritten")}
    story.records.append({**story.records[-1], "key": "one-more"})
    report = look(story.publish(), story, remembered=remembered)
    assert found(report) == {("consistency", "log_rewritten")}


def test_only_the_first_problems_are_shown_and_all_are_counted(story: Any) -> None:
    for made in story.records[AT:]:
        made["v"] = 2
    step = look(story.publish(), story).step("records")
    assert len(step.detail) == 20
    assert step.words.render(PLAIN).startswith(f"{len(story.records) - AT} found wrong.")
