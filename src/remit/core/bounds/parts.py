"""What stands around the clauses and has fields of its own: authority, holder, promise, appeal.

Each is kept in the instrument's field of the same name. Its fields are all there in JSON; one that
may be left open is null or an empty text then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from remit.core.bounds import checks, reading
from remit.core.bounds.labels import DECISION_RULES, HOLDERS, LEVELS
from remit.core.words import Said

STATUTE_CHARACTERS_MAX = 200
QUORUM_MAX = 1000
YEARS_MAX = 200


class Part:
    """Data of an instrument. BadInstrument when built with values that make no sense."""

    __slots__ = ()
    PARAMS: ClassVar[Mapping[str, str]]
    """By name, what each of its fields in JSON is; for the reference, and the order in JSON."""

    def to_json(self) -> dict[str, object]:
        """Texts, whole numbers and objects; `from_json` reads it back."""
        return {name: reading.plain(getattr(self, name)) for name in self.PARAMS}

    @classmethod
    def from_json(cls, data: object, *, where: str) -> Self:
        """What `to_json` wrote. BadInstrument for anything else; `where` is its place."""
        found = reading.fields(data, cls.PARAMS, where=where)
        return cls(**{name: reading.said(found[name]) for name in cls.PARAMS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority(Part):
    """The law that the grant rests on, and the money's."""

    text: Said
    statute: str
    section: str
    appropriation: str

    PARAMS: ClassVar[Mapping[str, str]] = {
        "text": "the law it rests on, as the grantor recites it, by language",
        "statute": "the name of the statute, up to 200 characters",
        "section": "the section of the statute that allows the grant; may be empty",
        "appropriation": "the appropriation that the money comes from; may be empty",
    }

    def __post_init__(self) -> None:
        checks.said(self.text, where="authority.text")
        checks.text(self.statute, where="authority.statute", most=STATUTE_CHARACTERS_MAX)
        for name in ("section", "appropriation"):
            where = f"authority.{name}"
            checks.text(getattr(self, name), where=where, most=STATUTE_CHARACTERS_MAX, blank=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking(Part):
    """What the officer undertakes: to adopt what is recommended, or to publish why not."""

    days: int
    office: str
    grounds: Said

    PARAMS: ClassVar[Mapping[str, str]] = {
        "days": "how many days the office has to adopt it, 1 to 366",
        "office": "the code of the position that adopts it, or publishes a departure",
        "grounds": "the grounds on which it may depart, by language",
    }

    def __post_init__(self) -> None:
        checks.whole(self.days, where="undertaking.days", least=1, most=checks.DAYS_MAX)
        checks.code(self.office, where="undertaking.office")
        checks.said(self.grounds, where="undertaking.grounds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder(Part):
    """Who may act under the remit, and how they come to a decision."""

    kind: str
    name: Said
    quorum: int
    rule: str
    accepts: str | None

    PARAMS: ClassVar[Mapping[str, str]] = {
        "kind": f"what sort of body it is: {', '.join(HOLDERS)}",
        "name": "who it is, by language",
        "quorum": "how many must take part in a decision, 0 to 1000; 0 where that is not laid down",
        "rule": f"how they decide: {', '.join(DECISION_RULES)}",
        "accepts": "the code of the position that accepts the remit for them; null if it needs no "
        "acceptance",
    }

    def __post_init__(self) -> None:
        checks.one_of(self.kind, HOLDERS, where="holder.kind")
        checks.said(self.name, where="holder.name")
        checks.whole(self.quorum, where="holder.quorum", most=QUORUM_MAX)
        checks.one_of(self.rule, DECISION_RULES, where="holder.rule")
        if self.accepts is not None:
            checks.code(self.accepts, where="holder.accepts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal(Part):
    """Where to turn against a decision under the remit."""

    text: Said
    office: str

    PARAMS: ClassVar[Mapping[str, str]] = {
        "text": "how to turn there, by language",
        "office": "the code of the position that hears it: neither the grantor nor the backer, and "
        "without a power under the remit but to put things on file",
    }

    def __post_init__(self) -> None:
        checks.said(self.text, where="appeal.text")
        checks.code(self.office, where="appeal.office")


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Part):
    """The level of say that the public is promised, and the promise in words."""

    level: str
    text: Said

    PARAMS: ClassVar[Mapping[str, str]] = {
        "level": f"how much say, from the least to the most: {', '.join(LEVELS)}",
        "text": "what the public is promised, by language",
    }

    def __post_init__(self) -> None:
        checks.one_of(self.level, LEVELS, where="promise.level")
        checks.said(self.text, where="promise.text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention(Part):
    """How long the records are kept."""

    code: str
    years: int

    PARAMS: ClassVar[Mapping[str, str]] = {
        "code": "the code of the class in the agency’s own schedule of records",
        "years": "how many years after the remit has ended they are kept at least, 0 to 200",
    }

    def __post_init__(self) -> None:
        checks.code(self.code, where="retention.code")
        checks.whole(self.years, where="retention.years", most=YEARS_MAX)
