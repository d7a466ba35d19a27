"""How far down remits may be granted under this one, and who must agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import POSITIONS, SILENCES, label
from remit.core.words import Words, gettext_noop, words

DEPTH_MAX = 8

_NONE = gettext_noop("No remit may be granted under this one.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SubRemits(Clause):
    """Remits are granted down to level `depth`, counted from the agency's own, which is 0.

    `position` must agree to each, with `days` days to do so; "" when nobody need agree. Whether
    remits may be granted at all is for the clause of powers.
    """

    depth: int
    position: str
    days: int

    kind: ClassVar[str] = "sub_remits"
    HEADING: ClassVar[str] = gettext_noop("Sub-remits")
    ABOUT: ClassVar[str] = gettext_noop(
        "How far down remits may be granted under this one, and who must agree."
    )
    PARAMS: ClassVar[Mapping[str, str]] = {
        "depth": "the lowest level at which there may be a remit, 0 to 8; the agency's own is at "
        "0, one granted under it at 1; 0 for none at all",
        "position": "the code of the position that must agree to each; empty for nobody",
        "days": "how many days this position has to answer, 1 to 366; 0 for nobody",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "sub_remits_not_touched": gettext_noop("It grants no remit under this one."),
        "sub_remits_none": _NONE,
        "sub_remits_too_deep": gettext_noop(
            "The remit would be at level {level}, and the lowest level that is allowed is {depth}. "
            "The agency’s own remit is at level 0."
        ),
        "sub_remits_allowed": gettext_noop(
            "The remit is at level {level}, and the lowest level that is allowed is {depth}."
        ),
        "sub_remits_agreed": gettext_noop("This position agrees to the sub-remit: {position}."),
        "sub_remits_needed": gettext_noop(
            "This position must agree to the sub-remit first: {position}. Days to answer: {days}."
        ),
        "sub_remits_unknown": gettext_noop("It is not known how many remits stand above this one."),
        "sub_remits_agreement_unknown": gettext_noop(
            "It is not known who has agreed to the sub-remit."
        ),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B34",
        "kind": "sub_remits",
        "depth": 2,
        "position": "accountable-officer",
        "days": 14,
    }

    def __post_init__(self) -> None:
        checks.whole(self.depth, where=f"{self.id}.depth", most=DEPTH_MAX)
        if self.position != "":
            checks.code(self.position, where=f"{self.id}.position")
        least = 1 if self.position else 0
        checks.whole(self.days, where=f"{self.id}.days", least=least, most=checks.DAYS_MAX)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != "grant":
            return self.found("met", "sub_remits_not_touched")
        if self.depth == 0:
            return self.found("breached", "sub_remits_none")
        if facts.depth is None:
            return self.found("unknown", "sub_remits_unknown")
        level = facts.depth + 1
        if level > self.depth:
            return self.found("breached", "sub_remits_too_deep", level=level, depth=self.depth)
        if not self.position:
            return self.found("met", "sub_remits_allowed", level=level, depth=self.depth)
        return self.asks(
            facts,
            whom=self.position,
            days=self.days,
            codes=("sub_remits_agreed", "sub_remits_needed", "sub_remits_agreement_unknown"),
        )

    def covers(self, narrower: Clause) -> bool:
        # How long the answer may take makes neither of the two wider.
        return (
            isinstance(narrower, SubRemits)
            and narrower.depth <= self.depth
            and self.position in ("", narrower.position)
        )

    def in_words(self) -> Words:
        if self.depth == 0:
            return words(_NONE)
        message = (
            gettext_noop(
                "Remits may be granted under this one, and under those, down to level {depth}; "
                "the agency’s own is at level 0. This position must agree to each first: "
                "{position}. Days to answer: {days}. {silence}"
            )
            if self.position
            else gettext_noop(
                "Remits may be granted under this one, and under those, down to level {depth}; "
                "the agency’s own is at level 0. Nobody else need agree."
            )
        )
        return words(
            message,
            depth=self.depth,
            position=label(self.position, POSITIONS),
            days=self.days,
            silence=words(SILENCES["no"]),
        )
