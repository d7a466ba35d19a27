"""Whatever is tried, in whatever order, by whomever: the books keep what a small model keeps."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from remit.record.act import Act, Impossible
from remit.record.models import Account, Record
from remit.record.perform import NotDone
from remit.record.reads import balances, remit
from remit.stages.charter.reads import use_of
from remit.stages.fund.acts import Approve, Pay
from remit.stages.fund.models import Payment
from tests.record.examples import release
from tests.town import ENVELOPE, REMIT, Town, adopt, commit, submit

some = settings(
    max_examples=15,
    stateful_step_count=25,
    deadline=None,
    phases=[Phase.generate],  # to make a failure smaller would take minutes
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
CLERKS = st.sampled_from(["clerk", "clerk", "clerk", "treasurer"])
"""Mostly who may; sometimes somebody who may not."""
APPROVERS = st.sampled_from(["accountable-officer", "accountable-officer", "clerk", "treasurer"])
PAYERS = st.sampled_from(["treasurer", "treasurer", "clerk", "accountable-officer"])
PROJECTS = st.sampled_from(["1", "4", "2"])
PAYMENTS = st.sampled_from(["P-1", "P-2", "P-3"])
AMOUNTS = st.sampled_from([1_000, 20_000, 40_000, 60_000, 100_000, 300_001, 500_001])


class Model:
    """What lies where. It knows no clause: a move that is done must leave nothing below zero."""

    def __init__(self) -> None:
        self.held: dict[str, int] = {f"{REMIT}/envelope": ENVELOPE}

    def move(self, source: str, into: str, amount: int) -> None:
        self.held[source] = self.held.get(source, 0) - amount
        self.held[into] = self.held.get(into, 0) + amount
        assert self.held[source] >= 0, f"{source} is overdrawn"


def account(kind: str, project: str) -> str:
    return f"{REMIT}/{kind}/park.{project}"


class Spending(RuleBasedStateMachine):
    town: Town

    def __init__(self) -> None:
        super().__init__()
        # As a test's own: nothing of one run is left for the next, and `perform` may be outermost.
        self.block = transaction.atomic()
        self.block._from_testcase = True  # type: ignore[attr-defined]
        self.block.__enter__()
        self.model = Model()
        self.payments: dict[str, tuple[str, int]] = {}
        self.done: list[tuple[Act, str, UUID]] = []

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    def tries(self, act: Act, by: str) -> bool:
        """Whether it was done. What was not done has moved nothing: the invariants see to it."""
        key = self.town.key()
        try:
            self.town.do(act, by=by, key=key)
        except (NotDone, Impossible):
            return False
        self.done.append((act, by, key))
        return True

    @initialize()
    def some_is_adopted(self) -> None:
        """So that few steps go far."""
        for project, amount in (("1", 100_000), ("4", 100_000)):
            self.adopt(project, amount, "clerk")
            self.commit(project, amount - 40_000, "clerk")
        for payment in ("P-1", "P-2"):
            self.submit(payment, "4", 20_000, "clerk")
        self.approve("P-2", "accountable-officer")

    @rule(project=PROJECTS, amount=AMOUNTS, by=CLERKS)
    def adopt(self, project: str, amount: int, by: str) -> None:
        if self.tries(adopt(project, amount), by):
            self.model.move(f"{REMIT}/envelope", account("reserved", project), amount)

    @rule(project=PROJECTS, amount=AMOUNTS, by=CLERKS)
    def commit(self, project: str, amount: int, by: str) -> None:
        if self.tries(commit(project, amount), by):
            self.model.move(account("reserved", project), account("committed", project), amount)

    @rule(project=PROJECTS, amount=AMOUNTS, by=CLERKS)
    def release(self, project: str, amount: int, by: str) -> None:
        if self.tries(release(amount, project), by):
            self.model.move(account("committed", project), f"{REMIT}/envelope", amount)

    @rule(payment=PAYMENTS, project=PROJECTS, amount=AMOUNTS, by=CLERKS)
    def submit(self, payment: str, project: str, amount: int, by: str) -> None:
        if self.tries(submit(payment, amount, project), by):
            assert payment not in self.payments
            self.payments[payment] = (project, amount)

    @rule(payment=PAYMENTS, by=APPROVERS)
    def approve(self, payment: str, by: str) -> None:
        if self.tries(Approve(payment=payment), by):
            assert payment in self.payments

    @rule(payment=PAYMENTS, by=PAYERS)
    def pay(self, payment: str, by: str) -> None:
        if self.tries(Pay(payment=payment), by):
            project, amount = self.payments[payment]
            self.model.move(account("committed", project), account("paid", project), amount)

    @rule(payment=PAYMENTS, first=APPROVERS, second=PAYERS)
    def two_more_hands(self, payment: str, first: str, second: str) -> None:
        self.approve(payment, first)
        self.pay(payment, second)

    @precondition(lambda self: self.done)
    @rule(data=st.data())
    def again(self, data: st.DataObject) -> None:
        """A form is sent twice."""
        act, by, key = data.draw(st.sampled_from(self.done))
        count = Record.objects.count()
        assert self.town.do(act, by=by, key=key).key == key
        assert Record.objects.count() == count

    @invariant()
    def the_books_hold_what_the_model_holds(self) -> None:
        held = {path: amount for path, amount in balances(f"{REMIT}/").items() if amount}
        assert held == {path: amount for path, amount in self.model.held.items() if amount}

    @invariant()
    def the_books_balance(self) -> None:
        assert sum(balances().values()) == 0
        for row in Account.objects.exclude(floor=None):
            assert row.debits - row.credits >= (row.floor or 0), row.path

    @invariant()
    def the_parts_add_up_to_the_envelope(self) -> None:
        view = remit(REMIT)
        assert view is not None
        use = use_of(view)
        assert use.free + use.reserved + use.committed + use.paid == use.envelope == ENVELOPE

    @invariant()
    def what_was_claimed_is_there(self) -> None:
        for project in ("1", "2", "4"):
            waiting = Payment.objects.exclude(state="paid").filter(
                commitment__decision__item=f"park.{project}"
            )
            claimed = sum(waiting.values_list("amount", flat=True))
            assert claimed <= self.model.held.get(account("committed", project), 0)

    @invariant()
    def nobody_does_two_duties_of_one_payment(self) -> None:
        for payment in Payment.objects.all():
            hands = (payment.submitted_by, payment.approved_by, payment.paid_by)
            known = [hand for hand in hands if hand is not None]
            assert len(set(known)) == len(known), payment.code


def test_the_books_keep_what_the_model_keeps(town_at: Callable[[str], Town]) -> None:
    base = town_at("voted")

    class OnThisTown(Spending):
        town = base

    run_state_machine_as_test(OnThisTown, settings=some)
    assert Record.objects.filter(kind="fund.pay").count() == 0, "every run was undone"
