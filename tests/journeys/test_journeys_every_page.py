"""What holds on every page of the town: sound markup, few queries, little to load, its language."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from remit.record.perform import Refused
from remit.web.middleware import HEADERS
from tests.journeys.every_page import NOWHERE, Places, names, take_part
from tests.town import Town, adopt
from tests.web.html_page import Page, faults, read

QUERIES_MAX = 8
BYTES_MAX = 64 * 1024
LANGUAGES = ("en", "pl")
PART_NAME = "part"
HEADINGS = ("h1", "h2", "h3", "h4")
NAMES = sorted(NOWHERE.pages)


def visit(client: Client, address: str) -> Page:
    """The page, with what no page may exceed."""
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    assert answer.status_code == 200, address
    queries = "\n".join(query["sql"] for query in asked)
    assert len(asked) <= QUERIES_MAX, f"{address} asks {len(asked)} times:\n{queries}"
    assert len(answer.content) <= BYTES_MAX, f"{address} has {len(answer.content)} bytes"
    assert {name: answer.get(name) for name in HEADERS} == HEADERS
    return read(answer.content)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_sound(places: Places, demo: None, client: Client, name: str) -> None:
    take_part(client, "clerk")  # a page has most to ask when somebody acts
    for path in places.pages[name]:
        for language in LANGUAGES:
            address = f"/{language}/{path}"
            page = visit(client, address)
            assert faults(page) == [], address
            assert page.one("html").get("lang") == language
            assert len(page.all("h1")) == 1 and len(page.all("main")) == 1
            (title,) = [e.text for e in page.all("title") if "head" in e.above]
            assert title.strip().endswith("· Remit") and title.strip() != "· Remit"
            levels = [int(e.tag[1]) for e in page.elements if e.tag in HEADINGS]
            jumps = [step for step in pairwise(levels) if step[1] > step[0] + 1]
            assert levels[0] == 1 and not jumps, f"{address}: {levels}"


def test_a_page_is_sound_where_nobody_can_sign_in(places: Places, client: Client) -> None:
    for name in NAMES:
        for path in places.pages[name] if name != PART_NAME else ():
            page = visit(client, f"/en/{path}")
            assert faults(page) == [], path
            assert not page.all("div", class_="demo") and not page.all("a", class_="persona")


def test_no_address_is_left_out(places: Places) -> None:
    assert names() == places.pages.keys() | places.files.keys()


def test_a_page_asks_no_more_when_there_is_more_to_show(
    places: Places, demo: None, client: Client
) -> None:
    take_part(client, "clerk")
    paths = [path for found in places.pages.values() for path in found]

    def asked() -> dict[str, int]:
        counts = {}
        for path in paths:
            with CaptureQueriesContext(connection) as queries:
                client.get(f"/en/{path}")
            counts[path] = len(queries)
        return counts

    before = asked()
    town = Town(done=100)
    for _ in range(12):
        with pytest.raises(Refused):
            town.do(adopt("3", 600_000))
    assert asked() == before


def test_a_page_that_is_read_makes_no_session(places: Places, client: Client) -> None:
    for found in places.pages.values():
        client.get(f"/en/{found[0]}")
    assert "sessionid" not in client.cookies
