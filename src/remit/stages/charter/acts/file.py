"""Putting something on file: opinions, clearances, interests, meetings, documents, concerns.

Clauses look at the file when they judge an act. Nothing on it is changed or taken away; what was
wrong is set right by a later entry.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from remit.core.bounds import TOPICS
from remit.core.bounds.question import Scope
from remit.core.ledger import Posting
from remit.core.words import Said, gettext_noop
from remit.people.models import Person
from remit.record.act import PRIVATE, Act, Scene
from remit.record.models import Entry, Record
from remit.stages.charter.acts.refusing import impossible

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
FIGURE_MAX = 10**9


class Filing(Act):
    """What all of these have in common. A kind sets TOPIC, or has a field `topic`."""

    TOPIC: ClassVar[str] = ""
    STANCES: ClassVar[tuple[str, ...]] = ("",)
    """What it may come to."""
    ABOUT: ClassVar[Scope] = "matter"
    text: Said

    def subject(self) -> str:
        return f"file/{self.topic_of()}/{getattr(self, 'item', '') or 'remit'}"

    def topic_of(self) -> str:
        return self.TOPIC or str(getattr(self, "topic", ""))

    def scope_of(self) -> tuple[Scope, str]:
        """Whose file it stands on: the matter's if one is named, else the remit's own."""
        item = str(getattr(self, "item", ""))
        return ("matter", item) if item else ("remit", "")

    def apply(self, scene: Scene) -> Sequence[Posting]:
        allowed = tuple(topic for topic, power in TOPICS.items() if power == self.power)
        if self.topic_of() not in allowed:
            raise impossible("topic_unknown", topic=self.topic_of(), allowed=allowed)
        stance = getattr(self, "stance", "")
        if stance not in self.STANCES:
            raise impossible("stance_unknown", stance=stance, allowed=self.STANCES)
        for name in ("code", "item"):
            value = getattr(self, name, "")
            if value and not CODE.fullmatch(value):
                raise impossible("code_shape", field=name)
        until = getattr(self, "until", None)
        if until is not None and until <= scene.at:
            raise impossible("until_over", until=until)
        figures: Mapping[str, int] = getattr(self, "figures", {})
        if not all(
            CODE.fullmatch(name) and type(figure) is int and 0 <= figure <= FIGURE_MAX
            for name, figure in figures.items()
        ):
            raise impossible("figure_shape", figures=", ".join(map(str, figures)))
        return []

    def after(self, scene: Scene, record: Record) -> None:
        scope, about = self.scope_of()
        Entry.objects.create(
            record=record,
            remit=scene.remit,
            topic=self.topic_of(),
            code=getattr(self, "code", ""),
            stance=getattr(self, "stance", ""),
            scope=scope,
            about=self.person_of(scene) if self.ABOUT == "person" else about,
            position=scene.by.position,
            person=UUID(scene.by.person),
            at=scene.at,
            until=getattr(self, "until", None),
            figures=dict(getattr(self, "figures", {})),
        )

    def person_of(self, scene: Scene) -> str:
        """Whose file it stands on, if it is a person's."""
        return scene.by.person


@dataclass(frozen=True, kw_only=True)
class Advise(Filing):
    """Give a professional opinion, with its reasons. It informs, unless a clause says more."""

    kind = "charter.advise"
    heading = gettext_noop("Opinion")
    about = gettext_noop("give a professional opinion on a matter, with reasons")
    power = "advise"
    TOPIC = "opinion"
    STANCES = ("for", "against")

    item: str
    code: str
    """What it is on, such as legal, clinical, technical or safeguarding."""
    stance: str
    text: Said


@dataclass(frozen=True, kw_only=True)
class Verify(Filing):
    """Record that somebody's clearance was verified. What it came to is on their file, not in the
    public record."""

    kind = "charter.verify"
    heading = gettext_noop("Verification of a clearance")
    about = gettext_noop("record that a clearance was verified, and until when it holds")
    power = "verify"
    TOPIC = "clearance"
    STANCES = ("cleared", "barred")
    ABOUT = "person"

    person: str = field(metadata=PRIVATE)
    """The token of whom it is about; it never enters the record."""
    code: str
    stance: str = field(metadata=PRIVATE)
    until: datetime = field(metadata=PRIVATE)
    text: Said

    def scope_of(self) -> tuple[Scope, str]:
        return "person", ""

    def person_of(self, scene: Scene) -> str:
        return self.person

    def apply(self, scene: Scene) -> Sequence[Posting]:
        if self.person == scene.by.person:
            raise impossible("own_clearance")
        if not is_token(self.person) or not Person.objects.filter(token=self.person).exists():
            raise impossible("person_unknown")
        return super().apply(scene)


@dataclass(frozen=True, kw_only=True)
class Declare(Filing):
    """Declare an interest of one's own. What it is about stays private; that there is one does
    not."""

    kind = "charter.declare"
    heading = gettext_noop("Declaration of an interest")
    about = gettext_noop("declare an interest of one’s own in a matter or a recipient")
    power = "declare"
    TOPIC = "interest"
    STANCES = ("shared", "particular", "relative")
    ABOUT = "person"

    code: str = field(metadata=PRIVATE)
    """The matter, the item or the recipient that one has an interest in."""
    stance: str
    until: datetime | None = None
    text: Said

    def scope_of(self) -> tuple[Scope, str]:
        return "person", ""


@dataclass(frozen=True, kw_only=True)
class PutOnFile(Filing):
    """Put on file what a clause asks for: a meeting, a notice, a consultation, a report, a
    document, a forecast."""

    kind = "charter.file"
    heading = gettext_noop("Something put on file")
    about = gettext_noop("put on file what a clause asks for, such as a meeting or a report")
    power = "file"

    topic: str
    item: str
    """The matter; empty for what concerns the remit as a whole."""
    code: str
    figures: Mapping[str, int]
    """Such as those present, or the days of notice."""
    text: Said


@dataclass(frozen=True, kw_only=True)
class Attest(Filing):
    """Attest from outside that something is so."""

    kind = "charter.attest"
    heading = gettext_noop("Attestation")
    about = gettext_noop("attest from outside that something is so")
    power = "attest"
    TOPIC = "attestation"

    item: str
    code: str
    until: datetime | None = None
    text: Said


@dataclass(frozen=True, kw_only=True)
class Raise(Filing):
    """Raise a safeguarding concern or report an incident. Stop rules look at it at once."""

    kind = "charter.raise"
    heading = gettext_noop("Concern or incident")
    about = gettext_noop("raise a safeguarding concern, or report an incident")
    power = "raise"

    topic: str
    figures: Mapping[str, int]
    """Its level: for an incident, how severe it is, 1 to 5."""
    text: Said


@dataclass(frozen=True, kw_only=True)
class Lift(Filing):
    """Lift what a stop rule has stopped, with reasons."""

    kind = "charter.lift"
    heading = gettext_noop("Lifting of a stop")
    about = gettext_noop("lift what a stop rule has stopped, with reasons")
    power = "lift"
    TOPIC = "lifting"

    code: str
    """What it lifts: concern, incident or forecast."""
    text: Said


def is_token(text: str) -> bool:
    """Whether it has the shape of a person's token."""
    try:
        UUID(text)
    except ValueError:
        return False
    return True
