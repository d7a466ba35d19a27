"""Charts: the drawing and its table are the same figures, and the parts make up the whole."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.core.words import Money
from remit.web import charts
from remit.web.charts import Bar, BarChart, Part, Point, StackedBar, StepChart
from remit.web.reading import DjangoReader
from remit.web.values import markup
from tests.web.html_page import Page, drawn, faults

AMOUNTS = st.lists(st.integers(min_value=0, max_value=10**15), min_size=1, max_size=8)


def chart(drawing: charts.Chart) -> Page:
    return drawn("{% chart c %}", c=drawing)


def stacked(*amounts: int, whole: int | None = None) -> StackedBar:
    parts = tuple(Part(f"part {n}", amount) for n, amount in enumerate(amounts))
    return StackedBar("What became of it", parts, whole=whole)


def bars(*amounts: charts.Amount) -> BarChart:
    return BarChart("Votes", tuple(Bar(f"bar {n}", amount) for n, amount in enumerate(amounts)))


def hundredths(percentage: str) -> int:
    assert percentage.endswith("%")
    return round(float(percentage[:-1]) * 100)


@given(AMOUNTS)
def test_the_parts_meet_and_fill_the_whole(amounts: list[int]) -> None:
    edge = 0
    for part in charts.drawn_parts(stacked(*amounts)):
        assert hundredths(part.x) == edge
        edge += hundredths(part.width)
    assert edge == (10_000 if sum(amounts) else 0)


@given(AMOUNTS, st.integers(min_value=0, max_value=10**15))
def test_no_part_sticks_out_of_the_whole(amounts: list[int], whole: int) -> None:
    drawn_ = charts.drawn_parts(stacked(*amounts, whole=whole))
    edge = sum(hundredths(part.width) for part in drawn_)
    assert edge <= 10_000
    assert all(hundredths(part.width) >= 0 for part in drawn_)
    if sum(amounts) >= whole > 0:
        assert edge == 10_000


@pytest.mark.parametrize(
    ("amounts", "whole", "widths", "shares"),
    [
        ((1,), None, ["100.00%"], ["100.0%"]),
        ((1, 1, 1), None, ["33.33%", "33.34%", "33.33%"], ["33.3%"] * 3),
        ((1, 3), 8, ["12.50%", "37.50%"], ["12.5%", "37.5%"]),
        ((0, 0), None, ["0.00%", "0.00%"], ["0.0%", "0.0%"]),
        ((0,), 0, ["0.00%"], ["0.0%"]),
        ((0, 5), 5, ["0.00%", "100.00%"], ["0.0%", "100.0%"]),
    ],
)
def test_shares(
    amounts: tuple[int, ...], whole: int | None, widths: list[str], shares: list[str]
) -> None:
    found = charts.drawn_parts(stacked(*amounts, whole=whole))
    assert [part.width for part in found] == widths
    assert [part.share for part in found] == shares


def test_the_legend_says_what_the_bar_shows() -> None:
    page = chart(stacked(20, 30, whole=100))
    assert faults(page) == []
    rows = [(row.text.split()) for row in page.all("tr")[1:]]
    assert rows == [
        ["part", "0", "20", "20.0%"],
        ["part", "1", "30", "30.0%"],
        ["Whole", "100"],
    ]
    assert page.one("desc").text == "part 0: 20.0%, part 1: 30.0%"
    drawn_ = page.all("rect", class_="part", height="44")
    assert [(r.get("x"), r.get("width")) for r in drawn_] == [
        ("0.00%", "20.00%"),
        ("20.00%", "30.00%"),
    ]
    assert page.one("svg", role="img").get("aria-labelledby")


def test_the_longest_bar_is_the_largest_value() -> None:
    found = charts.drawn_bars(bars(50, 200, 0, 199))
    assert [bar.width for bar in found] == ["25.00%", "100.00%", "0.00%", "99.50%"]
    assert [bar.width for bar in charts.drawn_bars(bars(0))] == ["0.00%"]
    assert charts.drawn_bars(bars()) == ()


def test_bars_have_the_same_figures_as_a_table() -> None:
    amounts = [Money(2_911_00, "PLN"), Money(377_05, "PLN"), Money(0, "PLN")]
    page = chart(bars(*amounts))
    assert faults(page) == []
    shown = [span.text for span in page.all("span", class_="bar-value")]
    assert shown == [row.text for row in page.all("td", class_="number")]
    assert shown == [DjangoReader().money(amount) for amount in amounts]
    names = [span.text for span in page.all("span", class_="bar-text")]
    assert names == [cell.text for cell in page.all("th", scope="row")]


def test_steps_have_the_same_figures_as_a_table() -> None:
    points = tuple(Point(date(2026, 3, day), v) for day, v in ((20, 40), (2, 0), (28, 220)))
    page = chart(StepChart("Paid so far", points, text="In two instalments."))
    assert faults(page) == []
    rows = [row.text.split()[-1] for row in page.all("tr")[1:]]
    assert rows == ["0", "40", "220"]
    assert len(page.all("circle")) == len(rows)
    assert page.one("desc").text == "In two instalments."
    top, bottom = (span.text for span in page.all("span")[:2])
    assert (top, bottom) == ("220", "0")


def test_steps_go_from_the_first_to_the_last_day() -> None:
    steps = charts.drawn_steps(
        StepChart("Paid", (Point(date(2026, 3, 11), 10), Point(date(2026, 3, 1), 5)))
    )
    assert steps is not None
    assert steps.path == "M0 500H1000V0"
    assert steps.dots == (("0.00%", "50.00%"), ("100.00%", "0.00%"))
    assert steps.first == markup(date(2026, 3, 1))


@pytest.mark.parametrize("value", [0, 7, Money(0, "PLN"), Money(700, "PLN")])
def test_one_moment_is_drawn(value: charts.Amount) -> None:
    page = chart(StepChart("Paid", (Point(date(2026, 3, 1), value),)))
    assert faults(page) == [] and len(page.all("circle")) == 1


def test_no_moment_is_no_drawing() -> None:
    page = chart(StepChart("Paid", ()))
    assert faults(page) == [] and not page.all("svg")


PLN, EUR = Money(1, "PLN"), Money(1, "EUR")


@pytest.mark.parametrize(
    "mixed",
    [
        bars(PLN, EUR),
        bars(PLN, 1),
        StackedBar("x", (Part("a", PLN), Part("b", EUR))),
        StackedBar("x", (Part("a", PLN),), whole=EUR),
        StackedBar("x", (Part("a", PLN),), whole=1),
        StepChart("x", (Point(date(2026, 3, 1), PLN), Point(date(2026, 3, 2), EUR))),
    ],
)
def test_units_are_never_mixed(mixed: charts.Chart) -> None:
    with pytest.raises(ValueError, match="one unit"):
        chart(mixed)


@pytest.mark.parametrize(
    "less", [bars(-1), stacked(1, -1), stacked(1, whole=-1), bars(Money(-1, "PLN"))]
)
def test_less_than_nothing_is_not_drawn(less: charts.Chart) -> None:
    with pytest.raises(ValueError, match="negative"):
        chart(less)


def test_a_fill_is_never_colour_alone() -> None:
    parts = tuple(Part(fill, 1, fill) for fill in ("solid", "hatch", "dots", "open"))
    page = chart(StackedBar("Use", parts))
    assert faults(page) == []
    patterns = {pattern.get("id") for pattern in page.all("pattern")}
    used = {r.get("fill")[5:-1] for r in page.all("rect") if r.get("fill")}
    assert used == patterns and len(patterns) == 2


def test_the_same_chart_is_drawn_the_same() -> None:
    assert charts.key_of(stacked(1, 2)) == charts.key_of(stacked(1, 2))
    assert charts.key_of(stacked(1, 2)) != charts.key_of(stacked(2, 1))


def test_two_charts_of_the_same_figures_can_stand_on_one_page() -> None:
    two = [StackedBar("Use", (Part("Paid", 1, "hatch"),), of=code) for code in ("T-1", "T-2")]
    assert faults(drawn("{% for c in two %}{% chart c %}{% endfor %}", two=two)) == []
