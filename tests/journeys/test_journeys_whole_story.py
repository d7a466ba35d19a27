"""From the vote to the public account, as a visitor sees it: every step over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.test import Client

from remit.record import sealer
from tests.journeys.every_page import ADOPT, send, take_part
from tests.town import Town
from tests.web.html_page import Page, read


def look(client: Client, address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return read(answer.content)


def figures(page: Page) -> dict[str, str]:
    """The large figures by what they are called."""
    terms = [e.words for e in page.all("dt") if e.above[-2:] == ("dl", "div")]
    values = [e.words for e in page.all("span", class_="figure-value")]
    return dict(zip(terms, values, strict=False))


def test_from_the_vote_to_the_public_account(
    demo: None, town: Town, client: Client, home: Path
) -> None:
    town.vote()
    first = look(client, "/en/")
    assert "A park" in first.text and "Nothing was refused so far." in first.text
    assert figures(look(client, "/en/remits/T-1"))["Free"] == "PLN\u00a010,000.00"
    assert "The same winners as the town announced" in look(client, "/en/ballots/park").text
    assert "You act in no position" in look(client, ADOPT.format("1")).text

    take_part(client, "clerk")
    assert "You act as: clerk" in look(client, "/en/").one("a", class_="persona").words
    done = send(client, "1")["Location"]
    refused = send(client, "2", amount="6000")["Location"]
    assert look(client, done).all("section", class_="verdict-yes")
    assert look(client, refused).all("section", class_="verdict-no")

    assert figures(look(client, "/en/remits/T-1"))["Free"] == "PLN\u00a06,000.00"
    decisions = look(client, "/en/remits/T-1/decisions")
    assert "Trees" in decisions.one("table").text
    assert refused in {a.get("href") for a in decisions.all("a")}
    only = look(client, "/en/record?outcome=refused")
    assert [a.get("href") for a in only.all("a") if "/record/" in a.get("href")] == [refused]

    assert "waits for the sealer" in look(client, done).text
    sealer.seal()
    assert "as leaf 6 of the log" in look(client, done).text
    account = look(client, "/en/verify")
    assert "Everything holds" in account.text and "all 8 records" in account.text
    assert refused in {a.get("href") for a in look(client, "/en/").all("a")}


def test_the_whole_town_adds_up(demo: None, town_at: Callable[[str], Town], client: Client) -> None:
    town_at("paid")
    assert figures(look(client, "/en/remits/T-1/money")) == {
        "Envelope": "PLN\u00a010,000.00",
        "Committed": "PLN\u00a0600.00",
        "Paid": "PLN\u00a0400.00",
        "Free": "PLN\u00a05,000.00",
    }
    page = look(client, "/en/remits/T-1/money")
    (aside,) = [row.words for row in page.all("tr") if row.words.startswith("Set aside")]
    assert aside == "Set aside PLN\u00a04,000.00 40.0%"
