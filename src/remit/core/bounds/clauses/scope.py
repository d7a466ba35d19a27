"""In which categories or areas the remit may be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from remit.core.bounds import checks, reading
from remit.core.bounds.clause import Clause
from remit.core.bounds.counting import OF
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.words import Said, Words, gettext_noop, words

_RULES: Mapping[str, str] = {
    "category": gettext_noop("This remit may be used in these categories and no other: {names}."),
    "area": gettext_noop("This remit may be used in these areas and no other: {names}."),
}
"""By what is named, the rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope(Clause):
    """Every category or area that money may go to, as its code and what it means."""

    of: Literal["category", "area"]
    codes: tuple[tuple[str, Said], ...]

    kind: ClassVar[str] = "scope"
    HEADING: ClassVar[str] = gettext_noop("Scope")
    ABOUT: ClassVar[str] = gettext_noop("In which categories or areas the remit may be used.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "of": "category or area: which of the two it lists",
        "codes": "a list of all that are allowed, each with its code and its text by language",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "scope_not_touched": gettext_noop("It moves no money, so this need not be named: {of}."),
        "scope_listed": gettext_noop("It is inside what the remit names ({of}): {name}."),
        "scope_not_listed": gettext_noop(
            "The remit does not reach to “{found}” ({of}). It reaches to: {names}."
        ),
        "scope_unnamed": gettext_noop("It must be said what the money goes to: {of}."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B14",
        "kind": "scope",
        "of": "area",
        "codes": [
            {"code": "north", "text": {"en": "the north of the town", "pl": "północ miasta"}},
            {"code": "harbour", "text": {"en": "the harbour", "pl": "port"}},
        ],
    }

    def __post_init__(self) -> None:
        checks.one_of(self.of, _RULES, where=f"{self.id}.of")
        checks.texts(self.codes, where=f"{self.id}.codes")

    def check(self, deed: Deed, facts: Facts) -> Finding:
        of = words(OF[self.of])
        named = deed.category if self.of == "category" else deed.area
        if named is None:
            if deed.amount is None:
                return self.found("met", "scope_not_touched", of=of)
            return self.found("unknown", "scope_unnamed", of=of)
        for code, text in self.codes:
            if code == named:
                return self.found("met", "scope_listed", of=of, name=text)
        listed = tuple(text for _, text in self.codes)
        return self.found("breached", "scope_not_listed", of=of, found=named, names=listed)

    def covers(self, narrower: Clause) -> bool:
        # The texts too: the same code with other words would be another place to its readers.
        return (
            isinstance(narrower, Scope)
            and narrower.of == self.of
            and all(code in self.codes for code in narrower.codes)
        )

    def in_words(self) -> Words:
        return words(_RULES[self.of], names=tuple(text for _, text in self.codes))

    def to_json(self) -> dict[str, object]:
        codes = reading.texts_json(self.codes)
        return {"id": self.id, "kind": self.kind, "of": self.of, "codes": codes}

    @classmethod
    def read(cls, found: Mapping[str, Any], *, where: str) -> dict[str, Any]:
        codes = reading.texts(found["codes"], where=f"{where}.codes")
        return {"of": found["of"], "codes": codes}
