"""How much is free for a deed that is only thought of, when there are no books to look it up in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from remit.core.bounds.deed import Deed

DRAWS = frozenset({"adopt", "commit", "decide"})
"""Powers that take money from the envelope."""
RETURNS = frozenset({"release"})
"""Powers that give it back."""
ENVELOPE = "envelope"


@dataclass(slots=True, kw_only=True)
class Purse:
    """The envelope, and what became of it.

    The first power of `draws` that moves money for an item sets it aside for the item, and what
    other powers move for this item comes from there: a project that is adopted, committed and paid
    takes from the envelope once. For what has no such item, uses of each other power together
    are held against the whole envelope.
    """

    amount: int | None
    """Minor units of the whole envelope; None when it is not known."""
    draws: frozenset[str] = DRAWS
    aside: dict[str, int] = field(default_factory=dict)
    """By item, what was set aside for it."""
    first: dict[str, str] = field(default_factory=dict)
    """By item, the power that set it aside."""
    moved: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By item or "", and power or the envelope, what was moved."""

    def free(self, deed: Deed) -> int | None:
        """Minor units that this deed may take; None when it is not known."""
        if self._from_aside(deed):
            item = str(deed.item)
            return self.aside[item] - self._gone(item, deed.power)
        return None if self.amount is None else self.amount - self.moved["", self._pot(deed)]

    def move(self, deed: Deed) -> None:
        """The deed was done."""
        amount, item = deed.amount or 0, deed.item
        if deed.power in RETURNS:
            back = min(amount, self.moved["", ENVELOPE])
            self.moved["", ENVELOPE] -= back
            if item in self.aside:
                self.aside[item] -= amount
        elif self._from_aside(deed):
            self.moved[str(item), deed.power] += amount
        else:
            self.moved["", self._pot(deed)] += amount
            if amount and item is not None and deed.power in self.draws:
                self.first.setdefault(item, deed.power)
                self.aside[item] = self.aside.get(item, 0) + amount

    def _from_aside(self, deed: Deed) -> bool:
        return deed.item in self.aside and self.first[deed.item] != deed.power

    def _gone(self, item: str, power: str) -> int:
        """What this power has moved for the item; to give back, what any has claimed or paid."""
        if power not in RETURNS:
            return self.moved[item, power]
        others = [n for (i, p), n in self.moved.items() if i == item and p not in self.draws]
        return max(others, default=0)

    def _pot(self, deed: Deed) -> str:
        return ENVELOPE if deed.power in self.draws else deed.power
