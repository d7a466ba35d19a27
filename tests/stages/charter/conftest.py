"""Visitors who may write remits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.journeys.every_page import take_part
from tests.town import NOON, Town


@pytest.fixture
def officer(settings: Any, town_at: Callable[[str], Town], client: Client) -> Client:
    """A visitor of the founded town, who acts as its accountable officer."""
    settings.DEMO, settings.DEMO_DAY = True, NOON.date()
    town_at("founded")
    take_part(client, "accountable-officer")
    return client


@pytest.fixture
def varying(settings: Any, town: Town, client: Client) -> Client:
    """The same where the residents' remit is in force."""
    settings.DEMO, settings.DEMO_DAY = True, NOON.date()
    take_part(client, "accountable-officer")
    return client
