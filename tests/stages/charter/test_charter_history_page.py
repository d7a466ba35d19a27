"""Every version with its day, its office and its reasons; and what is different between two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from remit.core.bounds import Cap, Envelope, Reserved
from remit.stages.charter.acts import Vary
from tests.stages.conftest import Look
from tests.town import MATTERS, ROOT, Town, bounds, residents, said
from tests.web.html_page import Page

HISTORY = "/en/remits/T-1/history"
OFFICER = "accountable-officer"
ROADS = (*MATTERS, ("roads", said("closing roads")))


@pytest.fixture
def thrice(town: Town) -> Town:
    """First a lower cap and more that is reserved; then a cap higher than ever."""
    second = tuple(
        replace(c, amount=400_000)
        if isinstance(c, Cap)
        else replace(c, matters=ROADS)
        if isinstance(c, Reserved)
        else c
        for c in bounds()
    )
    third = tuple(replace(c, amount=600_000) if isinstance(c, Cap) else c for c in second)
    for number, (clauses, why) in enumerate(((second, "Carefully."), (third, "Boldly.")), 2):
        act = Vary(instrument=residents(version=number, clauses=clauses), reasons=said(why))
        town.do(act, by=OFFICER, under=ROOT)
    return town


def rows(page: Page, *, table: int) -> list[list[str]]:
    """The rows of the first or the second table, cell by cell."""
    found: list[list[str]] = []
    count = -1
    for element in page.elements:
        count += element.tag == "table"
        if count != table or "tbody" not in element.above:
            continue
        if element.tag == "tr":
            found.append([])
        elif element.tag in ("th", "td"):
            found[-1].append(element.words)
    return found


def test_every_version_has_its_day_its_office_and_its_reasons(thrice: Town, look: Look) -> None:
    day = "2\u00a0March\u00a02026"
    assert rows(look(HISTORY), table=0) == [
        ["Version 3", day, OFFICER, "Boldly.", "The record"],
        ["Version 2", day, OFFICER, "Carefully.", "The record"],
        ["Version 1", day, OFFICER, "The first version.", "The record"],
    ]


def test_the_newest_is_compared_with_the_one_before(thrice: Town, look: Look) -> None:
    (row,) = [r for r in rows(look(HISTORY), table=1) if r[0].startswith("Limit")]
    assert row[0].endswith("changed") and row[3] == "more is allowed"
    assert "4,000.00" in row[1] and "6,000.00" in row[2]


def test_any_two_can_be_compared_either_way(thrice: Town, look: Look) -> None:
    there = rows(look(f"{HISTORY}?before=1&after=2"), table=1)
    effects = {row[0].split(" ")[0]: row[3] for row in there}
    assert effects["Limit"] == effects["Reserved"] == "less is allowed"
    back = rows(look(f"{HISTORY}?before=2&after=1"), table=1)
    assert {row[3] for row in back if row[0].startswith(("Limit", "Reserved"))} == {
        "more is allowed"
    }
    page = look(f"{HISTORY}?before=2&after=2")
    assert "The two say the same." in page.text


def test_what_is_compared_stays_chosen(thrice: Town, look: Look) -> None:
    page = look(f"{HISTORY}?before=1&after=3")
    chosen = [o.get("value") for o in page.all("option") if "selected" in o.attributes]
    assert chosen == ["1", "3"]


@pytest.mark.parametrize("query", ["before=9", "after=x", "before=%00&after=1"])
def test_a_version_that_is_not_there_is_a_mistake(thrice: Town, look: Look, query: str) -> None:
    page = look(f"{HISTORY}?{query}", 422)
    assert page.one("div", class_="error-summary")


def test_one_version_has_nothing_to_be_compared_with(town: Town, look: Look) -> None:
    page = look(HISTORY)
    assert "There is one version only, so nothing has changed." in page.text
    assert not page.all("select")


def test_an_old_version_is_shown_as_it_was(thrice: Town, look: Look) -> None:
    page = look("/en/remits/T-1/versions/1")
    assert "A later version has taken its place" in page.one("div", class_="notice-warning").text
    assert "5,000.00" in page.id("clause-B4").text
    assert page.all("a", href="/en/remits/T-1")
    newest = look("/en/remits/T-1/versions/3")
    assert "This is the newest version" in newest.text
    assert "6,000.00" in newest.id("clause-B4").text


def test_the_agencys_own_remit_has_a_history_too(town: Town, look: Look) -> None:
    page = look("/en/remits/ROOT/history")
    assert len(rows(page, table=0)) == 1


@pytest.mark.parametrize("number", ["9", "0", "99999999999999999999999"])
def test_no_such_version_leads_to_the_history(town: Town, look: Look, number: str) -> None:
    page = look(f"/en/remits/T-1/versions/{number}", 404)
    assert page.all("a", href=HISTORY)


def test_hostile_reasons_are_only_text(town: Town, look: Look) -> None:
    evil = """<script>alert(1)</script>"'&"""
    clauses = tuple(replace(c, amount=1) if isinstance(c, Envelope) else c for c in bounds())
    new = residents(version=2, clauses=clauses, title=said(evil))
    town.do(Vary(instrument=new, reasons=said(evil)), by=OFFICER, under=ROOT)
    page = look(HISTORY)
    assert page.text.count(evil) >= 3
    assert [s.get("src") for s in page.all("script")] == ["/static/web/kit.js"]
