"""Where stages announce themselves to the record, which knows none of them by name.

Each stage's `apps.py` registers its acts, what follows from a record, and what it publishes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from remit.record.act import Act
from remit.record.models import Record, Request

ACTS: dict[str, type[Act]] = {}
"""Every kind of act that this installation knows."""


@dataclass(frozen=True, slots=True)
class Follow:
    """What is to be done when a record stands: a job, due at a moment."""

    kind: str
    key: str
    due: datetime
    payload: Mapping[str, object]


Reaction = Callable[[Act, Record], Iterable[Follow]]
Handler = Callable[[Mapping[str, object], datetime, UUID], None]
"""Takes the job's payload, the moment, and a key for the act that it performs."""
Publisher = Callable[[], Iterable[tuple[str, Callable[[], bytes]]]]

REACTIONS: dict[str, list[Reaction]] = {}
"""By the act's kind; asked inside the act's transaction, so they only plan."""
WAITING: list[Callable[[Request], Iterable[Follow]]] = []
"""What is to follow when somebody is asked, such as what silence means once the time is over."""
HANDLERS: dict[str, Handler] = {}
"""By the job's kind. May be called again for the same job: what it does must bear that."""
PUBLISHERS: list[Publisher] = []
"""Files, besides log and books, that the public needs to check: path, and how to get it."""


def register(*acts: type[Act]) -> None:
    """Make these kinds known. A kind is taken once."""
    for act in acts:
        if ACTS.setdefault(act.kind, act) is not act:
            raise ValueError(f"{act.kind} is registered twice")
