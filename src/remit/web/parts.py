"""What pages hand to components: small frozen values, so that a wrong word fails in mypy.

Every `Text` may be a plain or lazy string, `Words` from the core, or what somebody `Said` in one
or more languages. The component escapes it and marks its language; a page never builds markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.functional import Promise
from django.utils.safestring import SafeString

from remit.core.words import Money, Said, Words

Text = str | Promise | Words | Said
AnswerName = Literal["yes", "ask", "no"]
FindingName = Literal["", "met", "breached", "needs", "unknown"]
Tone = Literal["neutral", "good", "warn", "bad", "accent"]
NoticeTone = Literal["info", "success", "warning", "refusal"]
ButtonKind = Literal["primary", "second", "warning"]
StepState = Literal["done", "current", "next"]
ColumnKind = Literal["text", "number", "mono"]


@dataclass(frozen=True, slots=True)
class Link:
    text: Text
    href: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The badge of an answer: an icon and a word, so that colour is never alone."""

    name: AnswerName


@dataclass(frozen=True, slots=True)
class Status:
    text: Text
    tone: Tone = "neutral"


@dataclass(frozen=True, slots=True)
class Code:
    """A hash, an id or a command, in letters of one width."""

    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Several values of one cell or one fact, each on a line of its own."""

    values: tuple[Value, ...]


Value = Text | Money | int | date | Link | Answer | Status | Code | Lines | SafeString | None


@dataclass(frozen=True, slots=True)
class Column:
    text: Text
    kind: ColumnKind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of values; the first cell of a row is its header. `empty` is said if there are none."""

    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    note: Text = ""
    hide_caption: bool = False
    empty: Text = ""

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"{len(row)} cells for {len(self.columns)} columns: {row!r}")


@dataclass(frozen=True, slots=True)
class Tab:
    text: Text
    href: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    term: Text
    value: Value
    note: Text = ""


@dataclass(frozen=True, slots=True)
class Figure:
    term: Text
    value: Value
    note: Text = ""
    tone: Literal["plain", "strong"] = "plain"


@dataclass(frozen=True, slots=True)
class Event:
    """One moment of a timeline."""

    at: date
    title: Text
    text: Text = ""
    href: str = ""
    answer: AnswerName | Literal[""] = ""
    note: Text = ""


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause in words, with what was found when an act was held against it (if one was)."""

    id: str
    text: Text
    finding: FindingName = ""
    note: Text = ""
    topic: Text = ""


@dataclass(frozen=True, slots=True)
class Step:
    text: Text
    state: StepState = "next"
    href: str = ""
    note: Text = ""
