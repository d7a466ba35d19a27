"""Words are found whatever their case and accents, and each must be there."""

from __future__ import annotations

import pytest

from remit.web.searching import folded, found_in

TEXTS = ("Zielony Milion", "Mieszkańcy gminy Wieliczka", "Straße der Bürger", "Łąka", "W-2023")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "  ",
        "zielony",
        "ZIELONY",
        "mieszkancy",
        "MIESZKAŃCY",
        "laka",
        "łąka",
        "strasse",
        "burger",
        "w-2023",
        "wieliczka milion",
        "lion",
    ],
)
def test_it_is_found(query: str) -> None:
    assert found_in(query, TEXTS)


@pytest.mark.parametrize("query", ["zielona", "wieliczka nowhere", "2024"])
def test_it_is_not_found(query: str) -> None:
    assert not found_in(query, TEXTS)


def test_a_word_is_not_put_together_from_two_texts() -> None:
    assert not found_in("milionmieszkancy", TEXTS)


def test_letters_that_are_written_in_two_ways_are_one() -> None:
    assert folded("ó") == folded("o\u0301") == "o"
