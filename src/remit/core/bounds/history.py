"""Earlier acts and the file as plain values, and what they answer to the clauses' questions.

The database answers the same questions for acts that are performed; this is for those that are
only thought of: a file asked about on the command line, a draft that is tried on a past year.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from remit.core.bounds.deed import Deed
from remit.core.bounds.question import Answers, Entry, Moved, OnFile, Question, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A power that was used, and what it moved."""

    power: str
    amount: int
    at: datetime
    recipient: str | None = None
    category: str | None = None
    area: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """An entry, and the file on which it stands."""

    topic: str
    scope: Scope
    about: str
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What was done and filed under one remit and those below it."""

    uses: Sequence[Use] = ()
    filed: Sequence[Filed] = field(default=())

    def answers(self, questions: Iterable[Question]) -> Answers:
        """Every question answered: nothing is unknown to a history that is whole."""
        return {question: self._answer(question) for question in questions}

    def _answer(self, question: Question) -> int | tuple[Entry, ...]:
        if isinstance(question, Moved):
            return sum(use.amount for use in self.uses if counts(use, question))
        return tuple(filed.entry for filed in self.filed if stands(filed, question))

    def with_use(self, deed: Deed, at: datetime) -> History:
        """The history once this deed was done; unchanged if it moves nothing."""
        if deed.amount is None:
            return self
        use = Use(
            power=deed.power,
            amount=deed.amount,
            at=at,
            recipient=deed.recipient,
            category=deed.category,
            area=deed.area,
        )
        return History(uses=(*self.uses, use), filed=self.filed)


def counts(use: Use, question: Moved) -> bool:
    """Whether this use is one of those that the question is about."""
    if use.power != question.power or (question.since is not None and use.at < question.since):
        return False
    return question.of == "all" or getattr(use, question.of) == question.code


def stands(filed: Filed, question: OnFile) -> bool:
    """Whether this entry is one of those that the question is about."""
    return (filed.topic, filed.scope, filed.about) == (
        question.topic,
        question.scope,
        question.about,
    ) and question.code in ("", filed.entry.code)
