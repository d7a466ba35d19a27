"""Pages fit: a narrow screen, a fourfold zoom, wider letters, and writing from right to left."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from playwright.sync_api import FloatRect, Page, ViewportSize

from tests.browser.places import MAIN, PLACES, Place
from tests.browser.visits import NARROW, WIDE, See

pytestmark = pytest.mark.browser
slow = pytest.mark.slow
SMALLEST: ViewportSize = {"width": 320, "height": 640}
ZOOMED: ViewportSize = {"width": 320, "height": 256}
"""A screen of 1280 by 1024, enlarged to 400 %."""
TOO_WIDE = """() => {
    const root = document.documentElement, wide = root.clientWidth;
    const hides = [root, document.body].some(e => getComputedStyle(e).overflowX !== "visible");
    if (root.scrollWidth <= wide && !hides) return [];
    return ["page", ...[...document.body.querySelectorAll("*")].filter(each => {
        const box = each.getBoundingClientRect();
        return box.width && (box.right > wide + 1 || box.left < -1);
    }).map(each => each.outerHTML.slice(0, 120))];
}"""
CUT_OFF = """() => [...document.body.querySelectorAll("*")].filter(each => {
    const style = getComputedStyle(each), unseen = each.clientWidth <= 1;
    const cuts = [style.overflowX, style.overflowY].some(o => o === "hidden" || o === "clip");
    const more = each.scrollWidth > each.clientWidth + 1
        || each.scrollHeight > each.clientHeight + 1;
    return cuts && more && !unseen && each.innerText;
}).map(each => each.outerHTML.slice(0, 120))"""
SPACING = """on => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = on ? [sheet] : [];
}"""
TURN = "way => { document.documentElement.dir = way }"


def sides(*sizes: ViewportSize) -> list[object]:
    """Each main page, and in the long run the others as well."""
    return [
        pytest.param(place, size, marks=[] if place.main else slow)
        for place in PLACES
        for size in sizes
    ]


def named(value: object) -> str | None:
    if isinstance(value, dict):
        return f"{value['width']}x{value['height']}"
    return str(value)


@pytest.mark.parametrize(("place", "size"), sides(SMALLEST, ZOOMED), ids=named)
def test_nothing_has_to_be_scrolled_sideways(see: See, place: Place, size: ViewportSize) -> None:
    page = see(place).page
    page.set_viewport_size(size)
    assert page.evaluate(TOO_WIDE) == []


@pytest.fixture
def spaced(see: See, place: Place) -> Iterator[Page]:
    """A page whose reader spreads lines, words and letters (WCAG 1.4.12)."""
    page = see(place).page
    before = page.evaluate("getComputedStyle(document.querySelector('main p')).letterSpacing")
    page.evaluate(SPACING, True)
    after = page.evaluate("getComputedStyle(document.querySelector('main p')).letterSpacing")
    assert before != after
    yield page
    page.evaluate(SPACING, False)


@pytest.mark.parametrize("size", [SMALLEST, pytest.param(WIDE, marks=slow)], ids=named)
@pytest.mark.parametrize("place", MAIN, ids=str)
def test_wider_letters_lose_nothing(spaced: Page, size: ViewportSize) -> None:
    spaced.set_viewport_size(size)
    assert spaced.evaluate(TOO_WIDE) == []
    assert spaced.evaluate(CUT_OFF) == []
    assert overlapping(spaced) == []


@pytest.fixture
def turned(see: See, place: Place) -> Iterator[Page]:
    """A page as in a language that is written from right to left."""
    page = see(place).page
    page.evaluate(TURN, "rtl")
    yield page
    page.evaluate(TURN, "ltr")


@pytest.mark.parametrize(
    "size", [NARROW, pytest.param(SMALLEST, marks=slow), pytest.param(WIDE, marks=slow)], ids=named
)
@pytest.mark.parametrize("place", MAIN, ids=str)
def test_it_turns_with_the_writing(turned: Page, size: ViewportSize) -> None:
    turned.set_viewport_size(size)
    assert turned.evaluate(TOO_WIDE) == []
    assert overlapping(turned) == []
    word = turned.locator("header.site a").first.bounding_box()
    assert word is not None
    assert word["x"] + word["width"] > size["width"] / 2, "the name stands where reading begins"


def overlapping(page: Page) -> list[tuple[str, str]]:
    """Pairs of things in the page's header that lie on each other."""
    items = page.locator("header.site a, header.site button").all()
    boxes = [(item.inner_text(), item.bounding_box()) for item in items if item.is_visible()]
    assert len(boxes) > 3
    return [
        (one, other)
        for (one, first), (other, second) in combinations(boxes, 2)
        if first is not None and second is not None and meet(first, second)
    ]


def meet(first: FloatRect, second: FloatRect) -> bool:
    """Whether more than a rounded edge of them is on one spot."""
    wide = min(first["x"] + first["width"], second["x"] + second["width"])
    high = min(first["y"] + first["height"], second["y"] + second["height"])
    return wide - max(first["x"], second["x"]) > 1 and high - max(first["y"], second["y"]) > 1
