"""The instrument: what is granted, by whom, to whom, in which form, and inside which bounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, TypeVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.clauses.envelope import Envelope
from remit.core.bounds.clauses.period import Period
from remit.core.bounds.clauses.purpose import Purpose
from remit.core.bounds.clauses.reserved import Reserved
from remit.core.bounds.instrument_problems import unsound
from remit.core.bounds.labels import APPETITES, BINDINGS, VEHICLES
from remit.core.bounds.parts import (
    Appeal,
    Authority,
    Holder,
    Part,
    Promise,
    Retention,
    Undertaking,
)
from remit.core.words import Said, Words

ClauseT = TypeVar("ClauseT", bound=Clause)

SAID = ("title", "scope", "backing_terms", "ending")
PARTS: Mapping[str, type[Part]] = {
    "authority": Authority,
    "undertaking": Undertaking,
    "holder": Holder,
    "appeal": Appeal,
    "promise": Promise,
    "retention": Retention,
}
"""By name, the fields that have fields of their own."""
VERSION_MAX = 2**31 - 1


class _Kept:
    """What is worked out once for an instrument, which never changes; no field of its own."""

    __slots__ = ("_problems",)
    _problems: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(_Kept):
    """A remit in one version. BadInstrument when a field can't be what it is.

    Whether the fields fit together is told by `problems`; `instrument_from_json` raises the first
    of them, and `ask` refuses under an instrument that has any. What each field is says PARAMS.
    """

    code: str
    version: int
    title: Said
    authority: Authority
    vehicle: str
    binding: str
    undertaking: Undertaking | None
    parent: str | None
    grantor: str
    holder: Holder
    currency: str
    scope: Said
    clauses: tuple[Clause, ...]
    backer: str
    backing_terms: Said
    backed_until: datetime
    appetite: Mapping[str, str]
    review: datetime | None
    appeal: Appeal
    promise: Promise
    ending: Said
    retention: Retention
    demonstration: bool

    PARAMS: ClassVar[Mapping[str, str]] = {
        "code": "its name, such as W-2023: up to 32 capital letters, digits and hyphens",
        "version": "1 or more; a version once used never changes",
        "title": "what it is called, by language",
        "authority": "the law it rests on",
        "vehicle": "the legal form that makes it lawful",
        "binding": "how far the holder’s decisions bind; no further than the vehicle can keep",
        "undertaking": "by when the officer adopts what is recommended; null unless it binds by an "
        "undertaking",
        "parent": "the code of the remit it is granted under; null for the agency’s own",
        "grantor": "the code of the position that grants it and still answers for it",
        "holder": "who may act under it",
        "currency": "its code of three capital letters; every amount in the clauses is in it",
        "scope": "what it is for, by language",
        "clauses": "its bounds: B1, B2 and so on, in order",
        "backer": "the code of the position that answers for what is done inside the bounds",
        "backing_terms": "the words of the backing, by language",
        "backed_until": "the first moment at which the backing no longer holds, in UTC",
        "appetite": "by the code of what may be touched, such as "
        "money, people, service, reputation or compliance, how much risk the backer accepts: "
        f"{', '.join(APPETITES)}",
        "review": "when it is reviewed, in UTC, within its period; null if no review is set",
        "appeal": "where to turn against a decision under it",
        "promise": "what the public is promised; no more than the binding and the powers can keep",
        "ending": "what becomes of what is left when it ends, by language",
        "retention": "how long its records are kept",
        "demonstration": "true when it grants nothing and only shows how it works",
    }
    """By name, what each of its fields in JSON is; for the reference."""

    def __post_init__(self) -> None:
        checks.remit_code(self.code, where="code")
        checks.whole(self.version, where="version", least=1, most=VERSION_MAX)
        for name in SAID:
            checks.said(getattr(self, name), where=name)
        checks.one_of(self.vehicle, VEHICLES, where="vehicle")
        checks.one_of(self.binding, BINDINGS, where="binding")
        if self.parent is not None:
            checks.remit_code(self.parent, where="parent")
        checks.code(self.grantor, where="grantor")
        checks.code(self.backer, where="backer")
        checks.check_currency(self.currency, where="currency")
        checks.some(self.clauses, where="clauses")
        checks.moment(self.backed_until, where="backed_until")
        checks.levels(self.appetite, APPETITES, where="appetite")
        if self.review is not None:
            checks.moment(self.review, where="review")
        checks.flag(self.demonstration, where="demonstration")

    @property
    def envelope(self) -> Envelope:
        """The clause that says how much there is. LookupError without one."""
        return self._first(Envelope)

    @property
    def period(self) -> Period:
        """The clause that says from when until when. LookupError without one."""
        return self._first(Period)

    @property
    def purposes(self) -> Mapping[str, Said]:
        """Every purpose by its code."""
        found = (clause for clause in self.clauses if isinstance(clause, Purpose))
        return {code: text for clause in found for code, text in clause.purposes}

    @property
    def reserved(self) -> Mapping[str, Said]:
        """Every reserved matter by its code."""
        found = (clause for clause in self.clauses if isinstance(clause, Reserved))
        return {code: text for clause in found for code, text in clause.matters}

    def _first(self, kind: type[ClauseT]) -> ClauseT:
        for clause in self.clauses:
            if isinstance(clause, kind):
                return clause
        raise LookupError(f"{self.code} has no clause of the kind {kind.kind}")

    def problems(self) -> tuple[Words, ...]:
        """Everything that stops it from being published; empty when it is sound."""
        try:
            return self._problems
        except AttributeError:
            object.__setattr__(self, "_problems", tuple(found.words for found in unsound(self)))
            return self._problems
