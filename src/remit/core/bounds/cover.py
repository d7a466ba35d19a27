"""Is a sub-remit provably no wider than the remit it is granted under?

Proved clause by clause: each of the parent's must have one of the child's that it covers. What
can't be shown this way is a problem, even if the child might be narrower for another reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from remit.core.bounds.clause import Clause
from remit.core.bounds.instrument import Instrument
from remit.core.words import PLAIN, Words, gettext_noop, words

MESSAGES: dict[str, str] = {
    "parent_differs": gettext_noop("{child} is not granted under {parent}."),
    "currency_differs": gettext_noop("{child} is in {found}, and {parent} in {currency}."),
    "binding_wider": gettext_noop("{child} promises more than {parent} can give."),
    "clause_absent": gettext_noop(
        "{child} has no clause of the kind {kind} ({heading}) to keep clause {clause} of {parent}: "
        "“{rule}”"
    ),
    "clause_wider": gettext_noop(
        "Clauses {found} of {child} can't be shown to stay within clause {clause} of {parent}: "
        "“{rule}”"
    ),
}
"""By code, why a child isn't shown to be within its parent."""

BINDS = {"advice": 0, "undertaking": 1, "committee": 2, "delegation": 2, "statutory_ballot": 2}
"""How far each binding goes; a child goes no further than its parent."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a child isn't shown to be within its parent."""

    clause: str
    """Id of the parent's clause, or the name of the field that differs."""
    code: str
    words: Words

    def __str__(self) -> str:
        return self.words.render(PLAIN)


def covers(parent: Instrument, child: Instrument) -> tuple[Problem, ...]:
    """Everything that can't be shown to be within the parent; empty when the child is within it."""
    return (*_frame(parent, child), *_clauses(parent, child))


def widened(before: Instrument, after: Instrument) -> tuple[Problem, ...]:
    """What the later version can't be shown to keep of the earlier one; empty if it gives no more.

    Besides the clauses, it may bind no further than before.
    """
    names = {"parent": before.code, "child": after.code}
    wider = BINDS[after.binding] > BINDS[before.binding]
    frame = (_problem("binding", "binding_wider", **names),) if wider else ()
    return (*frame, *_clauses(before, after))


def _frame(parent: Instrument, child: Instrument) -> Iterator[Problem]:
    names = {"parent": parent.code, "child": child.code}
    if child.parent != parent.code:
        yield _problem("parent", "parent_differs", **names)
    if child.currency != parent.currency:
        yield _problem(
            "currency",
            "currency_differs",
            found=child.currency,
            currency=parent.currency,
            **names,
        )
    if BINDS[child.binding] > BINDS[parent.binding]:
        yield _problem("binding", "binding_wider", **names)


def _clauses(parent: Instrument, child: Instrument) -> Iterator[Problem]:
    for clause in parent.clauses:
        alike = [other for other in child.clauses if other.kind == clause.kind]
        if any(clause.covers(other) for other in alike):
            continue
        yield _problem(
            clause.id,
            "clause_wider" if alike else "clause_absent",
            parent=parent.code,
            child=child.code,
            clause=clause.id,
            rule=clause.in_words(),
            **_shown(clause, alike),
        )


def _shown(clause: Clause, alike: list[Clause]) -> dict[str, object]:
    if alike:
        return {"found": tuple(other.id for other in alike)}
    return {"kind": clause.kind, "heading": words(clause.HEADING)}


def _problem(where: str, code: str, /, **params: object) -> Problem:
    return Problem(where, code, words(MESSAGES[code], **params))
