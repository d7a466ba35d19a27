"""One example of every kind of act, from which its tests are made: when it can be done, by whom,
and what is too much."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

import pytest

from remit.core.bounds import Clause, Envelope, Instrument, Period
from remit.record.act import Act
from remit.stages.charter.acts import Establish, GrantRemit, Lapse, SignBacking
from remit.stages.decide.counting import count
from remit.stages.fund.acts import Approve, Pay, Release
from tests.town import (
    BALLOT,
    CAP,
    ENVELOPE,
    NOON,
    OFFICES,
    PB,
    REMIT,
    ROOT,
    STARTS,
    Town,
    adopt,
    bounds,
    commit,
    import_ballots,
    open_ballot,
    person,
    residents,
    root,
    said,
    submit,
    told,
)

HERE = "tests/record/examples.py"
SHORT_ENDS = datetime(2026, 6, 1, tzinfo=NOON.tzinfo)


@dataclass(frozen=True, kw_only=True)
class Example:
    """`ready` brings the story so far that `by` may do `act`, which `stranger` may not. `other`
    is the same kind with other content; `above` is refused by the `clause` of this kind."""

    ready: Callable[[], Town]
    act: Callable[[], Act]
    other: Callable[[], Act]
    by: str = "clerk"
    stranger: str = "calendar"
    under: str | None = REMIT
    at: datetime = NOON
    above: Callable[[], Act] | None = None
    clause: str = ""


def after(step: str, *more: Callable[[Town], object]) -> Callable[[], Town]:
    """The town at this step, and a little further."""

    def ready() -> Town:
        town = told(step)
        for further in more:
            further(town)
        return town

    return ready


def shorter(**changes: object) -> Instrument:
    """The residents' remit, over before the town's own."""
    first, *rest = bounds()
    assert isinstance(first, Period)
    clauses: tuple[Clause, ...] = (replace(first, ends=SHORT_ENDS), *rest)
    return residents(**{"clauses": clauses, **changes})


def endowed(amount: int) -> Instrument:
    """The residents' remit, with this much money."""
    return residents(
        clauses=tuple(
            replace(clause, amount=amount) if isinstance(clause, Envelope) else clause
            for clause in bounds()
        )
    )


def establish(name: str = "Testowo", instrument: Instrument | None = None) -> Establish:
    return Establish(
        name=said(name),
        positions={code: said(code) for code in OFFICES},
        appointments=tuple((code, person(code)) for code in OFFICES),
        instrument=instrument or root(),
        demonstration=False,
    )


def release(amount: int = 30_000, project: str = "4") -> Release:
    return Release(item=f"{BALLOT}.{project}", amount=amount, reason=said("It was cheaper."))


def back(town: Town) -> None:
    town.back()


def opened(town: Town) -> None:
    town.do(open_ballot())


def voted(town: Town) -> None:
    opened(town)
    town.do(import_ballots())


def submitted(town: Town) -> None:
    town.do(submit())


def approved(town: Town) -> None:
    submitted(town)
    town.do(Approve(payment="P-1"), by="accountable-officer")


EXAMPLES: dict[str, Example] = {
    "agency.establish": Example(
        ready=Town,
        act=establish,
        other=lambda: establish("Gdzie indziej"),
        by="accountable-officer",
        under=None,
        at=STARTS,
    ),
    "charter.grant": Example(
        ready=after("founded"),
        act=lambda: GrantRemit(instrument=residents()),
        other=lambda: GrantRemit(instrument=residents(title=said("A forest"))),
        by="accountable-officer",
        under=ROOT,
        above=lambda: GrantRemit(instrument=endowed(ENVELOPE + 1)),
        clause="envelope",
    ),
    "charter.back": Example(
        ready=after("granted"),
        act=lambda: SignBacking(remit=REMIT),
        other=lambda: SignBacking(remit="T-2"),
        by="backer",
        under=ROOT,
    ),
    "charter.lapse": Example(
        ready=after("founded", lambda town: town.grant(shorter()), back),
        act=lambda: Lapse(remit=REMIT),
        other=lambda: Lapse(remit="T-2"),
        by="calendar",
        stranger="clerk",
        under=ROOT,
        at=SHORT_ENDS,
    ),
    "decide.open_ballot": Example(
        ready=after("backed"),
        act=open_ballot,
        other=lambda: replace(open_ballot(), title=said("A forest")),
    ),
    "decide.import_ballots": Example(
        ready=after("backed", opened),
        act=import_ballots,
        other=lambda: import_ballots(PB.replace("f;3", "f;4")),
    ),
    "decide.publish_tally": Example(
        ready=after("backed", voted),
        act=lambda: count(BALLOT),
        other=lambda: replace(count(BALLOT), rule_sha256="00" * 32),
    ),
    "decide.adopt": Example(
        ready=after("voted"),
        act=adopt,
        other=lambda: adopt(amount=400_001),
        above=lambda: adopt("2", CAP + 1),
        clause="cap",
    ),
    "fund.commit": Example(
        ready=after("adopted"),
        act=commit,
        other=lambda: commit(amount=99_999),
        above=lambda: commit(amount=100_001),
        clause="envelope",
    ),
    "fund.submit": Example(
        ready=after("committed"),
        act=submit,
        other=lambda: submit(amount=39_999),
    ),
    "fund.approve": Example(
        ready=after("committed", submitted),
        act=lambda: Approve(payment="P-1"),
        other=lambda: Approve(payment="P-2"),
        by="accountable-officer",
    ),
    "fund.pay": Example(
        ready=after("committed", approved),
        act=lambda: Pay(payment="P-1"),
        other=lambda: Pay(payment="P-2"),
        by="treasurer",
    ),
    "fund.release": Example(
        ready=after("committed"),
        act=release,
        other=lambda: release(30_001),
        above=lambda: release(100_001),
        clause="envelope",
    ),
}


def example_of(kind: str) -> Example:
    """The example of this kind; the test fails that needs one which is not there."""
    if kind not in EXAMPLES:
        pytest.fail(
            f"{kind} has no example. Add one to EXAMPLES in {HERE}: how far the story must have "
            "come, an act of this kind, the same kind with other content, who may do it, who may "
            "not, and, if it moves money, an act that is above the cap or the envelope.",
            pytrace=False,
        )
    return EXAMPLES[kind]
