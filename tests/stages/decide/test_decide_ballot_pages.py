"""The pages of a ballot: before the count nothing is said of winners, afterwards all of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from remit.core.voting import read_pb
from remit.stages.decide.counting import count
from remit.web.reading import DjangoReader
from tests.town import PB, Town, import_ballots, open_ballot
from tests.web.html_page import Page, faults, read

BALLOT = "/en/ballots/park"


@pytest.fixture
def look(client: Client) -> Callable[..., Page]:
    def page(address: str = BALLOT) -> Page:
        answer = client.get(address)
        assert answer.status_code == 200
        found = read(answer.content)
        assert faults(found) == []
        return found

    return page


def rows(page: Page) -> list[list[str]]:
    """The tables' rows below their headings, cell by cell."""
    found: list[list[str]] = []
    for element in page.elements:
        if element.tag == "tr" and "tbody" in element.above:
            found.append([])
        elif element.tag in ("th", "td") and "tbody" in element.above:
            found[-1].append(element.words)
    return found


def test_an_open_ballot_shows_its_rule_and_no_result(town: Town, look: Callable[..., Page]) -> None:
    town.do(open_ballot())
    page = look()
    assert "Open" in page.one("header", class_="page-head").text
    assert "PLN\u00a010,000.00" in page.text
    assert len([li for li in page.all("li") if "ol" in li.above and "main" in li.above]) >= 3
    assert not page.all("table") and not page.all("div", class_="notice")
    assert "The same winners" not in page.text


def test_before_the_count_no_project_is_said_to_have_lost(
    town: Town, look: Callable[..., Page]
) -> None:
    town.do(open_ballot())
    town.do(import_ballots())
    page = look()
    assert "Votes are in, not counted yet" in page.one("header", class_="page-head").text
    assert [row[0] for row in rows(page)] == ["Trees", "A pond", "Benches", "A fence"]
    assert "did not win" not in page.text and "Winners" not in page.text
    assert not page.all("div", class_="notice")
    project = look(f"{BALLOT}/projects/3")
    assert "Why it" not in project.text


def test_a_counted_ballot_names_winners_in_their_order_and_the_others_by_votes(
    town: Town, look: Callable[..., Page]
) -> None:
    town.vote()
    page = look()
    assert rows(page) == [
        ["Trees", "1", "Won", "4", "PLN\u00a04,000.00"],
        ["A pond", "2", "Won", "3", "PLN\u00a05,000.00"],
        ["Benches", "3", "Won", "2", "PLN\u00a01,000.00"],
        ["A fence", "Did not win", "1", "PLN\u00a03,000.00"],
    ]
    notice = page.one("div", class_="notice-success").text
    assert "The same winners as the town announced" in notice and "3 winners" in notice


def test_another_result_than_announced_is_said_openly(
    town: Town, look: Callable[..., Page]
) -> None:
    town.do(open_ballot())
    other = PB.replace("A fence;0", "A fence;1").replace("A pond;1", "A pond;0")
    town.do(import_ballots(other))
    town.do(count("park"))
    page = look()
    assert not page.all("div", class_="notice-success")
    notice = page.one("div", class_="notice-warning")
    assert "Only in this count: 2. Only announced: 3." in notice.words
    assert ["A pond", "2", "Did not win", "3", "PLN\u00a05,000.00"] in rows(page)


def test_where_nothing_was_announced_nothing_is_compared(
    town: Town, look: Callable[..., Page]
) -> None:
    town.do(open_ballot())
    lines = PB.replace(";selected", "").replace("Trees;1", "Trees").replace("pond;1", "pond")
    town.do(import_ballots(lines.replace("fence;0", "fence").replace("Benches;1", "Benches")))
    town.do(count("park"))
    page = look()
    assert not page.all("div", class_="notice")
    assert "announced" not in page.one("main").text
    assert "announced" not in look(f"{BALLOT}/projects/1").one("main").text


@pytest.mark.parametrize(
    ("project", "heading", "said"),
    [("1", "Why it won", "Won"), ("3", "Why it did not win", "Did not win")],
)
def test_a_project_says_why(
    town: Town, look: Callable[..., Page], project: str, heading: str, said: str
) -> None:
    town.vote()
    page = look(f"{BALLOT}/projects/{project}")
    assert heading in [h.words for h in page.all("h2")]
    assert said in page.one("header", class_="page-head").text
    assert len(page.one("p", class_="lead").text) > 20


def test_a_project_tells_what_was_done_about_it(
    town_at: Callable[[str], Town], look: Callable[..., Page]
) -> None:
    town_at("paid")
    page = look(f"{BALLOT}/projects/4")
    assert "Adoption of a project" in page.one("ol", class_="timeline").text
    assert "PLN\u00a01,000.00" in page.one("ol", class_="timeline").text
    assert "Nothing so far." in look(f"{BALLOT}/projects/3").text


@pytest.mark.parametrize(
    ("language", "shown"),
    [("language;en", ("en", "Trees")), ("language;pl", ("pl", "Trees")), (None, ("und", "Trees"))],
)
def test_names_are_marked_with_the_language_they_were_written_in(
    town: Town, look: Callable[..., Page], language: str | None, shown: tuple[str, str]
) -> None:
    town.do(open_ballot())
    town.do(import_ballots(PB.replace("language;en\n", f"{language}\n" if language else "")))
    page = look("/pl/ballots/park")
    marked = [e.get("lang") for e in page.all("span") if e.text == shown[1] and e.get("lang")]
    assert marked == ([] if shown[0] == "pl" else [shown[0]])


def test_the_ballots_can_be_fetched_and_their_digest_is_shown(
    town: Town, look: Callable[..., Page]
) -> None:
    town.vote()
    page = look()
    (file,) = [a.get("href") for a in page.all("a") if a.get("href").endswith(".pb")]
    digest = file.removeprefix("/ballots/").removesuffix(".pb")
    assert digest in [code.text for code in page.all("code")]


def test_what_residents_wrote_is_only_text(town: Town, look: Callable[..., Page]) -> None:
    evil = """<script>alert(1)</script> "a" & 'b'"""
    quoted = '"' + evil.replace('"', '""') + '"'
    town.do(open_ballot())
    town.do(import_ballots(PB.replace("Trees", quoted)))
    town.do(count("park"))
    town.adopt("1")
    for address in (BALLOT, f"{BALLOT}/projects/1", "/en/remits/T-1/decisions"):
        page = look(address)
        assert evil in page.text
        assert [s.get("src") for s in page.all("script")] == ["/static/web/kit.js"]


def test_the_list_of_ballots(town: Town, look: Callable[..., Page]) -> None:
    assert "No ballot yet" in look("/en/ballots").text
    town.vote()
    page = look("/en/ballots")
    assert "PLN\u00a010,000.00 put to the vote; 6 ballots." in page.text
    assert page.one("a", href=BALLOT)


@pytest.mark.parametrize(("currency", "shown"), [("JPY", "JPY 10,000"), ("KWD", "KWD 10,000.000")])
def test_a_ballot_in_a_currency_without_hundredths(currency: str, shown: str) -> None:
    election = read_pb(PB.replace("PLN", currency).encode(), name="park.pb")
    reader = DjangoReader("en")
    assert reader.money(election.money(election.budget)) == shown.replace(" ", "\u00a0")
