"""That every act stands on a remit, was done once, and was in bounds when it was done."""

from __future__ import annotations

from remit.core.verify.leaf import Leaf
from remit.core.verify.report import Findings, Step, record
from remit.core.words import gettext_noop, words

FOUNDING = "agency.establish"
_HELD = gettext_noop(
    "{done} acts done, each within all its clauses; {refused} refused and {asked} asked for, "
    "with no money moved."
)


class AnswersCheck:
    """Sees the leaves in order."""

    def __init__(self) -> None:
        self._findings = Findings("answers")
        self._keys: dict[str, int] = {}
        self._counts = {"done": 0, "refused": 0, "asked": 0}

    def see(self, leaf: Leaf) -> None:
        self._counts[leaf.outcome] += 1
        self._see_ground(leaf)
        first = self._keys.setdefault(leaf.key, leaf.index)
        if first != leaf.index:
            self._add("key_repeated", leaf, first=first)
        if leaf.outcome != "done":
            if leaf.postings:
                self._add("moved_undone", leaf, outcome=leaf.outcome)
            return
        for finding in leaf.findings:
            if finding.verdict != "met":
                clause, verdict = finding.clause, finding.verdict
                self._add("done_out_of_bounds", leaf, clause=clause, verdict=verdict)

    def _see_ground(self, leaf: Leaf) -> None:
        founding = leaf.kind == FOUNDING and leaf.outcome == "done"
        if leaf.index == 0 and not founding:
            self._add("founding_missing", leaf)
        elif leaf.index and leaf.kind == FOUNDING:
            self._add("founding_again", leaf)
        elif leaf.index and leaf.under is None:
            self._add("under_nothing", leaf)

    def _add(self, code: str, leaf: Leaf, **params: object) -> None:
        self._findings.add(code, where=record(leaf.index), record=leaf.index, **params)

    def step(self) -> Step:
        if not sum(self._counts.values()):
            self._findings.add("founding_missing", where=record(0))
        return self._findings.done(words(_HELD, **self._counts))
