"""axe finds nothing on any page: light and dark, wide and narrow, and the kit in few colours.

axe finds perhaps a third of what shuts people out; the guide has the list for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.places import PLACES, Place
from tests.browser.visits import NARROW, WIDE, See

pytestmark = pytest.mark.browser
Scheme = Literal["light", "dark"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SIZES = {"wide": WIDE, "narrow": NARROW}
QUICK = {("light", "wide"), ("dark", "narrow")}
LOOKS = [
    pytest.param(
        place,
        scheme,
        size,
        marks=[] if place.main and (scheme, size) in QUICK else pytest.mark.slow,
        id=f"{place}, {scheme}, {size}",
    )
    for place, scheme, size in product(PLACES, SCHEMES, SIZES)
]
EDGELESS = """() => [...document.querySelectorAll(".button, main input, main select")]
    .filter(each => {
        const style = getComputedStyle(each);
        return style.borderStyle === "none" || parseFloat(style.borderWidth) < 1
            || style.borderColor === getComputedStyle(document.body).backgroundColor;
    })
    .filter(each => !["radio", "checkbox", "hidden"].includes(each.type))
    .map(each => each.outerHTML)"""
BY_NAME = {place.name: place for place in PLACES}


def violations(page: Page) -> list[tuple[str, Any]]:
    """Rule and the elements that break it."""
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert found.response["passes"], "axe looked at nothing"
    return [
        (broken["id"], [node["target"] for node in broken["nodes"]])
        for broken in found.response["violations"]
    ]


@pytest.mark.parametrize(("place", "scheme", "size"), LOOKS)
def test_axe_finds_nothing(see: See, place: Place, scheme: Scheme, size: str) -> None:
    page = see(place).page
    page.set_viewport_size(SIZES[size])
    page.emulate_media(color_scheme=scheme)
    assert violations(page) == []


def test_the_two_schemes_are_not_one(see: See) -> None:
    """Else the dark half of these tests would look at the light one."""
    page, colours = see(BY_NAME["home"]).page, set()
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        colours.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(colours) == len(SCHEMES)


@pytest.fixture
def few_colours(see: See) -> Iterator[Page]:
    """The kit, in the colours of a reader who lets only their own through."""
    page = see(BY_NAME["kit"]).page
    page.set_viewport_size(WIDE)
    page.emulate_media(forced_colors="active")
    yield page
    page.emulate_media(forced_colors="none")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_kit_holds_in_forced_colours(few_colours: Page, scheme: Scheme) -> None:
    """But for contrast: Chromium paints the reader's colours and tells axe of ours."""
    few_colours.emulate_media(color_scheme=scheme)
    assert [found for found in violations(few_colours) if found[0] != "color-contrast"] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_can_be_pressed_has_an_edge_in_forced_colours(
    few_colours: Page, scheme: Scheme
) -> None:
    """Its background is that of the page there."""
    few_colours.emulate_media(color_scheme=scheme)
    assert few_colours.evaluate(EDGELESS) == []
