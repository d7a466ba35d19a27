"""In which order powers are used in one matter, so that nobody begins with the harshest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from remit.core.bounds import checks, reading
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.errors import BadInstrument
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import POWERS, named, power
from remit.core.words import Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder(Clause):
    """Powers, two or more: in one matter each is used only after the one before it was."""

    steps: tuple[str, ...]

    kind: ClassVar[str] = "ladder"
    HEADING: ClassVar[str] = gettext_noop("Ladder")
    ABOUT: ClassVar[str] = gettext_noop("Which power is used only after which other.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "steps": "a list of two or more powers, in the order in which they are used in one matter",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "ladder_not_touched": gettext_noop("This is no step of the ladder."),
        "ladder_first": gettext_noop("This is the first step of the ladder."),
        "ladder_reached": gettext_noop("The step before it was done: {before}."),
        "ladder_skipped": gettext_noop("Another step must be done in this matter first: {before}."),
        "ladder_unknown": gettext_noop("It is not known which steps were done in this matter."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B17",
        "kind": "ladder",
        "steps": ["query", "note", "condition", "hold", "recover"],
    }

    def __post_init__(self) -> None:
        where = f"{self.id}.steps"
        checks.some(self.steps, where=where)
        for step in self.steps:
            checks.one_of(step, POWERS, where=where)
        checks.distinct(self.steps, where=where)
        if len(self.steps) < 2:
            raise BadInstrument("not_list", where=where)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power not in self.steps:
            return self.found("met", "ladder_not_touched")
        place = self.steps.index(deed.power)
        if not place:
            return self.found("met", "ladder_first")
        if facts.duties is None:
            return self.found("unknown", "ladder_unknown")
        before = self.steps[place - 1]
        if before not in facts.duties:
            return self.found("breached", "ladder_skipped", before=power(before))
        return self.found("met", "ladder_reached", before=power(before))

    def covers(self, narrower: Clause) -> bool:
        return isinstance(narrower, Ladder) and narrower.steps == self.steps

    def in_words(self) -> Words:
        return words(
            gettext_noop(
                "In one matter these are done in this order, each only after the one before it: "
                "{steps}."
            ),
            steps=named(self.steps, POWERS),
        )

    @classmethod
    def read(cls, found: Mapping[str, Any], *, where: str) -> dict[str, Any]:
        return {"steps": reading.strings(found["steps"], where=f"{where}.steps")}
