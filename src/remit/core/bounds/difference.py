"""What is different between two versions of an instrument, and whether it lets more or less pass.

Whoever signs a new version reads what changes and not the whole again. Clauses are held against
each other by `covers`: what it can't show to be narrower or wider is something else, and is for
people to weigh.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal

from remit.core.bounds.clause import Clause
from remit.core.bounds.cover import BINDS
from remit.core.bounds.field_words import heading, leaves, said
from remit.core.bounds.instrument import Instrument
from remit.core.words import Words, gettext_noop, words

What = Literal["added", "removed", "changed", "renumbered"]
Effect = Literal["wider", "narrower", "other", "same"]
"""Whether it now lets more pass, or less; what can't be shown is `other`. `same`: neither."""

WHATS: Mapping[What, str] = {
    "added": gettext_noop("added"),
    "removed": gettext_noop("removed"),
    "changed": gettext_noop("changed"),
    "renumbered": gettext_noop("renumbered"),
}
"""What was done to a field or clause."""
EFFECTS: Mapping[Effect, str] = {
    "wider": gettext_noop("more is allowed"),
    "narrower": gettext_noop("less is allowed"),
    "other": gettext_noop("different: people must weigh it"),
    "same": gettext_noop("as much is allowed"),
}
"""What each effect is called."""

NAMING = ("code", "version", "title")
"""Fields that only say what the instrument is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is different.

    Both texts may read the same in one language where only that of another was changed.
    """

    where: str
    """The field, such as "holder.quorum", or the clause's id: in the new version, unless it was
    removed."""
    what: What
    heading: Words
    before: Words | None
    """None when it was added."""
    after: Words | None
    """None when it was removed."""
    effect: Effect


def differences(before: Instrument, after: Instrument) -> tuple[Change, ...]:
    """Everything that is different, in the order of the instrument.

    A clause that is only called by another number is no change; that numbers moved is said once.
    """
    old, new = leaves(before), leaves(after)
    found: list[Change] = []
    for name in [field.name for field in fields(Instrument)]:
        if name == "clauses":
            found += _clauses(before.clauses, after.clauses)
            continue
        inside = (place for place in [*new, *old] if place.partition(".")[0] == name)
        for place in dict.fromkeys(inside):
            if old.get(place) != new.get(place):
                found.append(_field(place, old.get(place), new.get(place)))
    return tuple(found)


def clause_effect(before: Clause, after: Clause) -> Effect:
    """What it does that the one stands where the other stood."""
    narrower, wider = before.covers(after), after.covers(before)
    if narrower and wider:
        return "same"
    if narrower:
        return "narrower"
    return "wider" if wider else "other"


def _field(place: str, before: object, after: object) -> Change:
    return Change(
        where=place,
        what="added" if before is None else "removed" if after is None else "changed",
        heading=heading(place),
        before=None if before is None else said(place, before),
        after=None if after is None else said(place, after),
        effect=_field_effect(place, before, after),
    )


RANKS: Mapping[str, Callable[[Any], Any]] = {
    "binding": BINDS.__getitem__,
    "backed_until": lambda until: until,
    "demonstration": lambda demonstration: not demonstration,
}
"""Fields of which it can be told which of two lets more pass: the one that ranks higher."""


def _field_effect(place: str, before: object, after: object) -> Effect:
    if place in NAMING:
        return "same"
    if place not in RANKS:
        return "other"
    old, new = RANKS[place](before), RANKS[place](after)
    if old == new:
        return "other"
    return "wider" if old < new else "narrower"


def _clauses(before: Sequence[Clause], after: Sequence[Clause]) -> Iterator[Change]:
    """Those changed, added and removed, each where it stands or stood; then the numbers."""
    pairs = _pairs(before, after)
    came_from = {new: old for old, new in pairs.items()}
    yield from _removed(before, pairs, after=None)
    for place, clause in enumerate(after):
        if place not in came_from:
            yield _clause(None, clause)
        elif _content(before[came_from[place]]) != _content(clause):
            yield _clause(before[came_from[place]], clause)
        yield from _removed(before, pairs, after=place)
    moved = [(before[old].id, after[new].id) for old, new in sorted(pairs.items())]
    moved = [(old, new) for old, new in moved if old != new]
    if moved:
        yield Change(
            where="clauses",
            what="renumbered",
            heading=words(gettext_noop("Numbers of the clauses")),
            before=_list([old for old, _ in moved]),
            after=_list([new for _, new in moved]),
            effect="same",
        )


def _clause(before: Clause | None, after: Clause | None) -> Change:
    """A clause only ever narrows: one more lets less pass, one less lets more pass."""
    if before is None and after is not None:
        return _change(after, "added", None, after.in_words(), "narrower")
    assert before is not None
    if after is None:
        return _change(before, "removed", before.in_words(), None, "wider")
    effect = clause_effect(before, after)
    return _change(after, "changed", before.in_words(), after.in_words(), effect)


def _change(
    clause: Clause, what: What, before: Words | None, after: Words | None, effect: Effect
) -> Change:
    return Change(
        where=clause.id,
        what=what,
        heading=words(clause.HEADING),
        before=before,
        after=after,
        effect=effect,
    )


def _removed(
    before: Sequence[Clause], pairs: Mapping[int, int], *, after: int | None
) -> Iterator[Change]:
    """The clauses that are gone and stood behind the one that is now at this place."""
    behind: int | None = None
    for place, clause in enumerate(before):
        behind = pairs.get(place, behind)
        if place not in pairs and behind == after:
            yield _clause(clause, None)


def _content(clause: Clause) -> dict[str, object]:
    return clause.to_json() | {"id": ""}


def _alike(old: Clause, new: Clause) -> bool:
    return _content(old) == _content(new)


def _shown(old: Clause, new: Clause) -> bool:
    return clause_effect(old, new) != "other"


def _same_id(old: Clause, new: Clause) -> bool:
    return old.id == new.id


CLOSENESS: Sequence[Sequence[Callable[[Clause, Clause], bool]]] = (
    (_alike, _same_id),
    (_alike,),
    (_shown, _same_id),
    (_shown,),
    (_same_id,),
)
"""What makes a clause the later form of another of its kind, the surest first."""


def _pairs(before: Sequence[Clause], after: Sequence[Clause]) -> dict[int, int]:
    """By the place of a clause before, the place of what became of it."""
    pairs: dict[int, int] = {}
    for tests in CLOSENESS:
        for place, old in enumerate(before):
            if place in pairs:
                continue
            for other, new in enumerate(after):
                free = other not in pairs.values() and new.kind == old.kind
                if free and all(test(old, new) for test in tests):
                    pairs[place] = other
                    break
    return pairs


def _list(ids: Sequence[str]) -> Words:
    return Words("{ids}", (("ids", tuple(ids)),))
