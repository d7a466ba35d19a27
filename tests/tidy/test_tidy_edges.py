"""Clock, chance, naive moments and floats are found where they must not be."""

from __future__ import annotations

import pytest

from tools.tidy.edges import aware_datetimes, no_chance, no_clock, no_floats
from tools.tidy.source import Source

INNER = "src/remit/record/perform.py"
EDGE = "src/remit/project/cli.py"


@pytest.mark.parametrize(
    "text",
    [
        "timezone.now()",
        "now()",
        "date.today()",
        "datetime.utcnow()",
        "time.time()",
        "time.time_ns()",
        "Now()",
        "localtime()",
    ],
)
def test_a_clock_is_found_inside_and_allowed_at_the_edge(text: str) -> None:
    assert list(no_clock(Source(INNER, text)))
    assert not list(no_clock(Source(EDGE, text)))
    assert not list(no_clock(Source("tests/test_a.py", text)))


@pytest.mark.parametrize(
    "text", ["time.monotonic()", "localtime(at)", "at.time()", "known = 3", "deadline(now)"]
)
def test_a_duration_or_an_argument_is_no_clock(text: str) -> None:
    assert not list(no_clock(Source(INNER, text)))


@pytest.mark.parametrize(
    "text",
    [
        "import random",
        "import secrets",
        "from random import shuffle",
        "from uuid import uuid4",
        "key = uuid.uuid4()",
        "default = uuid.uuid4",
        "os.urandom(8)",
    ],
)
def test_chance_is_found_inside_and_allowed_at_the_edge(text: str) -> None:
    assert list(no_chance(Source(INNER, text)))
    assert not list(no_chance(Source(EDGE, text)))


@pytest.mark.parametrize(
    "text", ["from uuid import UUID", "import randomised", "from .random import x"]
)
def test_what_only_sounds_like_chance_passes(text: str) -> None:
    assert not list(no_chance(Source(INNER, text)))


@pytest.mark.parametrize("text", ["at.replace(tzinfo=None)", "timezone.make_naive(at)"])
def test_taking_the_zone_away_is_found(text: str) -> None:
    assert list(aware_datetimes(Source(INNER, text)))


def test_giving_a_zone_passes() -> None:
    assert not list(aware_datetimes(Source(INNER, "at.replace(tzinfo=UTC)")))


@pytest.mark.parametrize("text", ["float(amount)", "share = 0.5", "x = 1e3"])
def test_a_float_is_found_where_it_must_be_exact(text: str) -> None:
    assert list(no_floats(Source("src/remit/core/ledger/books.py", text)))
    assert list(no_floats(Source("src/remit/stages/fund/acts.py", text)))
    assert not list(no_floats(Source("src/remit/web/charts.py", text)))


def test_a_fraction_passes() -> None:
    assert not list(no_floats(Source("src/remit/core/ledger/books.py", "Fraction(1, 2) + 3")))
