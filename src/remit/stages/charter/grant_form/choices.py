"""The codes that a box offers: closed lists to choose from, and lists that only suggest."""

from __future__ import annotations

from collections.abc import Mapping

from remit.core.bounds import labels
from remit.core.words import gettext_noop

COUNTED: Mapping[str, str] = {
    "all": gettext_noop("everything together"),
    "recipient": gettext_noop("each recipient"),
    "category": gettext_noop("each category"),
    "area": gettext_noop("each area"),
}
LISTED: Mapping[str, str] = {
    "category": gettext_noop("categories"),
    "area": gettext_noop("areas"),
}
STOPPING: Mapping[str, str] = {
    "concern": gettext_noop("a concern"),
    "incident": gettext_noop("an incident"),
    "forecast": gettext_noop("a forecast above the envelope"),
}
RELATIVES: Mapping[str, str] = {
    "refuse": gettext_noop("it is refused"),
    "ask": gettext_noop("a position is asked"),
}
LISTS: Mapping[str, Mapping[str, str]] = {
    "appetites": labels.APPETITES,
    "attestations": labels.ATTESTATIONS,
    "bindings": labels.BINDINGS,
    "clearances": labels.CLEARANCES,
    "counted": COUNTED,
    "evidence": labels.EVIDENCE,
    "holders": labels.HOLDERS,
    "levels": labels.LEVELS,
    "listed": LISTED,
    "opinions": labels.OPINIONS,
    "outcomes": labels.OUTCOMES,
    "positions": labels.POSITIONS,
    "powers": labels.POWERS,
    "relatives": RELATIVES,
    "rules": labels.DECISION_RULES,
    "silences": labels.SILENCES,
    "stopping": STOPPING,
    "vehicles": labels.VEHICLES,
}
"""By name, codes with their words."""

CHOICES: Mapping[str, str] = {
    "binding": "bindings",
    "holder.kind": "holders",
    "holder.rule": "rules",
    "of": "counted",
    "power": "powers",
    "promise.level": "levels",
    "relatives": "relatives",
    "scope.of": "listed",
    "silence": "silences",
    "stop.topic": "stopping",
    "vehicle": "vehicles",
}
"""By field, alone or with its owner, the list that it is chosen from."""

SUGGESTED: Mapping[str, str] = {
    "accepts": "positions",
    "attestation.about": "attestations",
    "backer": "positions",
    "by_power.evidence": "evidence",
    "by_power.powers": "positions",
    "clearance.about": "clearances",
    "evidence": "evidence",
    "grantor": "positions",
    "lifted_by": "positions",
    "office": "positions",
    "opinion.about": "opinions",
    "position": "positions",
}
"""By field, the list that helps to write a code; the agency's own codes may be others."""


def choices_of(name: str) -> Mapping[str, str]:
    """The codes of this list with their words."""
    return LISTS[name]
