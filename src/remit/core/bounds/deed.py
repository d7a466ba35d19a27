"""What is asked about: a deed, and the facts it is judged by.

The caller looks facts up and never takes them from the person who acts. A fact that is not known
is None, and a clause that needs it refuses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from remit.core.bounds.question import Answers, Entry, Moved, OnFile

EFFECTS = ("reversible", "pilot", "lasting")
"""What stays of it: it can be undone, it stops on a day, or neither."""
RISK_MAX = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something that somebody wants to do under a remit.

    ValueError if the amount is not a whole number of minor units, zero or more: a negative
    amount would slip under every ceiling.
    """

    kind: str
    """The kind of act, such as "decide.adopt"."""
    power: str
    """The power it uses, one of POWERS, such as "adopt"."""
    amount: int | None
    """Minor units; None when it moves no money."""
    currency: str | None
    """ISO 4217 code of the amount."""
    purpose: str | None
    """Code of the purpose; None when none is shown."""
    matter: str | None
    """Code of what it is about, such as "cemetery"."""
    evidence: frozenset[str]
    """Codes of the evidence that is there, such as "receipt"."""
    recipient: str | None = None
    """Code of the person, family or firm that the money is for; None when none is named."""
    category: str | None = None
    area: str | None = None
    item: str | None = None
    """What the books and the file call the matter, such as "green.40"."""
    effect: str | None = None
    """One of EFFECTS; None when it was not said."""
    until: datetime | None = None
    """When a pilot stops; aware."""
    made: datetime | None = None
    """When that was done which it follows: a decision to carry out, a payment to question."""
    risk: int | None = None
    """How much can go wrong, 1 to 5; None when it was not weighed."""

    def __post_init__(self) -> None:
        for moment in (self.until, self.made):
            if moment is not None and moment.utcoffset() is None:
                raise ValueError("a moment must have its time zone")
        if self.effect is not None and self.effect not in EFFECTS:
            raise ValueError(f"an effect is one of {', '.join(EFFECTS)}, not {self.effect!r}")
        if self.risk is not None and (type(self.risk) is not int or not 1 <= self.risk <= RISK_MAX):
            raise ValueError(f"a risk is a whole number from 1 to {RISK_MAX}, not {self.risk!r}")
        if self.amount is not None and (type(self.amount) is not int or self.amount < 0):
            raise ValueError(f"an amount is a whole number, zero or more, not {self.amount!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known at the moment of the deed. ValueError if `at` has no time zone."""

    at: datetime
    """When it is done; aware."""
    state: str | None = None
    """Where the remit stands: granted, in_force, suspended or ended; another is not known."""
    backed: bool | None = None
    """Whether the backer has signed."""
    backed_until: datetime | None = None
    """The first moment at which the backing no longer holds; aware."""
    positions: frozenset[str] | None = None
    """Codes of the positions in which the actor acts."""
    person: str | None = None
    """A token that is the same whenever the same person acts."""
    envelope_free: int | None = None
    """Minor units that are free in the account the deed draws on."""
    envelope: int | None = None
    """Minor units of the whole envelope, as the version in force has it."""
    depth: int | None = None
    """How many remits stand above it: 0 for the agency's own."""
    duties: Mapping[str, str] | None = None
    """Who has done what so far in this matter: power to person's token."""
    agreed: frozenset[str] | None = frozenset()
    """Codes of the positions that have agreed to this very deed."""
    answers: Answers | None = field(default_factory=dict)
    """What the clauses' questions were answered with; one that is not in it is not known."""

    def moved(self, question: Moved) -> int | None:
        """How much was moved; None when it is not known."""
        found = (self.answers or {}).get(question)
        return found if isinstance(found, int) else None

    def on_file(self, question: OnFile) -> tuple[Entry, ...] | None:
        """What stood on the file by the moment of the deed; None when it is not known."""
        found = (self.answers or {}).get(question)
        if not isinstance(found, tuple):
            return None
        return tuple(entry for entry in found if entry.at <= self.at)

    def __post_init__(self) -> None:
        for moment in (self.at, self.backed_until):
            if moment is not None and moment.utcoffset() is None:
                raise ValueError("a moment must have its time zone")
