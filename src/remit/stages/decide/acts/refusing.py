"""Why an act about a ballot cannot be done at all, and the ballot it is about."""

from __future__ import annotations

import re

from remit.core.words import gettext_noop
from remit.record.act import Impossible, Scene
from remit.stages.decide.models import Ballot

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")

MESSAGES: dict[str, str] = {
    "ballot_taken": gettext_noop("There is a ballot {ballot} already. Choose another code."),
    "ballot_code": gettext_noop(
        "“{ballot}” is no code for a ballot: take up to 40 letters, digits, “-” and “_”."
    ),
    "project_code": gettext_noop(
        "The project “{project}” has a code that the books cannot use: letters, digits, “-” and "
        "“_” only, 40 at most."
    ),
    "currency_of_ballot": gettext_noop(
        "The ballot would be in {found}, and the remit is in {currency}."
    ),
    "ballot_unknown": gettext_noop("There is no ballot {ballot} under the remit {remit}."),
    "budget_above_envelope": gettext_noop(
        "The ballot would be about {budget}, and only {free} is free under the remit."
    ),
    "ballot_not_open": gettext_noop("The ballot {ballot} is not open for votes to be brought in."),
    "budget_differs": gettext_noop(
        "The file is about {file}, and the ballot was opened for {budget}."
    ),
    "nothing_to_count": gettext_noop("The votes of the ballot {ballot} are not in yet."),
    "count_differs": gettext_noop(
        "The second count does not bear out the first, so nothing is published: {problem}"
    ),
    "rule_differs": gettext_noop("The ballot was opened with another rule than this."),
    "project_unknown": gettext_noop("There is no project {project} on the ballot {ballot}."),
    "adopted_before": gettext_noop("The project {project} was adopted before, on {day}."),
    "not_a_winner": gettext_noop("The project {project} did not win, so it cannot be adopted."),
    "above_cost": gettext_noop(
        "The vote was about {cost} for the project {project}; more than that cannot be adopted."
    ),
    "item_code": gettext_noop(
        "“{item}” is no code for a decision: take up to 40 letters, digits, “-” and “_”."
    ),
    "code_field": gettext_noop(
        "The field {field} takes a code: up to 64 letters and digits, and between them “.”, “-” or "
        "“_”."
    ),
    "item_taken": gettext_noop("{item} was decided already under the remit {remit}."),
    "amount_none": gettext_noop("An amount is a whole number above zero, or is left out."),
    "effect_unknown": gettext_noop("“{effect}” is no effect. Take one of: {allowed}."),
    "risk_unknown": gettext_noop("A risk is a whole number from 1 to {most}, or is left out."),
    "until_without_pilot": gettext_noop("Only a pilot has a day on which it stops."),
    "responded_before": gettext_noop("The recommendation {item} was answered before, on {day}."),
    "because_unknown": gettext_noop("“{because}” is no kind of reason. Take one of: {allowed}."),
}
"""By code, why one of these acts cannot be done at all."""


def impossible(code: str, **params: object) -> Impossible:
    return Impossible(code, MESSAGES[code], **params)


def find(code: str, scene: Scene) -> Ballot:
    """A ballot under the remit that is acted under."""
    ballot = Ballot.objects.filter(code=code, remit=scene.remit).first()
    if ballot is None:
        raise impossible("ballot_unknown", ballot=code, remit=scene.remit.code)
    return ballot
