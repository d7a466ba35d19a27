"""What a clause must know beyond the deed, said as data, so that facts are gathered in one place.

A clause names its questions for a deed; the caller looks each up and puts the answers among the
facts. There are two kinds: how much was moved so far, and what stands on the file of a matter. A
question that nobody answered is not known, and what is not known refuses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from remit.core.bounds.reading import moment, moment_json

TOPICS: Mapping[str, str] = {
    "opinion": "advise",
    "clearance": "verify",
    "interest": "declare",
    "attestation": "attest",
    "concern": "raise",
    "incident": "raise",
    "lifting": "lift",
    "consultation": "file",
    "document": "file",
    "forecast": "file",
    "meeting": "file",
    "notice": "file",
    "report": "file",
}
"""What can be put on file, and with which power."""

Of = Literal["all", "recipient", "category", "area"]
OFS: tuple[Of, ...] = ("all", "recipient", "category", "area")
"""What acts are counted together by."""
Scope = Literal["matter", "remit", "person"]
SCOPES: tuple[Scope, ...] = ("matter", "remit", "person")
"""Whose file an entry stands on: that of the matter in hand, of the remit, of who acts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How many minor units earlier acts with this power moved, since a moment or ever.

    `of` and `code` say which: all of them, or those for one recipient, category or area.
    """

    power: str
    of: Of = "all"
    code: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnFile:
    """What stands on a file under a topic of TOPICS, such as opinions of the code "legal"."""

    topic: str
    code: str = ""
    """Entries of this code alone; empty for all of the topic."""
    scope: Scope = "matter"
    about: str = ""
    """The matter's item or the person's token; empty for the remit's own file."""


Question = Moved | OnFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something put on file by somebody: an opinion, a clearance, a declared interest.

    `figures` are whole numbers that the topic has, such as those present at a meeting.
    """

    code: str
    stance: str
    """What it comes to, such as "for" or "against"; each kind of clause says what it looks for."""
    position: str
    person: str
    at: datetime
    until: datetime | None = None
    figures: Mapping[str, int] | None = None

    def figure(self, name: str) -> int:
        """This figure; 0 where it was not stated."""
        return (self.figures or {}).get(name, 0)

    def live(self, at: datetime) -> bool:
        """Whether it holds at this moment."""
        return self.at <= at and (self.until is None or at < self.until)


Answers = Mapping[Question, "int | tuple[Entry, ...]"]


def question_json(question: Question) -> dict[str, object]:
    """The question as plain data; `question_from_json` reads it back."""
    if isinstance(question, Moved):
        since = moment_json(question.since) if question.since else None
        return {
            "ask": "moved",
            "power": question.power,
            "of": question.of,
            "code": question.code,
            "since": since,
        }
    return {
        "ask": "on_file",
        "topic": question.topic,
        "code": question.code,
        "scope": question.scope,
        "about": question.about,
    }


def question_from_json(data: Mapping[str, object]) -> Question:
    """What `question_json` wrote. ValueError for anything else."""
    match data:
        case {"ask": "moved", "power": str(power), "of": of, "code": str(code), "since": since}:
            if of in OFS and (since is None or isinstance(since, str)):
                at = None if since is None else moment(since, where="since")
                return Moved(power=power, of=of, code=code, since=at)
        case {
            "ask": "on_file",
            "topic": str(topic),
            "code": str(code),
            "scope": scope,
            "about": str(about),
        }:
            if scope in SCOPES:
                return OnFile(topic=topic, code=code, scope=scope, about=about)
    raise ValueError("this is not a question as question_json writes it")


def entry_json(entry: Entry) -> dict[str, object]:
    """The entry as plain data; `entry_from_json` reads it back."""
    return {
        "code": entry.code,
        "stance": entry.stance,
        "position": entry.position,
        "person": entry.person,
        "at": moment_json(entry.at),
        "until": moment_json(entry.until) if entry.until else None,
        "figures": dict(entry.figures) if entry.figures else {},
    }


def entry_from_json(data: Mapping[str, object]) -> Entry:
    """What `entry_json` wrote. ValueError for anything else."""
    match data:
        case {
            "code": str(code),
            "stance": str(stance),
            "position": str(position),
            "person": str(person),
            "at": str(at),
            "until": str() | None as until,
            "figures": dict(figures),
        } if all(type(figure) is int for figure in figures.values()):
            return Entry(
                code=code,
                stance=stance,
                position=position,
                person=person,
                at=moment(at, where="at"),
                until=None if until is None else moment(until, where="until"),
                figures={str(name): figure for name, figure in figures.items()},
            )
    raise ValueError("this is not an entry as entry_json writes it")
