"""Which declared interests keep a person from doing something."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import POSITIONS, POWERS, SILENCES, label
from remit.core.bounds.labels import power as power_label
from remit.core.bounds.question import Entry, OnFile
from remit.core.words import Words, gettext_noop, words

Relatives = Literal["refuse", "ask"]
RELATIVES: tuple[Relatives, ...] = ("refuse", "ask")
"""What it means that a relative is concerned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interests(Clause):
    """Nobody uses `power` on what touches a particular interest of theirs.

    A "shared" interest is noted. With a "relative" concerned it is refused, or `position` must
    agree with `days` days to do so, as `relatives` says; "" and 0 where it is refused. Any other
    is taken for a particular one. What an interest is in is its code: a recipient, an item, a
    matter, a category or an area.
    """

    power: str
    relatives: Relatives
    position: str
    days: int

    kind: ClassVar[str] = "interests"
    HEADING: ClassVar[str] = gettext_noop("Interests")
    ABOUT: ClassVar[str] = gettext_noop(
        "Which declared interests are noted, and which keep a person from acting."
    )
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it is about",
        "relatives": "refuse or ask: what it means that a relative is concerned",
        "position": "the code of the position that must agree then; empty with refuse",
        "days": "how many days this position has to answer, 1 to 366; 0 with refuse",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "interests_not_touched": gettext_noop("No interest keeps anybody from this."),
        "interests_person_unknown": gettext_noop("It is not known which person does this."),
        "interests_unknown": gettext_noop("It is not known which interests are declared."),
        "interests_none": gettext_noop("No interest is declared."),
        "interests_elsewhere": gettext_noop("The declared interests are not in this."),
        "interests_shared": gettext_noop(
            "An interest in it was declared on {day}. All share it, so it is only noted."
        ),
        "interests_particular": gettext_noop(
            "A particular interest in it was declared on {day}: somebody else must do this."
        ),
        "interests_relative": gettext_noop(
            "It was declared on {day} that a relative is concerned: somebody else must do this."
        ),
        "interests_relative_needed": gettext_noop(
            "It was declared on {day} that a relative is concerned. This position must agree "
            "first: {position}. Days to answer: {days}."
        ),
        "interests_relative_agreed": gettext_noop(
            "A relative is concerned, and this position has agreed: {position}."
        ),
        "interests_relative_unknown": gettext_noop(
            "A relative is concerned, and it is not known who has agreed to this."
        ),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B26",
        "kind": "interests",
        "power": "decide",
        "relatives": "ask",
        "position": "accountable-officer",
        "days": 7,
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, POWERS, where=f"{self.id}.power")
        checks.one_of(self.relatives, RELATIVES, where=f"{self.id}.relatives")
        asks = self.relatives == "ask"
        if asks or self.position != "":
            checks.code(self.position, where=f"{self.id}.position")
            # A position that is named and never asked would promise too much.
            checks.one_of(self.relatives, ("ask",), where=f"{self.id}.relatives")
        least, most = (1, checks.DAYS_MAX) if asks else (0, 0)
        checks.whole(self.days, where=f"{self.id}.days", least=least, most=most)

    def questions(self, deed: Deed, *, at: datetime, person: str) -> tuple[OnFile, ...]:
        return (_declared(person),) if deed.power == self.power and person else ()

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power:
            return self.found("met", "interests_not_touched")
        if not facts.person:
            return self.found("unknown", "interests_person_unknown")
        entries = facts.on_file(_declared(facts.person))
        if entries is None:
            return self.found("unknown", "interests_unknown")
        declared = [entry for entry in entries if entry.live(facts.at)]
        if not declared:
            return self.found("met", "interests_none")
        # Who names nothing has no interest in it: other clauses see to what must be named.
        names = {deed.recipient, deed.item, deed.matter, deed.category, deed.area}
        return self._weigh([entry for entry in declared if entry.code in names], facts)

    def _weigh(self, concerned: Collection[Entry], facts: Facts) -> Finding:
        """What the interests in it come to; the gravest decides, and of these the newest."""
        days: dict[str, datetime] = {}
        for entry in concerned:
            sort = entry.stance if entry.stance in ("shared", "relative") else "particular"
            days[sort] = max(entry.at, days.get(sort, entry.at))
        if "particular" in days:
            return self.found("breached", "interests_particular", day=days["particular"])
        if "relative" in days and self.relatives == "refuse":
            return self.found("breached", "interests_relative", day=days["relative"])
        if "relative" in days:
            return self.asks(
                facts,
                whom=self.position,
                days=self.days,
                codes=(
                    "interests_relative_agreed",
                    "interests_relative_needed",
                    "interests_relative_unknown",
                ),
                day=days["relative"],
            )
        if "shared" in days:
            return self.found("met", "interests_shared", day=days["shared"])
        return self.found("met", "interests_elsewhere")

    def covers(self, narrower: Clause) -> bool:
        # How long the answer may take makes neither of the two wider.
        return (
            isinstance(narrower, Interests)
            and narrower.power == self.power
            and (
                narrower.relatives == "refuse"
                or (self.relatives == "ask" and narrower.position == self.position)
            )
        )

    def in_words(self) -> Words:
        message = (
            gettext_noop(
                "Nobody may {power} who has declared a particular interest in it, such as money, "
                "family or office: somebody else does it. Where a relative is concerned, this "
                "position must agree first: {position}. Days to answer: {days}. {silence} An "
                "interest that all share is only noted."
            )
            if self.relatives == "ask"
            else gettext_noop(
                "Nobody may {power} who has declared a particular interest in it, such as money, "
                "family or office, or that a relative is concerned: somebody else does it. An "
                "interest that all share is only noted."
            )
        )
        return words(
            message,
            power=power_label(self.power),
            position=label(self.position, POSITIONS),
            days=self.days,
            silence=words(SILENCES["no"]),
        )


def _declared(person: str) -> OnFile:
    return OnFile(topic="interest", scope="person", about=person)
