"""The instrument as people read it, in any language that it is said in."""

from __future__ import annotations

from collections.abc import Iterator

from remit.core.bounds.instrument import Instrument
from remit.core.bounds.labels import (
    APPETITES,
    BINDING_ABOUT,
    BINDINGS,
    DECISION_RULES,
    HOLDERS,
    LEVELS,
    OUTCOMES,
    POSITIONS,
    VEHICLE_ABOUT,
    VEHICLES,
    label,
)
from remit.core.bounds.parts import Appeal, Authority, Holder, Promise, Retention, Undertaking
from remit.core.words import Reader, Words, gettext_noop, words


def instrument_words(instrument: Instrument) -> tuple[tuple[str, Words, Words], ...]:
    """Each clause as its id, its heading and what it says."""
    return tuple(
        (clause.id, words(clause.HEADING), clause.in_words()) for clause in instrument.clauses
    )


def front_words(instrument: Instrument) -> tuple[Words, ...]:
    """What stands before the clauses: who grants what to whom, by which law and in which form."""
    return tuple(_front(instrument))


def _front(instrument: Instrument) -> Iterator[Words]:
    yield words(
        gettext_noop("{title}. {code}, version {version}."),
        title=instrument.title,
        code=instrument.code,
        version=instrument.version,
    )
    if instrument.demonstration:
        yield words(gettext_noop("This is a demonstration. It grants nothing."))
    if instrument.parent is not None:
        yield words(gettext_noop("Granted under {parent}."), parent=instrument.parent)
    yield words(
        gettext_noop("Granted by: {grantor}."), grantor=label(instrument.grantor, POSITIONS)
    )
    yield from holder_words(instrument.holder)
    yield words(gettext_noop("For: {scope}"), scope=instrument.scope)
    yield from authority_words(instrument.authority)
    yield words(
        gettext_noop("Form: {vehicle}. {about}"),
        vehicle=label(instrument.vehicle, VEHICLES),
        about=label(instrument.vehicle, VEHICLE_ABOUT),
    )
    yield words(
        gettext_noop("How binding: {binding}. {about}"),
        binding=label(instrument.binding, BINDINGS),
        about=label(instrument.binding, BINDING_ABOUT),
    )
    if instrument.undertaking is not None:
        yield undertaking_words(instrument.undertaking)
    yield promise_words(instrument.promise)


def holder_words(holder: Holder) -> Iterator[Words]:
    """Who may act, how they decide, and who accepts the remit for them."""
    yield words(
        gettext_noop("Granted to: {holder} ({kind})."),
        holder=holder.name,
        kind=label(holder.kind, HOLDERS),
    )
    rule = label(holder.rule, DECISION_RULES)
    if holder.quorum:
        yield words(
            gettext_noop("How they decide: {rule}. At least this many take part: {quorum}."),
            rule=rule,
            quorum=holder.quorum,
        )
    else:
        yield words(gettext_noop("How they decide: {rule}."), rule=rule)
    if holder.accepts is not None:
        yield words(
            gettext_noop("This position accepts the remit for them first: {position}."),
            position=label(holder.accepts, POSITIONS),
        )


def authority_words(authority: Authority) -> Iterator[Words]:
    """The law it rests on, and the appropriation where one is named."""
    yield words(gettext_noop("Authority: {authority}"), authority=authority.text)
    if authority.section:
        yield words(
            gettext_noop("Statute: {statute}, {section}."),
            statute=authority.statute,
            section=authority.section,
        )
    else:
        yield words(gettext_noop("Statute: {statute}."), statute=authority.statute)
    if authority.appropriation:
        yield words(
            gettext_noop("The money comes from this appropriation: {appropriation}."),
            appropriation=authority.appropriation,
        )


def undertaking_words(undertaking: Undertaking) -> Words:
    """Who adopts what is recommended, by when, and when it may depart."""
    return words(
        gettext_noop(
            "This position adopts what is recommended, or publishes why not: {office}. Days for "
            "it: {days}. It may depart on these grounds: {grounds}"
        ),
        office=label(undertaking.office, POSITIONS),
        days=undertaking.days,
        grounds=undertaking.grounds,
    )


def promise_words(promise: Promise) -> Words:
    """What the public is promised."""
    return words(
        gettext_noop("The promise: {promise} The level of say: {level}."),
        promise=promise.text,
        level=label(promise.level, LEVELS),
    )


def back_words(instrument: Instrument) -> tuple[Words, ...]:
    """What stands after the clauses: who answers for it, where to appeal, how it ends."""
    return tuple(_back(instrument))


def _back(instrument: Instrument) -> Iterator[Words]:
    yield words(
        gettext_noop("Backed until {until} by: {backer}. {terms}"),
        until=instrument.backed_until,
        backer=label(instrument.backer, POSITIONS),
        terms=instrument.backing_terms,
    )
    if instrument.appetite:
        yield words(
            gettext_noop("How much risk the backer accepts: {appetite}."),
            appetite=tuple(
                words(
                    gettext_noop("{outcome}: {level}"),
                    outcome=label(outcome, OUTCOMES),
                    level=label(level, APPETITES),
                )
                for outcome, level in instrument.appetite.items()
            ),
        )
    if instrument.review is not None:
        yield words(gettext_noop("Reviewed on {review}."), review=instrument.review)
    yield appeal_words(instrument.appeal)
    yield words(gettext_noop("Ending: {ending}"), ending=instrument.ending)
    yield retention_words(instrument.retention)


def appeal_words(appeal: Appeal) -> Words:
    """Where to turn, and who hears it."""
    return words(
        gettext_noop("Appeal: {appeal} This position hears it: {office}."),
        appeal=appeal.text,
        office=label(appeal.office, POSITIONS),
    )


def retention_words(retention: Retention) -> Words:
    """How long the records are kept."""
    return words(
        gettext_noop(
            "Its records are kept for at least this many years after it has ended: {years} (class "
            "{code})."
        ),
        years=retention.years,
        code=retention.code,
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
