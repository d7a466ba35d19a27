"""The books: what they refuse, what they add up to, and that a ten-line model agrees."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.ledger import (
    Books,
    Entry,
    LedgerProblem,
    Posting,
    Totals,
    floor,
    read_books_csv,
    write_books_csv,
)

STORY = [
    Posting("appropriation", "outside", 1000, "PLN"),
    Posting("W-2023/envelope", "appropriation", 900, "PLN"),
    Posting("W-2023/reserved/24", "W-2023/envelope", 300, "PLN"),
    Posting("W-2023/committed/24", "W-2023/reserved/24", 250, "PLN"),
    Posting("W-2023/envelope", "W-2023/reserved/24", 50, "PLN"),
    Posting("W-2023/paid/24", "W-2023/committed/24", 100, "PLN"),
]


def told() -> Books:
    books = Books()
    assert [books.apply(posting) for posting in STORY] == [None] * len(STORY)
    return books


def test_totals_and_trial_balance() -> None:
    books = told()
    total = Totals("W-2023", "PLN", free=650, reserved=0, committed=150, paid=100)
    assert books.totals() == (total,)
    assert total.granted == 900
    rows = books.trial_balance()
    assert sum(row.balance for row in rows) == 0
    assert [row.account for row in rows] == sorted(row.account for row in rows)
    assert books.balance("outside") == -1000
    assert books.postings == len(STORY)
    assert Books().trial_balance() == () == Books().totals()


REFUSED = [
    (Posting("W-2023/paid/24", "W-2023/committed/24", 151, "PLN"), "overdrawn"),
    (Posting("W-2023/envelope", "appropriation", 101, "PLN"), "overdrawn"),
    (Posting("outside", "V-2024/envelope", 1, "PLN"), "overdrawn"),
    (Posting("outside", "W-2023/envelope", 1, "EUR"), "unit_mismatch"),
    (Posting("W-2023/envelope", "outside", 1, "minutes"), "unit_mismatch"),
]


@pytest.mark.parametrize(("posting", "code"), REFUSED)
def test_a_refused_posting_changes_nothing(posting: Posting, code: str) -> None:
    books = told()
    before = books.trial_balance()
    found = books.apply(posting)
    assert isinstance(found, LedgerProblem)
    assert found.code == code
    assert str(found)
    assert books.trial_balance() == before
    assert books.postings == len(STORY)


def test_the_last_unit_may_be_spent() -> None:
    assert told().apply(Posting("W-2023/paid/24", "W-2023/committed/24", 150, "PLN")) is None


def test_outside_holds_several_units() -> None:
    books = told()
    assert books.apply(Posting("H-1/envelope", "outside", 90, "minutes")) is None
    assert books.balance("outside", unit="minutes") == -90
    with pytest.raises(ValueError):
        books.balance("outside")
    assert books.balance("never/envelope") == 0
    for unit in ("PLN", "minutes"):
        assert sum(row.balance for row in books.trial_balance() if row.unit == unit) == 0
    assert [total.remit for total in books.totals()] == ["H-1", "W-2023"]


ACCOUNTS = st.sampled_from(
    ["outside", "appropriation", "A/envelope", "A/reserved/1", "A/committed/1", "A/paid/1"]
)
MOVES = st.lists(
    st.tuples(ACCOUNTS, ACCOUNTS, st.integers(1, 30), st.sampled_from(["PLN", "PLN", "EUR"])),
    max_size=40,
)


class Model:
    """The books in ten lines: try it, look, take it back."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], int] = {}
        self.unit: dict[str, str] = {}

    def move(self, debit: str, credit: str, amount: int, unit: str) -> bool:
        named = [account for account in (debit, credit) if account != "outside"]
        short = credit != "outside" and self.held.get((credit, unit), 0) < amount
        if short or any(self.unit.get(account, unit) != unit for account in named):
            return False
        for account, change in ((debit, amount), (credit, -amount)):
            self.held[account, unit] = self.held.get((account, unit), 0) + change
        self.unit.update(dict.fromkeys(named, unit))
        return True


@settings(max_examples=150, deadline=None)
@given(MOVES)
def test_the_books_agree_with_the_model(moves: list[tuple[str, str, int, str]]) -> None:
    books, model = Books(), Model()
    for debit, credit, amount, unit in moves:
        if debit == credit:
            continue
        posted = books.apply(Posting(debit, credit, amount, unit)) is None
        assert posted == model.move(debit, credit, amount, unit)
        found = {(row.account, row.unit): row.balance for row in books.trial_balance()}
        assert found == model.held
        assert all(floor(path) is None or held >= 0 for (path, _), held in found.items())
    for total in books.totals():
        held = {path: amount for (path, unit), amount in model.held.items() if unit == total.unit}
        assert (total.free, total.paid) == (held.get("A/envelope", 0), held.get("A/paid/1", 0))


def test_the_table_comes_back_as_it_was() -> None:
    entries = [Entry(index, posting) for index, posting in enumerate(STORY)]
    data = write_books_csv(entries)
    assert data.decode().splitlines()[:2] == [
        "record,debit,credit,amount,unit",
        "0,appropriation,outside,1000,PLN",
    ]
    assert list(read_books_csv(data)) == entries
    assert list(read_books_csv(data.replace(b"\n", b"\r\n"))) == entries


BAD_TABLES = [
    (b"", "csv_syntax", 1),
    (b"debit,credit\n", "csv_syntax", 1),
    (b"record,debit,credit,amount,unit\n\n", "csv_syntax", 2),
    (b"record,debit,credit,amount,unit\n1,2\n", "csv_syntax", 2),
    (b"record,debit,credit,amount,unit\n01,outside,appropriation,1,PLN\n", "csv_syntax", 2),
    (b"record,debit,credit,amount,unit\n1,outside,appropriation,+1,PLN\n", "csv_syntax", 2),
    (b"record,debit,credit,amount,unit\n1,outside,appropriation,1.0,PLN\n", "csv_syntax", 2),
    (b"record,debit,credit,amount,unit\n1,outside,appropriation,\xd9\xa1,PLN\n", "csv_syntax", 2),
    (b'record,debit,credit,amount,unit\n1,"outside', "csv_syntax", 2),
    (b"record,debit,credit,amount,unit\n\xff\n", "csv_syntax", 2),
    (b"record,debit,credit,amount,unit\n1,outside,outside,1,PLN\n", "accounts_same", None),
]


@pytest.mark.parametrize(("data", "code", "line"), BAD_TABLES)
def test_a_damaged_table_says_where(data: bytes, code: str, line: int | None) -> None:
    *_, last = read_books_csv(data)
    assert isinstance(last, LedgerProblem)
    assert last.code == code
    assert str(last)
    if line:
        assert dict(last.params)["line"] == line


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=80))
def test_reading_a_table_never_raises(data: bytes) -> None:
    list(read_books_csv(b"record,debit,credit,amount,unit\n" + data))
