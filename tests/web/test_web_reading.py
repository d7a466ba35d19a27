"""Amounts, numbers and days as they are written in the language of the page."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone, translation

from remit.core.words import Money, said, words
from remit.stages.decide.forms import units
from remit.web.reading import MINUS, DjangoReader, said_in

EN, PL = DjangoReader("en"), DjangoReader("pl")


def spaced(text: str) -> str:
    """With every space that must not break, as tests are easier to read without."""
    return text.replace(" ", "\u00a0").replace("-", MINUS)


@pytest.mark.parametrize(
    ("minor", "currency", "english", "polish"),
    [
        (123_456_789, "PLN", "PLN 1,234,567.89", "1 234 567,89 zł"),
        (-123_456, "PLN", "-PLN 1,234.56", "-1 234,56 zł"),
        (5, "PLN", "PLN 0.05", "0,05 zł"),
        (0, "EUR", "€0.00", "0,00 €"),
        (-1, "GBP", "-£0.01", "-0,01 GBP"),
        (1_234, "JPY", "JPY 1,234", "1 234 JPY"),
        (-7, "KRW", "-KRW 7", "-7 KRW"),
        (1_234_567, "KWD", "KWD 1,234.567", "1 234,567 KWD"),
        (-1, "BHD", "-BHD 0.001", "-0,001 BHD"),
        (1_000_000, "VND", "VND 1,000,000", "1 000 000 VND"),
        (1_000, "JOD", "JOD 1.000", "1,000 JOD"),
        (100, "XYZ", "XYZ 1.00", "1,00 XYZ"),
        # Exact where a float would not be.
        (
            90_071_992_547_409_931,
            "PLN",
            "PLN 900,719,925,474,099.31",
            "900 719 925 474 099,31 zł",
        ),
    ],
)
def test_an_amount(minor: int, currency: str, english: str, polish: str) -> None:
    assert EN.money(Money(minor, currency)) == spaced(english)
    assert PL.money(Money(minor, currency)) == spaced(polish)


@pytest.mark.parametrize(
    ("whole", "english", "polish"),
    [(0, "0", "0"), (6586, "6,586", "6 586"), (-1_000_000, "-1,000,000", "-1 000 000")],
)
def test_a_number(whole: int, english: str, polish: str) -> None:
    assert EN.number(whole) == spaced(english)
    assert PL.number(whole) == spaced(polish)


@pytest.mark.parametrize(
    ("tenths", "english", "polish"),
    [(0, "0.0", "0,0"), (125, "12.5", "12,5"), (1000, "100.0", "100,0")],
)
def test_tenths(tenths: int, english: str, polish: str) -> None:
    assert (EN.tenths(tenths), PL.tenths(tenths)) == (english, polish)


@pytest.mark.parametrize(
    ("currency", "minor"), [("PLN", 100), ("JPY", 1), ("KWD", 1000), ("ISK", 1), ("HUF", 100)]
)
def test_a_form_takes_whole_units(currency: str, minor: int) -> None:
    assert units(currency) == minor
    assert EN.money(Money(minor, currency)).split("\u00a0")[1].startswith("1")


def test_days_and_moments() -> None:
    noon = datetime(2023, 5, 2, 12, 5, tzinfo=UTC)
    assert EN.day(date(2023, 5, 2)) == EN.day(noon) == spaced("2 May 2023")
    assert PL.day(date(2023, 5, 2)) == PL.day(noon) == spaced("2 maja 2023")
    assert EN.moment(noon) == spaced("2 May 2023, 12:05")
    assert PL.moment(noon) == spaced("2 maja 2023, 12:05")


def test_the_day_is_that_of_the_place() -> None:
    late = datetime(2023, 12, 31, 23, 30, tzinfo=UTC)
    with timezone.override("Europe/Warsaw"):
        assert EN.day(late) == spaced("1 January 2024")
        assert PL.moment(late) == spaced("1 stycznia 2024, 00:30")


def test_it_reads_in_the_language_that_is_active() -> None:
    with translation.override("pl"):
        assert DjangoReader().language == "pl"
        assert DjangoReader().money(Money(100, "PLN")) == spaced("1,00 zł")
        assert EN.money(Money(100, "PLN")) == spaced("PLN 1.00")


def test_a_message_is_translated_with_what_stands_in_it() -> None:
    assert words("Yes").render(EN) == "Yes"
    nested = words("{a}: {b}", a=Money(100, "PLN"), b=words("Yes"))
    assert nested.render(PL) == spaced("1,00 zł: ").replace(":\u00a0", ": ") + "Tak"


def test_the_empty_message_is_not_the_catalogues_heading() -> None:
    assert PL.translate("") == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", {"en": "Trees", "pl": "Drzewa"}),
        ("pl", {"en": "Trees", "pl": "Drzewa"}),
        ("en", {"pl": "Drzewa"}),
        ("pl", {"de": "Bäume", "fr": "Arbres"}),
        ("en", {"pl": "Drzewa", "en": ""}),
        ("en", {"en": "", "pl": "Drzewa"}),
        ("en", {}),
    ],
)
def test_pages_and_sentences_show_the_same_text(language: str, text: dict[str, str]) -> None:
    """`said_in` is for pages, `core.words.said` for what stands inside a sentence."""
    assert said_in(text, language=language)[0] == said(text, language=language)
