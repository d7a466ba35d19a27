"""The instrument: what is granted, by whom, to whom, in which form, and inside which bounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.clauses.envelope import Envelope
from remit.core.bounds.clauses.period import Period
from remit.core.bounds.clauses.purpose import Purpose
from remit.core.bounds.clauses.reserved import Reserved
from remit.core.bounds.errors import BadInstrument
from remit.core.bounds.labels import BINDINGS, PROMISES, VEHICLES, label, named
from remit.core.words import Said, Words

ClauseT = TypeVar("ClauseT", bound=Clause)

REQUIRED = ("period", "purpose", "envelope", "powers")
"""Kinds of clause that every instrument has; without one, nobody knows how far it goes."""
ONCE = ("period", "envelope", "powers")
"""Kinds that would contradict themselves if an instrument had two."""
SAID = ("title", "authority", "holder", "scope", "backing_terms", "appeal", "promise", "ending")
VERSION_MAX = 2**31 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A remit in one version. BadInstrument when a field can't be what it is.

    Whether the fields fit together is told by `problems`; `instrument_from_json` raises the first
    of them, and `ask` refuses under an instrument that has any.
    """

    code: str
    """Its name, such as "W-2023": up to 32 capital letters, digits and hyphens."""
    version: int
    """1 or more; a version once used never changes."""
    title: Said
    authority: Said
    """The law it rests on, as the grantor recites it."""
    vehicle: str
    """A key of VEHICLES: the legal form that makes it lawful."""
    binding: str
    """A key of BINDINGS: how far the holder's decisions bind."""
    parent: str | None
    """Code of the remit it is granted under; None for the agency's own."""
    grantor: str
    """Code of the position that grants it and still answers for it."""
    holder: Said
    """Who may act under it."""
    currency: str
    """ISO 4217 code; every amount in its clauses is in this currency's smallest unit."""
    scope: Said
    """What it is for."""
    clauses: tuple[Clause, ...]
    """B1, B2 and so on, in order."""
    backer: str
    """Code of the position that answers for what is done inside the bounds."""
    backing_terms: Said
    backed_until: datetime
    """The first moment at which the backing no longer holds; aware."""
    appeal: Said
    """Where to turn against a decision under it."""
    promise: Said
    """What the public is promised."""
    ending: Said
    """What becomes of what is left when it ends."""
    demonstration: bool
    """True when it grants nothing and only shows how it works."""

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
        return tuple(problem.words for problem in unsound(self))


def unsound(instrument: Instrument) -> Iterator[BadInstrument]:
    """What does not fit together in the instrument, each as an error that is not raised."""
    for place, clause in enumerate(instrument.clauses, start=1):
        expected = f"B{place}"
        if clause.id != expected:
            yield BadInstrument("ids_order", where=str(clause.id), expected=expected)
    count = Counter(clause.kind for clause in instrument.clauses)
    for kind in REQUIRED:
        if not count[kind]:
            yield BadInstrument("clause_required", where="clauses", kind=kind)
    for kind in ONCE:
        if count[kind] > 1:
            yield BadInstrument("clause_repeated", where="clauses", kind=kind, count=count[kind])
    yield from _in_other_currencies(instrument)
    if instrument.binding not in PROMISES[instrument.vehicle]:
        yield BadInstrument(
            "promise_too_large",
            where="binding",
            binding=label(instrument.binding, BINDINGS),
            vehicle=label(instrument.vehicle, VEHICLES),
            allowed=named(PROMISES[instrument.vehicle], BINDINGS),
        )
    for clause in instrument.clauses:
        if isinstance(clause, Period) and instrument.backed_until <= clause.starts:
            yield BadInstrument("backing_too_short", where="backed_until")


def _in_other_currencies(instrument: Instrument) -> Iterator[BadInstrument]:
    for clause in instrument.clauses:
        currency = getattr(clause, "currency", instrument.currency)
        if currency != instrument.currency:
            yield BadInstrument(
                "clause_currency",
                where=f"{clause.id}.currency",
                clause=clause.id,
                found=currency,
                currency=instrument.currency,
            )
