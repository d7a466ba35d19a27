"""What a posting and an account may be."""

from __future__ import annotations

import pytest

from remit.core.ledger import (
    AMOUNT_MAX,
    Account,
    LedgerError,
    LedgerProblem,
    Posting,
    account_path,
    floor,
    parse_account,
    read_posting,
)
from remit.core.words import PLAIN

GOOD = {"debit": "W-2023/envelope", "credit": "appropriation", "amount": 5, "unit": "PLN"}
ACCOUNTS = [
    ("outside", Account("outside")),
    ("appropriation", Account("appropriation")),
    ("W-2023/envelope", Account("envelope", "W-2023")),
    ("W-2023/reserved/24", Account("reserved", "W-2023", "24")),
    ("W-2023/committed/24", Account("committed", "W-2023", "24")),
    ("W-2023/paid/24.b_c", Account("paid", "W-2023", "24.b_c")),
]
NO_ACCOUNTS = [
    "",
    "/",
    "Outside",
    "outside ",
    "envelope",
    "W-2023",
    "W-2023/",
    "/envelope",
    "W-2023/envelope/24",
    "W-2023/paid",
    "W-2023/paid/",
    "W-2023/paid/24/7",
    "W-2023/owed/24",
    "W-2023//envelope",
    "../envelope",
    "W 2023/envelope",
    "W-2023/envelope\n",
    "Ł-2023/envelope",
    "x" * 300 + "/envelope",
]
BAD = [
    ({"debit": "nowhere"}, "account_unknown"),
    ({"credit": None}, "account_unknown"),
    ({"credit": "W-2023/envelope"}, "accounts_same"),
    ({"amount": 0}, "amount_not_positive"),
    ({"amount": -1}, "amount_not_positive"),
    ({"amount": 1.0}, "amount_not_whole"),
    ({"amount": True}, "amount_not_whole"),
    ({"amount": "5"}, "amount_not_whole"),
    ({"amount": AMOUNT_MAX + 1}, "amount_too_large"),
    ({"amount": 10**4000}, "amount_too_large"),
    ({"unit": "pln"}, "unit_unknown"),
    ({"unit": ""}, "unit_unknown"),
    ({"unit": None}, "unit_unknown"),
    ({"more": 1}, "posting_fields"),
]


@pytest.mark.parametrize(("path", "account"), ACCOUNTS)
def test_accounts(path: str, account: Account) -> None:
    assert parse_account(path) == account
    assert account.path == path
    assert floor(path) == account.floor == (None if path == "outside" else 0)


@pytest.mark.parametrize("path", NO_ACCOUNTS)
def test_what_is_no_account(path: str) -> None:
    assert parse_account(path) is None
    assert floor(path) == 0


def test_a_path_is_built_or_refused() -> None:
    assert account_path("W-2023", "paid", "24") == "W-2023/paid/24"
    assert account_path("W-2023", "envelope") == "W-2023/envelope"
    for remit, kind, item in [
        ("W-2023", "paid", None),
        ("a/b", "envelope", None),
        ("", "paid", ""),
    ]:
        with pytest.raises(LedgerError):
            account_path(remit, kind, item)


def test_a_posting_comes_back_as_it_was() -> None:
    posting = read_posting(GOOD)
    assert isinstance(posting, Posting)
    assert posting.as_json() == GOOD
    assert read_posting({**GOOD, "unit": "minutes"})


@pytest.mark.parametrize(("change", "code"), BAD)
def test_a_bad_posting_is_a_value_when_read_and_an_error_when_built(
    change: dict[str, object], code: str
) -> None:
    fields = {**GOOD, **change}
    found = read_posting(fields)
    assert isinstance(found, LedgerProblem)
    assert found.code == code
    assert found.words.render(PLAIN)
    if set(fields) == set(GOOD):
        with pytest.raises(LedgerError) as caught:
            Posting(**fields)  # type: ignore[arg-type]
        assert caught.value.code == code
        assert caught.value.words == found.words


@pytest.mark.parametrize("data", [None, [], "x", {}, {"debit": "outside"}])
def test_what_is_no_posting(data: object) -> None:
    found = read_posting(data)
    assert isinstance(found, LedgerProblem)
    assert found.code == "posting_fields"
