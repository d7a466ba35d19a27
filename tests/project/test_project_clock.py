"""The clock stands on the story's day in the demonstration, and nowhere else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from remit.project import clock
from remit.project.edge import EdgeMiddleware
from remit.web.edge import fresh_key, moment_of


def test_outside_the_demonstration_it_is_now(settings: Any) -> None:
    settings.DEMO_DAY = date(2023, 11, 20)
    before = datetime.now(UTC)
    assert before <= clock.now() <= datetime.now(UTC)


def test_in_the_demonstration_it_is_the_storys_day_at_this_hour(settings: Any) -> None:
    settings.DEMO, settings.DEMO_DAY = True, date(2023, 11, 20)
    at = clock.now()
    assert at.date() == date(2023, 11, 20) and at.tzinfo is UTC
    real = datetime.now(UTC)
    apart = abs(datetime.combine(real.date(), at.timetz()) - real)
    assert min(apart, timedelta(days=1) - apart) < timedelta(minutes=1)


@pytest.mark.parametrize("demo", [False, True])
def test_every_request_has_its_moment_and_a_key_of_its_own(settings: Any, demo: bool) -> None:
    settings.DEMO = demo
    seen: list[HttpRequest] = []

    def answer(request: HttpRequest) -> HttpResponse:
        seen.append(request)
        return HttpResponse()

    for _ in range(20):
        EdgeMiddleware(answer)(RequestFactory().get("/"))
    assert len({fresh_key(request) for request in seen}) == 20
    assert all(moment_of(request).tzinfo is UTC for request in seen)
    assert {moment_of(r).date() == settings.DEMO_DAY for r in seen} == {demo}
    assert moment_of(seen[0]) == moment_of(seen[0])
