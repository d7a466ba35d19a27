"""Is this remit fit to be granted? Looked at before, point by point, with how to mend each.

It is asked about what makes grants of power fail in practice: no room to act on the outcome, nobody
who answers, no money, no time, no lawful form, and a promise larger than the power.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from remit.core.bounds.clauses.last_dates import LastDates
from remit.core.bounds.clauses.powers import Powers
from remit.core.bounds.cover import covers
from remit.core.bounds.instrument import Instrument
from remit.core.bounds.instrument_problems import unsound
from remit.core.bounds.labels import FILING, POSITIONS, label, named, power
from remit.core.words import Money, Words, gettext_noop, words

TOPICS: Mapping[str, str] = {
    "sound": gettext_noop("It holds together"),
    "outcome": gettext_noop("There is room to act on the outcome"),
    "backing": gettext_noop("Somebody answers for it"),
    "money": gettext_noop("The money is there"),
    "time": gettext_noop("There is time"),
    "vehicle": gettext_noop("Its legal form can carry it"),
    "promise": gettext_noop("It promises no more than it gives"),
    "parent": gettext_noop("It is no wider than the remit it stands under"),
}
"""What is looked at, in the order in which it is shown."""
OF_THE_VEHICLE = ("promise_too_large", "undertaking_missing", "undertaking_needless")
OF_THE_PROMISE = ("promise_above_power", "promise_without_power")
SPENDING = frozenset({"adopt", "decide", "commit", "pay"})
ANSWERING = frozenset({"agree", "direct"})
"""Powers to answer others: nobody can begin anything with them alone."""

MESSAGES: dict[str, tuple[str, str]] = {
    "no_power": (
        gettext_noop("It gives no power to do anything, only to put things on file."),
        gettext_noop("Give a power to decide or to act, or promise advice and nothing more."),
    ),
    "power_unheld": (
        gettext_noop("Nobody holds a position that may {power}. It needs one of: {positions}."),
        gettext_noop("Appoint somebody first, or give the power to a position that is held."),
    ),
    "no_money": (
        gettext_noop("It gives the power to spend, and its envelope is empty."),
        gettext_noop("Put money into the envelope, or leave these powers out."),
    ),
    "backer_is_grantor": (
        gettext_noop("The position that grants it would also back it: {position}."),
        gettext_noop("Name somebody above the grantor as its backer."),
    ),
    "backer_unheld": (
        gettext_noop("Nobody holds the position of its backer: {position}."),
        gettext_noop("Appoint somebody first, or name a position that is held."),
    ),
    "backing_over": (
        gettext_noop("The backing would be over already on {until}."),
        gettext_noop("Agree a later day with the backer."),
    ),
    "money_short": (
        gettext_noop("It takes {amount}, and only {free} is free where it comes from."),
        gettext_noop("Make the envelope smaller, or have money released first."),
    ),
    "no_appropriation": (
        gettext_noop("It does not say which appropriation its money comes from."),
        gettext_noop("Name the appropriation in the authority."),
    ),
    "time_over": (
        gettext_noop("Its period was over on {ends}."),
        gettext_noop("Set an end that is still to come."),
    ),
    "last_date_outside": (
        gettext_noop(
            "Clause {clause} lets the power to {power} be used until {day}, and the "
            "period is over on {ends}."
        ),
        gettext_noop("Set a last day inside the period."),
    ),
    "parent_closed": (
        gettext_noop("The remit it stands under is not in force."),
        gettext_noop("Bring that one into force first."),
    ),
    "parent_unbacked": (
        gettext_noop("Nobody answers for the remit it stands under."),
        gettext_noop("Have that one backed first."),
    ),
}
"""By code, what is wrong, and how to mend it."""
MEND_PARENT = gettext_noop("Make it narrower, or ask for a wider remit above.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What stands around a grant on the day it is looked at."""

    at: datetime
    parent: Instrument | None
    """None for an agency's own instrument."""
    parent_state: str | None
    parent_backed_until: datetime | None
    free: int | None
    """Minor units that are free where the envelope would come from; None if that is not known."""
    held: frozenset[str] | None
    """Positions that somebody holds; None if that is not known."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that was looked at."""

    topic: str
    """A key of TOPICS."""
    passed: bool
    words: Words
    mend: Words | None = None


def preflight(instrument: Instrument, ground: Ground) -> tuple[Point, ...]:
    """Every topic in its order: what fails, each with its mend, or that it passed."""
    failing: dict[str, list[Point]] = {topic: [] for topic in TOPICS}
    for point in _failing(instrument, ground):
        failing[point.topic].append(point)
    return tuple(
        point
        for topic, heading in TOPICS.items()
        for point in failing[topic] or [Point(topic, True, words(heading))]
    )


def fails(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Those that stand in the way."""
    return tuple(point for point in points if not point.passed)


def _failing(instrument: Instrument, ground: Ground) -> Iterator[Point]:
    for problem in unsound(instrument):
        topic = "sound"
        if problem.code in OF_THE_VEHICLE:
            topic = "vehicle"
        if problem.code in OF_THE_PROMISE:
            topic = "promise"
        yield Point(topic, False, problem.words)  # which say how to mend it, too
    if {clause.kind for clause in instrument.clauses} >= {"period", "envelope", "powers"}:
        yield from _outcome(instrument, ground)
        yield from _money(instrument, ground)
        yield from _time(instrument, ground)
    yield from _backing(instrument, ground)
    yield from _parent(instrument, ground)


def _outcome(instrument: Instrument, ground: Ground) -> Iterator[Point]:
    given = {
        code: positions
        for clause in instrument.clauses
        if isinstance(clause, Powers)
        for code, positions in clause.powers.items()
    }
    if given.keys() <= FILING | ANSWERING and instrument.binding != "advice":
        yield _point("outcome", "no_power")
    for code, positions in given.items():
        if ground.held is not None and ground.held.isdisjoint(positions):
            yield _point(
                "outcome",
                "power_unheld",
                power=power(code),
                positions=named(positions, POSITIONS),
            )
    if given.keys() & SPENDING and not instrument.envelope.amount:
        yield _point("outcome", "no_money")


def _backing(instrument: Instrument, ground: Ground) -> Iterator[Point]:
    position = label(instrument.backer, POSITIONS)
    if instrument.backer == instrument.grantor:
        yield _point("backing", "backer_is_grantor", position=position)
    if ground.held is not None and instrument.backer not in ground.held:
        yield _point("backing", "backer_unheld", position=position)
    if instrument.backed_until <= ground.at:
        yield _point("backing", "backing_over", until=instrument.backed_until)


def _money(instrument: Instrument, ground: Ground) -> Iterator[Point]:
    amount = instrument.envelope.amount
    if ground.free is not None and amount > ground.free:
        free = Money(ground.free, instrument.currency)
        yield _point("money", "money_short", amount=Money(amount, instrument.currency), free=free)
    if amount and not instrument.authority.appropriation.strip():
        yield _point("money", "no_appropriation")


def _time(instrument: Instrument, ground: Ground) -> Iterator[Point]:
    ends = instrument.period.ends
    if ends <= ground.at:
        yield _point("time", "time_over", ends=ends)
    for clause in instrument.clauses:
        if isinstance(clause, LastDates):
            for code, day in clause.dates.items():
                if day > ends:
                    yield _point(
                        "time",
                        "last_date_outside",
                        clause=clause.id,
                        power=power(code),
                        day=day,
                        ends=ends,
                    )


def _parent(instrument: Instrument, ground: Ground) -> Iterator[Point]:
    if ground.parent is None:
        return
    for problem in covers(ground.parent, instrument):
        yield Point("parent", False, problem.words, words(MEND_PARENT))
    if ground.parent_state != "in_force":
        yield _point("parent", "parent_closed")
    until = ground.parent_backed_until
    if until is None or until <= ground.at:
        yield _point("parent", "parent_unbacked")


def _point(topic: str, code: str, **params: object) -> Point:
    wrong, mend = MESSAGES[code]
    return Point(topic, False, words(wrong, **params), words(mend))
