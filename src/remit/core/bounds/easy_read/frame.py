"""Easy sentences for what stands around the clauses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from remit.core.bounds.easy_read.plain import RISKS
from remit.core.bounds.instrument import Instrument
from remit.core.bounds.labels import APPETITES, OUTCOMES, POSITIONS, label
from remit.core.bounds.parts import Holder, Undertaking
from remit.core.words import Words, gettext_noop, words

STATES: Mapping[str, tuple[str, ...]] = {
    "granted": (
        gettext_noop("Nobody may use it yet."),
        gettext_noop("Somebody must say yes to it first."),
    ),
    "in_force": (gettext_noop("It counts now."),),
    "suspended": (gettext_noop("Nobody may use it for now."),),
    "ended": (gettext_noop("It is over."),),
}
"""By state, where the remit stands."""

BINDINGS: Mapping[str, tuple[str, ...]] = {
    "delegation": (gettext_noop("What they decide counts."),),
    "committee": (gettext_noop("They decide together."), gettext_noop("What they decide counts.")),
    "statutory_ballot": (gettext_noop("People vote."), gettext_noop("The vote decides.")),
    "undertaking": (
        gettext_noop("They say what the agency should do."),
        gettext_noop("The agency does it, or tells everybody why not."),
    ),
    "advice": (
        gettext_noop("They say what they think."),
        gettext_noop("The agency decides."),
        gettext_noop("The agency must answer them."),
    ),
}
"""By binding, how much it counts what they decide."""

RULES: Mapping[str, str] = {
    "one_acts": gettext_noop("One of them may act for all."),
    "majority": gettext_noop("More than half of them must say yes."),
    "two_thirds": gettext_noop("Two out of three must say yes."),
    "consensus": gettext_noop("Nobody may be against it."),
    "vote": gettext_noop("They decide by a vote."),
}
"""By rule, how the holder comes to a decision."""

LEVELS: Mapping[str, tuple[str, ...]] = {
    "informed": (
        gettext_noop("They tell you what they decide."),
        gettext_noop("They tell you why."),
    ),
    "consulted": (gettext_noop("They listen to you before they decide."),),
    "involved": (
        gettext_noop("You work on it with them."),
        gettext_noop("Somebody else decides in the end."),
    ),
    "shared": (gettext_noop("You and the agency decide together."),),
    "decides": (gettext_noop("The people with the remit decide."),),
}
"""By level, how much say is promised."""


def what_it_is(instrument: Instrument, state: str | None) -> Iterator[Words]:
    """Its name, what it is for, and whether it counts."""
    yield words(gettext_noop("This is a remit."))
    yield words(gettext_noop("Its name is: {title}."), title=instrument.title)
    if instrument.demonstration:
        yield words(gettext_noop("It only shows how a remit works."))
        yield words(gettext_noop("It gives nobody any power."))
    yield words(gettext_noop("It is for this: {scope}"), scope=instrument.scope)
    yield words(gettext_noop("It stands on this law: {law}."), law=instrument.authority.statute)
    yield from _all(STATES.get(state or "", ()))


def who_decides(instrument: Instrument) -> Iterator[Words]:
    """Who lends the power to whom, and how they decide."""
    yield words(
        gettext_noop("These people have the remit: {holder}."), holder=instrument.holder.name
    )
    yield words(gettext_noop("On this page, “they” are these people."))
    yield words(
        gettext_noop("This person or group lends them the power: {grantor}."),
        grantor=label(instrument.grantor, POSITIONS),
    )
    if instrument.parent is not None:
        yield words(
            gettext_noop("It is part of a bigger remit: {parent}."), parent=instrument.parent
        )
    yield from _all(BINDINGS[instrument.binding])
    if instrument.undertaking is not None:
        yield from _undertaking(instrument.undertaking)
    yield from _holder(instrument.holder, votes=instrument.binding == "statutory_ballot")


def _undertaking(undertaking: Undertaking) -> Iterator[Words]:
    yield words(
        gettext_noop("This person or group has to do it: {office}."),
        office=label(undertaking.office, POSITIONS),
    )
    yield words(
        gettext_noop("It must happen within this many days: {days}."), days=undertaking.days
    )
    yield words(gettext_noop("It may say no for this: {grounds}"), grounds=undertaking.grounds)


def _holder(holder: Holder, *, votes: bool) -> Iterator[Words]:
    if holder.rule != "vote" or not votes:  # else it was said before
        yield words(RULES[holder.rule])
    if holder.quorum:
        yield words(
            gettext_noop("At least this many must take part: {quorum}."), quorum=holder.quorum
        )
    if holder.accepts is not None:
        yield words(
            gettext_noop("This person or group says yes for them: {position}."),
            position=label(holder.accepts, POSITIONS),
        )


def afterwards(instrument: Instrument) -> Iterator[Words]:
    """When it is looked at again, what becomes of the rest, how long papers are kept."""
    if instrument.review is not None:
        yield words(
            gettext_noop("On {review} somebody checks how it goes."), review=instrument.review
        )
    yield words(gettext_noop("This happens afterwards: {ending}"), ending=instrument.ending)
    yield words(
        gettext_noop("The agency keeps the papers for this many years: {years}."),
        years=instrument.retention.years,
    )


def promised(instrument: Instrument) -> Iterator[Words]:
    """How much say there is, and the promise in their own words."""
    yield from _all(LEVELS[instrument.promise.level])
    yield words(gettext_noop("Their own words are: {promise}"), promise=instrument.promise.text)


def who_answers(instrument: Instrument) -> Iterator[Words]:
    """Who stands behind it."""
    yield words(gettext_noop("The backer answers for it."))
    yield words(
        gettext_noop("The backer is this person or group: {backer}."),
        backer=label(instrument.backer, POSITIONS),
    )
    yield words(gettext_noop("The backer says: {terms}"), terms=instrument.backing_terms)
    yield words(gettext_noop("This counts until {until}."), until=instrument.backed_until)
    for outcome, level in instrument.appetite.items():
        risk = words(RISKS[level]) if level in RISKS else label(level, APPETITES)
        yield words(
            gettext_noop("The backer accepts {risk} with this: {outcome}."),
            risk=risk,
            outcome=label(outcome, OUTCOMES),
        )
    yield words(
        gettext_noop("Who lends the power answers too: {grantor}."),
        grantor=label(instrument.grantor, POSITIONS),
    )


def if_you_disagree(instrument: Instrument) -> Iterator[Words]:
    """Where to turn."""
    yield words(gettext_noop("You can say that a decision is wrong."))
    yield words(
        gettext_noop("This person or group looks at it again: {office}."),
        office=label(instrument.appeal.office, POSITIONS),
    )
    yield words(gettext_noop("This is how you do it: {appeal}"), appeal=instrument.appeal.text)


def _all(messages: tuple[str, ...]) -> Iterator[Words]:
    return (words(message) for message in messages)
