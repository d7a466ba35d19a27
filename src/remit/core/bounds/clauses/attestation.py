"""What somebody from outside must have attested before something is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import ATTESTATIONS, POWERS, label
from remit.core.bounds.labels import power as power_label
from remit.core.bounds.question import OnFile
from remit.core.words import Words, gettext_noop, words

ATTESTATION_DAYS_MAX = 3660


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation(Clause):
    """Before `power` is used, another person than who acts has attested `about` on the matter, at
    most `days` days of 24 hours ago, and that holds still.
    """

    power: str
    about: str
    days: int

    kind: ClassVar[str] = "attestation"
    HEADING: ClassVar[str] = gettext_noop("Attestation from outside")
    ABOUT: ClassVar[str] = gettext_noop(
        "What somebody else must have attested before a power is used."
    )
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it is about",
        "about": "the code of what is attested, such as delivery or works",
        "days": "how many days old the attestation may be, 1 to 3660",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "attestation_not_touched": gettext_noop("Nothing need be attested for this."),
        "attestation_unnamed": gettext_noop(
            "It must be said what it is about, so that the attestation is found."
        ),
        "attestation_person_unknown": gettext_noop(
            "It is not known which person does this, and so not who else may attest it."
        ),
        "attestation_unknown": gettext_noop("It is not known whether this was attested: {about}."),
        "attestation_missing": gettext_noop(
            "Somebody from outside must attest this first: {about}."
        ),
        "attestation_own": gettext_noop(
            "Only the person who does this has attested it, and somebody else must: {about}."
        ),
        "attestation_old": gettext_noop(
            "The attestation of {day} is too old or no longer holds: {about}. Days that it counts: "
            "{days}."
        ),
        "attestation_given": gettext_noop("This was attested on {day}: {about}."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B24",
        "kind": "attestation",
        "power": "approve",
        "about": "works",
        "days": 30,
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, POWERS, where=f"{self.id}.power")
        checks.code(self.about, where=f"{self.id}.about")
        checks.whole(self.days, where=f"{self.id}.days", least=1, most=ATTESTATION_DAYS_MAX)

    def questions(self, deed: Deed, *, at: datetime, person: str) -> tuple[OnFile, ...]:
        if deed.power != self.power or deed.item is None:
            return ()
        return (self._question(deed.item),)

    def _question(self, item: str) -> OnFile:
        return OnFile(topic="attestation", code=self.about, scope="matter", about=item)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power:
            return self.found("met", "attestation_not_touched")
        if deed.item is None:
            return self.found("unknown", "attestation_unnamed")
        if not facts.person:
            return self.found("unknown", "attestation_person_unknown")
        about = label(self.about, ATTESTATIONS)
        entries = facts.on_file(self._question(deed.item))
        if entries is None:
            return self.found("unknown", "attestation_unknown", about=about)
        if not entries:
            return self.found("breached", "attestation_missing", about=about)
        by_others = [entry for entry in entries if entry.person != facts.person]
        if not by_others:
            return self.found("breached", "attestation_own", about=about)
        age = timedelta(days=self.days)
        given = [e.at for e in by_others if e.live(facts.at) and facts.at - e.at <= age]
        if given:
            return self.found("met", "attestation_given", about=about, day=max(given))
        newest = max(entry.at for entry in by_others)
        return self.found("breached", "attestation_old", about=about, day=newest, days=self.days)

    def covers(self, narrower: Clause) -> bool:
        return (
            isinstance(narrower, Attestation)
            and narrower.power == self.power
            and narrower.about == self.about
            and narrower.days <= self.days
        )

    def in_words(self) -> Words:
        return words(
            gettext_noop(
                "Nobody may {power} unless somebody from outside, another person than who does "
                "it, has attested this within this number of days before ({days}): {about}. A day "
                "is 24 hours."
            ),
            power=power_label(self.power),
            about=label(self.about, ATTESTATIONS),
            days=self.days,
        )
