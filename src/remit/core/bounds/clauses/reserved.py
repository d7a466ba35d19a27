"""What the grantor keeps."""

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
class Reserved(Clause):
    """Every matter that the grantor keeps, as its code and what it means."""

    matters: tuple[tuple[str, Said], ...]

    kind: ClassVar[str] = "reserved"
    HEADING: ClassVar[str] = gettext_noop("Reserved matters")
    ABOUT: ClassVar[str] = gettext_noop("What the grantor keeps, whatever else is granted.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "matters": "a list of matters, each with its code and its text by language",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "reserved_not_touched": gettext_noop("It moves no money and names no matter."),
        "reserved_clear": gettext_noop("What it is about is not reserved."),
        "reserved_matter": gettext_noop("The grantor keeps this matter: {matter}."),
        "reserved_unnamed": gettext_noop(
            "It must be said what the money goes to, because some matters are reserved."
        ),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B5",
        "kind": "reserved",
        "matters": [{"code": "cemetery", "text": {"en": "the cemetery", "pl": "cmentarz"}}],
    }

    def __post_init__(self) -> None:
        checks.texts(self.matters, where=f"{self.id}.matters")

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.matter is None:
            if deed.amount is None:
                return self.found("met", "reserved_not_touched")
            return self.found("unknown", "reserved_unnamed")
        for code, text in self.matters:
            if code == deed.matter:
                return self.found("breached", "reserved_matter", matter=text)
        return self.found("met", "reserved_clear")

    def covers(self, narrower: Clause) -> bool:
        # The texts too: the same code with other words would be another matter to its readers.
        return isinstance(narrower, Reserved) and all(
            matter in narrower.matters for matter in self.matters
        )

    def in_words(self) -> Words:
        return words(
            gettext_noop("The grantor keeps these matters: {matters}."),
            matters=tuple(text for _, text in self.matters),
        )

    def to_json(self) -> dict[str, object]:
        return {"id": self.id, "kind": self.kind, "matters": reading.texts_json(self.matters)}

    @classmethod
    def read(cls, found: Mapping[str, Any], *, where: str) -> dict[str, Any]:
        return {"matters": reading.texts(found["matters"], where=f"{where}.matters")}
