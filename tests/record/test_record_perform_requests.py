"""Asked and answered: agreeing lets the very same act be done, once; silence counts as is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from remit.core.bounds import AskAbove, Cap
from remit.record.jobs import tick
from remit.record.models import Job, Record, Request
from remit.record.perform import Asked
from remit.record.reads import balances
from remit.stages.charter.acts import Agree, DeclineRequest
from remit.stages.charter.jobs import SILENCE
from tests.record.tables import contents
from tests.town import ASK_ABOVE, NOON, REMIT, ROOT, Town, bounds, commit, residents, said

MORE = ASK_ABOVE + 1
REASONS = said("It is worth it.")
DUE = NOON + timedelta(days=5)


@pytest.fixture
def adopted(town_at: Callable[[str], Town]) -> Town:
    return town_at("adopted")


def ask(town: Town, **more: Any) -> Record:
    """The clerk would commit more than they may without asking."""
    with pytest.raises(Asked) as caught:
        town.do(commit("1", MORE), **more)
    return caught.value.record


def agree(town: Town, asked: Record) -> Record:
    return town.do(Agree(request=str(asked.key), reasons=REASONS), by="backer")


def state() -> str:
    return Request.objects.get().state


def test_who_is_asked_by_when_and_for_what(adopted: Town) -> None:
    asked = ask(adopted)
    request = Request.objects.get()
    assert (request.record, request.whom, request.clauses) == (asked, "backer", ["B9"])
    assert (request.due, request.silence, request.state) == (DUE, "no", "open")
    assert Job.objects.get(kind=SILENCE).due == DUE


def test_agreed_to_it_is_done_once(adopted: Town) -> None:
    agree(adopted, ask(adopted))
    assert state() == "agreed"
    assert adopted.do(commit("1", MORE)).outcome == "done"
    assert balances(REMIT)[f"{REMIT}/committed/park.1"] == MORE
    assert state() == "used"


def test_an_agreement_is_to_that_act_and_no_other(adopted: Town) -> None:
    agree(adopted, ask(adopted))
    with pytest.raises(Asked):
        adopted.do(commit("1", MORE + 1))
    with pytest.raises(Asked):
        adopted.do(replace(commit("1", MORE), payee=said("another gardener")))
    assert Request.objects.filter(state="agreed").count() == 1


def test_the_same_question_is_asked_once_while_it_waits(adopted: Town) -> None:
    ask(adopted)
    ask(adopted)
    assert Request.objects.count() == 1
    assert Record.objects.filter(outcome="asked").count() == 2


def test_declined_it_can_be_asked_again(adopted: Town) -> None:
    first = ask(adopted)
    adopted.do(DeclineRequest(request=str(first.key), reasons=said("Too dear.")), by="backer")
    assert state() == "declined"
    second = ask(adopted)
    assert Request.objects.get(state="open").record == second


def test_silence_is_a_no(adopted: Town) -> None:
    ask(adopted)
    assert tick(DUE - timedelta(microseconds=1)) == 0
    assert state() == "open"
    assert tick(DUE) == 1
    assert state() == "silent"
    assert Record.objects.get(kind=SILENCE).remit.code == ROOT  # type: ignore[union-attr]
    ask(adopted, at=DUE)


def test_where_the_clause_says_so_silence_is_a_yes(town_at: Callable[[str], Town]) -> None:
    town = town_at("founded")
    clauses = tuple(
        replace(c, silence="yes") if isinstance(c, AskAbove) else c
        for c in bounds()
        if not isinstance(c, Cap)
    )
    numbered = tuple(replace(c, id=f"B{n}") for n, c in enumerate(clauses, start=1))
    town.grant(residents(clauses=numbered))
    town.back()
    town.vote()
    town.adopt("1", 400_000)
    ask(town)
    tick(DUE)
    assert state() == "agreed"
    assert town.do(commit("1", MORE), at=DUE).outcome == "done"


def test_answered_in_time_silence_says_nothing(adopted: Town) -> None:
    agree(adopted, ask(adopted))
    before = contents()
    assert tick(DUE) == 1
    after = contents()
    assert {t for t in before if before[t] != after[t]} == {"record_job"}


def test_two_who_must_agree_both_must(town_at: Callable[[str], Town]) -> None:
    town = town_at("founded")
    second = AskAbove(
        id="B10",
        power="commit",
        amount=ASK_ABOVE - 1,
        currency="PLN",
        position="accountable-officer",
        days=3,
        silence="yes",
    )
    town.grant(residents(clauses=(*bounds(), second)))
    town.back()
    town.vote()
    town.adopt("1", 400_000)
    asked = ask(town)
    found = {r.whom: (r.due - NOON, r.silence) for r in Request.objects.all()}
    assert found == {
        "backer": (timedelta(days=5), "no"),
        "accountable-officer": (timedelta(days=3), "yes"),
    }
    agree(town, asked)
    ask(town)
    town.do(Agree(request=str(asked.key), reasons=REASONS), by="accountable-officer")
    assert town.do(commit("1", MORE)).outcome == "done"
