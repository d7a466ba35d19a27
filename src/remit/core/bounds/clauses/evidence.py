"""What must be shown before a power is used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from remit.core.bounds import checks, reading
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import EVIDENCE, POWERS, named, power
from remit.core.words import Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Clause):
    """By power, the codes of all the evidence that its use needs."""

    evidence: Mapping[str, tuple[str, ...]]

    kind: ClassVar[str] = "evidence"
    HEADING: ClassVar[str] = gettext_noop("Evidence")
    ABOUT: ClassVar[str] = gettext_noop("What must be shown before a power is used.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "evidence": "by the code of each power, the codes of the evidence that it needs",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "evidence_not_needed": gettext_noop("No evidence is needed for this."),
        "evidence_given": gettext_noop("The evidence is there: {evidence}."),
        "evidence_missing": gettext_noop("This evidence is missing: {evidence}."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B7",
        "kind": "evidence",
        "evidence": {"adopt": ["tally"], "pay": ["receipt"]},
    }

    def __post_init__(self) -> None:
        checks.some(self.evidence, where=f"{self.id}.evidence")
        for used, needed in self.evidence.items():
            checks.one_of(used, POWERS, where=f"{self.id}.evidence")
            checks.codes(needed, where=f"{self.id}.evidence.{used}")

    def check(self, deed: Deed, facts: Facts) -> Finding:
        needed = self.evidence.get(deed.power, ())
        if not needed:
            return self.found("met", "evidence_not_needed")
        missing = [code for code in needed if code not in deed.evidence]
        if missing:
            return self.found("breached", "evidence_missing", evidence=named(missing, EVIDENCE))
        return self.found("met", "evidence_given", evidence=named(needed, EVIDENCE))

    def covers(self, narrower: Clause) -> bool:
        return isinstance(narrower, Evidence) and all(
            set(needed) <= set(narrower.evidence.get(used, ()))
            for used, needed in self.evidence.items()
        )

    def in_words(self) -> Words:
        needs = tuple(
            words(
                gettext_noop("{power} ({evidence})"),
                power=power(code),
                evidence=named(self.evidence[code], EVIDENCE),
            )
            for code in POWERS
            if code in self.evidence
        )
        return words(
            gettext_noop("These powers need evidence, each the one named: {needs}."), needs=needs
        )

    @classmethod
    def read(cls, found: Mapping[str, Any], *, where: str) -> dict[str, Any]:
        return {"evidence": reading.lists(found["evidence"], where=f"{where}.evidence")}
