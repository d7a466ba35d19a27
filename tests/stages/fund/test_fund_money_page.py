"""The money under a remit, project by project and payment by payment."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from remit.stages.fund.acts import Approve, Pay, Release
from tests.town import OFFICES, Town, person, said, submit
from tests.web.html_page import Page, faults, read

MONEY = "/en/remits/T-1/money"


def look(client: Client) -> Page:
    answer = client.get(MONEY)
    assert answer.status_code == 200
    page = read(answer.content)
    assert faults(page) == []
    return page


def table(page: Page, caption: str) -> list[list[str]]:
    """The rows of the table of this name, cell by cell."""
    found: list[list[str]] = []
    current = ""
    for element in page.elements:
        if element.tag == "caption":
            current = element.words
        elif current == caption and "tbody" in element.above:
            if element.tag == "tr":
                found.append([])
            elif element.tag in ("th", "td"):
                found[-1].append(element.words.replace("\u00a0", " "))
    return found


def test_before_anything_is_bound_it_says_so(town: Town, client: Client) -> None:
    page = look(client)
    assert "No money is bound yet." in page.text
    assert "Nothing was paid yet." in page.text


def test_a_commitment_shows_what_became_of_it(
    town_at: Callable[[str], Town], client: Client
) -> None:
    town = town_at("committed")
    row = ["Benches", "a gardener", "PLN 1,000.00"]
    assert table(look(client), "Commitments") == [[*row, "–", "–", "PLN 1,000.00"]]
    town.pay()
    assert table(look(client), "Commitments") == [[*row, "PLN 400.00", "–", "PLN 600.00"]]
    town.do(Release(item="park.4", amount=25_000, reason=said("Not needed.")))
    assert table(look(client), "Commitments") == [[*row, "PLN 400.00", "PLN 250.00", "PLN 350.00"]]


@pytest.mark.parametrize(
    ("hands", "state"),
    [(0, "Waits for approval"), (1, "Approved, not yet paid"), (2, "Paid")],
)
def test_a_payment_says_in_whose_hands_it_is(
    town_at: Callable[[str], Town], client: Client, hands: int, state: str
) -> None:
    town = town_at("committed")
    town.do(submit())
    if hands >= 1:
        town.do(Approve(payment="P-1"), by="accountable-officer")
    if hands >= 2:
        town.do(Pay(payment="P-1"), by="treasurer")
    assert table(look(client), "Payments") == [["P-1", "Benches", state, "ab" * 8, "PLN 400.00"]]


def test_the_newest_payment_comes_first(town_at: Callable[[str], Town], client: Client) -> None:
    town = town_at("paid")
    town.pay("P-2", 10_000)
    assert [row[0] for row in table(look(client), "Payments")] == ["P-2", "P-1"]


def test_it_shows_nobody_who_paid_or_was_paid_by_name(
    town_at: Callable[[str], Town], client: Client
) -> None:
    town_at("paid")
    content = client.get(MONEY).content.decode()
    assert not [office for office in OFFICES if person(office) in content]


def test_the_books_can_be_fetched(town_at: Callable[[str], Town], client: Client) -> None:
    town_at("paid")
    assert look(client).all("a", href="/books.csv")
