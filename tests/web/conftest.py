"""Pages that answer with trouble."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client


@pytest.fixture
def troubled(settings: Any) -> Client:
    """A visitor of the project with some addresses more, each with a trouble of its own."""
    settings.ROOT_URLCONF = "tests.web.answering"
    return Client(raise_request_exception=False)
