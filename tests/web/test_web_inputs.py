"""Fields whose mistakes say what is wrong and how to mend it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from remit.web.inputs import Amount, Choice, Choices, Code, Day, noon, parts

COLOURS = [("", "Choose"), ("red", "Red"), ("blue", "Blue")]


def mistake(field: Any, value: Any) -> tuple[str, str]:
    """The problem and the mend."""
    with pytest.raises(ValidationError) as error:
        field.clean(value)
    return parts(error.value)


@pytest.mark.parametrize(
    ("written", "minor"),
    [
        ("12", 1200),
        ("12.5", 1250),
        ("12,50", 1250),
        ("1 234,00", 123_400),
        ("1\u00a0234.56", 123_456),
        (" 0.01 ", 1),
        ("0", 0),
        (12, 1200),
    ],
)
def test_an_amount_comes_out_in_minor_units(written: object, minor: int) -> None:
    assert Amount(currency="PLN").clean(written) == minor


@pytest.mark.parametrize(
    "written", ["ten", "1.234", "1,2,3", "1.234,56", "-1", "1e3", "٣", "0x1", "9" * 17, "Infinity"]
)
def test_what_is_no_amount_is_said(written: str) -> None:
    problem, mend = mistake(Amount(currency="PLN"), written)
    assert problem == f"“{written}” is no amount in PLN."
    assert mend == "Write digits alone, such as 12.50."


@pytest.mark.parametrize(
    ("currency", "written", "minor"), [("JPY", "12", 12), ("KWD", "1.5", 1500)]
)
def test_a_currency_has_its_own_decimals(currency: str, written: str, minor: int) -> None:
    assert Amount(currency=currency).clean(written) == minor


def test_a_currency_without_decimals_takes_none() -> None:
    assert mistake(Amount(currency="JPY"), "1.5")[1] == "Write digits alone, such as 12."


def test_an_amount_may_be_left_open_where_it_is_not_needed() -> None:
    assert Amount(currency="PLN", required=False).clean("") is None
    assert mistake(Amount(currency="PLN"), " ")[0] == "This is needed."


def test_a_choice_names_the_codes_there_are() -> None:
    field = Choice(choices=COLOURS)
    assert field.clean("red") == "red"
    assert mistake(field, "green") == (
        "“green” is not a choice here.",
        "Take one of these codes: red, blue.",
    )
    assert mistake(field, "") == ("This is needed.", "Take one of these codes: red, blue.")
    assert Choice(choices=COLOURS, required=False).clean("") == ""


def test_any_of_several_may_be_ticked() -> None:
    field = Choices(choices=COLOURS[1:], required=False)
    assert field.clean(["red", "blue"]) == ["red", "blue"]
    assert field.clean([]) == []
    assert mistake(field, ["red", "green"])[0] == "“green” is not a choice here."


def test_a_day_is_written_in_one_way() -> None:
    field = Day()
    assert field.clean("2026-03-31") == date(2026, 3, 31)
    for wrong in ("31.3.2026", "2026-02-30", "2026-3", "today", "2026-03-31T10:00"):
        problem, mend = mistake(field, wrong)
        assert problem == f"“{wrong}” is not a day."
        assert mend == "Write it as year, month and day: 2026-03-31."
    assert Day(required=False).clean("") is None
    assert mistake(field, "")[0] == "This is needed."


def test_noon_is_that_of_the_place() -> None:
    with timezone.override("Europe/Warsaw"):
        assert noon(date(2026, 3, 31)) == datetime(2026, 3, 31, 10, tzinfo=UTC)
    assert noon(date(2026, 3, 31)) == datetime(2026, 3, 31, 12, tzinfo=UTC)


@pytest.mark.parametrize("code", ["a", "green.40", "P-2023-1", "A_1", "0", "x" * 64])
def test_a_code_is_taken(code: str) -> None:
    assert Code().clean(f" {code} ") == code


@pytest.mark.parametrize("code", ["-a", ".a", "a b", "zażółć", "a/b", "x" * 65, "a\x00", "<a>"])
def test_what_is_no_code_is_said(code: str) -> None:
    problem, mend = mistake(Code(), code)
    assert "is not a code." in problem and "at most 64" in mend
    assert mistake(Code(), "")[0] == "This is needed."
    assert Code(required=False).clean("") == ""


def test_a_mistake_of_django_s_own_is_all_problem() -> None:
    assert parts(ValidationError("No.")) == ("No.", "")
