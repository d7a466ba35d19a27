"""Each page in each language: it says which, and no word of it was forgotten."""

from __future__ import annotations

import pytest

from tests.browser.places import MAIN, PLACES, Place
from tests.browser.visits import See
from tests.browser.wording import Text, missed, said_here, texts

pytestmark = pytest.mark.browser
SAID = said_here()
# The page for what breaks leans on no catalogue: it is written out in two languages.
TRANSLATED = [place for place in PLACES if place.name != "broken"]


def quickly(*names: str) -> pytest.MarkDecorator:
    """Every place, but in a quick run only these."""
    slow = pytest.mark.slow
    given = [pytest.param(p, marks=[] if p.name in names else slow) for p in TRANSLATED]
    return pytest.mark.parametrize("place", given, ids=str)


@quickly("home", "adopt with mistakes", "no page")
def test_a_polish_page_says_so(see: See, place: Place) -> None:
    visit = see(place, "pl")
    assert visit.status == place.status
    assert visit.page.locator("html").get_attribute("lang") == "pl"
    current = visit.page.locator("nav.languages [aria-current]")
    assert current.inner_text() == "Polski"


@quickly(*(place.name for place in MAIN))
def test_no_text_is_left_untranslated(see: See, place: Place) -> None:
    """Everything but what people said went through the catalogue."""
    visit = see(place, "en-xa")
    assert visit.page.locator("html").get_attribute("lang") == "en-xa"
    found = texts(visit.page)
    assert len(found) > 20
    assert {text.text: words for text in found if (words := missed(text, said=SAID))} == {}


@pytest.mark.parametrize(
    ("text", "depth", "words"),
    [
        ("⟦Ñöţĥîñĝ šö ƒåŕ~~~⟧", 0, []),
        ("Nothing so far", 0, ["Nothing so far"]),
        ("⟦Öñ~⟧ Monday", 0, ["Monday"]),
        ("⟦Öñ Monday~⟧", 0, ["Monday"]),
        ("Öñ~⟧", 1, []),
        ("the clerk", 0, []),
        ("⟦Šîĝñéð bý the clerk~⟧", 0, []),
        ("Signed by the clerk", 0, ["Signed by the clerk"]),
        ("⟦Öñ 2 March 2023: PLN 1,000.00 öƒ W-2023~⟧", 0, []),
        ("B4", 0, []),
        ("30 %", 0, []),
    ],
)
def test_the_rule_itself(text: str, depth: int, words: list[str]) -> None:
    assert missed(Text(text, depth), said=SAID) == words
