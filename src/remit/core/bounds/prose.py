"""The instrument as people read it, in any language that it is said in."""

from __future__ import annotations

from remit.core.bounds.instrument import Instrument
from remit.core.bounds.labels import (
    BINDING_ABOUT,
    BINDINGS,
    POSITIONS,
    VEHICLE_ABOUT,
    VEHICLES,
    label,
)
from remit.core.words import Reader, Words, gettext_noop, words


def instrument_words(instrument: Instrument) -> tuple[tuple[str, Words, Words], ...]:
    """Each clause as its id, its heading and what it says."""
    return tuple(
        (clause.id, words(clause.HEADING), clause.in_words()) for clause in instrument.clauses
    )


def front_words(instrument: Instrument) -> tuple[Words, ...]:
    """What stands before the clauses: who grants what to whom, by which law and in which form."""
    said = [
        words(
            gettext_noop("{title}. {code}, version {version}."),
            title=instrument.title,
            code=instrument.code,
            version=instrument.version,
        ),
    ]
    if instrument.demonstration:
        said.append(words(gettext_noop("This is a demonstration. It grants nothing.")))
    if instrument.parent is not None:
        said.append(words(gettext_noop("Granted under {parent}."), parent=instrument.parent))
    said += [
        words(gettext_noop("Granted by: {grantor}."), grantor=label(instrument.grantor, POSITIONS)),
        words(gettext_noop("Granted to: {holder}."), holder=instrument.holder),
        words(gettext_noop("For: {scope}"), scope=instrument.scope),
        words(gettext_noop("Authority: {authority}"), authority=instrument.authority),
        words(
            gettext_noop("Form: {vehicle}. {about}"),
            vehicle=label(instrument.vehicle, VEHICLES),
            about=label(instrument.vehicle, VEHICLE_ABOUT),
        ),
        words(
            gettext_noop("How binding: {binding}. {about}"),
            binding=label(instrument.binding, BINDINGS),
            about=label(instrument.binding, BINDING_ABOUT),
        ),
        words(gettext_noop("The promise: {promise}"), promise=instrument.promise),
    ]
    return tuple(said)


def back_words(instrument: Instrument) -> tuple[Words, ...]:
    """What stands after the clauses: who answers for it, where to appeal, how it ends."""
    return (
        words(
            gettext_noop("Backed until {until} by: {backer}. {terms}"),
            until=instrument.backed_until,
            backer=label(instrument.backer, POSITIONS),
            terms=instrument.backing_terms,
        ),
        words(gettext_noop("Appeal: {appeal}"), appeal=instrument.appeal),
        words(gettext_noop("Ending: {ending}"), ending=instrument.ending),
    )


def text(instrument: Instrument, reader: Reader) -> str:
    """The whole instrument as plain text, a paragraph to each part, in the reader's language."""
    front = [part.render(reader) for part in front_words(instrument)]
    clauses = [
        f"{name}. {heading.render(reader)}. {rule.render(reader)}"
        for name, heading, rule in instrument_words(instrument)
    ]
    back = [part.render(reader) for part in back_words(instrument)]
    return "\n\n".join([*front, *clauses, *back]) + "\n"
