"""A table of acts is read exactly, or refused with every line, column and cure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.bounds import errors
from remit.core.bounds.replay import Sum, Trial, replay
from remit.core.bounds.replay_csv import CELLS, NEEDED, ROWS_MAX, trials_from_csv
from remit.core.bounds.replay_errors import MESSAGES, PROBLEMS_MAX, BadTable, TableProblem
from remit.core.ledger import AMOUNT_MAX
from tests.core.bounds.trials import ASK, FAMILIES, ruled

HEAD = "at,power,amount\n"
WHOLE = f"""{",".join(CELLS)}
2023-06-01T10:30:00Z,commit,499.99,home,care,r1,c1,a1,x,pilot,2023-07-01,2023-05-01,3,\
receipt  note,worker,one,"Bedding, beds"
2023-06-02,pay,,,,,,,,,,,,,,,
"""


def test_every_column_is_read() -> None:
    first, second = trials_from_csv(WHOLE, "GBP")
    deed = first.deed
    assert first.at == datetime(2023, 6, 1, 10, 30, tzinfo=UTC)
    assert (deed.power, deed.amount, deed.currency) == ("commit", 49_999, "GBP")
    assert (deed.purpose, deed.matter, deed.recipient) == ("home", "care", "r1")
    assert (deed.category, deed.area, deed.item) == ("c1", "a1", "x")
    assert (deed.effect, deed.risk) == ("pilot", 3)
    assert (deed.until, deed.made) == (
        datetime(2023, 7, 1, tzinfo=UTC),
        datetime(2023, 5, 1, tzinfo=UTC),
    )
    assert deed.evidence == frozenset({"receipt", "note"})
    assert (first.position, first.person, first.label) == ("worker", "one", "Bedding, beds")
    assert first.evidence_known and second.evidence_known
    assert second.at == datetime(2023, 6, 2, tzinfo=UTC)
    assert (second.deed.amount, second.deed.currency, second.deed.purpose) == (None, None, None)
    assert (second.position, second.person, second.label) == (None, None, "")


def test_what_a_table_has_no_column_for_is_not_known() -> None:
    (found,) = trials_from_csv(HEAD + "2023-06-01,commit,5\n", "GBP")
    assert (found.position, found.person, found.evidence_known) == (None, None, False)
    assert found.deed.purpose is None


@pytest.mark.parametrize(
    ("written", "currency", "minor"),
    [
        ("499.99", "GBP", 49_999),
        ("500.01", "GBP", 50_001),
        ("500", "GBP", 50_000),
        ("500.1", "GBP", 50_010),
        ("0", "GBP", 0),
        ("007", "GBP", 700),
        ("500", "JPY", 500),
        ("1.234", "KWD", 1_234),
        (f"{AMOUNT_MAX // 100}.{AMOUNT_MAX % 100:02d}", "GBP", AMOUNT_MAX),
    ],
)
def test_an_amount_is_exact(written: str, currency: str, minor: int) -> None:
    (found,) = trials_from_csv(f"{HEAD}2023-06-01,commit,{written}\n", currency)
    assert found.deed.amount == minor


def test_a_hand_made_table_comes_to_what_it_comes_to() -> None:
    text = (
        "at,power,amount,purpose,position,person,label\n"
        "2023-06-01,commit,499.99,home,worker,one,bedding\n"
        "2023-06-02,commit,500.00,home,worker,one,rent arrears\n"
        "2023-06-03,commit,500.01,home,worker,two,caravan\n"
        "2023-06-04,commit,10.00,,worker,two,unsaid\n"
        "2023-06-05,commit,9000.01,home,worker,two,too much\n"
    )
    draft = ruled(FAMILIES, ASK)
    trials = trials_from_csv(text, "GBP")
    found = replay(draft, trials)
    assert found.answered("yes") == Sum(2, 99_999)
    assert found.answered("ask") == Sum(2, 50_001 + 900_001)
    assert found.answered("no") == found.unknown == Sum(1, 1_000)
    agreed = replay(draft, trials, assume_agreed=True)
    assert agreed.answered("ask") == Sum(1, 50_001)
    assert agreed.answered("no") == Sum(2, 1_000 + 900_001)


def problems(text: str, currency: str = "GBP") -> list[TableProblem]:
    with pytest.raises(BadTable) as raised:
        trials_from_csv(text, currency)
    assert str(raised.value) == "\n".join(map(str, raised.value.problems))
    for problem in raised.value.problems:
        assert str(problem).startswith(f"Line {problem.line}") and "{" not in str(problem)
        assert problem.column[:20] in str(problem)
    return list(raised.value.problems)


ROW = "2023-06-01,commit,5\n"
BAD: list[tuple[str, int, str, str, str]] = [
    ("", 1, "", "table_empty", "at, power"),
    ("\n \n", 1, "", "table_empty", "first row"),
    ("at,power,amount,colour\n", 1, "colour", "column_unknown", "recipient"),
    ("at;power;amount\n", 1, "at;power;amount", "column_unknown", "“at;power;amount”"),
    ("at,power,amount,at\n", 1, "at", "column_twice", "“at”"),
    ("at,power\n", 1, "amount", "column_missing", "“amount”"),
    (HEAD + ROW + "2023-06-01,commit\n", 3, "", "row_cells", "2 cells"),
    (HEAD + "2023-06-01,commit,1,234.50\n", 2, "", "row_cells", "4 cells"),
    (HEAD + ",commit,5\n", 2, "at", "cell_empty", "empty"),
    (HEAD + "2023-06-01, ,5\n", 2, "power", "cell_empty", "empty"),
    (HEAD + "1.6.2023,commit,5\n", 2, "at", "cell_moment", "2023-05-02"),
    (HEAD + "2023-02-30,commit,5\n", 2, "at", "cell_moment", "“2023-02-30”"),
    (HEAD + "2023-06-01T10:00:00,commit,5\n", 2, "at", "cell_moment", "Z"),
    (HEAD + "2023-06-01,Commit,5\n", 2, "power", "not_one_of", "commit"),
    (HEAD + '2023-06-01,commit,"1,234.50"\n', 2, "amount", "not_amount", "“1,234.50”"),
    (HEAD + "2023-06-01,commit,-5\n", 2, "amount", "not_amount", "“-5”"),
    (HEAD + "2023-06-01,commit,£5\n", 2, "amount", "not_amount", "“£5”"),
    (HEAD + "2023-06-01,commit,1e3\n", 2, "amount", "not_amount", "“1e3”"),
    (HEAD + "2023-06-01,commit,٣\n", 2, "amount", "not_amount", "“٣”"),
    (HEAD + "2023-06-01,commit,5.001\n", 2, "amount", "amount_decimals", "2"),
    (HEAD + f"2023-06-01,commit,{AMOUNT_MAX}\n", 2, "amount", "cell_too_large", "budget"),
    ("at,power,amount,risk\n2023-06-01,decide,,6\n", 2, "risk", "cell_risk", "1 to 5"),
    ("at,power,amount,effect\n2023-06-01,decide,,none\n", 2, "effect", "not_one_of", "pilot"),
    (HEAD + ROW + '2023-06-01,"commit,5\n', 3, "", "table_quotes", "quote"),
    (HEAD + ROW * (ROWS_MAX + 1), ROWS_MAX + 2, "", "table_too_long", str(ROWS_MAX)),
]


@pytest.mark.parametrize(("text", "line", "column", "code", "said"), BAD)
def test_what_is_wrong_is_said_with_its_place_and_the_cure(
    text: str, line: int, column: str, code: str, said: str
) -> None:
    found = problems(text)[0]
    assert (found.line, found.column, found.code) == (line, column, code)
    assert said in str(found)


def test_every_code_is_in_a_case() -> None:
    codes = {code for _, _, _, code, _ in BAD}
    assert set(MESSAGES) <= codes <= set(MESSAGES) | set(errors.MESSAGES)
    assert not set(MESSAGES) & set(errors.MESSAGES)


def test_all_that_is_wrong_is_said_at_once_up_to_a_limit() -> None:
    text = HEAD + "never,dance,much\n" + ROW + "\n" + "2023-06-01,commit,x\n"
    places = [(found.line, found.column) for found in problems(text)]
    assert places == [(2, "at"), (2, "power"), (2, "amount"), (5, "amount")]
    assert len(problems(HEAD + "never,dance,much\n" * 30)) == PROBLEMS_MAX
    columns = [found.column for found in problems("colour,at,size,power\n")]
    assert columns == ["colour", "size", "amount"]


def test_a_cell_may_have_lines_of_its_own() -> None:
    text = 'at,power,amount,label\n2023-06-01,commit,5,"two\nlines"\n2023-06-01,commit,x,\n'
    (found,) = problems(text)
    assert (found.line, found.column) == (4, "amount")
    (whole,) = trials_from_csv(text.rpartition("2023")[0], "GBP")
    assert whole.label == "two\nlines"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_ends_and_a_mark_of_byte_order_will_do(end: str) -> None:
    text = "\ufeff" + end.join(
        ["amount , at,power", "5, 2023-06-01 ,commit", "", "6,2023-06-02,pay"]
    )
    found = trials_from_csv(text, "GBP")
    assert [trial.deed.amount for trial in found] == [500, 600]
    assert found[1].at - found[0].at == timedelta(days=1)


def test_a_long_cell_is_cut_short_where_it_is_repeated() -> None:
    (found,) = problems(HEAD + f"2023-06-01,commit,{'9' * 5000}\n")
    assert len(str(found)) < 300
    assert len(str(problems("x" * 5000 + "\n")[0])) < 700


CELL = st.text(st.characters(codec="utf-8"), max_size=8)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=4), CELL)
def test_whatever_it_holds_it_is_read_or_refused(rows: list[list[str]], rest: str) -> None:
    text = HEAD + "".join(",".join(row) + "\n" for row in rows) + rest
    try:
        found = trials_from_csv(text, "GBP")
    except BadTable as error:
        assert 0 < len(error.problems) <= PROBLEMS_MAX
        assert all(str(problem) for problem in error.problems)
    else:
        assert all(isinstance(trial, Trial) for trial in found)


def test_what_is_needed_is_a_column() -> None:
    assert set(NEEDED) <= set(CELLS)
