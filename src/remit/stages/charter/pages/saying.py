"""What an instrument says, in facts and clauses: the same on the page of each version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from remit.core.bounds import (
    APPETITES,
    BINDING_ABOUT,
    BINDINGS,
    DECISION_RULES,
    HOLDERS,
    LEVELS,
    OUTCOMES,
    VEHICLE_ABOUT,
    VEHICLES,
    Instrument,
    instrument_words,
)
from remit.core.bounds.labels import label
from remit.core.words import Said, gettext_noop, words
from remit.stages.charter.pages.showing import office
from remit.web.parts import ClauseRow, Fact, Lines, Link, Value

Titles = Mapping[str, Said]


def clauses(instrument: Instrument) -> list[ClauseRow]:
    """The bounds, clause by clause."""
    return [
        ClauseRow(clause, text, topic=heading)
        for clause, heading, text in instrument_words(instrument)
    ]


def frame(instrument: Instrument, titles: Titles) -> list[Fact]:
    """What stands around the clauses: who, by which law, what is promised, and how it ends."""
    return [*who(instrument, titles), *law(instrument, titles), *public(instrument, titles)]


def who(instrument: Instrument, titles: Titles) -> Iterator[Fact]:
    """Who lends the power, to whom, and how they come to a decision."""
    holder = instrument.holder
    yield Fact(_("Granted by"), office(instrument.grantor, titles))
    if instrument.parent:
        above = reverse("charter:remit", args=[instrument.parent])
        yield Fact(_("Granted under"), Link(instrument.parent, above))
    yield Fact(_("Granted to"), holder.name, label(holder.kind, HOLDERS))
    quorum = words(gettext_noop("At least this many take part: {quorum}."), quorum=holder.quorum)
    rule = label(holder.rule, DECISION_RULES)
    yield Fact(_("How they decide"), rule, quorum if holder.quorum else "")
    if holder.accepts:
        yield Fact(_("Accepts it for them"), office(holder.accepts, titles))


def law(instrument: Instrument, titles: Titles) -> Iterator[Fact]:
    """What makes it lawful, and how far it binds."""
    authority, undertaking = instrument.authority, instrument.undertaking
    statute = ", ".join(filter(None, (authority.statute, authority.section)))
    yield Fact(_("By authority of"), authority.text, statute)
    if authority.appropriation:
        yield Fact(_("The money comes from"), authority.appropriation)
    vehicle = instrument.vehicle
    yield Fact(_("Legal form"), words(VEHICLES[vehicle]), words(VEHICLE_ABOUT[vehicle]))
    binding = instrument.binding
    yield Fact(_("How binding"), words(BINDINGS[binding]), words(BINDING_ABOUT[binding]))
    if undertaking:
        days = words(gettext_noop("Days to adopt it: {days}"), days=undertaking.days)
        departs = words(
            gettext_noop("It may depart on these grounds: {grounds}"), grounds=undertaking.grounds
        )
        value = Lines((office(undertaking.office, titles), days, departs))
        yield Fact(_("Adopts, or publishes why not"), value)


def public(instrument: Instrument, titles: Titles) -> Iterator[Fact]:
    """What people are promised, where they turn, when it is looked at again, and how it ends."""
    promise, appeal, kept = instrument.promise, instrument.appeal, instrument.retention
    level = words(gettext_noop("Level of say: {level}"), level=label(promise.level, LEVELS))
    yield Fact(_("What the public is promised"), promise.text, level)
    hears = words(
        gettext_noop("This position hears it: {office}"), office=office(appeal.office, titles)
    )
    yield Fact(_("If you disagree"), appeal.text, hears)
    if instrument.appetite:
        yield Fact(_("How much risk the backer accepts"), appetite(instrument))
    if instrument.review:
        yield Fact(_("Looked at again on"), localtime(instrument.review).date())
    yield Fact(_("How it ends"), instrument.ending)
    years = words(
        gettext_noop("At least this many years after it has ended: {years} (class {code})"),
        years=kept.years,
        code=kept.code,
    )
    yield Fact(_("How long its records are kept"), years)


def appetite(instrument: Instrument) -> Value:
    """For each kind of outcome, how much may be risked."""
    return Lines(
        tuple(
            words(
                gettext_noop("{outcome}: {level}"),
                outcome=label(outcome, OUTCOMES),
                level=label(level, APPETITES),
            )
            for outcome, level in instrument.appetite.items()
        )
    )
