"""What checking from the outside found: steps in order, and what is wrong in each.

A step holds (`ok` is True), fails (False), or says nothing (None) because what it builds on failed
or because it was not asked for. The first problem is where to look first: later ones may follow
from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from remit.core.ledger import LedgerProblem, Totals
from remit.core.log import Checkpoint, LogError
from remit.core.verify.problems import MESSAGES
from remit.core.words import PLAIN, Words, gettext_noop, words

PROBLEMS_SHOWN_MAX = 20
SHOWN_AT_MOST = 120

TITLES: dict[str, str] = {
    "key": gettext_noop("The log’s key"),
    "checkpoint": gettext_noop("The signed checkpoint"),
    "entries": gettext_noop("Records and their hashes"),
    "tiles": gettext_noop("The tree of hashes"),
    "consistency": gettext_noop("The log as it was when last seen"),
    "records": gettext_noop("The form of the records"),
    "answers": gettext_noop("Acts and their clauses"),
    "ledger": gettext_noop("The postings, replayed"),
    "books": gettext_noop("The published books"),
    "tallies": gettext_noop("The tallies, counted again"),
    "decisions": gettext_noop("Decisions and winners"),
}
"""Every step by its code, in order."""

_FAILED = gettext_noop("{count} found wrong. First: {first}")
_SKIPPED = gettext_noop("Not checked, because this must hold first: {step}")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong. `where` is a path in the published folder, or "record 12"."""

    code: str
    where: str
    words: Words

    def __str__(self) -> str:
        return f"{self.where}: {self.words.render(PLAIN)}"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was checked."""

    code: str
    ok: bool | None
    words: Words
    detail: tuple[Problem, ...] = ()

    @property
    def title(self) -> Words:
        return words(TITLES[self.code])


@dataclass(frozen=True, slots=True)
class Report:
    """All steps, the checkpoint to remember, and where each remit's money stands."""

    steps: tuple[Step, ...]
    checkpoint: Checkpoint | None = None
    checkpoint_note: bytes | None = None
    totals: tuple[Totals, ...] = ()

    @property
    def ok(self) -> bool:
        return all(step.ok is not False for step in self.steps)

    @property
    def first_problem(self) -> Problem | None:
        return next((problem for step in self.steps for problem in step.detail), None)

    def step(self, code: str) -> Step:
        return next(step for step in self.steps if step.code == code)


@dataclass(slots=True)
class Findings:
    """What is wrong in one step, as it is found. Only the first are kept; all are counted."""

    step: str
    count: int = 0
    kept: list[Problem] = field(default_factory=list)

    def add(self, code: str, *, where: str, **params: object) -> None:
        shown = {name: _short(value) for name, value in params.items()}
        self.keep(Problem(code, where, words(MESSAGES[code], **shown)))

    def add_error(self, error: LogError | LedgerProblem, *, where: str) -> None:
        self.keep(Problem(error.code, where, error.words))

    def keep(self, problem: Problem) -> None:
        self.count += 1
        if len(self.kept) < PROBLEMS_SHOWN_MAX:
            self.kept.append(problem)

    def done(self, held: Words) -> Step:
        """The step: `held` if nothing is wrong."""
        if not self.count:
            return Step(self.step, True, held)
        said = words(_FAILED, count=self.count, first=self.kept[0].words)
        return Step(self.step, False, said, tuple(self.kept))


def skipped(code: str, *, because: str) -> Step:
    return Step(code, None, words(_SKIPPED, step=words(TITLES[because])))


def record(index: int) -> str:
    """Where a problem of one record is."""
    return f"record {index}"


def _short(value: object) -> object:
    if isinstance(value, str) and len(value) > SHOWN_AT_MOST:
        return value[:SHOWN_AT_MOST] + "…"
    return value
