"""That every ballot was counted as announced, and that only winners were adopted.

The rule must have been in the log before the ballots; the ballots are the published file, named by
its digest; the count is made again, and by a second program that shares no code with the first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from remit.core.log import Fetch
from remit.core.verify.leaf import Leaf
from remit.core.verify.recounting import Counted, recount
from remit.core.verify.report import Findings, Step, record
from remit.core.verify.sealed import Progress
from remit.core.words import gettext_noop, words

OPEN = "decide.open_ballot"
IMPORT = "decide.import_ballots"
PUBLISH = "decide.publish_tally"
ADOPT = "decide.adopt"
_DIGEST = re.compile(r"[0-9a-f]{64}")
_COUNTED = gettext_noop(
    "Counted again: {tallies}. The same winners, by the rule published beforehand."
)
_ADOPTED = gettext_noop("Projects adopted: {adopted}. All of them won.")


@dataclass(frozen=True, slots=True)
class Publication:
    """A published tally, with what stood in the log before it."""

    leaf: Leaf
    opened: Leaf | None
    imported: Leaf | None


class BallotsCheck:
    """Sees the leaves in order, and counts when all were seen."""

    def __init__(self) -> None:
        self._tallies = Findings("tallies")
        self._decisions = Findings("decisions")
        self._opened: dict[str, Leaf] = {}
        self._imported: dict[str, Leaf] = {}
        self._published: dict[str, Publication] = {}
        self._publications: list[Publication] = []
        self._adopted: list[tuple[Leaf, Publication | None]] = []

    def see(self, leaf: Leaf) -> None:
        if leaf.outcome != "done" or leaf.kind not in (OPEN, IMPORT, PUBLISH, ADOPT):
            return
        findings = self._decisions if leaf.kind == ADOPT else self._tallies
        if not well_formed(leaf, findings=findings):
            return
        ballot = str(leaf.act["ballot"])
        match leaf.kind:
            case "decide.open_ballot":
                if ballot in self._opened:
                    _add(findings, "ballot_opened_twice", leaf, ballot=ballot)
                else:
                    self._opened[ballot] = leaf
            case "decide.import_ballots":
                self._imported[ballot] = leaf
            case "decide.publish_tally":
                opened, imported = self._opened.get(ballot), self._imported.get(ballot)
                self._published[ballot] = Publication(leaf, opened, imported)
                self._publications.append(self._published[ballot])
            case _:
                self._adopted.append((leaf, self._published.get(ballot)))

    def steps(self, fetch: Fetch, *, progress: Progress | None) -> tuple[Step, Step]:
        counted: dict[int, Counted] = {}
        for done, publication in enumerate(self._publications, start=1):
            if _announced(publication, findings=self._tallies):
                assert publication.opened and publication.imported
                found = recount(
                    publication.leaf,
                    rule=publication.opened.act["rule"],
                    imported=publication.imported,
                    fetch=fetch,
                    findings=self._tallies,
                )
                if found:
                    counted[publication.leaf.index] = found
            if progress:
                progress("tallies", done, len(self._publications))
        tallies = self._tallies.done(words(_COUNTED, tallies=len(self._publications)))
        return tallies, self._decided(counted)

    def _decided(self, counted: Mapping[int, Counted]) -> Step:
        for leaf, publication in self._adopted:
            if publication is None:
                _add(self._decisions, "adopted_untallied", leaf)
                continue
            found = counted.get(publication.leaf.index)
            if found:
                _check_adopted(leaf, found, findings=self._decisions)
        return self._decisions.done(words(_ADOPTED, adopted=len(self._adopted)))


def _check_adopted(leaf: Leaf, counted: Counted, *, findings: Findings) -> None:
    project, amount = str(leaf.act["project"]), leaf.act["amount"]
    cost = counted.won.get(project)
    if cost is None:
        _add(findings, "adopted_loser", leaf, project=project)
    elif isinstance(amount, int) and amount > cost.minor:
        _add(findings, "adopted_above_cost", leaf, project=project, cost=cost)


def _announced(publication: Publication, *, findings: Findings) -> bool:
    """Whether rule and ballots are those that the log had before, in the right order."""
    leaf, opened, imported = publication.leaf, publication.opened, publication.imported
    before = findings.count
    ballot = str(leaf.act["ballot"])
    if opened is None:
        _add(findings, "ballot_not_opened", leaf, ballot=ballot)
    elif leaf.act["rule_sha256"] != opened.act["rule_sha256"]:
        _add(findings, "rule_changed", leaf)
    if imported is None:
        _add(findings, "ballots_not_imported", leaf, ballot=ballot)
    elif leaf.act["ballots_sha256"] != imported.act["ballots_sha256"]:
        _add(findings, "ballots_changed", leaf)
    if opened and imported and opened.index > imported.index:
        _add(findings, "rule_late", opened)
    return findings.count == before


def well_formed(leaf: Leaf, *, findings: Findings) -> bool:
    """Whether the act has its fields, each of its type."""
    wrong = [
        name for name, is_right in _ACTS[leaf.kind].items() if not is_right(leaf.act.get(name))
    ]
    for name in wrong:
        _add(findings, "act_field", leaf, field=name)
    return not wrong


def _text(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _digest(value: object) -> bool:
    # It becomes part of a path, so nothing but the digits may come through.
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None


def _whole(value: object) -> bool:
    return type(value) is int and value >= 0


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_text, value))


def _object(value: object) -> bool:
    return isinstance(value, dict)


_ACTS = {
    OPEN: {"ballot": _text, "rule": _object, "rule_sha256": _digest},
    IMPORT: {"ballot": _text, "ballots_sha256": _digest, "projects": _whole, "voters": _whole},
    PUBLISH: {
        "ballot": _text,
        "ballots_sha256": _digest,
        "rule_sha256": _digest,
        "winners": _texts,
        "spent": _whole,
        "outcome_sha256": _digest,
    },
    ADOPT: {"ballot": _text, "project": _text, "amount": _whole},
}


def _add(findings: Findings, code: str, leaf: Leaf, **params: object) -> None:
    findings.add(code, where=record(leaf.index), record=leaf.index, **params)
