"""Which check a person must have passed before they do something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import CLEARANCES, POWERS, label
from remit.core.bounds.labels import power as power_label
from remit.core.bounds.question import OnFile
from remit.core.words import Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance(Clause):
    """Who uses `power` has a clearance of the sort `about` on their own file, and it holds still.

    The newest entry counts: one that is not "cleared" takes away what stood before, and a bar
    stays until somebody is cleared anew. What a person put on their own file does not count.
    """

    power: str
    about: str

    kind: ClassVar[str] = "clearance"
    HEADING: ClassVar[str] = gettext_noop("Clearance")
    ABOUT: ClassVar[str] = gettext_noop("Which check a person needs before they use a power.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it is about",
        "about": "the code of the check, such as working-with-children",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "clearance_not_touched": gettext_noop("No clearance is needed for this."),
        "clearance_person_unknown": gettext_noop("It is not known which person does this."),
        "clearance_unknown": gettext_noop("It is not known which clearances there are: {about}."),
        "clearance_held": gettext_noop("The clearance holds: {about}, verified on {day}."),
        "clearance_not_held": gettext_noop(
            "Who does this holds no clearance in force that somebody else has verified: {about}. "
            "Why is not public; who verifies clearances can tell them."
        ),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B25",
        "kind": "clearance",
        "power": "decide",
        "about": "working-with-children",
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, POWERS, where=f"{self.id}.power")
        checks.code(self.about, where=f"{self.id}.about")

    def questions(self, deed: Deed, *, at: datetime, person: str) -> tuple[OnFile, ...]:
        return (self._question(person),) if deed.power == self.power and person else ()

    def _question(self, person: str) -> OnFile:
        return OnFile(topic="clearance", code=self.about, scope="person", about=person)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power:
            return self.found("met", "clearance_not_touched")
        if not facts.person:
            return self.found("unknown", "clearance_person_unknown")
        about = label(self.about, CLEARANCES)
        entries = facts.on_file(self._question(facts.person))
        if entries is None:
            return self.found("unknown", "clearance_unknown", about=about)
        # Nobody verifies themselves.
        verified = [entry for entry in entries if entry.person != facts.person]
        # Of several at one moment, the one that speaks most against it counts.
        newest = max(
            verified,
            key=lambda e: (e.at, e.stance != "cleared", not e.live(facts.at)),
            default=None,
        )
        # Missing, run out or barred: the record is public, so the finding does not say which.
        if newest is None or newest.stance != "cleared" or not newest.live(facts.at):
            return self.found("breached", "clearance_not_held", about=about)
        return self.found("met", "clearance_held", about=about, day=newest.at)

    def covers(self, narrower: Clause) -> bool:
        return (
            isinstance(narrower, Clearance)
            and narrower.power == self.power
            and narrower.about == self.about
        )

    def in_words(self) -> Words:
        return words(
            gettext_noop(
                "Nobody may {power} without a clearance that holds and that somebody else has "
                "verified: {about}. The newest check counts."
            ),
            power=power_label(self.power),
            about=label(self.about, CLEARANCES),
        )
