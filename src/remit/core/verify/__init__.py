"""Checking everything from the outside: with the published files alone, and trusting nobody."""

from remit.core.verify.leaf import Leaf, read_leaf
from remit.core.verify.outside import verify
from remit.core.verify.proving import Proof, prove, verify_proof
from remit.core.verify.report import TITLES, Findings, Problem, Report, Step

__all__ = [
    "TITLES",
    "Findings",
    "Leaf",
    "Problem",
    "Proof",
    "Report",
    "Step",
    "prove",
    "read_leaf",
    "verify",
    "verify_proof",
]
