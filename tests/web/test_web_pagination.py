"""Earlier and later pages: the address keeps what else was asked for."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from django.core.paginator import Paginator
from django.test import RequestFactory
from django.utils import translation

from tests.web.html_page import Page, drawn, faults


def pages(number: int, *, of: int = 10, asked: str = "") -> Page:
    request = RequestFactory().get(f"/en/record?{asked}")
    given = {"p": Paginator(range(of * 10), 10).page(number), "request": request}
    return drawn("{% pagination p %}", **given)


def query(address: str) -> dict[str, list[str]]:
    assert address.startswith("?")
    return parse_qs(address[1:], keep_blank_values=True, strict_parsing=True)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (1, ["1", "2", "10"]),
        (2, ["1", "2", "3", "10"]),
        (5, ["1", "4", "5", "6", "10"]),
        (10, ["1", "9", "10"]),
    ],
)
def test_the_ends_and_the_neighbours_are_there(number: int, shown: list[str]) -> None:
    page = pages(number)
    assert faults(page) == []
    links = [a for a in page.all("a") if not a.get("rel")]
    assert [a.text.split()[-1] for a in links] == shown
    assert [query(a.get("href"))["page"] for a in links] == [[n] for n in shown]
    assert page.one("a", aria_current="page").text.split() == ["Page", str(number)]


def test_what_is_left_out_is_shown_as_a_gap() -> None:
    assert len(pages(5).all("li", class_="gap")) == 2
    assert len(pages(2).all("li", class_="gap")) == 1
    assert len(pages(1, of=2).all("li", class_="gap")) == 0


def test_the_first_page_has_none_before_it_and_the_last_none_after() -> None:
    assert [a.get("rel") for a in pages(1).all("a") if a.get("rel")] == ["next"]
    assert [a.get("rel") for a in pages(10).all("a") if a.get("rel")] == ["prev"]
    earlier, later = (a for a in pages(5).all("a") if a.get("rel"))
    assert query(earlier.get("href")) == {"page": ["4"]}
    assert query(later.get("href")) == {"page": ["6"]}


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("outcome=refused", {"outcome": ["refused"]}),
        ("outcome=refused&page=7", {"outcome": ["refused"]}),
        ("a=1&a=2&empty=", {"a": ["1", "2"], "empty": [""]}),
        ("q=%22%3E%3Cscript%3E%26x", {"q": ['"><script>&x']}),
        ("q=zażółć", {"q": ["zażółć"]}),
    ],
)
def test_what_was_asked_is_kept(asked: str, kept: dict[str, list[str]]) -> None:
    page = pages(5, asked=asked)
    assert faults(page) == []
    for a in page.all("a"):
        found = query(a.get("href"))
        assert len(found.pop("page")) == 1
        assert found == kept


def test_one_page_needs_no_links() -> None:
    assert pages(1, of=1).elements == []


def test_it_works_where_no_request_is_known() -> None:
    page = drawn("{% pagination p %}", p=Paginator(range(30), 10).page(2))
    assert page.one("a", rel="prev").get("href") == "?page=1"


def test_numbers_are_written_in_the_language_and_addresses_are_not() -> None:
    with translation.override("pl"):
        page = pages(1500, of=2000)
    assert "1\u00a0500" in page.one("a", aria_current="page").text
    assert query(page.one("a", aria_current="page").get("href")) == {"page": ["1500"]}
