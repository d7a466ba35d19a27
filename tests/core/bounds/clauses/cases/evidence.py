"""Evidence: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import Evidence
from tests.core.bounds.clauses.samples import (
    PROOFS,
    Case,
    Draw,
    by_power,
)

CLAUSE = Evidence(id="B7", evidence={"pay": ("receipt", "photo")})
CASES: list[Case] = [
    (CLAUSE, {}, {}, "met", "evidence_not_needed"),
    (CLAUSE, {"power": "pay", "evidence": {"receipt"}}, {}, "breached", "evidence_missing"),
    (CLAUSE, {"power": "pay", "evidence": {"receipt", "photo"}}, {}, "met", "evidence_given"),
]
MAKER = st.builds(Evidence, id=st.just("B1"), evidence=by_power(PROOFS))


def narrower(clause: Evidence, draw: Draw) -> Evidence:
    """One that asks for more, or as much."""
    return replace(clause, evidence=draw(by_power(PROOFS)) | dict(clause.evidence))
