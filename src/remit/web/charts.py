"""Charts drawn as SVG on the server: no script, no inline style, no colour that stands alone.

A chart is a value; the `drawn_*` functions give its template shares of the width as percentages,
and `table_of` the same figures as rows. Lengths come from the same whole numbers that the table
shows, so the two cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal
from zlib import crc32

from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy

from remit.core.words import Money
from remit.web.parts import Column, Link, Table, Text, Value
from remit.web.reading import DjangoReader
from remit.web.values import markup, plain

Amount = Money | int
Fill = Literal["solid", "hatch", "dots", "open"]
AMOUNT, NAME, PART = gettext_lazy("Amount"), gettext_lazy("Name"), gettext_lazy("Part")


@dataclass(frozen=True, slots=True)
class Bar:
    text: Text
    value: Amount
    note: Text = ""
    tone: Literal["plain", "strong", "muted"] = "plain"
    href: str = ""


@dataclass(frozen=True, slots=True)
class BarChart:
    """Horizontal bars, longest length = largest value. `text` says in words what is to be seen."""

    title: Text
    bars: tuple[Bar, ...]
    text: Text = ""
    unit: Text = AMOUNT
    column: Text = NAME


@dataclass(frozen=True, slots=True)
class Part:
    text: Text
    value: Amount
    fill: Fill = "solid"


@dataclass(frozen=True, slots=True)
class StackedBar:
    """Parts of a whole in one bar. Its legend is its table, so it is always open.

    `of` tells it from another on the same page with the same figures.
    """

    title: Text
    parts: tuple[Part, ...]
    whole: Amount | None = None
    text: Text = ""
    unit: Text = AMOUNT
    column: Text = PART
    of: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    at: date
    value: Amount


@dataclass(frozen=True, slots=True)
class StepChart:
    """A value that changes at moments and stays in between, such as money paid so far."""

    title: Text
    points: tuple[Point, ...]
    text: Text = ""
    unit: Text = AMOUNT


Chart = BarChart | StackedBar | StepChart


@dataclass(frozen=True, slots=True)
class DrawnBar:
    text: SafeString
    shown: SafeString
    note: SafeString
    tone: str
    width: str


@dataclass(frozen=True, slots=True)
class DrawnPart:
    text: Text
    shown: SafeString
    share: str
    fill: str
    pattern: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class DrawnSteps:
    path: str
    dots: tuple[tuple[str, str], ...]
    top: SafeString
    bottom: SafeString
    first: SafeString
    last: SafeString


def size(value: Amount) -> int:
    """The whole number that decides a length."""
    whole = value.minor if isinstance(value, Money) else value
    if whole < 0:
        raise ValueError(f"a chart draws no negative amounts: {value!r}")
    return whole


def same_unit(values: tuple[Amount, ...]) -> None:
    """Lengths can only be compared within one currency or among plain counts."""
    units = {value.currency if isinstance(value, Money) else "" for value in values}
    if len(units) > 1:
        raise ValueError(f"a chart compares one unit, not {sorted(units)}")


def rounded(part: int, whole: int, *, steps: int) -> int:
    """The share in whole steps of one, rounded half up; exact, so table and drawing agree."""
    return (part * steps * 2 + whole) // (2 * whole) if whole else 0


def percent(part: int, whole: int) -> str:
    """A share of the width, for an SVG attribute."""
    return written(rounded(part, whole, steps=10_000))


def written(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


def share(part: int, whole: int) -> str:
    """The share as a reader sees it, to one decimal."""
    tenths = rounded(part, whole, steps=1000)
    return gettext("{share}%").format(share=DjangoReader().tenths(tenths))


def key_of(chart: Chart) -> str:
    """An id for this chart's parts that is the same at every drawing."""
    return f"chart-{crc32(repr(chart).encode()):08x}"


def drawn_bars(chart: BarChart) -> tuple[DrawnBar, ...]:
    same_unit(tuple(bar.value for bar in chart.bars))
    longest = max((size(bar.value) for bar in chart.bars), default=0)
    return tuple(
        DrawnBar(
            text=markup(named(bar)),
            shown=markup(bar.value),
            note=markup(bar.note),
            tone=bar.tone,
            width=percent(size(bar.value), longest),
        )
        for bar in chart.bars
    )


def drawn_parts(chart: StackedBar) -> tuple[DrawnPart, ...]:
    amounts = tuple(part.value for part in chart.parts)
    same_unit(amounts if chart.whole is None else (*amounts, chart.whole))
    whole = whole_of(chart)
    start, drawn = 0, []
    for part in chart.parts:
        # Both edges are rounded from the running sum, so that neighbours meet exactly.
        left = rounded(start, whole, steps=10_000)
        right = rounded(start + size(part.value), whole, steps=10_000)
        drawn.append(
            DrawnPart(
                text=part.text,
                shown=markup(part.value),
                share=share(size(part.value), whole),
                fill=part.fill,
                pattern=f"{key_of(chart)}-{part.fill}",
                x=written(left),
                width=written(right - left),
            )
        )
        start += size(part.value)
    return tuple(drawn)


def whole_of(chart: StackedBar) -> int:
    """The width of the bar: the given whole, or more if the parts are more."""
    total = sum(size(part.value) for part in chart.parts)
    return max(total, size(chart.whole)) if chart.whole is not None else total


def drawn_steps(chart: StepChart) -> DrawnSteps | None:
    """The line in a square of 1000 by 1000, which the page stretches."""
    points = sorted(chart.points, key=lambda point: point.at)
    if not points:
        return None
    same_unit(tuple(point.value for point in points))
    first, last = points[0].at.toordinal(), points[-1].at.toordinal()
    top = max(size(point.value) for point in points)
    places = [
        (
            (point.at.toordinal() - first) * 1000 // max(last - first, 1),
            1000 - size(point.value) * 1000 // max(top, 1),
        )
        for point in points
    ]
    path = f"M{places[0][0]} {places[0][1]}" + "".join(f"H{x}V{y}" for x, y in places[1:])
    zero = Money(0, currency(points[0].value)) if isinstance(points[0].value, Money) else 0
    return DrawnSteps(
        path=path,
        dots=tuple((percent(x, 1000), percent(y, 1000)) for x, y in places),
        top=markup(max((point.value for point in points), key=size)),
        bottom=markup(zero),
        first=markup(points[0].at),
        last=markup(points[-1].at),
    )


def currency(value: Amount) -> str:
    return value.currency if isinstance(value, Money) else ""


def named(bar: Bar) -> Value:
    return Link(bar.text, bar.href) if bar.href else bar.text


def table_of(chart: BarChart | StepChart) -> Table:
    """The same figures as rows."""
    unit = Column(chart.unit, kind="number")
    caption = gettext("{title}: the figures").format(title=plain(chart.title))
    if isinstance(chart, StepChart):
        days = sorted(chart.points, key=lambda point: point.at)
        columns = (Column(gettext("Day")), unit)
        return Table(caption, columns, tuple((point.at, point.value) for point in days))
    notes = any(bar.note for bar in chart.bars)
    columns = (Column(chart.column), unit, *((Column(gettext("Note")),) if notes else ()))
    rows = tuple((named(bar), bar.value, *((bar.note,) if notes else ())) for bar in chart.bars)
    return Table(caption, columns, rows)
