"""What every clause is: data, one small class, and an answer to every deed.

A new kind is one file with a class like the others, its line in `registry`, and its tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding, FindingVerdict
from remit.core.words import Words, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One condition of a remit. BadInstrument when built with values that make no sense."""

    id: str
    """Its name in the instrument and in every finding: B1, B2 and so on."""

    kind: ClassVar[str]
    HEADING: ClassVar[str]
    """What it is called in the instrument."""
    ABOUT: ClassVar[str]
    """What it is for, in a sentence."""
    PARAMS: ClassVar[Mapping[str, str]]
    """By name, what each of its fields in JSON is; for the reference."""
    CODES: ClassVar[Mapping[str, str]]
    """By code, what it may find, in words."""
    EXAMPLE: ClassVar[Mapping[str, object]]
    """One of this kind in JSON; for the reference."""

    def check(self, deed: Deed, facts: Facts) -> Finding:
        """What it says of this deed. It answers for every deed and never raises."""
        raise NotImplementedError

    def covers(self, narrower: Clause) -> bool:
        """True only if whatever the other one lets pass, this one lets pass too."""
        raise NotImplementedError

    def in_words(self) -> Words:
        """The clause as it reads in the instrument."""
        raise NotImplementedError

    def to_json(self) -> dict[str, object]:
        """Texts, whole numbers, lists and dicts; `from_json` reads it back."""
        raise NotImplementedError

    @classmethod
    def from_json(cls, data: object, *, where: str) -> Self:
        """What `to_json` wrote. BadInstrument for anything else; `where` is its place."""
        raise NotImplementedError

    def found(
        self,
        verdict: FindingVerdict,
        code: str,
        *,
        whom: str | None = None,
        by_days: int | None = None,
        **params: object,
    ) -> Finding:
        """A finding of this clause, with the words of its code."""
        return Finding(
            clause=self.id,
            kind=self.kind,
            verdict=verdict,
            code=code,
            words=words(self.CODES[code], **params),
            whom=whom,
            by_days=by_days,
        )
