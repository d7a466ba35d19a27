"""Try before you sign: what an instrument would have answered to acts of the past, one by one.

It shows how often a draft would have said yes, ask or no, to how much money and because of which
clause, and which acts two drafts answer differently.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from remit.core.bounds.asking import ask, questions
from remit.core.bounds.clauses.envelope import Envelope
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Answer, AnswerVerdict, Finding, FindingVerdict
from remit.core.bounds.history import Filed
from remit.core.bounds.instrument import Instrument
from remit.core.bounds.purse import DRAWS, Purse
from remit.core.bounds.question import Moved
from remit.core.bounds.standing import BACKING, BACKING_ID, IN_FORCE, IN_FORCE_ID
from remit.core.bounds.tally import Tally
from remit.core.words import Words, gettext_noop, words

STANDING = (
    (IN_FORCE_ID, IN_FORCE, gettext_noop("In force")),
    (BACKING_ID, BACKING, gettext_noop("Backing")),
)
PROOFS = ("evidence", "evidence_above")
"""Kinds of clause that are breached where evidence is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """An act to try. ValueError if `at` has no time zone."""

    deed: Deed
    at: datetime
    position: str | None = None
    """Code of the position it is done in; None when it is not known."""
    person: str | None = None
    """A token that is the same whenever the same person acts."""
    agreed: frozenset[str] | None = frozenset()
    """Codes of the positions that have agreed to it."""
    evidence_known: bool = True
    """Whether the deed's evidence is all there was; else evidence that is missing isn't known."""
    label: str = ""
    """What people call it."""

    def __post_init__(self) -> None:
        if self.at.utcoffset() is None:
            raise ValueError("a moment must have its time zone")


@dataclass(frozen=True, slots=True)
class Sum:
    """How many acts, and how many minor units they move together."""

    count: int = 0
    amount: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A trial, the answer to it, and whether those after it found it done."""

    trial: Trial
    answer: Answer
    done: bool

    @property
    def unknown(self) -> bool:
        """Whether it is a no only because facts are missing: no clause is breached."""
        return self.answer.verdict == "no" and all(
            self.found(finding) == "unknown" for finding in self.answer.refusals
        )

    def found(self, finding: Finding) -> FindingVerdict:
        """The verdict of one of its findings; evidence that nobody noted is not known."""
        if finding.kind in PROOFS and finding.verdict == "breached":
            return "breached" if self.trial.evidence_known else "unknown"
        return finding.verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseSums:
    """What one clause did. An act that two clauses stop is counted with each."""

    clause: str
    kind: str
    heading: Words
    stopped: Sum
    """It was breached."""
    asked: Sum
    """It was among those that made the answer an ask."""
    unknown: Sum
    """It lacked a fact, and refused for that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """All answers, in the order of time, and what they come to.

    Amounts in another currency than the instrument's are counted as acts, and not added.
    """

    instrument: Instrument
    tried: tuple[Tried, ...]

    def answered(self, verdict: AnswerVerdict) -> Sum:
        """The acts with this answer; a no for want of facts is among the noes."""
        return self._sum(one for one in self.tried if one.answer.verdict == verdict)

    @property
    def unknown(self) -> Sum:
        """The noes that only lack facts. They say that the list of acts lacks something, not
        that the instrument refuses."""
        return self._sum(one for one in self.tried if one.unknown)

    @property
    def clauses(self) -> tuple[ClauseSums, ...]:
        """What every clause did, in their order; first that it is in force, and backed."""
        standing = [(name, kind, words(heading)) for name, kind, heading in STANDING]
        bounds = [(c.id, c.kind, words(c.HEADING)) for c in self.instrument.clauses]
        return tuple(
            ClauseSums(
                clause=clause,
                kind=kind,
                heading=heading,
                stopped=self._found(clause, "breached"),
                asked=self._found(clause, "needs"),
                unknown=self._found(clause, "unknown"),
            )
            for clause, kind, heading in standing + bounds
        )

    def _found(self, clause: str, verdict: FindingVerdict) -> Sum:
        return self._sum(
            one
            for one in self.tried
            if (verdict != "needs" or one.answer.verdict == "ask")
            and any(f.clause == clause and one.found(f) == verdict for f in one.answer.findings)
        )

    def _sum(self, tried: Iterable[Tried]) -> Sum:
        return summed((one.trial for one in tried), currency=self.instrument.currency)


def summed(trials: Iterable[Trial], *, currency: str) -> Sum:
    """How many there are, and what those in this currency move."""
    found = list(trials)
    amounts = [t.deed.amount or 0 for t in found if t.deed.currency == currency]
    return Sum(len(found), sum(amounts))


def replay(
    instrument: Instrument,
    trials: Iterable[Trial],
    *,
    draws: frozenset[str] = DRAWS,
    assume_agreed: bool = False,
    depth: int | None = None,
    filed: Sequence[Filed] | None = None,
) -> Replay:
    """Every trial asked in the order of time; those of one moment stay in the order given.

    A yes is done, and later acts find it so: less is free, more was moved, its duty is taken. A no
    is not done; an ask is, if `assume_agreed`. The instrument is taken as in force and backed
    throughout, and remits above it don't answer. `draws` are the powers that take money from the
    envelope (see `Purse`). `depth` is how many remits stand above; it is 0 where there is no
    parent. Without `filed` it isn't known what is on file, so that clauses that look there refuse
    for want of facts.
    """
    run = _Run(
        instrument=instrument,
        purse=Purse(amount=_whole(instrument), draws=draws),
        depth=0 if instrument.parent is None else depth,
        on_file=filed is not None,
        tally=Tally(filed or ()),
    )
    tried = []
    for trial in sorted(trials, key=lambda trial: trial.at):
        answer = ask(instrument, trial.deed, run.facts(trial))
        done = answer.verdict == "yes" or (answer.verdict == "ask" and assume_agreed)
        if done:
            run.enter(trial)
        tried.append(Tried(trial=trial, answer=answer, done=done))
    return Replay(instrument=instrument, tried=tuple(tried))


def _whole(instrument: Instrument) -> int | None:
    found = (clause.amount for clause in instrument.clauses if isinstance(clause, Envelope))
    return next(found, None)


@dataclass(slots=True, kw_only=True)
class _Run:
    """What is known so far."""

    instrument: Instrument
    purse: Purse
    depth: int | None
    on_file: bool
    tally: Tally
    duties: dict[str, dict[str, str] | None] = field(default_factory=dict)
    """By item, who has done what; None once somebody acted who is not named."""

    def facts(self, trial: Trial) -> Facts:
        asked = questions(self.instrument, trial.deed, at=trial.at, person=trial.person or "")
        known = [q for q in asked if self.on_file or isinstance(q, Moved)]
        item = trial.deed.item
        return Facts(
            at=trial.at,
            state="in_force",
            backed=True,
            backed_until=max(self.instrument.backed_until, trial.at + timedelta(days=1)),
            positions=None if trial.position is None else frozenset({trial.position}),
            person=trial.person,
            envelope_free=self.purse.free(trial.deed),
            envelope=self.purse.amount,
            depth=self.depth,
            duties=None if item is None else self.duties.get(item, {}),
            agreed=trial.agreed,
            answers=self.tally.answers(known, at=trial.at),
        )

    def enter(self, trial: Trial) -> None:
        """From now on this is done."""
        self.purse.move(trial.deed)
        self.tally.add(trial.deed, trial.at)
        item, person = trial.deed.item, trial.person
        if item is None:
            return
        before = self.duties.get(item, {})
        if before is None or person is None:
            self.duties[item] = None
        else:
            self.duties[item] = {**before, trial.deed.power: person}


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A trial that two instruments answer differently."""

    trial: Trial
    first: AnswerVerdict
    second: AnswerVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a second instrument answers otherwise than a first."""

    more: tuple[Differing, ...]
    """What the second lets pass more easily: yes where the first asks or refuses, and so on."""
    less: tuple[Differing, ...]
    """What it lets pass less easily."""
    currency: str

    @property
    def more_sum(self) -> Sum:
        return summed((one.trial for one in self.more), currency=self.currency)

    @property
    def less_sum(self) -> Sum:
        return summed((one.trial for one in self.less), currency=self.currency)


RANKS: dict[AnswerVerdict, int] = {"no": 0, "ask": 1, "yes": 2}


def compare(first: Replay, second: Replay) -> Comparison:
    """The trials whose answers differ, both ways. ValueError unless both tried the same acts.

    Even a narrower instrument may say yes more often later: what it refused leaves money.
    """
    pairs = list(zip(first.tried, second.tried, strict=True))
    if any(one.trial != other.trial for one, other in pairs):
        raise ValueError("only replays of the same acts can be compared")
    differing = [
        Differing(trial=one.trial, first=one.answer.verdict, second=other.answer.verdict)
        for one, other in pairs
    ]
    return Comparison(
        more=tuple(d for d in differing if RANKS[d.second] > RANKS[d.first]),
        less=tuple(d for d in differing if RANKS[d.second] < RANKS[d.first]),
        currency=first.instrument.currency,
    )
