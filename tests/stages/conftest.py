"""Visitors of the town's pages, on a day of the test's own choosing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from tests.journeys.every_page import key_on, take_part
from tests.town import NOON
from tests.web.html_page import Page, faults, read

Look = Callable[..., Page]
"""The page at this address, which must answer with `status` and have no faults."""
Send = Callable[..., Page]
"""Opens a form, fills it in, and sends it through both steps; the page that follows."""


@pytest.fixture
def look(client: Client) -> Look:
    def page(address: str, status: int = 200) -> Page:
        answer = client.get(address)
        assert answer.status_code == status
        found = read(answer.content)
        assert faults(found) == []
        return found

    return page


@pytest.fixture
def today(settings: Any) -> Callable[[date], None]:
    """Makes it this day, as in the demonstration."""

    def set_day(day: date) -> None:
        settings.DEMO, settings.DEMO_DAY = True, day

    set_day(NOON.date())
    return set_day


@pytest.fixture
def send(client: Client, today: object) -> Send:
    def post(
        address: str, by: str, *, step: str = "send", status: int = 200, **values: str
    ) -> Page:
        take_part(client, by)
        data = {"key": key_on(client, address), "step": step, **values}
        answer = client.post(address, data, follow=True)
        assert answer.status_code == status
        found = read(answer.content)
        assert faults(found) == []
        return found

    return post
