"""What is asked about: a deed, and the facts it is judged by.

The caller looks facts up and never takes them from the person who acts. A fact that is not known
is None, and a clause that needs it refuses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


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
    shares: tuple[str, ...] = ()
    """Codes of those who have a share in it. No clause judges them so far."""

    def __post_init__(self) -> None:
        if self.amount is not None and (type(self.amount) is not int or self.amount < 0):
            raise ValueError(f"an amount is a whole number, zero or more, not {self.amount!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known at the moment of the deed. ValueError if `at` has no time zone."""

    at: datetime
    """When it is done; aware."""
    state: str | None = None
    """Where the remit stands: drafted, in_force, suspended or ended; another is not known."""
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
    duties: Mapping[str, str] | None = None
    """Who has done what so far in this matter: power to person's token."""
    agreed: frozenset[str] | None = frozenset()
    """Codes of the positions that have agreed to this very deed."""

    def __post_init__(self) -> None:
        for moment in (self.at, self.backed_until):
            if moment is not None and moment.utcoffset() is None:
                raise ValueError("a moment must have its time zone")
