"""Every kind of value has one markup, and what somebody wrote is marked with its language."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone, translation
from django.utils.functional import lazystr
from django.utils.safestring import mark_safe

from remit.core.words import Money, words
from remit.web.parts import Answer, Code, Link, Status, Value
from remit.web.reading import MINUS
from remit.web.values import markup, plain, said_markup

DAY = date(2023, 5, 2)
LATE = datetime(2023, 5, 2, 22, 30, tzinfo=UTC)
"""In Warsaw it is the third by then."""


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        ("a & b", "a &amp; b"),
        (lazystr("<"), "&lt;"),
        (mark_safe("<i>x</i>"), "<i>x</i>"),
        (words("{a} of {b}", a=1, b="<"), "1 of &lt;"),
        ({"en": "Trees & ponds"}, "Trees &amp; ponds"),
        (1234567, "1,234,567"),
        (-5, f"{MINUS}5"),
        (True, "Yes"),
        (False, "No"),
        (Money(123, "PLN"), '<span class="money">PLN\u00a01.23</span>'),
        (DAY, '<time datetime="2023-05-02">2\u00a0May\u00a02023</time>'),
        (
            LATE,
            '<time datetime="2023-05-02T22:30:00+00:00">2\u00a0May\u00a02023,\u00a022:30</time>',
        ),
        (Code("a<b"), '<code class="hash">a&lt;b</code>'),
        (Link("x", "/?a=1&b=2"), '<a href="/?a=1&amp;b=2">x</a>'),
        (
            Link({"pl": "Drzewa"}, "/t"),
            '<a href="/t"><span lang="pl" dir="auto">Drzewa</span></a>',
        ),
        (Status("Won", "good"), '<span class="status tone-good">Won</span>'),
    ],
)
def test_a_value_has_one_markup(value: Value, shown: str) -> None:
    assert markup(value) == shown
    assert hasattr(markup(value), "__html__")


@pytest.mark.parametrize(("name", "word"), [("yes", "Yes"), ("ask", "Ask"), ("no", "No")])
def test_an_answer_is_a_word_with_a_hidden_icon(name: str, word: str) -> None:
    shown = markup(Answer(name))  # type: ignore[arg-type]
    assert f"<b>{word}</b>" in shown
    assert 'aria-hidden="true"' in shown


def test_moments_and_days_are_those_of_the_place() -> None:
    with timezone.override("Europe/Warsaw"):
        assert "3\u00a0May\u00a02023,\u00a000:30" in markup(LATE)
        assert markup(LATE.astimezone(UTC)) == markup(LATE)
        assert "2\u00a0May\u00a02023" in markup(DAY)


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("en", {"en": "Trees", "pl": "Drzewa"}, "Trees"),
        ("pl", {"en": "Trees", "pl": "Drzewa"}, "Drzewa"),
        ("pl", {"en": "Trees"}, '<span lang="en" dir="auto">Trees</span>'),
        ("en", {"pl": "Drzewa", "en": ""}, '<span lang="pl" dir="auto">Drzewa</span>'),
        ("en", {"en": "", "pl": "Drzewa"}, '<span lang="pl" dir="auto">Drzewa</span>'),
        ("en", {"ar": "شجر"}, '<span lang="ar" dir="auto">شجر</span>'),
        ("en", {"und": "Bäume"}, '<span lang="und" dir="auto">Bäume</span>'),
        ("en", {}, ""),
    ],
)
def test_what_somebody_wrote_says_its_language(
    language: str, text: dict[str, str], marked: str
) -> None:
    with translation.override(language):
        assert said_markup(text) == marked
        assert markup(text) == marked


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("<", "<"),
        (lazystr("x"), "x"),
        (words("{a}", a=Money(100, "PLN")), "PLN\u00a01.00"),
        ({"pl": "Drzewa"}, "Drzewa"),
    ],
)
def test_plain_text_has_no_markup(value: object, text: str) -> None:
    assert plain(value) == text  # type: ignore[arg-type]
    assert not hasattr(plain(value), "__html__")  # type: ignore[arg-type]
