"""EvidenceAbove: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import EvidenceAbove
from remit.core.bounds.clauses.evidence_above import Step
from tests.core.bounds.clauses.samples import (
    CURRENCY,
    NO_MONEY,
    PROOFS,
    USED,
    Case,
    Draw,
    some,
)

CLAUSE = EvidenceAbove(
    id="B15",
    power="commit",
    steps=((10, ("note",)), (100, ("receipt",)), (500, ("receipt", "quotes"))),
    currency="PLN",
)
ANY = replace(CLAUSE, steps=((0, ("note",)),))
NOTE, RECEIPT, BOTH = {"note"}, {"receipt"}, {"receipt", "quotes"}
CASES: list[Case] = [
    (CLAUSE, {"amount": 0}, {}, "met", "evidence_above_below"),
    (CLAUSE, {"amount": 10}, {}, "met", "evidence_above_below"),
    (CLAUSE, {"amount": 11}, {}, "breached", "evidence_above_missing"),
    (CLAUSE, {"amount": 11, "evidence": NOTE}, {}, "met", "evidence_above_given"),
    (CLAUSE, {"amount": 100, "evidence": NOTE}, {}, "met", "evidence_above_given"),
    (CLAUSE, {"amount": 101, "evidence": NOTE}, {}, "breached", "evidence_above_missing"),
    (CLAUSE, {"amount": 101, "evidence": RECEIPT}, {}, "met", "evidence_above_given"),
    (CLAUSE, {"amount": 500, "evidence": RECEIPT}, {}, "met", "evidence_above_given"),
    (CLAUSE, {"amount": 501, "evidence": RECEIPT}, {}, "breached", "evidence_above_missing"),
    (CLAUSE, {"amount": 501, "evidence": BOTH}, {}, "met", "evidence_above_given"),
    (ANY, {"amount": 0}, {}, "met", "evidence_above_below"),
    (ANY, {"amount": 1}, {}, "breached", "evidence_above_missing"),
    (CLAUSE, {"currency": "EUR"}, {}, "breached", "evidence_above_currency"),
    (CLAUSE, {"currency": None}, {}, "unknown", "evidence_above_currency_unnamed"),
    (CLAUSE, {"power": "pay"}, {}, "met", "evidence_above_not_touched"),
    (CLAUSE, NO_MONEY, {}, "met", "evidence_above_not_touched"),
]
STEPS: st.SearchStrategy[tuple[Step, ...]] = st.dictionaries(
    st.integers(0, 4), some(PROOFS), min_size=1, max_size=3
).map(lambda steps: tuple(sorted(steps.items())))
MAKER = st.builds(
    EvidenceAbove,
    id=st.just("B1"),
    power=st.sampled_from(USED),
    steps=STEPS,
    currency=CURRENCY,
)


def narrower(clause: EvidenceAbove, draw: Draw) -> EvidenceAbove:
    """One that asks for more, or as much."""
    more = draw(MAKER)
    steps = {above: clause.needed(above + 1) for above, _ in (*clause.steps, *more.steps)}
    joined = {above: tuple(sorted(steps[above] | more.needed(above + 1))) for above in steps}
    return replace(clause, steps=tuple(sorted(joined.items())))
