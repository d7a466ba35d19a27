"""Which parts of a deed a remit’s clauses look at: nobody is asked what decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from remit.core.bounds import Clause, Evidence, EvidenceAbove, Powers, Scope
from remit.core.words import Said

AMOUNT = ("amount",)
ITEM = ("item",)
NOTHING = ()

LOOKS: Mapping[str, Callable[[Any], Iterable[str]]] = {
    "ask_above": lambda clause: AMOUNT,
    "ask_total": lambda clause: AMOUNT,
    "attestation": lambda clause: ITEM,
    "cap": lambda clause: AMOUNT,
    "clearance": lambda clause: NOTHING,
    "consultation": lambda clause: ITEM,
    "cooling_off": lambda clause: ("made",),
    "document": lambda clause: ITEM,
    "dual_control": lambda clause: AMOUNT,
    "duties": lambda clause: NOTHING,
    "envelope": lambda clause: AMOUNT,
    "evidence": lambda clause: ("evidence",),
    "evidence_above": lambda clause: ("amount", "evidence"),
    "interests": lambda clause: ("recipient", "item", "matter", "category", "area"),
    "ladder": lambda clause: NOTHING,
    "last_dates": lambda clause: NOTHING,
    "meeting": lambda clause: ITEM,
    "notice": lambda clause: ITEM,
    "opinion": lambda clause: ITEM,
    "period": lambda clause: NOTHING,
    "powers": lambda clause: NOTHING,
    "purpose": lambda clause: ("amount", "purpose"),
    "report": lambda clause: NOTHING,
    "reserved": lambda clause: ("amount", "matter"),
    "reversible": lambda clause: ("effect", "until") if clause.pilot_days else ("effect",),
    "risk_lane": lambda clause: ("risk",),
    "scope": lambda clause: ("amount", clause.of),
    "share": lambda clause: ("amount", clause.of),
    "stop": lambda clause: NOTHING,
    "sub_remits": lambda clause: NOTHING,
    "total": lambda clause: AMOUNT if clause.of == "all" else ("amount", clause.of),
    "window": lambda clause: ("made",),
}
"""By kind of clause, the fields of a deed that can change what it finds, besides power and
position. Each kind stands here; tests hold the table against the clauses."""


def looked_at(clauses: Iterable[Clause]) -> frozenset[str]:
    """The fields that some of these clauses look at."""
    return frozenset(name for clause in clauses for name in LOOKS[clause.kind](clause))


def evidence_named(clauses: Iterable[Clause]) -> tuple[str, ...]:
    """The codes of all evidence that some of these clauses ask for, in their order."""
    found: list[str] = []
    for clause in clauses:
        if isinstance(clause, Evidence):
            found += [code for codes in clause.evidence.values() for code in codes]
        elif isinstance(clause, EvidenceAbove):
            found += [code for _, codes in clause.steps for code in codes]
    return tuple(dict.fromkeys(found))


def powers_given(clauses: Iterable[Clause]) -> dict[str, tuple[str, ...]]:
    """By power that the remit gives, the positions that have it."""
    found: dict[str, tuple[str, ...]] | None = None
    for clause in clauses:
        if isinstance(clause, Powers):
            given = clause.powers
            found = {
                power: tuple(p for p in positions if p in given[power])
                for power, positions in (given if found is None else found).items()
                if power in given
            }
    return {power: positions for power, positions in (found or {}).items() if positions}


def scopes(clauses: Iterable[Clause], of: str) -> dict[str, Said] | None:
    """The categories or areas to choose from; None where the remit lists none."""
    lists = [
        dict(clause.codes) for clause in clauses if isinstance(clause, Scope) and clause.of == of
    ]
    if not lists:
        return None
    first, *others = lists
    return {code: text for code, text in first.items() if all(code in more for more in others)}
