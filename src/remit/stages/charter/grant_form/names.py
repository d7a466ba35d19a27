"""What the boxes are called, and the hints beside them."""

from __future__ import annotations

from collections.abc import Mapping

from remit.core.bounds.field_words import FIELDS
from remit.core.words import gettext_noop

CLAUSE_FIELDS: Mapping[str, str] = {
    "amount": gettext_noop("Amount"),
    "answer_days": gettext_noop("Days to answer"),
    "currency": gettext_noop("Currency"),
    "days": gettext_noop("Days to answer"),
    "of": gettext_noop("Counted together"),
    "position": gettext_noop("Position that must agree"),
    "power": gettext_noop("Power"),
    "silence": gettext_noop("If there is no answer in time"),
    "ask_above.amount": gettext_noop("Nobody need be asked up to"),
    "ask_total.amount": gettext_noop("Nobody need be asked until all of it together comes to"),
    "attestation.about": gettext_noop("What is attested"),
    "attestation.days": gettext_noop("How many days old it may be"),
    "cap.amount": gettext_noop("The most that one act may move"),
    "clearance.about": gettext_noop("Which check"),
    "consultation.answers": gettext_noop("How many answers it must have had"),
    "consultation.days": gettext_noop("How many days it must have been open"),
    "cooling_off.days": gettext_noop("How many days must have passed since the decision"),
    "document.documents": gettext_noop("What must be on file"),
    "dual_control.amount": gettext_noop("The most that one person may move alone"),
    "dual_control.position": gettext_noop("Position of the second person"),
    "duties.pairs": gettext_noop("Powers that one person can’t both use in one matter"),
    "envelope.amount": gettext_noop("How much there is in all"),
    "evidence.evidence": gettext_noop("What must be shown for which power"),
    "evidence_above.steps": gettext_noop("What must be shown above which amount"),
    "interests.relatives": gettext_noop("If a relative is concerned"),
    "ladder.steps": gettext_noop("Powers, in the order in which they are used"),
    "last_dates.dates": gettext_noop("When each power is over"),
    "meeting.notice_days": gettext_noop("Days of notice before the meeting"),
    "meeting.quorum": gettext_noop("How many must have been present"),
    "notice.days": gettext_noop("How many days must have passed since notice was given"),
    "opinion.about": gettext_noop("What the opinion is on"),
    "opinion.position": gettext_noop("Position that gives it"),
    "opinion.veto": gettext_noop("An opinion against it stops it"),
    "period.ends": gettext_noop("Ends on"),
    "period.starts": gettext_noop("Begins on"),
    "powers.powers": gettext_noop("Powers, and the positions that have them"),
    "purpose.purposes": gettext_noop("Purposes"),
    "report.days": gettext_noop("How many days old the newest report may be"),
    "report.first": gettext_noop("The first report is due on"),
    "reserved.matters": gettext_noop("Matters that the grantor keeps"),
    "reversible.pilot_days": gettext_noop("Days within which a pilot must stop"),
    "risk_lane.light": gettext_noop("Highest risk for which nobody need be asked"),
    "risk_lane.panel": gettext_noop("Highest risk to which this position can agree"),
    "scope.codes": gettext_noop("All that are allowed"),
    "scope.of": gettext_noop("What is listed"),
    "share.per_mille": gettext_noop("Largest share, in thousandths of the envelope"),
    "stop.level": gettext_noop("From which level on"),
    "stop.lifted_by": gettext_noop("Position that may lift the stop"),
    "stop.topic": gettext_noop("What stops it"),
    "sub_remits.depth": gettext_noop("Lowest level at which there may be a remit"),
    "total.amount": gettext_noop("The most that they may move together"),
    "total.days": gettext_noop("Within how many days"),
    "window.days": gettext_noop("Days after what they are about"),
    "window.powers": gettext_noop("Powers"),
}
"""By field of a clause, alone or with its kind, what its box is called."""

COLUMNS: Mapping[str, str] = {
    "above": gettext_noop("Above this amount"),
    "code": gettext_noop("Code"),
    "evidence": gettext_noop("What must be shown"),
    "first": gettext_noop("One power"),
    "key": gettext_noop("Power"),
    "one": gettext_noop("Power"),
    "second": gettext_noop("Another power"),
    "text": gettext_noop("In words"),
    "appetite.given": gettext_noop("How much risk is accepted"),
    "appetite.key": gettext_noop("What may be touched"),
    "evidence.given": gettext_noop("What must be shown"),
    "dates.given": gettext_noop("First moment when it is over"),
    "powers.given": gettext_noop("Positions"),
}
"""By column of rows, alone or with the field, what its box is called."""

HINTS: Mapping[str, str] = {
    "authority.appropriation": gettext_noop("Where the money comes from, as the budget names it."),
    "code": gettext_noop("Up to 32 capital letters, digits and hyphens, such as W-2023."),
    "holder.accepts": gettext_noop("Leave it empty if nobody need accept it."),
    "holder.quorum": gettext_noop("How many must take part; 0 where that is not laid down."),
    "parent": gettext_noop("The code of the remit above."),
    "appeal.office": gettext_noop("A position outside: it neither grants, nor backs, nor acts."),
    "retention.code": gettext_noop("As your schedule of records names it."),
    "review": gettext_noop("Leave it empty if no review is set."),
    "undertaking.days": gettext_noop("Only if it binds by an undertaking; else leave all empty."),
    "version": gettext_noop("1 for a new remit; a variation has the next number."),
    "meeting.notice_days": gettext_noop("0 if no notice is needed."),
    "reversible.pilot_days": gettext_noop("0 if no pilot is allowed."),
    "risk_lane.light": gettext_noop("From 0, for none, to 5."),
    "risk_lane.panel": gettext_noop("Up to 5. What is above it goes to safeguarding."),
    "stop.level": gettext_noop(
        "Of a concern from 1; of an incident its severity, 1 to 5; of a forecast the per cent "
        "above the envelope."
    ),
    "sub_remits.depth": gettext_noop("The agency’s own is at 0. Here 0 allows none below."),
    "sub_remits.position": gettext_noop("Leave it empty if nobody need agree."),
    "sub_remits.days": gettext_noop("0 if nobody need agree."),
    "interests.position": gettext_noop("Leave it empty if it is refused."),
    "interests.days": gettext_noop("0 if it is refused."),
    "total.days": gettext_noop("0 for the whole time of the remit."),
}
"""By field, what helps to write it."""

SORTS: Mapping[str, str] = {
    "moment": gettext_noop("A day, such as 2026-04-01; if need be with a time: 2026-04-01 10:30."),
    "codes": gettext_noop("Codes with commas between them, such as: {codes}."),
}
"""By sort of box, how it is written."""


def name_of(place: str, kind: str = "") -> str:
    """What the field is called: of a clause of this kind, or of the frame."""
    if kind:
        return CLAUSE_FIELDS.get(f"{kind}.{place}") or CLAUSE_FIELDS.get(place, place)
    return FIELDS.get(place, place)


def column_name(rows: str, column: str) -> str:
    """What the column is called in the rows of this field."""
    return COLUMNS.get(f"{rows}.{column}") or COLUMNS.get(column, column)
