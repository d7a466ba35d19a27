"""The pages of remits: what was granted, inside which bounds, and who answers for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client

from remit.core.bounds import Envelope, instrument_words
from remit.record import reads
from remit.stages.charter.reads import use_of
from remit.web.reading import DjangoReader
from tests.town import Town, residents, said
from tests.web.html_page import Page, faults, read

REMIT = "/en/remits/T-1"


def look(client: Client, address: str = REMIT) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200
    page = read(answer.content)
    assert faults(page) == []
    return page


def figures(page: Page) -> dict[str, str]:
    values = [e.words for e in page.all("span", class_="figure-value")]
    terms = [e.words for e in page.all("dt")][: len(values)]
    return dict(zip(terms, values, strict=True))


def test_every_clause_stands_there_in_words_under_its_anchor(town: Town, client: Client) -> None:
    page = look(client)
    for clause, _, text in instrument_words(residents()):
        item = page.id(f"clause-{clause}")
        assert f"Clause {clause}" in item.words
        assert " ".join(text.render(DjangoReader("en")).split("\n")) in item.words
    assert len(page.all("li", class_="clause")) == len(residents().clauses)


def test_the_backer_is_shown_with_the_record_of_the_signature(town: Town, client: Client) -> None:
    page = look(client)
    assert "I answer for it." in page.one("blockquote").text
    assert "Signed by backer on 2\u00a0March\u00a02026" in page.text
    record = reads.records(kinds=("charter.back",)).get()
    assert page.all("a", href=f"/en/record/{record.key}")
    assert "In force" in page.one("header", class_="page-head").text


def test_before_the_backer_signs_the_page_says_that_nobody_can_act(
    town_at: Callable[[str], Town], client: Client
) -> None:
    town_at("granted")
    page = look(client)
    assert "The backer has not signed yet" in page.one("div", class_="notice-warning").text
    assert not page.all("blockquote")
    assert "Waiting for its backer" in page.one("header", class_="page-head").text


def test_it_says_what_the_remit_rests_on(town: Town, client: Client) -> None:
    text = look(client).text
    for wanted in (
        "the residents",
        "The town’s charter",
        "To the council.",
        "We keep to it.",
        "It ends with its period.",
        "The residents decide about the park.",
    ):
        assert wanted in text


@pytest.mark.parametrize(
    ("step", "parts"),
    [
        ("backed", ("10,000.00", "0.00", "0.00", "10,000.00")),
        ("adopted", ("10,000.00", "0.00", "0.00", "5,000.00")),
        ("committed", ("10,000.00", "1,000.00", "0.00", "5,000.00")),
        ("paid", ("10,000.00", "600.00", "400.00", "5,000.00")),
    ],
)
def test_the_figures_are_those_of_the_books(
    town_at: Callable[[str], Town], client: Client, step: str, parts: tuple[str, ...]
) -> None:
    town_at(step)
    names = ("Envelope", "Committed", "Paid", "Free")
    wanted = {name: f"PLN\u00a0{part}" for name, part in zip(names, parts, strict=True)}
    assert figures(look(client)) == wanted
    remit = reads.remit("T-1")
    assert remit is not None
    use = use_of(remit)
    assert use.free + use.reserved + use.committed + use.paid == use.envelope == 1_000_000
    set_aside = "Set aside" in look(client).one("table", class_="legend").text
    assert set_aside == bool(use.reserved)


def test_what_was_said_in_another_language_is_marked(town: Town, client: Client) -> None:
    page = look(client, "/pl/remits/T-1")
    heading = [e for e in page.all("span", lang="en") if "h1" in e.above]
    assert [e.text for e in heading] == ["A park"]
    assert "park dla wszystkich" in page.id("clause-B2").text


def test_the_list_shows_every_remit_the_newest_first(
    town_at: Callable[[str], Town], client: Client
) -> None:
    """Both with the same figures, so that nothing on the page may be told apart by them."""
    town = town_at("founded")
    halves = tuple(
        replace(c, amount=500_000) if isinstance(c, Envelope) else c for c in residents().clauses
    )
    for code, name in (("T-1", "A park"), ("T-2", "A pool")):
        town.grant(residents(code=code, title=said(name), clauses=halves))
    for address in ("/en/remits", "/en/"):
        page = look(client, address)
        titles = [a.words for a in page.all("a") if "article" in a.above]
        assert titles == ["A pool", "A park"]
        assert "ROOT" not in [e.words for e in page.all("p", class_="kicker")]


def test_the_tabs_lead_to_the_views_of_this_remit(town: Town, client: Client) -> None:
    views = {
        "Instrument": "",
        "May I?": "/may-i",
        "History": "/history",
        "File": "/file",
        "Decisions": "/decisions",
        "Money": "/money",
    }
    for name, path in views.items():
        page = look(client, f"{REMIT}{path}")
        ours = [a for a in page.all("a") if "nav" in a.above and not a.get("hreflang")]
        tabs = [a for a in ours if a.get("href").startswith(REMIT) and "main" in a.above]
        assert [a.get("href") for a in tabs] == [f"{REMIT}{path}" for path in views.values()]
        assert [a.words for a in tabs if a.get("aria-current")] == [name]


def test_the_record_of_the_grant_holds_what_the_page_shows(town: Town, client: Client) -> None:
    record = reads.records(kinds=("charter.grant",)).get()
    assert look(client).all("a", href=f"/en/record/{record.key}")
    leaf = json.loads(record.body)
    assert leaf["act"]["instrument"]["title"] == {"en": "A park"}
