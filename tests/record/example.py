"""What an example of an act is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from remit.record.act import Act
from tests.town import (
    NOON,
    REMIT,
    Town,
    told,
)


@dataclass(frozen=True, kw_only=True)
class Example:
    """`ready` brings the story so far that `by` may do `act`, which `stranger` may not. `other`
    is the same kind with other content; `above` is refused by the `clause` of this kind."""

    ready: Callable[[], Town]
    act: Callable[[], Act]
    other: Callable[[], Act]
    by: str = "clerk"
    stranger: str = "calendar"
    under: str | None = REMIT
    at: datetime = NOON
    above: Callable[[], Act] | None = None
    clause: str = ""


def after(step: str, *more: Callable[[Town], object]) -> Callable[[], Town]:
    """The town at this step, and a little further."""

    def ready() -> Town:
        town = told(step)
        for further in more:
            further(town)
        return town

    return ready
