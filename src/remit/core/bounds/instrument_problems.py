"""What does not fit together in an instrument whose fields are right one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from remit.core.bounds.clause import Clause
from remit.core.bounds.clauses.opinion import Opinion
from remit.core.bounds.clauses.period import Period
from remit.core.bounds.clauses.powers import Powers
from remit.core.bounds.clauses.stop import Stop
from remit.core.bounds.errors import BadInstrument
from remit.core.bounds.labels import (
    BINDING_LEVEL,
    BINDINGS,
    FILING,
    LEVELS,
    POSITIONS,
    PROMISES,
    VEHICLES,
    label,
    named,
    power,
)

if TYPE_CHECKING:
    from remit.core.bounds.instrument import Instrument

REQUIRED = ("period", "purpose", "envelope", "powers")
"""Kinds of clause that every instrument has; without one, nobody knows how far it goes."""
ONCE = ("period", "envelope", "powers")
"""Kinds that would contradict themselves if an instrument had two."""


def unsound(instrument: Instrument) -> Iterator[BadInstrument]:
    """What does not fit together, each as an error that is not raised."""
    yield from _numbered(instrument)
    yield from _counted(instrument)
    yield from _in_other_currencies(instrument)
    yield from _binding(instrument)
    yield from _times(instrument)
    yield from _in_line(instrument)
    yield from _promised(instrument)
    yield from _asked(instrument)


def _numbered(instrument: Instrument) -> Iterator[BadInstrument]:
    for place, clause in enumerate(instrument.clauses, start=1):
        expected = f"B{place}"
        if clause.id != expected:
            yield BadInstrument("ids_order", where=str(clause.id), expected=expected)


def _counted(instrument: Instrument) -> Iterator[BadInstrument]:
    count = Counter(clause.kind for clause in instrument.clauses)
    for kind in REQUIRED:
        if not count[kind]:
            yield BadInstrument("clause_required", where="clauses", kind=kind)
    for kind in ONCE:
        if count[kind] > 1:
            yield BadInstrument("clause_repeated", where="clauses", kind=kind, count=count[kind])


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


def _binding(instrument: Instrument) -> Iterator[BadInstrument]:
    """The legal form can keep it, and an undertaking is there exactly where it binds by one."""
    binding = label(instrument.binding, BINDINGS)
    if instrument.binding not in PROMISES[instrument.vehicle]:
        yield BadInstrument(
            "promise_too_large",
            where="binding",
            binding=binding,
            vehicle=label(instrument.vehicle, VEHICLES),
            allowed=named(PROMISES[instrument.vehicle], BINDINGS),
        )
    if instrument.binding == "undertaking" and instrument.undertaking is None:
        yield BadInstrument("undertaking_missing", where="undertaking")
    if instrument.binding != "undertaking" and instrument.undertaking is not None:
        yield BadInstrument("undertaking_needless", where="undertaking", binding=binding)


def _times(instrument: Instrument) -> Iterator[BadInstrument]:
    review = instrument.review
    for clause in instrument.clauses:
        if not isinstance(clause, Period):
            continue
        if instrument.backed_until <= clause.starts:
            yield BadInstrument("backing_too_short", where="backed_until")
        if review is not None and not clause.starts <= review < clause.ends:
            yield BadInstrument("review_outside", where="review")


def _in_line(instrument: Instrument) -> Iterator[BadInstrument]:
    """Nobody judges their own decision: whoever hears appeals stands outside."""
    office = instrument.appeal.office
    acts = any(office in may for given, may in _given(instrument) if given not in FILING)
    if acts or office in (instrument.grantor, instrument.backer):
        yield BadInstrument(
            "appeal_in_line", where="appeal.office", office=label(office, POSITIONS)
        )


def _promised(instrument: Instrument) -> Iterator[BadInstrument]:
    """The public is promised no more say than the remit gives."""
    levels = list(LEVELS)
    promised = levels.index(instrument.promise.level)
    highest = levels.index(BINDING_LEVEL[instrument.binding])
    if promised > highest:
        yield BadInstrument(
            "promise_above_power",
            where="promise.level",
            level=label(instrument.promise.level, LEVELS),
            binding=label(instrument.binding, BINDINGS),
            allowed=tuple(levels[: highest + 1]),
        )
    powers = {given for given, _ in _given(instrument)}
    if promised >= levels.index("shared") and powers and powers <= FILING:
        yield BadInstrument(
            "promise_without_power",
            where="promise.level",
            level=label(instrument.promise.level, LEVELS),
        )


def _asked(instrument: Instrument) -> Iterator[BadInstrument]:
    """Whom a clause depends on can act; else every ask would be a no, and every stop for good."""
    given = {code: set(held) for code, held in _given(instrument)}
    if not given:
        return
    for clause in instrument.clauses:
        for field, position, needed in _depends(clause):
            if position and position not in given.get(needed, ()):
                yield BadInstrument(
                    "asked_without_power",
                    where=f"{clause.id}.{field}",
                    clause=clause.id,
                    position=label(position, POSITIONS),
                    power=power(needed),
                    needed=needed,
                )


def _depends(clause: Clause) -> Iterator[tuple[str, str, str]]:
    """The field with the position that the clause depends on, that position, and its power."""
    yield "position", asked_by(clause), "agree"
    if isinstance(clause, Opinion):
        yield "position", clause.position, "advise"
    if isinstance(clause, Stop):
        yield "lifted_by", clause.lifted_by, "lift"


def asked_by(clause: Clause) -> str:
    """Code of the position that the clause may ask; empty if it asks nobody.

    One that asks says how many days there are to answer: an opinion, say, is never asked for.
    """
    asks = hasattr(clause, "days") or hasattr(clause, "answer_days")
    return getattr(clause, "position", "") if asks else ""


def _given(instrument: Instrument) -> Iterator[tuple[str, Collection[str]]]:
    """Each power that is given, with the positions that have it."""
    for clause in instrument.clauses:
        if isinstance(clause, Powers):
            yield from clause.powers.items()
