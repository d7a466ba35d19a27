"""The whole journey with the keyboard alone: to a project, into a part, to the bounds' no.

And the same with JavaScript switched off, as every page must work without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.keyboard import Keyboard
from tests.browser.places import ADOPT, LOST, OVER_THE_CAP
from tests.browser.visits import Visit, new_visit

pytestmark = pytest.mark.browser
WORLDS: dict[str, dict[str, Any]] = {
    "with JavaScript": {},
    "without JavaScript": {"java_script_enabled": False},
}


@pytest.fixture
def visit(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """At the first page, in a world as the test asks for it."""
    found = new_visit(browser, **WORLDS[getattr(request, "param", "with JavaScript")])
    found.page.goto(f"{site}/en/")
    yield found
    found.page.context.close()


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit.page


@pytest.fixture
def keyboard(page: Page) -> Keyboard:
    return Keyboard(page)


each_world = pytest.mark.parametrize("visit", WORLDS, indirect=True)


@each_world
def test_the_first_stop_leads_past_the_furniture(keyboard: Keyboard, page: Page) -> None:
    assert keyboard.tab() == "Skip to the main content"
    keyboard.press("Enter")
    keyboard.tab()
    assert keyboard.held().evaluate("each => !!each.closest('main')")
    inside = "each => each === document.querySelector('main a, main button, main summary')"
    assert keyboard.held().evaluate(inside), "the first thing in it comes next"


@each_world
def test_the_journey_to_the_bounds_no(keyboard: Keyboard, visit: Visit, site: str) -> None:
    page = visit.page
    to_the_form(keyboard)
    assert page.url == f"{site}/en{ADOPT}"
    into_the_part(keyboard)
    assert page.url == f"{site}/en{ADOPT}"
    keyboard.tab_to("Amount in PLN")
    keyboard.write(str(OVER_THE_CAP))
    answer = keyboard.follow("Adopt", "Space")
    assert answer.status == 200 and "/en/record/" in page.url
    no = page.locator("main section").filter(has_text="Out of bounds: nothing was changed")
    assert "No" in no.first.inner_text()
    words = " ".join(no.first.inner_text().split())
    assert "B4" in words
    assert "PLN 120,000.00" in words and "PLN 100,000.00" in words
    assert page.locator("main").get_by_text("It moved no money.").is_visible()
    assert visit.complaints == []
    assert keyboard.stops > 50, "it was walked, and each stop was seen"


@each_world
def test_mistakes_are_found_by_keyboard(
    keyboard: Keyboard, page: Page, request: pytest.FixtureRequest
) -> None:
    """The summary comes first, takes the focus where a script can give it, and leads on."""
    to_the_form(keyboard)
    into_the_part(keyboard)
    keyboard.tab_to("Amount in PLN")
    keyboard.write("")
    answer = keyboard.follow("Adopt")
    assert answer.status == 422
    summary = page.get_by_role("alert")
    assert summary.get_by_role("heading").inner_text() == "Please mend this first"
    if request.node.callspec.params["visit"] == "with JavaScript":
        assert summary.evaluate("each => each === document.activeElement")
        assert keyboard.tab().startswith("Amount in PLN:"), "its first line comes next"
    else:
        keyboard.tab_to("Amount in PLN:")
    keyboard.press("Enter")
    page.wait_for_function("document.activeElement.name === 'amount'")
    described = page.locator("[name=amount]").get_attribute("aria-describedby") or ""
    said = [page.locator(f"#{part}").inner_text() for part in described.split()]
    assert any("required" in words for words in said), "the field says itself what is wrong"
    assert page.locator("[name=amount]").get_attribute("aria-invalid") == "true"
    assert page.title().startswith("Error:")


def test_choices_are_made_with_arrows(keyboard: Keyboard, page: Page) -> None:
    to_the_form(keyboard)
    keyboard.tab_to("Nothing that is reserved")
    keyboard.press("ArrowDown")
    assert page.locator("[name=matter]:checked").get_attribute("value") == "land-sale"
    keyboard.press("ArrowUp")
    assert page.locator("[name=matter]:checked").get_attribute("value") == "none"


def to_the_form(keyboard: Keyboard) -> None:
    """From the first page to the form about the project, as nobody yet."""
    keyboard.follow("Ballots")
    keyboard.follow("The Green Million")
    name = keyboard.page.locator(f"a[href$='/projects/{LOST}']").inner_text()
    keyboard.follow(" ".join(name.split()))
    keyboard.follow("Adopt this project")


def into_the_part(keyboard: Keyboard) -> None:
    """By the link that the form shows to nobody, and the arrows."""
    keyboard.follow("Choose a position")
    keyboard.tab_to("Nobody: only look")
    while keyboard.name() != "the clerk":
        keyboard.press("ArrowUp")
        assert keyboard.name() != "Nobody: only look", "once around and no clerk"
    keyboard.follow("Take this part")
