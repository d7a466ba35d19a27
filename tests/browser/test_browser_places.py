"""Every page answers as it should, asks nobody else, and is light enough for a slow line."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache
from urllib.request import ProxyHandler, build_opener

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

from tests.browser.places import PLACES, Place
from tests.browser.visits import See, hosts

pytestmark = pytest.mark.browser
KIB = 1024
CODE_MAX, HTML_MAX = 40 * KIB, 30 * KIB
FOR_MACHINES = {
    *("log-file", "books", "ballot-file"),
    *("register-csv", "register-json", "instrument-yaml", "instrument-json"),
    *("ask", "certificate-json", "certificate-pdf"),
}

each_place = pytest.mark.parametrize("place", PLACES, ids=str)


def names(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    """The full names of these addresses and of all below them."""
    for found in patterns:
        if isinstance(found, URLResolver):
            inner = f"{space}{found.namespace}:" if found.namespace else space
            yield from names(found.url_patterns, inner)
        else:
            yield f"{space}{found.name or found.pattern}"


def test_every_address_for_people_is_looked_at() -> None:
    top = get_resolver().url_patterns
    pages = [
        found
        for found in top
        if isinstance(found, URLResolver) and isinstance(found.pattern, LocalePrefixPattern)
    ]
    others = [found for found in top if found not in pages]
    assert set(names(pages)) == {place.view for place in PLACES if place.view}
    assert set(names(others)) == FOR_MACHINES


@each_place
def test_it_answers_in_its_language(see: See, place: Place) -> None:
    visit = see(place)
    assert visit.status == place.status
    assert visit.page.locator("html").get_attribute("lang") == "en"
    assert visit.page.locator("h1").count() == 1
    assert visit.page.locator("main h1").inner_text().strip()


@each_place
def test_it_asks_nobody_else_and_nothing_is_amiss(see: See, site: str, place: Place) -> None:
    visit = see(place)
    assert hosts(address for _, address in visit.asked) == hosts([site])
    assert visit.complaints == []


@each_place
def test_it_is_light(see: See, place: Place) -> None:
    visit = see(place)
    assert weight(visit.html) <= HTML_MAX
    code = {address for kind, address in visit.asked if kind in ("stylesheet", "script")}
    assert code, "a page without a style sheet is not the one that people see"
    assert sum(weight(fetched(address)) for address in code) <= CODE_MAX


def weight(data: bytes) -> int:
    return len(gzip.compress(data, mtime=0))


@cache
def fetched(address: str) -> bytes:
    with build_opener(ProxyHandler({})).open(address, timeout=30) as answer:
        data: bytes = answer.read()
    return data
