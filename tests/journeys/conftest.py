"""The town as visitors meet it: told to its end, sealed, and on a day of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from remit.record import sealer
from remit.record.perform import Asked, Refused
from remit.stages.charter.acts import DraftRemit
from tests.journeys.every_page import Places, take_part
from tests.town import ASK_ABOVE, NOON, ROOT, Town, adopt, commit, residents, said


@pytest.fixture
def demo(settings: Any) -> None:
    """Parts can be taken, and it is an ordinary day of the town's story."""
    settings.DEMO, settings.DEMO_DAY = True, NOON.date()


@pytest.fixture
def places(town_at: Callable[[str], Town], home: Path) -> Places:
    """Where everything is, once the town has paid, was refused something, and is sealed."""
    town = town_at("paid")
    with pytest.raises(Refused) as answer:
        town.do(adopt("2", 600_000))
    done = town.do(adopt("2", 500_000))
    with pytest.raises(Asked) as question:
        town.do(commit("2", ASK_ABOVE + 1))
    plan = DraftRemit(instrument=residents(code="T-2"), reasons=said("Another park."))
    town.do(plan, under=ROOT)
    sealer.seal()
    (ballots,) = (home / "public" / "ballots").iterdir()
    return Places(
        done=done.key,
        refused=answer.value.record.key,
        ballots=ballots.name,
        asked=question.value.record.key,
    )


@pytest.fixture
def clerk(places: Places, demo: None, client: Client) -> Client:
    """A visitor of the sealed town who acts as its clerk."""
    take_part(client, "clerk")
    return client
