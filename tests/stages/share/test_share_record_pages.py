"""The public record: everything that was done or refused, page by page, and each by itself."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.test import Client

from remit.record import reads, sealer
from remit.record.models import Record
from remit.record.perform import Asked, Refused
from tests.town import OFFICES, Town, adopt, commit, person
from tests.web.html_page import Page, faults, read


def look(client: Client, address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200
    page = read(answer.content)
    assert faults(page) == []
    return page


def listed(client: Client, query: str = "") -> list[str]:
    """The keys of the records on this page of the list, in their order."""
    page = look(client, f"/en/record{query}")
    links = [a.get("href") for a in page.all("a") if "li" in a.above and "main" in a.above]
    return [link.removeprefix("/en/record/") for link in links if "/record/" in link]


def keys(**wanted: str) -> list[str]:
    return [str(row.key) for row in Record.objects.filter(**wanted).order_by("-pk")]


@pytest.fixture
def busy(town_at: Callable[[str], Town]) -> Town:
    """Forty records: more than a page of those refused, and some of every outcome."""
    town = town_at("voted")
    town.adopt("2", 500_000)
    with pytest.raises(Asked):
        town.do(commit("2", 400_000))
    while Record.objects.count() < 40:
        with pytest.raises(Refused):
            town.do(adopt("1", 600_000))
    return town


def test_every_record_is_on_one_page_the_newest_first(busy: Town, client: Client) -> None:
    found = [key for page in (1, 2) for key in listed(client, f"?page={page}")]
    assert found == keys()
    assert len(listed(client)) == 25


@pytest.mark.parametrize("outcome", ["done", "asked", "refused"])
def test_a_filter_shows_these_alone(busy: Town, client: Client, outcome: str) -> None:
    assert listed(client, f"?outcome={outcome}") == keys(outcome=outcome)[:25]
    page = look(client, f"/en/record?outcome={outcome}")
    chosen = [a for a in page.all("a", aria_current="page") if "outcome" in a.get("href")]
    assert chosen[0].get("href") == f"/en/record?outcome={outcome}"


def test_the_filter_is_kept_on_the_next_page(busy: Town, client: Client) -> None:
    page = look(client, "/en/record?outcome=refused")
    (later,) = page.all("a", rel="next")
    assert listed(client, later.get("href")) == keys(outcome="refused")[25:50]


def test_the_list_says_how_far_it_is_sealed(busy: Town, client: Client) -> None:
    assert "Sealed under" not in look(client, "/en/record").text
    sealer.seal()
    with pytest.raises(Refused):
        busy.do(adopt("1", 600_000))
    text = look(client, "/en/record").text
    assert "Sealed under a signed checkpoint: 40. Waiting for the sealer: 1." in text


@pytest.mark.parametrize(
    ("outcome", "verdict", "said"),
    [
        ("done", "yes", "In bounds: it is done"),
        ("asked", "ask", "Somebody must agree first"),
        ("refused", "no", "Out of bounds: nothing was changed"),
    ],
)
def test_a_record_begins_with_its_answer(
    busy: Town, client: Client, outcome: str, verdict: str, said: str
) -> None:
    page = look(client, f"/en/record/{keys(outcome=outcome)[0]}")
    assert said in page.one("section", class_=f"verdict-{verdict}").text


def test_a_record_shows_who_acted_in_which_position_under_what(town: Town, client: Client) -> None:
    town.vote()
    record = town.adopt("1")
    page = look(client, f"/en/record/{record.key}")
    assert "Adoption of a project" in page.one("h1").text
    facts = page.one("dl", class_="facts").words
    assert "By clerk" in facts and "Under the remit T-1 version 1" in facts
    assert "waits for the sealer" in facts
    assert record.digest in facts
    assert page.all("a", href="/en/ballots/park/projects/1")
    row = page.one("tbody").words
    assert row == "T-1/envelope T-1/reserved/park.1 PLN\u00a04,000.00"


def test_each_clause_answers_once_and_in_order(town: Town, client: Client) -> None:
    town.vote()
    record = town.adopt("1")
    page = look(client, f"/en/record/{record.key}")
    ids = [e.get("id") for e in page.all("li") if e.get("id").startswith("clause-")]
    assert ids == [f"clause-B{number}" for number in range(1, 10)]
    assert {f.words for f in page.all("p", class_="finding")} == {"Met"}


def test_the_refusing_clauses_stand_first(town: Town, client: Client) -> None:
    town.vote()
    with pytest.raises(Refused) as answer:
        town.do(adopt("2", 600_000, matter="land"))
    page = look(client, f"/en/record/{answer.value.record.key}")
    verdict = page.one("section", class_="verdict-no").text
    assert [clause for clause in ("B3", "B4", "B5", "B6") if clause in verdict] == ["B4", "B5"]
    assert "It moved no money." in page.text


def test_the_leaf_is_shown_as_it_is_sealed_and_names_nobody(town: Town, client: Client) -> None:
    for row in Record.objects.all():
        content = client.get(f"/en/record/{row.key}").content.decode()
        shown = [code.text for code in read(content).all("code") if code.text.startswith("{")]
        assert json.loads(shown[0]) == json.loads(row.body)
        assert not [office for office in OFFICES if person(office) in content]


def test_every_record_has_its_page(town_at: Callable[[str], Town], client: Client) -> None:
    town_at("paid")
    sealer.seal()
    for number, row in enumerate(Record.objects.order_by("pk")):
        page = look(client, f"/en/record/{row.key}")
        assert f"as leaf {number} of the log" in page.text
        for link in page.all("a"):
            if "dl" in link.above:
                assert client.get(link.get("href")).status_code == 200


def test_the_first_page_shows_what_was_done_last(busy: Town, client: Client) -> None:
    page = look(client, "/en/")
    links = [a.get("href").removeprefix("/en/record/") for a in page.all("a")]
    assert [link for link in links if link in keys()] == [*keys()[:6], keys(outcome="refused")[0]]
    assert reads.seal() is None and "sealed under" not in page.text
