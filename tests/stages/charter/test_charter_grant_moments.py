"""Days and moments as people write them, where the agency is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.stages.charter.grant_form.moments import moment_of, moment_text


@pytest.mark.parametrize("zone", ["UTC", "Europe/Warsaw", "America/St_Johns", "Asia/Kathmandu"])
@settings(deadline=None)
@given(seconds=st.integers(-62_000_000_000, 250_000_000_000), short=st.booleans())
def test_moments_come_back_in_every_zone(zone: str, seconds: int, short: bool) -> None:
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds, microseconds=7)
    moment = moment.replace(second=0, microsecond=0) if short else moment
    with timezone.override(zone):
        text = moment_text(moment)
        assert datetime.fromisoformat(moment_of(text)) == moment
        assert datetime.fromisoformat(moment_of(f" {text} ")) == moment


def test_a_day_is_its_first_moment_where_the_agency_is() -> None:
    with timezone.override("Europe/Warsaw"):
        assert moment_of("2026-04-01") == "2026-03-31T22:00:00Z"
        assert moment_of("2026-04-01 10:30") == "2026-04-01T08:30:00Z"
        assert moment_text(datetime(2026, 3, 31, 22, tzinfo=UTC)) == "2026-04-01"
        # Clocks go back: this hour is there twice, and which is meant is said in UTC.
        twice = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
        assert moment_text(twice) == "2026-10-25T01:30:00Z"
        assert moment_text(twice - timedelta(hours=1)) == "2026-10-25 02:30"


@pytest.mark.parametrize("text", ["", "soon", "2026-02-30", "2026-04-01T25:00", "1.4.2026", "2026"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        moment_of(text)


def test_before_all_days_there_is_none() -> None:
    with timezone.override("Asia/Kathmandu"), pytest.raises(ValueError):
        moment_of("0001-01-01")
