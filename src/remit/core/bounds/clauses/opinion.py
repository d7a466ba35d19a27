"""Whose opinion must be on file before something is decided, and whether it can stop it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import OPINIONS, POSITIONS, POWERS, label
from remit.core.bounds.labels import power as power_label
from remit.core.bounds.question import OnFile
from remit.core.words import Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion(Clause):
    """Before `power` is used, `position` has given an opinion of the sort `about` on the matter.

    It informs: whoever decides may decide otherwise, unless `veto`. The newest opinion counts.
    """

    power: str
    about: str
    position: str
    veto: bool

    kind: ClassVar[str] = "opinion"
    HEADING: ClassVar[str] = gettext_noop("Opinion")
    ABOUT: ClassVar[str] = gettext_noop("Whose opinion must be known before a power is used.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it is about",
        "about": "the code of what it is on, such as legal, clinical, technical or safeguarding",
        "position": "the code of the position that gives it",
        "veto": "true if an opinion against it stops it, false if it informs only",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "opinion_not_touched": gettext_noop("No opinion is needed for this."),
        "opinion_unnamed": gettext_noop(
            "It must be said what it is about, so that opinions are found."
        ),
        "opinion_unknown": gettext_noop("It is not known which opinions were given."),
        "opinion_missing": gettext_noop(
            "An opinion must be on file first: {about}. This position gives it: {position}."
        ),
        "opinion_for": gettext_noop("The opinion is for it: {about}, on {day}."),
        "opinion_against": gettext_noop(
            "The opinion is against it: {about}, on {day}. It informs, and whoever decides may "
            "decide otherwise."
        ),
        "opinion_veto": gettext_noop("The opinion is against it, and stops it: {about}, on {day}."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B11",
        "kind": "opinion",
        "power": "decide",
        "about": "legal",
        "position": "legal-adviser",
        "veto": False,
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, POWERS, where=f"{self.id}.power")
        checks.code(self.about, where=f"{self.id}.about")
        checks.code(self.position, where=f"{self.id}.position")
        checks.flag(self.veto, where=f"{self.id}.veto")

    def questions(self, deed: Deed, *, at: datetime, person: str) -> tuple[OnFile, ...]:
        question = self._question(deed)
        return (question,) if question else ()

    def _question(self, deed: Deed) -> OnFile | None:
        """The opinions on this matter; None when none is needed, or no matter is named."""
        if deed.power != self.power or deed.item is None:
            return None
        return OnFile(topic="opinion", code=self.about, scope="matter", about=deed.item)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power:
            return self.found("met", "opinion_not_touched")
        question = self._question(deed)
        if question is None:
            return self.found("unknown", "opinion_unnamed")
        entries = facts.on_file(question)
        if entries is None:
            return self.found("unknown", "opinion_unknown")
        about = label(self.about, OPINIONS)
        given = [entry for entry in entries if entry.position == self.position]
        if not given:
            position = label(self.position, POSITIONS)
            return self.found("breached", "opinion_missing", about=about, position=position)
        # Of two at one moment, the one that is against it counts.
        newest = max(given, key=lambda entry: (entry.at, entry.stance != "for"))
        if newest.stance == "for":
            return self.found("met", "opinion_for", about=about, day=newest.at)
        if self.veto:
            return self.found("breached", "opinion_veto", about=about, day=newest.at)
        return self.found("met", "opinion_against", about=about, day=newest.at)

    def covers(self, narrower: Clause) -> bool:
        return (
            isinstance(narrower, Opinion)
            and narrower.power == self.power
            and narrower.about == self.about
            and narrower.position == self.position
            and (narrower.veto or not self.veto)
        )

    def in_words(self) -> Words:
        message = (
            gettext_noop(
                "Whoever would {power} needs this position’s opinion first: {position} ({about}). "
                "An opinion against it stops it."
            )
            if self.veto
            else gettext_noop(
                "Whoever would {power} needs this position’s opinion first: {position} ({about}). "
                "It informs; it does not decide."
            )
        )
        return words(
            message,
            power=power_label(self.power),
            position=label(self.position, POSITIONS),
            about=label(self.about, OPINIONS),
        )
