"""What an act is: something somebody wants to do under a remit, said as data.

A stage writes one frozen dataclass for each kind, with its fields and `apply`. `perform` asks the
bounds first and writes the record; an act decides neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, ClassVar

from remit.core.bounds import Deed, Instrument
from remit.core.ledger import AMOUNT_MAX, Posting
from remit.core.words import PLAIN, Words, gettext_noop, words
from remit.people.actor import Actor
from remit.record.chain import Link
from remit.record.models import Record, Remit


class Impossible(Exception):
    """The act is not a question of bounds: it cannot be done at all. Nothing is recorded."""

    def __init__(self, code: str, msgid: str, /, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.words: Words = words(msgid, **params)

    def __str__(self) -> str:
        return f"{self.code}: {self.words.render(PLAIN)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What an act may know while it is judged and done. The founding act has no remit yet."""

    at: datetime
    by: Actor
    row: Remit | None
    terms: Instrument | None
    above: tuple[Link, ...] = ()
    """The remits above it, the nearest first."""

    @property
    def remit(self) -> Remit:
        """The remit acted under, its row locked."""
        assert self.row is not None, "the founding act acts under no remit"
        return self.row

    @property
    def instrument(self) -> Instrument:
        """What the remit says, in the version in force."""
        assert self.terms is not None, "the founding act acts under no remit"
        return self.terms


PRIVATE = {"private": True}
"""Metadata of a field that never enters the record: a person, or what its digest stands for."""


TEXT_LETTERS_MAX = 200
SAID_LETTERS_MAX = 2000

MESSAGES: dict[str, str] = {
    "amount_shape": gettext_noop(
        "The field {field} must be a whole amount above zero, in the currency’s smallest unit."
    ),
    "text_shape": gettext_noop(
        "The field {field} must be one line of at most {limit} letters. Shorten it."
    ),
    "said_shape": gettext_noop(
        "The field {field} must have a text in at least one language, of at most {limit} letters."
    ),
}
"""By code, what is wrong with a field, whatever the act."""


@dataclass(frozen=True, kw_only=True)
class Act:
    """One kind of act.

    `kind` is `stage.verb`, `heading` what its record is called, `about` what doing it means, and
    `power` what a remit must give for it.
    """

    kind: ClassVar[str]
    heading: ClassVar[str]
    about: ClassVar[str]
    power: ClassVar[str]

    def faults(self) -> Iterator[Impossible]:
        """Fields that no act can be done with. An `int` is an amount, `Said` what people wrote."""
        for field in fields(self):
            code, limit, holds = SHAPES.get(str(field.type), ANY)
            if not holds(getattr(self, field.name)):
                yield Impossible(code, MESSAGES[code], field=field.name, limit=limit)

    def deed(self, scene: Scene) -> Deed:
        """The act as the bounds see it. What it proves is looked up here, never claimed."""
        return self._deed()

    def _deed(
        self,
        *,
        amount: int | None = None,
        currency: str | None = None,
        evidence: frozenset[str] = frozenset(),
        **more: Any,
    ) -> Deed:
        """A deed of this kind; `more` are other fields of `Deed`."""
        given = {"purpose": None, "matter": None, **more}
        return Deed(
            kind=self.kind,
            power=self.power,
            amount=amount,
            currency=currency,
            evidence=evidence,
            **given,
        )

    def draws_on(self, scene: Scene) -> str | None:
        """The account that its money comes from; None when it moves none."""
        return None

    def duties(self, scene: Scene) -> Mapping[str, str]:
        """Who has done which duty so far in this matter: duty to person's token."""
        return {}

    def apply(self, scene: Scene) -> Sequence[Posting]:
        """Write the stage's own tables; the postings to enter. Impossible undoes it all."""
        raise NotImplementedError

    def after(self, scene: Scene, record: Record) -> None:
        """Write what must name the act's own record. Called once it stands."""

    def subject(self) -> str:
        """What it is about, as records are looked up: a path, the widest thing first."""
        raise NotImplementedError

    def public(self) -> dict[str, object]:
        """Its fields as the record shows them to everybody."""
        return {
            f.name: _plain(getattr(self, f.name))
            for f in fields(self)
            if not f.metadata.get("private")
        }


def _is_amount(value: object) -> bool:
    return type(value) is int and 0 < value <= AMOUNT_MAX


def _is_line(value: object) -> bool:
    return isinstance(value, str) and len(value) <= TEXT_LETTERS_MAX and value.isprintable()


def _is_said(value: object) -> bool:
    return (
        isinstance(value, Mapping)
        and any(str(text).strip() for text in value.values())
        and all(len(str(text)) <= SAID_LETTERS_MAX for text in value.values())
    )


ANY: tuple[str, int, Callable[[object], bool]] = ("", 0, lambda value: True)
SHAPES: dict[str, tuple[str, int, Callable[[object], bool]]] = {
    "int": ("amount_shape", AMOUNT_MAX, _is_amount),
    "str": ("text_shape", TEXT_LETTERS_MAX, _is_line),
    "Said": ("said_shape", SAID_LETTERS_MAX, _is_said),
}
"""By a field's type: the code of what is wrong, the limit, and whether a value holds."""


def _plain(value: object) -> object:
    """Dataclass fields are written with tuples; the record has lists."""
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


def moment(at: datetime) -> str:
    """As the record writes it: UTC, ISO 8601, with a Z."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
