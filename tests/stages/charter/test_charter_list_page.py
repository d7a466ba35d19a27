"""The list of remits: looked through by words and filters, with how many were found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from remit.core.bounds import Clause, Envelope
from remit.stages.charter.acts import SignBacking, Suspend
from tests.stages.conftest import Look
from tests.town import ENDS, NOON, ROOT, Town, bounds, holder, residents, said
from tests.web.html_page import Page

REMITS = "/en/remits"


def small(amount: int = 100_000) -> tuple[Clause, ...]:
    """The residents' bounds, with so little money that several fit."""
    return tuple(replace(c, amount=amount) if isinstance(c, Envelope) else c for c in bounds())


@pytest.fixture
def three(town_at: Callable[[str], Town], today: object) -> Town:
    """A park in force, a family's budget not yet backed, and a łąka that is suspended."""
    town = town_at("founded")
    town.grant(residents(clauses=small()))
    town.back()
    family = replace(holder("person_with_family", "a family"), accepts="clerk")
    town.grant(
        residents(
            code="F-1",
            title=said("Family budget"),
            scope={"en": "A caravan.", "pl": "Przyczepa."},
            holder=family,
            clauses=small(),
        )
    )
    meadow = {"en": "A meadow", "pl": "Łąka kwietna"}
    town.grant(residents(code="L-1", title=meadow, vehicle="contract", clauses=small()))
    town.back("L-1")
    why = said("A question first.")
    town.do(Suspend(remit="L-1", reasons=why), by="accountable-officer", under=ROOT)
    return town


def codes(page: Page) -> list[str]:
    return [p.words for p in page.all("p", class_="kicker") if "article" in p.above]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["L-1", "F-1", "T-1"]),
        ("q=", ["L-1", "F-1", "T-1"]),
        ("q=park", ["L-1", "T-1"]),
        ("q=laka", ["L-1"]),
        ("q=%C5%81%C4%84KA", ["L-1"]),
        ("q=caravan", ["F-1"]),
        ("q=przyczepa", ["F-1"]),
        ("q=family+budget", ["F-1"]),
        ("q=f-1", ["F-1"]),
        ("q=family+park", []),
        ("state=in_force", ["T-1"]),
        ("state=granted", ["F-1"]),
        ("state=suspended", ["L-1"]),
        ("state=ended", []),
        ("holder=person_with_family", ["F-1"]),
        ("vehicle=contract", ["L-1"]),
        ("vehicle=statutory_ballot&holder=residents", ["T-1"]),
        ("q=meadow&state=in_force", []),
    ],
)
def test_words_and_filters_must_all_fit(
    three: Town, look: Look, query: str, found: list[str]
) -> None:
    page = look(f"{REMITS}?{query}")
    assert codes(page) == found
    number = len(found)
    assert page.one("p", role="status").words == f"{number} remit{'' if number == 1 else 's'}"
    assert ("No remit fits all of this" in page.text) == (not found)


def test_only_those_whose_backing_is_over_within_thirty_days(
    three: Town, look: Look, today: Callable[[date], None]
) -> None:
    address = f"{REMITS}?soon=on"
    assert codes(look(address)) == []
    today((ENDS - timedelta(days=30)).date())  # noon or later, so less than thirty days are left
    assert codes(look(address)) == ["L-1", "T-1"]
    act = SignBacking(remit="L-1", until=NOON + timedelta(days=29))
    three.do(act, by="backer", under=ROOT)
    today(NOON.date())
    assert codes(look(address)) == ["L-1"]
    today((NOON + timedelta(days=30)).date())
    assert codes(look(address)) == [], "what is over already is not over soon"


def test_what_was_looked_for_is_still_there(three: Town, look: Look) -> None:
    page = look(f"{REMITS}?q=%3Cb%3Emeadow&state=suspended")
    assert page.one("input", name="q").get("value") == "<b>meadow"
    (chosen,) = [o.get("value") for o in page.all("option") if "selected" in o.attributes][:1]
    assert chosen == "suspended"
    assert page.all("a", href=REMITS)


@pytest.mark.parametrize("query", ["state=nonsense", "holder=%00", f"q={'a' * 201}"])
def test_what_can_not_be_read_is_said_and_filters_nothing(
    three: Town, look: Look, query: str
) -> None:
    page = look(f"{REMITS}?{query}", 422)
    assert page.one("div", class_="error-summary")
    assert len(codes(page)) == 3


def test_links_to_other_pages_keep_the_query(
    three: Town, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    from remit.stages.charter.pages import listing

    monkeypatch.setattr(listing, "PER_PAGE", 2)
    page = look(f"{REMITS}?q=a&holder=")
    assert codes(page) == ["L-1", "F-1"]
    (more,) = page.all("a", rel="next")
    assert more.get("href") == "?q=a&holder=&page=2"
    assert codes(look(f"{REMITS}{more.get('href')}")) == ["T-1"]


def test_hostile_text_is_only_text(town_at: Callable[[str], Town], look: Look) -> None:
    evil = """<script>alert(1)</script>"'&"""
    town = town_at("founded")
    town.grant(residents(title=said(evil), scope=said(evil), holder=holder("team", evil)))
    page = look(REMITS)
    assert page.text.count(evil) >= 3
    assert [s.get("src") for s in page.all("script")] == ["/static/web/kit.js"]


def test_it_asks_no_more_when_there_are_more_remits(
    three: Town, client: Client, today: object
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(REMITS).status_code == 200
        return len(queries)

    before = asked()
    for number in range(3):
        three.grant(residents(code=f"M-{number}", clauses=small()))
    assert asked() == before <= 8
