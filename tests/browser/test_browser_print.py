"""On paper: no furniture, everything that was folded is open, and it becomes a PDF."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.places import PLACES, Place
from tests.browser.visits import See

pytestmark = pytest.mark.browser
PAPER = [place for place in PLACES if place.name in ("remit", "ballot", "record of the refusal")]


@pytest.fixture
def paper(see: See, place: Place) -> Iterator[Page]:
    page = see(place).page
    page.emulate_media(media="print")
    yield page
    page.emulate_media(media="screen")


@pytest.mark.parametrize("place", PAPER, ids=str)
def test_it_becomes_a_pdf(paper: Page) -> None:
    printed = paper.pdf(format="A4")
    assert printed.startswith(b"%PDF-") and printed.rstrip().endswith(b"%%EOF")
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") >= 1


@pytest.mark.parametrize("place", PAPER, ids=str)
def test_the_furniture_stays_away(paper: Page) -> None:
    for name in ("Main", "Language"):
        furniture = paper.locator(f"nav[aria-label={name}]")
        assert furniture.count() == 1
        assert not furniture.is_visible()
    assert paper.locator("h1").is_visible()


@pytest.mark.parametrize("place", PAPER, ids=str)
def test_what_is_folded_is_open(paper: Page) -> None:
    for folded in paper.locator("details").all():
        for part in folded.locator(":scope > *").all():
            box = part.bounding_box()
            assert box is not None and box["height"] > 0, part.inner_text()
