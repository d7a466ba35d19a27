"""The page of the check: what was checked, what it found, and how to do it without this server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.test import Client

from remit.core.verify import TITLES
from remit.record import sealer
from remit.stages.share import reads
from tests.town import Town
from tests.web.html_page import Page, faults, read


@pytest.fixture(autouse=True)
def afresh() -> Iterator[None]:
    """A checkpoint is checked once for each process; each test here has its own process's view."""
    reads.held.clear()
    yield
    reads.held.clear()


@pytest.fixture
def public(town_at: Callable[[str], Town], home: Path) -> Path:
    town_at("paid")
    sealer.seal()
    return home / "public"


def look(client: Client) -> Page:
    answer = client.get("/en/verify")
    assert answer.status_code == 200
    page = read(answer.content)
    assert faults(page) == []
    return page


def results(page: Page) -> list[str]:
    return [e.words for e in page.all("span", class_="status")]


def test_it_works(public: Path, client: Client) -> None:
    page = look(client)
    assert "Everything holds" in page.one("div", class_="notice-success").text
    assert len(results(page)) == len(TITLES)
    assert set(results(page)) == {"Holds", "Not checked"}


def test_it_tells_how_to_check_without_this_server(public: Path, client: Client) -> None:
    page = look(client)
    codes = [code.text for code in page.all("code")]
    assert "./remit verify http://testserver" in codes
    assert (public / "log" / "key").read_text().strip() in codes
    for file in ("/log/checkpoint", "/log/key", "/books.csv"):
        assert page.all("a", href=file)


def test_it_needs_no_secret(public: Path, home: Path, client: Client) -> None:
    (home / "log-key").unlink()
    page = look(client)
    assert "Everything holds" in page.text
    key = (public / "log" / "key").read_text().strip()
    assert key in [code.text for code in page.all("code")]


@pytest.mark.parametrize("pattern", ["books.csv", "log/tile/entries/*/*", "log/tile/0/*/*"])
def test_damage_is_named_with_its_place(public: Path, client: Client, pattern: str) -> None:
    (path,) = public.glob(pattern)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))
    page = look(client)
    assert str(path.relative_to(public)) in page.one("div", class_="notice-refusal").text
    assert "Does not hold" in results(page)
    assert not page.all("div", class_="notice-success")


def test_what_was_mended_holds_again(public: Path, client: Client) -> None:
    books = public / "books.csv"
    whole = books.read_bytes()
    books.write_bytes(whole[:-1])
    assert "It does not hold" in look(client).text
    books.write_bytes(whole)
    assert "Everything holds" in look(client).text


def test_files_met_while_they_are_written_are_looked_at_again(
    public: Path, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The books go before the checkpoint; who looks in between waits for the writer's turn."""
    books = public / "books.csv"
    whole = books.read_bytes()
    books.write_bytes(whole + b"99,T-1/envelope,appropriation,1,PLN\n")
    turns = reads.publish.taking_turns

    def written() -> AbstractContextManager[None]:
        books.write_bytes(whole)
        return turns()

    monkeypatch.setattr(reads.publish, "taking_turns", written)
    assert "Everything holds" in look(client).text


def test_a_missing_key_file_is_named(public: Path, client: Client) -> None:
    (public / "log" / "key").unlink()
    assert "log/key" in look(client).one("div", class_="notice-refusal").text


def test_before_anything_is_sealed_it_says_so(town: Town, client: Client) -> None:
    page = look(client)
    assert "Nothing is sealed yet" in page.text
    assert not page.all("table")


def test_a_new_checkpoint_is_checked_again(town_at: Callable[[str], Town], client: Client) -> None:
    town = town_at("adopted")
    sealer.seal()
    assert "all 8 records" in look(client).text
    town.commit()
    assert "all 8 records" in look(client).text
    sealer.seal()
    assert "all 9 records" in look(client).text


def test_on_other_pages_it_costs_nothing(
    public: Path, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> None:
        raise AssertionError("the whole record was checked for a page that does not show it")

    monkeypatch.setattr(reads, "report", fails)
    for path in ("", "record", "remits"):
        assert client.get(f"/en/{path}").status_code == 200
