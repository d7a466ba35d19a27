"""A remit's life: taken up, backed, suspended, varied, ended. Each step looks forward only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from remit.core.bounds import Envelope, Instrument, Powers
from remit.people.models import Appointment
from remit.record import guard
from remit.record.act import Impossible
from remit.record.jobs import tick
from remit.record.models import Attribution, Record, Remit
from remit.record.perform import Refused
from remit.record.reads import balances
from remit.stages.charter.acts import (
    EndRemit,
    GrantRemit,
    Resume,
    Revoke,
    SignBacking,
    Suspend,
    TakeUp,
    Vary,
    WithdrawBacking,
)
from remit.stages.charter.jobs import WARN
from tests.town import (
    ENDS,
    ENVELOPE,
    NOON,
    OTHERS,
    REMIT,
    ROOT,
    Town,
    adopt,
    bounds,
    open_ballot,
    residents,
    said,
)

OFFICER = "accountable-officer"
WHY = said("For a good reason.")
LATER = NOON + timedelta(days=1)
BELOW = "T-1-A"
LENDING = {**OTHERS, "grant": (OFFICER,), "back": ("backer",), "lapse": ("calendar",)}


def state(code: str = REMIT) -> str:
    return Remit.objects.get(code=code).state


def officer(town: Town, act: object) -> Record:
    return town.do(act, by=OFFICER, under=ROOT)  # type: ignore[arg-type]


def with_envelope(amount: int, **changes: object) -> Instrument:
    clauses = tuple(
        replace(clause, amount=amount) if isinstance(clause, Envelope) else clause
        for clause in bounds()
    )
    return residents(**{"clauses": clauses, **changes})


def accepting() -> Instrument:
    return residents(holder=replace(residents().holder, accepts="clerk"))


def lending(town: Town) -> None:
    """The remit lends half of its money to one below it, which is in force."""
    clauses = tuple(
        replace(clause, powers=LENDING) if isinstance(clause, Powers) else clause
        for clause in bounds()
    )
    town.grant(residents(clauses=clauses))
    town.back()
    below = with_envelope(ENVELOPE // 2, code=BELOW, parent=REMIT)
    town.do(GrantRemit(instrument=below), by=OFFICER)
    town.do(SignBacking(remit=BELOW), by="backer")


@pytest.mark.parametrize("first", ["taken up", "backed"])
def test_it_is_in_force_once_it_is_taken_up_and_backed(
    town_at: Callable[[str], Town], first: str
) -> None:
    town = town_at("founded")
    town.grant(accepting())
    steps = {
        "taken up": lambda: town.do(TakeUp(remit=REMIT), under=ROOT),
        "backed": town.back,
    }
    steps.pop(first)()
    assert state() == "granted"
    with pytest.raises(Refused):
        town.do(open_ballot())
    next(iter(steps.values()))()
    assert state() == "in_force"
    assert town.do(open_ballot()).outcome == "done"


def test_suspended_it_stops_and_goes_on_again(town: Town) -> None:
    officer(town, Suspend(remit=REMIT, reasons=WHY))
    with pytest.raises(Refused):
        town.do(open_ballot())
    officer(town, Resume(remit=REMIT, reasons=WHY))
    assert town.do(open_ballot()).outcome == "done"


def test_suspended_it_takes_those_below_along(town_at: Callable[[str], Town]) -> None:
    town = town_at("founded")
    lending(town)
    small = replace(open_ballot(), budget=1_000)
    assert town.do(small, under=BELOW).outcome == "done"
    officer(town, Suspend(remit=REMIT, reasons=WHY))
    with pytest.raises(Refused) as caught:
        town.do(replace(small, ballot="pond"), under=BELOW)
    assert caught.value.record.reasons[0]["code"] == "suspended"
    assert state(BELOW) == "in_force"


def test_a_backing_that_is_withdrawn_stops_what_comes_after(town: Town) -> None:
    before = town.do(open_ballot())
    town.do(WithdrawBacking(remit=REMIT, reasons=WHY), by="backer", under=ROOT, at=LATER)
    with pytest.raises(Refused) as caught:
        town.do(replace(open_ballot(), ballot="pond"), at=LATER)
    assert caught.value.record.reasons[1]["code"] == "backing_over"
    assert Record.objects.get(pk=before.pk).outcome == "done"
    town.do(SignBacking(remit=REMIT), by="backer", under=ROOT, at=LATER)
    assert town.do(replace(open_ballot(), ballot="pond"), at=LATER).outcome == "done"


def test_thirty_and_seven_days_before_the_backing_is_over_it_is_said(town: Town) -> None:
    def warned() -> int:
        return Record.objects.filter(kind=WARN).count()

    tick(ENDS - timedelta(days=30, seconds=1))
    assert warned() == 0
    tick(ENDS - timedelta(days=30))
    assert warned() == 1
    tick(ENDS - timedelta(days=7))
    assert warned() == 2


def test_of_a_backing_that_was_renewed_or_withdrawn_nothing_is_said(town: Town) -> None:
    early = NOON + timedelta(days=60)
    town.do(SignBacking(remit=REMIT, until=early), by="backer", under=ROOT)
    tick(early - timedelta(days=30))
    assert Record.objects.filter(kind=WARN).count() == 1
    town.do(SignBacking(remit=REMIT), by="backer", under=ROOT, at=early - timedelta(days=10))
    tick(early - timedelta(days=7))
    assert Record.objects.filter(kind=WARN).count() == 1


def test_narrowed_it_stays_in_force_and_what_was_more_goes_back(town: Town) -> None:
    officer(town, Vary(instrument=with_envelope(600_000, version=2), reasons=WHY))
    row = Remit.objects.get(code=REMIT)
    assert (row.version, row.state) == (2, "in_force")
    held = balances()
    assert (held[f"{REMIT}/envelope"], held["appropriation"]) == (600_000, 400_000)


def test_widened_it_waits_until_it_is_backed_again(town_at: Callable[[str], Town]) -> None:
    town = town_at("founded")
    town.grant(with_envelope(500_000))
    town.back()
    officer(town, Vary(instrument=with_envelope(600_000, version=2), reasons=WHY))
    assert state() == "granted"
    with pytest.raises(Refused):
        town.do(open_ballot())
    town.back()
    assert state() == "in_force"
    assert balances()[f"{REMIT}/envelope"] == 600_000


def test_a_variation_takes_no_money_that_is_bound(town_at: Callable[[str], Town]) -> None:
    town = town_at("adopted")
    with pytest.raises(Impossible) as caught:
        officer(town, Vary(instrument=with_envelope(499_999, version=2), reasons=WHY))
    assert caught.value.code == "books_refuse"
    assert Remit.objects.get(code=REMIT).version == 1


def test_what_was_done_is_judged_by_the_version_then_in_force(town: Town) -> None:
    first = town.do(open_ballot())
    officer(town, Vary(instrument=with_envelope(600_000, version=2), reasons=WHY))
    second = town.do(replace(open_ballot(), ballot="pond", budget=600_000))
    assert '"version":1}' in first.body and '"version":2}' in second.body


def test_revoked_its_free_money_goes_back(town_at: Callable[[str], Town]) -> None:
    town = town_at("voted")
    town.do(adopt("1", 400_000))
    officer(town, Revoke(remit=REMIT, reasons=WHY, told=said("The residents.")))
    row = Remit.objects.get(code=REMIT)
    assert (row.state, row.ended_how, row.ended_at) == ("ended", "revoked", NOON)
    assert balances()["appropriation"] == ENVELOPE - 400_000
    with pytest.raises(Refused):
        town.do(adopt("4", 100_000))


@pytest.mark.parametrize(("spend", "how"), [(False, "ended"), (True, "exhausted")])
def test_closed_it_keeps_its_ending_record(
    town_at: Callable[[str], Town], spend: bool, how: str
) -> None:
    town = town_at("founded")
    town.grant(with_envelope(40_000 if spend else 500_000))
    town.back()
    if spend:
        town.do(replace(open_ballot(), budget=40_000))
        from remit.stages.decide.counting import count
        from tests.town import PB, import_ballots

        text = PB.replace("budget;10000", "budget;400").replace("4;1000;2", "4;400;2")
        town.do(import_ballots(text))
        town.do(count("park"))
        town.adopt("4", 40_000)
        town.commit("4", 40_000)
        town.pay()
    act = EndRemit(remit=REMIT, reasons=WHY, transfers=WHY, learnt=said("Ask sooner."), told=WHY)
    record = officer(town, act)
    assert Remit.objects.get(code=REMIT).ended_how == how
    assert "Ask sooner." in record.body


def test_a_backing_outlives_the_account_of_whoever_signed_it(town: Town) -> None:
    with guard.writing(guard.ALL):
        Appointment.objects.filter(position__code="backer").update(ends=NOON)
        Attribution.objects.filter(record__kind=SignBacking.kind).delete()
    assert town.do(open_ballot(), at=LATER).outcome == "done"
    signed = Record.objects.get(kind=SignBacking.kind)
    assert '"position":"backer"' in signed.body
