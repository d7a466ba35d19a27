"""What every clause is: data, one small class, and an answer to every deed.

A new kind is one file in `clauses` with a class like the others, its line in `registry`, and its
tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, ClassVar, Self

from remit.core.bounds import reading
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding, FindingVerdict, Silence
from remit.core.bounds.labels import POSITIONS, label
from remit.core.bounds.question import Question
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
    """By name, what each of its fields in JSON is; for the reference, and the order in JSON."""
    CODES: ClassVar[Mapping[str, str]]
    """By code, what it may find, in words."""
    EXAMPLE: ClassVar[Mapping[str, object]]
    """One of this kind in JSON; for the reference."""
    REACHES: ClassVar[bool] = False
    """Whether it also judges what is done under remits below: it counts over all of them, or
    stands on the file of the whole."""

    def questions(self, deed: Deed, *, at: datetime, person: str) -> tuple[Question, ...]:
        """What it must know of earlier acts and of the file to answer for this deed."""
        return ()

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
        return {
            "id": self.id,
            "kind": self.kind,
            **{name: reading.plain(getattr(self, name)) for name in self.PARAMS},
        }

    @classmethod
    def from_json(cls, data: object, *, where: str) -> Self:
        """What `to_json` wrote. BadInstrument for anything else; `where` is its place."""
        found = reading.clause(data, cls.kind, cls.PARAMS, where=where)
        return cls(id=found["id"], **cls.read(found, where=where))

    @classmethod
    def read(cls, found: Mapping[str, Any], *, where: str) -> dict[str, Any]:
        """The fields as the class takes them. A kind with lists or moments says how they are read;
        texts and numbers are taken as they are, and held against `checks` when it is built."""
        return {name: found[name] for name in cls.PARAMS}

    def found(self, verdict: FindingVerdict, code: str, **params: object) -> Finding:
        """A finding of this clause, with the words of its code."""
        if not params:
            return _plain(self.id, self.kind, verdict, code, self.CODES[code])
        return Finding(self.id, self.kind, verdict, code, words(self.CODES[code], **params))

    def other_currency(self, deed: Deed, currency: str, *, code: str) -> Finding | None:
        """Why the deed's amount can't be held against one in this currency; None if it can.

        `code` is that of another currency; with "_unnamed" behind it, that of none.
        """
        if deed.currency is None:
            return self.found("unknown", f"{code}_unnamed")
        if deed.currency != currency:
            return self.found("breached", code, found=deed.currency, currency=currency)
        return None

    def asks(
        self,
        facts: Facts,
        *,
        whom: str,
        days: int,
        silence: Silence = "no",
        codes: tuple[str, str, str],
        **params: object,
    ) -> Finding:
        """This position must agree: the codes of agreed, needed, and not known who agreed."""
        agreed, needed, unknown = codes
        position = label(whom, POSITIONS)
        if facts.agreed is None:
            return self.found("unknown", unknown)
        if whom in facts.agreed:
            return self.found("met", agreed, position=position)
        return Finding(
            self.id,
            self.kind,
            "needs",
            needed,
            words(self.CODES[needed], position=position, days=days, **params),
            whom=whom,
            by_days=days,
            silence=silence,
        )


@lru_cache(maxsize=4096)
def _plain(clause: str, kind: str, verdict: FindingVerdict, code: str, message: str) -> Finding:
    """A finding whose words have no parameters: most clauses are not about the deed in hand, and
    say so in the same words each time."""
    return Finding(clause, kind, verdict, code, words(message))
