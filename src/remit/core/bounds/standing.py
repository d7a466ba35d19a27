"""What every remit requires without saying so: that it is in force, and that it is backed.

The two answer as clauses do, with ids of their own; no instrument can leave them out.
"""

from __future__ import annotations

from collections.abc import Mapping

from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding, FindingVerdict
from remit.core.bounds.instrument import Instrument
from remit.core.bounds.labels import ALWAYS
from remit.core.words import gettext_noop, words

IN_FORCE, IN_FORCE_ID = "in_force", "B0"
BACKING, BACKING_ID = "backing", "backing"

IN_FORCE_ABOUT = gettext_noop("Only a remit that is sound and in force can be used.")
BACKING_ABOUT = gettext_noop("Nothing is done without somebody who answers for it.")

IN_FORCE_CODES: Mapping[str, str] = {
    "in_force": gettext_noop("The remit is in force."),
    "granted": gettext_noop("The remit waits for its holder or its backer."),
    "suspended": gettext_noop("The remit is suspended."),
    "ended": gettext_noop("The remit has ended."),
    "state_unknown": gettext_noop("It is not known whether the remit is in force."),
    "ends_only": gettext_noop(
        "What only stops, ends or warns may be done whatever state the remit is in."
    ),
    "unsound": gettext_noop("The remit is not sound: {problem}"),
}
BACKING_CODES: Mapping[str, str] = {
    "backed": gettext_noop("The remit is backed until {until}."),
    "backing_not_needed": gettext_noop("What only stops, ends or warns needs no backing."),
    "not_backed": gettext_noop("Nobody has backed the remit."),
    "backing_over": gettext_noop("The backing of the remit was over on {until}."),
    "backing_unknown": gettext_noop("It is not known whether the remit is backed."),
}


def in_force(instrument: Instrument, deed: Deed, facts: Facts) -> Finding:
    """Met only when the state is in force and the instrument has no problems."""
    problems = instrument.problems()
    if problems:
        # A remit without a clause of powers, say, would otherwise let everything pass.
        return _in_force("breached", "unsound", problem=problems[0])
    if deed.power in ALWAYS and facts.state is not None:
        return _in_force("met", "ends_only")
    match facts.state:
        case None:
            return _in_force("unknown", "state_unknown")
        case "in_force":
            return _in_force("met", "in_force")
        case "granted" | "suspended" | "ended" as state:
            return _in_force("breached", state)
        case _:
            # A state that only a later version knows is not known to this one.
            return _in_force("unknown", "state_unknown")


def backing(deed: Deed, facts: Facts) -> Finding:
    """Met only when somebody has signed, and the backing has not run out."""
    if deed.power in ALWAYS:
        return _backing("met", "backing_not_needed")
    if facts.backed is None:
        return _backing("unknown", "backing_unknown")
    if not facts.backed:
        return _backing("breached", "not_backed")
    if facts.backed_until is None:
        return _backing("unknown", "backing_unknown")
    if facts.at >= facts.backed_until:
        return _backing("breached", "backing_over", until=facts.backed_until)
    return _backing("met", "backed", until=facts.backed_until)


def _in_force(verdict: FindingVerdict, code: str, **params: object) -> Finding:
    return Finding(IN_FORCE_ID, IN_FORCE, verdict, code, words(IN_FORCE_CODES[code], **params))


def _backing(verdict: FindingVerdict, code: str, **params: object) -> Finding:
    return Finding(BACKING_ID, BACKING, verdict, code, words(BACKING_CODES[code], **params))
