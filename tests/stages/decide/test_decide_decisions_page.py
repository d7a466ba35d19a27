"""What was decided under a remit, and what was refused, on one page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import timezone

from remit.record.perform import Refused
from tests.town import Town, adopt
from tests.web.html_page import Page, faults, read

DECISIONS = "/en/remits/T-1/decisions"


def look(client: Client) -> Page:
    answer = client.get(DECISIONS)
    assert answer.status_code == 200
    page = read(answer.content)
    assert faults(page) == []
    return page


def test_it_works(town_at: Callable[[str], Town], client: Client) -> None:
    town_at("adopted")
    page = look(client)
    table = page.one("table").words
    assert "Trees 2\u00a0March\u00a02026 PLN\u00a04,000.00" in table
    assert table.index("Trees") < table.index("Benches")
    assert page.all("a", href="/en/ballots/park")


def test_before_anything_is_decided_it_says_so(town: Town, client: Client) -> None:
    page = look(client)
    for words in ("Nothing was decided yet.", "No ballot so far.", "Nothing so far."):
        assert words in page.text


def test_a_refused_attempt_stands_there_with_its_clause(town: Town, client: Client) -> None:
    town.vote()
    with pytest.raises(Refused) as answer:
        town.do(adopt("2", 600_000))
    page = look(client)
    refused = page.one("ol", class_="timeline")
    assert "Clause B4" in refused.text and "No" in refused.text
    assert page.all("a", href=f"/en/record/{answer.value.record.key}")
    assert "Nothing was decided yet." in page.text


def test_only_the_newest_twenty_refusals_are_shown(town: Town, client: Client) -> None:
    town.vote()
    for _ in range(22):
        with pytest.raises(Refused):
            town.do(adopt("2", 600_000))
    assert len(look(client).all("p", class_="timeline-at")) == 20


def test_the_day_is_that_of_the_place(town: Town, client: Client) -> None:
    town.vote()
    town.at = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    town.adopt("1")
    assert "30\u00a0June\u00a02026" in look(client).one("table").text
    with timezone.override("Europe/Warsaw"):
        assert "1\u00a0July\u00a02026" in look(client).one("table").text
