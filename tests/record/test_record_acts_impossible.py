"""Every reason why an act cannot be done at all: it is met, is said by its code, and leaves no
trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from remit.core.bounds import Period
from remit.people.actor import Actor
from remit.record.act import Act, Impossible
from remit.record.perform import MESSAGES as DOOR
from remit.record.perform import perform
from remit.stages.charter.acts import MESSAGES as CHARTER
from remit.stages.charter.acts import GrantRemit, Lapse, SignBacking
from remit.stages.decide.acts import MESSAGES as DECIDE
from remit.stages.decide.counting import count
from remit.stages.fund.acts import MESSAGES as FUND
from remit.stages.fund.acts import Approve, Pay
from tests.record.example import after
from tests.record.examples import approved, establish, opened, release, voted
from tests.record.examples_shared import endowed
from tests.record.tables import contents
from tests.record.tried import Try
from tests.record.tries_life import LIFE
from tests.town import (
    BALLOT,
    ENDS,
    PB,
    REMIT,
    ROOT,
    Town,
    adopt,
    bounds,
    commit,
    import_ballots,
    open_ballot,
    residents,
    submit,
)

OFFICER = "accountable-officer"
KEPT_OUT = {
    "children_first": "tried in test_record_jobs_lapse.py",
    "too_large": "tried in test_record_perform_fields.py",
    "not_decided": "without a decision there is no purpose, and the bounds refuse first",
    "not_committed": "without a commitment no money is free there, and the bounds refuse first",
    "books_refuse": "tried in test_record_perform_atomic.py, with an act made for it",
}
"""Codes that no act of today's can bring about, and why."""


def grant(**changes: object) -> Callable[[], GrantRemit]:
    return lambda: GrantRemit(instrument=residents(**changes))


def longer() -> GrantRemit:
    """Its period goes beyond the town's own."""
    first, *rest = bounds()
    assert isinstance(first, Period)
    wider = replace(first, ends=ENDS.replace(year=ENDS.year + 1))
    return GrantRemit(instrument=residents(clauses=(wider, *rest)))


def without(kind: str) -> tuple[object, ...]:
    """The residents' clauses but for one kind, numbered afresh."""
    kept = [clause for clause in bounds() if clause.kind != kind]
    return tuple(replace(clause, id=f"B{n}") for n, clause in enumerate(kept, start=1))


def lenient(town: Town) -> None:
    """A ballot under a remit that does not ask for the published tally."""
    town.grant(residents(clauses=without("evidence")))
    town.back()
    town.vote()


def used(town: Town) -> None:
    town.do(commit(amount=50_000))


def adopted(town: Town) -> None:
    town.adopt()


def lost() -> Act:
    """The count, with another outcome than the second program finds."""
    act = count(BALLOT)
    return replace(act, outcome=replace(act.outcome, winners=("3",)))


TRIES = (
    Try(
        code="currency_of_ballot",
        ready=after("backed"),
        act=lambda: replace(open_ballot(), currency="EUR"),
    ),
    Try(code="remit_unknown", ready=after("backed"), act=open_ballot, under="T-9"),
    Try(code="remit_missing", ready=after("backed"), act=open_ballot, under=None),
    Try(code="already_established", ready=after("founded"), act=establish, by=OFFICER, under=None),
    Try(code="key_taken", ready=after("backed"), act=open_ballot, key=Town().key(), under=REMIT),
    Try(code="nobody", ready=after("backed"), act=open_ballot, person=str(UUID(int=9))),
    Try(
        code="code_taken",
        ready=after("founded", lambda town: town.grant(endowed(1))),
        act=lambda: GrantRemit(instrument=endowed(1)),
        by=OFFICER,
        under=ROOT,
    ),
    Try(
        code="wrong_parent", ready=after("founded"), act=grant(parent="T-9"), by=OFFICER, under=ROOT
    ),
    Try(
        code="not_grantor",
        ready=after("founded"),
        act=grant(grantor="clerk"),
        by=OFFICER,
        under=ROOT,
    ),
    Try(
        code="unsound",
        ready=after("founded"),
        act=grant(clauses=without("powers")),
        by=OFFICER,
        under=ROOT,
    ),
    Try(code="wider_than_parent", ready=after("founded"), act=longer, by=OFFICER, under=ROOT),
    Try(
        code="not_backer",
        ready=after("founded", lambda town: town.grant(residents(backer="treasurer"))),
        act=lambda: SignBacking(remit=REMIT),
        by="backer",
        under=ROOT,
    ),
    Try(
        code="no_such_remit",
        ready=after("founded"),
        act=lambda: SignBacking(remit="T-9"),
        by="backer",
        under=ROOT,
    ),
    Try(
        code="not_over",
        ready=after("backed"),
        act=lambda: Lapse(remit=REMIT),
        by="calendar",
        under=ROOT,
    ),
    Try(
        code="not_a_root",
        ready=Town,
        act=lambda: establish(instrument=residents()),
        by=OFFICER,
        under=None,
    ),
    Try(code="ballot_taken", ready=after("backed", opened), act=open_ballot),
    Try(
        code="ballot_code",
        ready=after("backed"),
        act=lambda: replace(open_ballot(), ballot="a.b"),
    ),
    Try(
        code="budget_above_envelope",
        ready=after("backed"),
        act=lambda: replace(open_ballot(), budget=1_000_001),
    ),
    Try(code="ballot_unknown", ready=after("backed"), act=import_ballots),
    Try(code="ballot_not_open", ready=after("voted"), act=import_ballots),
    Try(
        code="budget_differs",
        ready=after("backed", opened),
        act=lambda: import_ballots(PB.replace("budget;10000", "budget;9999")),
    ),
    Try(
        code="project_code",
        ready=after("backed", opened),
        act=lambda: import_ballots(PB.replace("\n3;3000", "\na/b;3000").replace("f;3", "f;a/b")),
    ),
    Try(code="nothing_to_count", ready=after("voted"), act=lambda: count(BALLOT)),
    Try(
        code="rule_differs",
        ready=after("backed", voted),
        act=lambda: replace(count(BALLOT), rule_sha256="00" * 32),
    ),
    Try(code="count_differs", ready=after("backed", voted), act=lost),
    Try(
        code="project_unknown",
        ready=after("founded", lenient),
        act=lambda: adopt("9"),
    ),
    Try(code="not_a_winner", ready=after("founded", lenient), act=lambda: adopt("3")),
    Try(code="adopted_before", ready=after("voted", adopted), act=adopt),
    Try(code="above_cost", ready=after("voted"), act=lambda: adopt("4", 100_001)),
    Try(code="committed_before", ready=after("adopted", used), act=lambda: commit(amount=50_000)),
    Try(code="payment_code", ready=after("committed"), act=lambda: submit(payment="P/1")),
    Try(
        code="receipt_shape",
        ready=after("committed"),
        act=lambda: replace(submit(), receipt_sha256="AB" * 32),
    ),
    Try(code="payment_taken", ready=after("paid"), act=submit),
    Try(code="payment_unknown", ready=after("paid"), act=lambda: Approve(payment="P-9")),
    Try(
        code="payment_elsewhere",
        ready=after("committed", approved),
        act=lambda: Approve(payment="P-1"),
        by=OFFICER,
    ),
    Try(
        code="payment_unknown", ready=after("paid"), act=lambda: Pay(payment="P-9"), by="treasurer"
    ),
    Try(
        code="payment_elsewhere",
        ready=after("paid"),
        act=lambda: Pay(payment="P-1"),
        by="treasurer",
    ),
    Try(
        code="above_committed",
        ready=after("committed", approved),
        act=lambda: submit("P-2", 60_001),
    ),
    Try(code="above_committed", ready=after("committed", approved), act=lambda: release(60_001)),
)


@pytest.mark.django_db
@pytest.mark.parametrize("tried", (*TRIES, *LIFE), ids=lambda tried: tried.code)
def test_it_cannot_be_done_and_leaves_no_trace(tried: Try, home: Path) -> None:
    town = tried.ready()
    act = tried.act()
    actor = town.actor(tried.by)
    by = Actor(person=tried.person or actor.person, position=actor.position)
    before = contents()
    with pytest.raises(Impossible) as caught:
        perform(act, by=by, under=tried.under, at=town.at, key=tried.key or town.key())
    assert caught.value.code == tried.code
    assert contents() == before


def test_every_reason_is_tried() -> None:
    reasons = {**DOOR, **CHARTER, **DECIDE, **FUND}.keys()
    tried = {one.code for one in (*TRIES, *LIFE)}
    assert reasons - tried == KEPT_OUT.keys(), f"try it in TRIES of {__name__}"
    assert tried <= reasons
