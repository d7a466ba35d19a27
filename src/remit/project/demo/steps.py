"""One act of a story, and how it is played: once, whoever starts it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from remit.people.actor import Actor
from remit.people.reads import holder_of
from remit.record.act import Act
from remit.record.perform import NotDone, perform
from remit.record.reads import record


@dataclass(frozen=True, slots=True)
class Step:
    """One act of the story. `act` is built only when it is still to be performed."""

    name: str
    position: str
    under: str | None
    at: datetime
    act: Callable[[], Act]
    answer: str = "done"
    """What the bounds are to answer: done, asked or refused."""


def key_of(name: str) -> UUID:
    """The key under which a step is performed, always the same."""
    return uuid5(NAMESPACE_URL, f"remit:demonstration:{name}")


def play(step: Step) -> bool:
    """Perform a step, unless it was performed before. Whether it was done now."""
    key = key_of(step.name)
    if record(key) is not None:
        return False
    act, by = step.act(), holder_of(step.position, at=step.at) or founder(step)
    try:
        outcome = perform(act, by=by, under=step.under, at=step.at, key=key).outcome
    except NotDone as answered:
        outcome = answered.record.outcome
    if outcome != step.answer:
        raise AssertionError(f"{step.name} should have been {step.answer}, and was {outcome}")
    return True


def founder(step: Step) -> Actor:
    """Before anybody holds a position: who will be the accountable officer founds the agency."""
    return Actor(person=person(step.position), position=step.position)


def person(position: str) -> str:
    """A made-up person's token."""
    return str(key_of(f"person:{position}"))
