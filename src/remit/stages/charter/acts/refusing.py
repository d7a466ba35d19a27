"""Why an act about a remit cannot be done at all, and the remit it is about."""

from __future__ import annotations

from remit.core.bounds import Instrument, covers
from remit.core.ledger import APPROPRIATION, account_path
from remit.core.words import gettext_noop
from remit.record.act import Impossible, Scene
from remit.record.chain import instrument_of
from remit.record.models import Remit, Version

MESSAGES: dict[str, str] = {
    "code_taken": gettext_noop(
        "There is a remit {remit} already. A remit keeps its code for ever: choose another."
    ),
    "wrong_parent": gettext_noop(
        "The instrument says that it stands under {said}; it is being granted under {under}."
    ),
    "not_grantor": gettext_noop("The instrument names {grantor} as its grantor, not {position}."),
    "unsound": gettext_noop("The instrument does not hold together: {problem}"),
    "wider_than_parent": gettext_noop(
        "The remit would be wider than the one it stands under: {problem}"
    ),
    "not_fit": gettext_noop("The remit is not fit to be granted: {problem} {mend}"),
    "not_backer": gettext_noop("The instrument names {backer} as its backer, not {position}."),
    "no_such_remit": gettext_noop("No remit {remit} stands directly under {under}."),
    "not_waiting": gettext_noop("The remit {remit} has ended: nobody can back it any more."),
    "backing_day": gettext_noop(
        "The backing would end on {until}. It must end later than now, and not later than the "
        "remit itself, on {ends}."
    ),
    "not_backed": gettext_noop("Nobody backs the remit {remit} now, so nothing can be withdrawn."),
    "not_over": gettext_noop(
        "The remit {remit} does not end now: its period is not over, or it ended before."
    ),
    "children_first": gettext_noop(
        "Remits under {remit} have not ended yet: they end first, so that nothing is left behind."
    ),
    "not_a_root": gettext_noop("An agency’s own instrument stands under no other."),
    "first_version": gettext_noop("A remit is granted in its version 1, not {version}."),
    "next_version": gettext_noop(
        "The next version of the remit {remit} has the number {expected}, not {version}."
    ),
    "frame_kept": gettext_noop(
        "A variation keeps the currency, the parent and whether it is a demonstration: {field}."
    ),
    "child_would_be_wider": gettext_noop(
        "The remit {child} would then be wider than the one it stands under: {problem}"
    ),
    "nothing_varied": gettext_noop("The new version says the same as the one in force."),
    "nothing_drafted": gettext_noop("This says the same as the newest draft, number {number}."),
    "no_acceptance": gettext_noop("The instrument asks nobody to accept it."),
    "not_acceptor": gettext_noop("This position accepts it: {accepts}, not {position}."),
    "accepted_before": gettext_noop("The remit {remit} was accepted before, or has ended."),
    "not_in_force": gettext_noop("The remit {remit} is not in force, so it is not suspended."),
    "not_suspended": gettext_noop("The remit {remit} is not suspended."),
    "ended_before": gettext_noop("The remit {remit} has ended already."),
    "money_bound": gettext_noop(
        "{amount} is still set aside or committed under the remit {remit}. Pay or release it first."
    ),
    "request_unknown": gettext_noop(
        "Nobody asks this of the position {position}, or it was answered before."
    ),
    "request_over": gettext_noop("The time to answer was over on {due}."),
    "request_not_over": gettext_noop("There is time to answer until {due}."),
    "own_request": gettext_noop("Nobody answers their own request. Somebody else must."),
    "topic_unknown": gettext_noop("“{topic}” can’t be put on file so. Take one of: {allowed}."),
    "stance_unknown": gettext_noop("“{stance}” is not said here. Take one of: {allowed}."),
    "person_unknown": gettext_noop("Nobody known here has this token."),
    "own_clearance": gettext_noop("Nobody verifies their own clearance. Somebody else must."),
    "code_shape": gettext_noop(
        "The field {field} takes a code: small letters and digits, and between them “.”, “-” or "
        "“_”."
    ),
    "figure_shape": gettext_noop(
        "The figures are whole numbers, zero or more, each with its name: {figures}."
    ),
    "until_over": gettext_noop("It would be over on {until}, before it is put on file."),
}
"""By code, why one of these acts cannot be done at all."""

NO_PARENT = gettext_noop("no other")
"""What an instrument says that names no parent."""


def impossible(code: str, **params: object) -> Impossible:
    return Impossible(code, MESSAGES[code], **params)


def envelope_account(code: str, *, root: bool) -> str:
    """Where a remit's free money lies: the agency's own is what was appropriated to it."""
    return APPROPRIATION if root else account_path(code, "envelope")


def free_money(row: Remit) -> str:
    """The account of what is free under this remit."""
    return envelope_account(row.code, root=row.parent_id is None)


def within(new: Instrument, scene: Scene) -> None:
    """Impossible unless the instrument holds together, and is no wider than the one acted under."""
    for problem in new.problems():
        raise impossible("unsound", problem=problem)
    for found in covers(scene.instrument, new):
        raise impossible("wider_than_parent", problem=found.words)


def child(code: str, scene: Scene) -> tuple[Remit, Instrument]:
    """A remit directly under the one that is acted under, its row locked, and what it says."""
    row = Remit.objects.select_for_update().filter(code=code, parent=scene.remit).first()
    if row is None:
        raise impossible("no_such_remit", remit=code, under=scene.remit.code)
    said = Version.objects.get(remit=row, number=row.version).instrument
    return row, instrument_of(said)
