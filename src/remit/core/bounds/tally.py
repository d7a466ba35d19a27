"""What was moved and filed so far, kept so that it is looked up quickly while acts are tried.

It answers as `history.History` does. There every use is looked at for each question; here a sum
is kept for each way of counting, so that thousands of acts can be tried one after the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import datetime

from remit.core.bounds.deed import Deed
from remit.core.bounds.history import Filed
from remit.core.bounds.question import OFS, Answers, Entry, Moved, OnFile, Question


class Tally:
    """Acts are added in the order of time."""

    def __init__(self, filed: Iterable[Filed] = ()) -> None:
        self._sums: dict[tuple[str, str, str], tuple[list[datetime], list[int]]] = {}
        """By power, way of counting and code: when each use was, and the sum with it."""
        self._files: dict[tuple[str, str, str], list[Entry]] = {}
        """By topic, scope and matter."""
        for one in filed:
            self._files.setdefault((one.topic, one.scope, one.about), []).append(one.entry)

    def add(self, deed: Deed, at: datetime) -> None:
        """The deed was done at this moment, which is not before that of any added earlier."""
        if deed.amount is None:
            return
        for of in OFS:
            code = "" if of == "all" else getattr(deed, of)
            if code is not None:
                moments, sums = self._sums.setdefault((deed.power, of, code), ([], []))
                moments.append(at)
                sums.append((sums[-1] if sums else 0) + deed.amount)

    def answers(self, questions: Iterable[Question], *, at: datetime) -> Answers:
        """Every question answered, as at this moment: what is filed later is not there yet."""
        return {question: self._answer(question, at) for question in questions}

    def _answer(self, question: Question, at: datetime) -> int | tuple[Entry, ...]:
        return self._moved(question) if isinstance(question, Moved) else self._filed(question, at)

    def _moved(self, question: Moved) -> int:
        moments, sums = self._sums.get((question.power, question.of, question.code), ([], []))
        before = bisect_left(moments, question.since) if question.since else 0
        if before == len(moments):
            return 0
        return sums[-1] - (sums[before - 1] if before else 0)

    def _filed(self, question: OnFile, at: datetime) -> tuple[Entry, ...]:
        found = self._files.get((question.topic, question.scope, question.about), [])
        return tuple(e for e in found if e.at <= at and question.code in ("", e.code))
