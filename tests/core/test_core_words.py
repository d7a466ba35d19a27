"""Words are data until somebody reads them, and come back from JSON as they went."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from remit.core.words import PLAIN, Money, Words, said, words, words_from_json, words_json

FULL = words(
    "{who} {money} {day} {moment} {list} {said} {count} {inner}",
    who="the clerk",
    money=Money(-123_456, "PLN"),
    day=date(2023, 5, 2),
    moment=datetime(2023, 5, 2, 23, 30, tzinfo=UTC),
    list=("a", words("b {n}", n=2)),
    said={"pl": "zieleń", "en": "greenery"},
    count=7,
    inner=words("({x})", x=Money(5, "EUR")),
)


def test_words_are_read_with_what_stands_in_them() -> None:
    assert FULL.render(PLAIN) == (
        "the clerk -1,234.56 PLN 2023-05-02 2023-05-02 a, b 2 greenery 7 (0.05 EUR)"
    )


def test_words_come_back_from_json() -> None:
    back = words_from_json(words_json(FULL))
    assert back.render(PLAIN) == FULL.render(PLAIN)
    assert words_json(back) == words_json(FULL)


def test_the_order_of_parameters_does_not_matter() -> None:
    data = words_json(FULL)
    params = data["params"]
    assert isinstance(params, dict)
    turned = {**data, "params": dict(reversed(params.items()))}
    assert words_from_json(turned).render(PLAIN) == FULL.render(PLAIN)


def test_a_parameter_that_is_missing_is_an_error_and_no_silence() -> None:
    with pytest.raises(KeyError):
        Words("{who} did it").render(PLAIN)


@pytest.mark.parametrize(
    ("language", "shown"), [("pl", "zieleń"), ("en", "greenery"), ("de", "greenery")]
)
def test_said_falls_back_to_english(language: str, shown: str) -> None:
    assert said({"pl": "zieleń", "en": "greenery"}, language=language) == shown


def test_said_falls_back_to_what_there_is() -> None:
    assert said({"pl": "zieleń"}, language="de") == "zieleń"
    assert said({}, language="de") == ""
