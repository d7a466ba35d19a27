"""What the clauses say of a deed, one finding each, and the answer they add up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from remit.core.words import Words, words_from_json, words_json

FindingVerdict = Literal["met", "breached", "needs", "unknown"]
AnswerVerdict = Literal["yes", "ask", "no"]
Silence = Literal["yes", "no"]
"""What it means when somebody who is asked does not answer in time."""
REFUSING = ("breached", "unknown")


@dataclass(frozen=True, slots=True)
class Finding:
    """What one clause says of one deed."""

    clause: str
    """The clause's id, such as "B2"; "B0" and "backing" for what every remit requires."""
    kind: str
    verdict: FindingVerdict
    code: str
    """A key of the kind's CODES."""
    words: Words
    whom: str | None = None
    """Code of the position that must agree, when the verdict is needs."""
    by_days: int | None = None
    """Days that this position has for it."""
    silence: Silence | None = None
    """What it means when they let these days pass."""

    def above(self, remit: str) -> Finding:
        """The same, said by a clause of the remit of this code, which stands above."""
        # Not `dataclasses.replace`: it takes longer than most clauses need for their finding.
        return Finding(
            f"{remit}:{self.clause}",
            self.kind,
            self.verdict,
            self.code,
            self.words,
            self.whom,
            self.by_days,
            self.silence,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes: go ahead. Ask: somebody must agree first. No: out of bounds."""

    verdict: AnswerVerdict
    findings: tuple[Finding, ...]

    @property
    def whom(self) -> str | None:
        """Code of the first position that must agree; None unless somebody must."""
        asked = (found.whom for found in self.findings if found.verdict == "needs")
        return next(asked, None)

    @property
    def refusals(self) -> tuple[Finding, ...]:
        """The findings that refuse: a clause breached, or a fact that is not known."""
        return tuple(found for found in self.findings if found.verdict in REFUSING)


def finding_json(finding: Finding) -> dict[str, object]:
    """The finding as plain data, with its words as data too, to be said again in any language.

    Keys: clause, kind, verdict, code, words; and whom, by_days and silence when they are set.
    """
    data: dict[str, object] = {**leaf_finding(finding), "words": words_json(finding.words)}
    if finding.whom is not None:
        data["whom"] = finding.whom
    if finding.by_days is not None:
        data["by_days"] = finding.by_days
    if finding.silence is not None:
        data["silence"] = finding.silence
    return data


def finding_from_json(data: Mapping[str, object]) -> Finding:
    """What `finding_json` wrote. ValueError for anything else."""
    said, whom, by_days = data.get("words"), data.get("whom"), data.get("by_days")
    silence = data.get("silence")
    names = ("clause", "kind", "verdict", "code")
    if (
        not isinstance(said, Mapping)
        or not all(isinstance(data.get(name), str) for name in names)
        or data["verdict"] not in get_args(FindingVerdict)
        or not (whom is None or isinstance(whom, str))
        or not (by_days is None or type(by_days) is int)
        or silence not in (None, *get_args(Silence))
        or data.keys() - {*names, "words", "whom", "by_days", "silence"}
    ):
        raise ValueError("this is not a finding as finding_json writes it")
    return Finding(
        clause=str(data["clause"]),
        kind=str(data["kind"]),
        verdict=cast(FindingVerdict, data["verdict"]),
        code=str(data["code"]),
        words=words_from_json(said),
        whom=whom,
        by_days=by_days,
        silence=cast("Silence | None", silence),
    )


def leaf_finding(finding: Finding) -> dict[str, str]:
    """The finding as the record's leaf has it, whose format is closed: four texts, no words."""
    return {
        "clause": finding.clause,
        "kind": finding.kind,
        "verdict": finding.verdict,
        "code": finding.code,
    }
