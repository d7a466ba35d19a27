"""What the money may be for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from remit.core.bounds import checks, reading
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.words import Said, Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose(Clause):
    """Every purpose that is allowed, as its code and what it means."""

    purposes: tuple[tuple[str, Said], ...]

    kind: ClassVar[str] = "purpose"
    HEADING: ClassVar[str] = gettext_noop("Purpose")
    ABOUT: ClassVar[str] = gettext_noop("What the remit may be used for.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "purposes": "a list of purposes, each with its code and its text by language",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "purpose_not_touched": gettext_noop("It moves no money, so it needs no purpose."),
        "purpose_listed": gettext_noop("The purpose is one that the remit names: {purpose}."),
        "purpose_not_listed": gettext_noop(
            "The remit is not for “{purpose}”. It is for: {purposes}."
        ),
        "purpose_unnamed": gettext_noop("It must be said which purpose the money is for."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B2",
        "kind": "purpose",
        "purposes": [
            {"code": "green", "text": {"en": "green spaces", "pl": "tereny zielone"}},
            {"code": "sport", "text": {"en": "sport", "pl": "sport"}},
        ],
    }

    def __post_init__(self) -> None:
        checks.texts(self.purposes, where=f"{self.id}.purposes")

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.purpose is None:
            if deed.amount is None:
                return self.found("met", "purpose_not_touched")
            return self.found("unknown", "purpose_unnamed")
        for code, text in self.purposes:
            if code == deed.purpose:
                return self.found("met", "purpose_listed", purpose=text)
        listed = tuple(text for _, text in self.purposes)
        return self.found("breached", "purpose_not_listed", purpose=deed.purpose, purposes=listed)

    def covers(self, narrower: Clause) -> bool:
        # The texts too: the same code with other words would be another purpose to its readers.
        return isinstance(narrower, Purpose) and all(
            purpose in self.purposes for purpose in narrower.purposes
        )

    def in_words(self) -> Words:
        return words(
            gettext_noop("This remit may be used for these purposes and no other: {purposes}."),
            purposes=tuple(text for _, text in self.purposes),
        )

    def to_json(self) -> dict[str, object]:
        return {"id": self.id, "kind": self.kind, "purposes": reading.texts_json(self.purposes)}

    @classmethod
    def read(cls, found: Mapping[str, Any], *, where: str) -> dict[str, Any]:
        return {"purposes": reading.texts(found["purposes"], where=f"{where}.purposes")}
