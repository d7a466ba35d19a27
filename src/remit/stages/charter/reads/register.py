"""The register of remits: what an agency publishes about every power that it lends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from remit.core.bounds import Instrument, Period, Powers
from remit.core.words import Said
from remit.people.reads import titles
from remit.record import reads


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One remit in the register, an ended one as well."""

    remit: reads.RemitView
    offices: Mapping[str, Said]
    """What the agency calls its positions."""

    @property
    def instrument(self) -> Instrument:
        return self.remit.instrument

    @property
    def powers(self) -> tuple[str, ...]:
        """The codes of the powers that it gives, each once, in their order."""
        return tuple(dict.fromkeys(powers_of(self.instrument)))

    @property
    def period(self) -> tuple[datetime, datetime] | None:
        """From when until when; None where the instrument has no such clause."""
        found = [c for c in self.instrument.clauses if isinstance(c, Period)]
        return (found[0].starts, found[0].ends) if found else None


def powers_of(instrument: Instrument) -> Iterator[str]:
    for clause in instrument.clauses:
        if isinstance(clause, Powers):
            yield from clause.powers


def register() -> list[RegisterRow]:
    """Every remit that was ever granted, the newest first."""
    offices = titles()
    return [RegisterRow(remit, offices) for remit in reads.remits()]
