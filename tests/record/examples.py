"""One example of every kind of act, from which its tests are made: when it can be done, by whom,
and what is too much."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from remit.core.bounds import Instrument
from remit.stages.charter.acts import (
    Establish,
    GrantRemit,
    Lapse,
    SignBacking,
)
from remit.stages.decide.acts import Accept, Alter, Decide, Decline
from remit.stages.decide.counting import count
from remit.stages.fund.acts import Approve, Pay, Release
from tests.record.example import Example, after
from tests.record.examples_charter import CHARTER, REASONS
from tests.record.examples_shared import SHORT_ENDS, endowed, shorter
from tests.town import (
    BALLOT,
    CAP,
    ENVELOPE,
    OFFICES,
    PB,
    REMIT,
    ROOT,
    STARTS,
    Town,
    adopt,
    commit,
    import_ballots,
    open_ballot,
    person,
    residents,
    root,
    said,
    submit,
)

HERE = "tests/record/examples.py"


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


def decide(amount: int = 400_000) -> Decide:
    return Decide(
        item="bench", title=said("A bench"), reasons=REASONS, amount=amount, purpose="park"
    )


def answered() -> dict[str, Any]:
    return {"item": "r-1", "recommendation": REASONS, "reasons": REASONS}


EXAMPLES: dict[str, Example] = {
    **CHARTER,
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
    "decide.decide": Example(
        ready=after("backed"),
        act=decide,
        other=lambda: decide(399_999),
        above=lambda: decide(ENVELOPE + 1),
        clause="envelope",
    ),
    "decide.accept": Example(
        ready=after("backed"),
        act=lambda: Accept(item="r-1", recommendation=REASONS, reasons=REASONS),
        other=lambda: Accept(item="r-2", recommendation=REASONS, reasons=REASONS),
    ),
    "decide.alter": Example(
        ready=after("backed"),
        act=lambda: Alter(because="money", **answered()),
        other=lambda: Alter(because="law", **answered()),
    ),
    "decide.decline": Example(
        ready=after("backed"),
        act=lambda: Decline(because="bound_changed", **answered()),
        other=lambda: Decline(because="law", **answered()),
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
