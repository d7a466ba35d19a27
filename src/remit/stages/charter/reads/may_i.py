"""What a visitor asks a remit before anything is done, and what its bounds would answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from remit.core.bounds import Answer, Clause, Deed, Finding, Instrument
from remit.record import reads
from remit.record.requests import due, needing, silence
from remit.record.supposing import suppose


@dataclass(frozen=True, slots=True)
class Asking:
    """The remit that is asked, and those above whose clauses judge what is done below."""

    remit: reads.RemitView
    above: tuple[Instrument, ...]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause that answers."""
        reaching = (clause for higher in self.above for clause in higher.clauses if clause.REACHES)
        return (*self.remit.instrument.clauses, *reaching)


@dataclass(frozen=True, slots=True)
class Whom:
    """A position that must agree, and by when if it were asked at that moment."""

    position: str
    due: datetime
    silence: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """What the bounds would say of this deed, at this moment, in this position."""

    answer: Answer
    deed: Deed
    at: datetime
    position: str
    whom: tuple[Whom, ...]

    @property
    def standing(self) -> tuple[Finding, ...]:
        """The findings that stand in the way."""
        asking = (finding for whom in self.whom for finding in whom.findings)
        return self.answer.refusals or tuple(asking)

    @property
    def unsaid(self) -> bool:
        """Whether it is refused only for what was not said or is not known."""
        refusals = self.answer.refusals
        return bool(refusals) and all(found.verdict == "unknown" for found in refusals)


def asking(code: str) -> Asking | None:
    """The remit that is asked; None if there is none of this code."""
    line = reads.line(code)
    if not line:
        return None
    own, *above = line
    return Asking(remit=own, above=tuple(higher.instrument for higher in above))


def answered(
    code: str, deed: Deed, *, at: datetime, position: str, person: str | None, interest: str = ""
) -> Answered | None:
    """What the bounds would say; None if there is no such remit."""
    found = suppose(code, deed, at=at, position=position, person=person, interest=interest)
    if found is None:
        return None
    answer, _ = found
    whom = needing(answer).items() if answer.verdict == "ask" else ()
    asked = tuple(
        Whom(position, due(needs, at=at), silence(needs), tuple(needs)) for position, needs in whom
    )
    return Answered(answer, deed, at, position, asked)
