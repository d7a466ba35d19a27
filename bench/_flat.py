"""Facts as engines of policies take them: flat values, each known one by its name.

Neither peer can look through entries on a file, nor subtract two moments in Cedar's own words
without parsing them, so both are handed what is left: the newest stance, the best meeting, moments
in whole seconds. That work counts for neither of them, and is part of what `ask` does.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from bench._deeds import HISTORY, Case
from bench._policy import OFFICER
from remit.core.bounds import Entry, Filed

PLAIN = ("amount", "currency", "purpose", "matter", "recipient", "category", "area", "item")


def flat(case: Case) -> dict[str, object]:
    """What is known of this deed, without what is not."""
    deed, facts = case.deed, case.facts
    duties = dict(facts.duties or {})
    found: dict[str, object] = {
        **{name: getattr(deed, name) for name in (*PLAIN, "effect", "risk")},
        "until": seconds(deed.until),
        "made": seconds(deed.made),
        "evidence": sorted(deed.evidence),
        "at": seconds(facts.at),
        "state": facts.state,
        "backed": facts.backed,
        "backed_until": seconds(facts.backed_until),
        "free": facts.envelope_free,
        "envelope": facts.envelope,
        "depth": facts.depth,
        "done": sorted(duties),
        "done_by_self": sorted(power for power, who in duties.items() if who == facts.person),
        "agreed": sorted(facts.agreed or ()),
        **_moved(case),
        **_on_file(case),
    }
    return {name: value for name, value in found.items() if value is not None}


def seconds(moment: datetime | None) -> int | None:
    """Whole seconds of the epoch."""
    return None if moment is None else int(moment.timestamp())


def _moved(case: Case) -> dict[str, int | None]:
    deed, at = case.deed, case.facts.at
    uses = [use for use in HISTORY.uses if use.power == deed.power]
    recent = [use for use in uses if at - use.at <= timedelta(days=30)]
    return {
        "moved_all": sum(use.amount for use in uses),
        "moved_to_recipient": None
        if deed.recipient is None
        else sum(use.amount for use in recent if use.recipient == deed.recipient),
        "moved_in_category": None
        if deed.category is None
        else sum(use.amount for use in uses if use.category == deed.category),
    }


def _on_file(case: Case) -> dict[str, object]:
    person, item, at = case.facts.person, case.deed.item, case.facts.at
    live = [filed for filed in HISTORY.filed if filed.entry.live(at)]
    meeting = newest(_of(live, "meeting", item))
    consultation = newest(_of(live, "consultation", item))
    opinion = newest(_of(live, "opinion", item))
    cleared = newest(e for e in _of(live, "clearance", person) if e.person != person)
    names = {item, case.deed.recipient, case.deed.matter, case.deed.category, case.deed.area}
    attested = newest(e for e in _of(live, "attestation", item) if e.person != person)
    return {
        "opinion": opinion and opinion.stance,
        "present": meeting and meeting.figure("present"),
        "notice_days": meeting and meeting.figure("notice"),
        "notice_at": min((seconds(e.at) or 0 for e in _of(live, "notice", item)), default=None),
        "open_days": consultation and consultation.figure("days"),
        "answers": consultation and consultation.figure("answers"),
        "documents": sorted(e.code for e in _of(live, "document", item)),
        "attested_at": attested and seconds(attested.at),
        "clearance": cleared and cleared.stance,
        "interests": sorted({e.stance for e in _of(live, "interest", person) if e.code in names}),
        "report_at": max((seconds(e.at) or 0 for e in _of(live, "report", "")), default=None),
        "incident_level": _standing(live),
    }


def _of(filed: Iterable[Filed], topic: str, about: str | None) -> list[Entry]:
    return [f.entry for f in filed if f.topic == topic and f.about == about]


def newest(entries: Iterable[Entry]) -> Entry | None:
    return max(entries, key=lambda entry: entry.at, default=None)


def _standing(filed: list[Filed]) -> int:
    """The level of the gravest incident that was not lifted since."""
    lifted = [e.at for e in _of(filed, "lifting", "") if e.position == OFFICER]
    open_ones = [e for e in _of(filed, "incident", "") if all(at <= e.at for at in lifted)]
    return max((entry.figure("level") for entry in open_ones), default=0)
