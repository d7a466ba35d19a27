"""What stops everything under the remit until somebody lifts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import RISK_MAX, Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import ALWAYS, FILING, POSITIONS, label
from remit.core.bounds.question import Entry, OnFile
from remit.core.words import Words, gettext_noop, words

LEVEL_MAX: Mapping[str, int] = {"concern": 1000, "incident": RISK_MAX, "forecast": 1000}
"""What can stop a remit, and the highest level that each can have: the severity of an incident, the
per cent by which a forecast is above the envelope."""
_STOPPED: Mapping[str, str] = {
    "concern": gettext_noop("a concern"),
    "incident": gettext_noop("an incident"),
    "forecast": gettext_noop("a forecast above the envelope"),
}
_RULES: Mapping[str, str] = {
    "concern": gettext_noop("A concern of level {level} or more stops all that is done."),
    "incident": gettext_noop(
        "An incident of severity {level} or more, of {most}, stops all that is done."
    ),
    "forecast": gettext_noop(
        "A forecast that is above the envelope by {level} per cent or more stops all that is done."
    ),
}
_ANY_CONCERN = gettext_noop("A concern, whatever its level, stops all that is done.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop(Clause):
    """What is on the remit's file under `topic`, of `level` or more, stops every power.

    It stays until `lifted_by` has lifted it later, however long ago it was; what is put on file
    and what only stops, ends or warns goes on. Any concern is of level 1 at least.
    """

    topic: str
    level: int
    lifted_by: str

    REACHES: ClassVar[bool] = True
    kind: ClassVar[str] = "stop"
    HEADING: ClassVar[str] = gettext_noop("Stop rule")
    ABOUT: ClassVar[str] = gettext_noop("What stops everything, and who may lift the stop.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "topic": "concern, incident or forecast: what stops it",
        "level": "from which level on: of a concern 1 for any, up to 1000; of an incident its "
        "severity, 1 to 5; of a forecast the per cent by which it is above the envelope, 1 to 1000",
        "lifted_by": "the code of the position that may lift the stop",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "stop_not_touched": gettext_noop(
            "What is put on file, and what only stops, ends or warns, is never stopped."
        ),
        "stop_none": gettext_noop("What would stop it is not on file: {what}."),
        "stop_lifted": gettext_noop("The stop was lifted on {day}. What had stopped it: {what}."),
        "stop_stopped": gettext_noop(
            "This has stopped it: {what}, on {day}. This position may lift the stop: {position}."
        ),
        "stop_unknown": gettext_noop("It is not known whether this is on file: {what}."),
        "stop_lifting_unknown": gettext_noop(
            "This is on file, and it is not known whether the stop was lifted: {what}."
        ),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B35",
        "kind": "stop",
        "topic": "incident",
        "level": 4,
        "lifted_by": "accountable-officer",
    }

    def __post_init__(self) -> None:
        checks.one_of(self.topic, LEVEL_MAX, where=f"{self.id}.topic")
        most = LEVEL_MAX[self.topic]
        checks.whole(self.level, where=f"{self.id}.level", least=1, most=most)
        checks.code(self.lifted_by, where=f"{self.id}.lifted_by")

    def questions(self, deed: Deed, *, at: datetime, person: str) -> tuple[OnFile, ...]:
        return () if _goes_on(deed) else (self._raised(), self._liftings())

    def _raised(self) -> OnFile:
        return OnFile(topic=self.topic, scope="remit")

    def _liftings(self) -> OnFile:
        return OnFile(topic="lifting", code=self.topic, scope="remit")

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if _goes_on(deed):
            return self.found("met", "stop_not_touched")
        what = words(_STOPPED[self.topic])
        raised = facts.on_file(self._raised())
        if raised is None:
            return self.found("unknown", "stop_unknown", what=what)
        newest = max((entry.at for entry in raised if self._stops(entry)), default=None)
        if newest is None:
            return self.found("met", "stop_none", what=what)
        liftings = facts.on_file(self._liftings())
        if liftings is None:
            return self.found("unknown", "stop_lifting_unknown", what=what)
        # What lifts the newest of them lifts those before it too.
        lifted = [entry.at for entry in liftings if self._lifts(entry, newest, facts.at)]
        if lifted:
            return self.found("met", "stop_lifted", what=what, day=min(lifted))
        position = label(self.lifted_by, POSITIONS)
        return self.found("breached", "stop_stopped", what=what, day=newest, position=position)

    def _stops(self, entry: Entry) -> bool:
        least = 1 if self.topic == "concern" else 0
        return max(entry.figure("level"), least) >= self.level

    def _lifts(self, entry: Entry, raised: datetime, at: datetime) -> bool:
        """Whether it was lifted after this moment by whom it takes, and is so still."""
        return entry.position == self.lifted_by and entry.at > raised and entry.live(at)

    def covers(self, narrower: Clause) -> bool:
        return (
            isinstance(narrower, Stop)
            and narrower.topic == self.topic
            and narrower.level <= self.level
            and narrower.lifted_by == self.lifted_by
        )

    def in_words(self) -> Words:
        any_concern = self.topic == "concern" and self.level == 1
        rule = words(
            _ANY_CONCERN if any_concern else _RULES[self.topic],
            level=self.level,
            most=LEVEL_MAX[self.topic],
        )
        return words(
            gettext_noop(
                "{rule} It stays so, here and under every remit below, until this position lifts "
                "it: {position}. What is put on file, and what only stops, ends or warns, goes on."
            ),
            rule=rule,
            position=label(self.lifted_by, POSITIONS),
        )


def _goes_on(deed: Deed) -> bool:
    """Whether no stop is about it."""
    return deed.power in FILING or deed.power in ALWAYS
