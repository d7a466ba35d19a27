"""Reversible: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import Reversible
from tests.core.bounds.clauses.samples import DAY, MAY, NO_MONEY, TICK, USED, Case, Draw

CLAUSE = Reversible(id="B27", power="commit", pilot_days=180)
NO_PILOTS = replace(CLAUSE, pilot_days=0)
PILOT, LASTING = {"effect": "pilot"}, {"effect": "lasting"}
CASES: list[Case] = [
    (CLAUSE, {"power": "pay"} | LASTING, {}, "met", "reversible_not_touched"),
    (CLAUSE, {}, {}, "unknown", "reversible_unsaid"),
    (CLAUSE, {"until": MAY + DAY}, {}, "unknown", "reversible_unsaid"),
    (NO_PILOTS, {}, {}, "unknown", "reversible_unsaid"),
    (CLAUSE, {"effect": "reversible"}, {}, "met", "reversible_undone"),
    (NO_PILOTS, {"effect": "reversible"} | NO_MONEY, {}, "met", "reversible_undone"),
    (CLAUSE, LASTING, {}, "breached", "reversible_lasting"),
    (CLAUSE, LASTING | {"until": MAY + DAY}, {}, "breached", "reversible_lasting"),
    (NO_PILOTS, PILOT | {"until": MAY + TICK}, {}, "breached", "reversible_no_pilots"),
    (NO_PILOTS, PILOT, {}, "breached", "reversible_no_pilots"),
    (CLAUSE, PILOT, {}, "unknown", "reversible_pilot_unsaid"),
    (CLAUSE, PILOT | {"until": MAY - DAY}, {}, "breached", "reversible_pilot_over"),
    (CLAUSE, PILOT | {"until": MAY}, {}, "breached", "reversible_pilot_over"),
    (CLAUSE, PILOT | {"until": MAY + TICK}, {}, "met", "reversible_pilot"),
    (CLAUSE, PILOT | {"until": MAY + 180 * DAY}, {}, "met", "reversible_pilot"),
    (CLAUSE, PILOT | {"until": MAY + 180 * DAY + TICK}, {}, "breached", "reversible_pilot_long"),
]
DAYS = [0, 1, 91, 182, 300]
"""About the distances of TIMES from each other, which are 90, 91 and 92 days."""
MAKER = st.builds(
    Reversible, id=st.just("B1"), power=st.sampled_from(USED), pilot_days=st.sampled_from(DAYS)
)


def narrower(clause: Reversible, draw: Draw) -> Reversible:
    """One that asks for more, or as much."""
    shorter = [days for days in DAYS if days <= clause.pilot_days]
    return replace(clause, pilot_days=draw(st.sampled_from(shorter)))
