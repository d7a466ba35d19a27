"""Which duties different persons must do, so that nobody checks their own work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from remit.core.bounds import checks, reading
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.errors import BadInstrument
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import POWERS, power
from remit.core.words import Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties(Clause):
    """Pairs of powers; in one matter, nobody uses both of a pair. Their order means nothing."""

    pairs: tuple[tuple[str, str], ...]

    kind: ClassVar[str] = "duties"
    HEADING: ClassVar[str] = gettext_noop("Separate duties")
    ABOUT: ClassVar[str] = gettext_noop("Which duties different persons must do in one matter.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "pairs": "a list of pairs of powers that one person can't both use in one matter",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "duties_not_touched": gettext_noop("This duty need not be kept apart from another."),
        "duties_separate": gettext_noop("No one does two duties here that must be kept apart."),
        "duties_joined": gettext_noop(
            "The same person has done this already: {done}. Somebody else must {power}."
        ),
        "duties_person_unknown": gettext_noop("It is not known which person does this."),
        "duties_unknown": gettext_noop("It is not known who has done which duty so far."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B8",
        "kind": "duties",
        "pairs": [["submit", "approve"], ["approve", "pay"]],
    }

    def __post_init__(self) -> None:
        where = f"{self.id}.pairs"
        checks.some(self.pairs, where=where)
        for first, second in self.pairs:
            checks.one_of(first, POWERS, where=where)
            checks.one_of(second, POWERS, where=where)
            if first == second:
                raise BadInstrument("pair_same", where=where)
        checks.distinct(["/".join(sorted(pair)) for pair in self.pairs], where=where)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        others = [duty for pair in self.pairs if deed.power in pair for duty in pair]
        if not others:
            return self.found("met", "duties_not_touched")
        if facts.person is None:
            return self.found("unknown", "duties_person_unknown")
        if facts.duties is None:
            return self.found("unknown", "duties_unknown")
        for duty in others:
            if duty != deed.power and facts.duties.get(duty) == facts.person:
                return self.found(
                    "breached", "duties_joined", done=power(duty), power=power(deed.power)
                )
        return self.found("met", "duties_separate")

    def covers(self, narrower: Clause) -> bool:
        return isinstance(narrower, Duties) and self._sets() <= narrower._sets()

    def _sets(self) -> set[frozenset[str]]:
        return {frozenset(pair) for pair in self.pairs}

    def in_words(self) -> Words:
        pairs = tuple(
            words(gettext_noop("{first} and {second}"), first=power(first), second=power(second))
            for first, second in self.pairs
        )
        return words(
            gettext_noop("In one matter, these are never done by the same person: {pairs}."),
            pairs=pairs,
        )

    @classmethod
    def read(cls, found: Mapping[str, Any], *, where: str) -> dict[str, Any]:
        place = f"{where}.pairs"
        pairs = reading.items(found["pairs"], where=place)
        return {"pairs": tuple(reading.pair(pair, where=place) for pair in pairs)}
