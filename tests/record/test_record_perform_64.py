"""Sixty-four at once: an envelope, a limit above two remits, and an agreement give what they hold
and nothing more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from threading import Semaphore
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest
from django.db import connection

from remit.core.bounds import AskAbove, Envelope, Instrument, Total
from remit.core.verify import Report
from remit.record import sealer
from remit.record.models import Record, Request, Use
from remit.record.perform import Asked, NotDone
from remit.record.reads import balances
from remit.stages.charter.acts import Agree, Establish
from remit.stages.decide.acts import Decide
from remit.stages.decide.models import Decision
from tests.record.examples import establish
from tests.town import CURRENCY, ENVELOPE, REMIT, ROOT, STARTS, Town, bounds, residents, root, said

AtOnce = Callable[[Sequence[Callable[[], Any]]], list[Any]]
THREADS, ROOM = 64, 10
AMOUNT = ENVELOPE // ROOM
SECOND = "T-2"
OTHERS_CONNECTIONS = 10
"""Of the server’s, those kept free for whoever else runs tests on it, and for this test itself."""


@pytest.fixture
def door(real_commits: None) -> Callable[[], Any]:
    """A place at the database for each task, as a pool of connections gives it: PostgreSQL turns
    away more than it has. Two runs of the tests may share one server."""
    if connection.vendor != "postgresql":
        return nullcontext
    with connection.cursor() as cursor:
        cursor.execute("SHOW max_connections")
        most = int(cursor.fetchone()[0])
    places = Semaphore(min(THREADS, (most - OTHERS_CONNECTIONS) // 2))

    @contextmanager
    def place() -> Iterator[None]:
        with places:
            yield
            connection.close()

    return place


def key_of(number: int) -> UUID:
    return uuid5(NAMESPACE_URL, f"sixty-four:{number}")


def decide(number: int, amount: int = AMOUNT) -> Decide:
    return Decide(
        item=f"tree-{number}",
        title=said(f"Tree {number}"),
        reasons=said("It gives shade."),
        amount=amount,
        purpose="park",
    )


def outcome(town: Town, door: Callable[[], Any], act: Decide, number: int, under: str) -> str:
    """What whoever acts is told."""
    with door():
        try:
            return town.do(act, under=under, key=key_of(number)).outcome
        except NotDone as answer:
            return answer.record.outcome


def counted(found: list[Any]) -> Counter[str]:
    """How many were told what; nobody met an error."""
    assert [one for one in found if not isinstance(one, str)] == []
    return Counter(found)


def on_record() -> Counter[str]:
    """What the record says became of the sixty-four."""
    keys = [key_of(number) for number in range(THREADS)]
    return Counter(Record.objects.filter(key__in=keys).values_list("outcome", flat=True))


@pytest.mark.slow
def test_an_envelope_with_room_for_ten_gives_ten(
    real_town: Town, at_once: AtOnce, door: Callable[[], Any], checked: Callable[[], Report]
) -> None:
    tasks = [partial(outcome, real_town, door, decide(n), n, REMIT) for n in range(THREADS)]
    told = counted(at_once(tasks))
    assert told == on_record() == {"done": ROOM, "refused": THREADS - ROOM}
    assert Decision.objects.count() == Use.objects.filter(remit__code=REMIT).count() == ROOM
    held = balances(REMIT)
    assert held.pop(f"{REMIT}/envelope") == 0
    assert list(held.values()) == [AMOUNT] * ROOM
    assert sealer.seal() == Record.objects.count()
    checked()


def limited() -> Instrument:
    """The town’s own authority, under which all decisions together come to half the money."""
    own = root()
    half = Total(id="B5", power="decide", of="all", days=0, amount=ENVELOPE // 2, currency=CURRENCY)
    return replace(own, clauses=(*own.clauses, half))


def half_of(code: str) -> Instrument:
    """A remit with half the money: its envelope alone would let it spend all that both may."""
    clauses = [
        replace(clause, amount=ENVELOPE // 2) if isinstance(clause, Envelope) else clause
        for clause in bounds()
    ]
    own = Total(id="B10", power="decide", of="all", days=0, amount=ENVELOPE // 2, currency=CURRENCY)
    return residents(code=code, clauses=(*clauses, own))


@pytest.fixture
def two_remits(real_commits: None, home: object) -> Town:
    """Two remits under one limit."""
    town = Town()
    act: Establish = establish(instrument=limited())
    town.do(act, by="accountable-officer", under=None, at=STARTS)
    for code in (REMIT, SECOND):
        town.grant(half_of(code))
        town.back(code)
    return town


@pytest.mark.slow
def test_a_limit_above_two_remits_with_room_for_ten_gives_ten(
    two_remits: Town, at_once: AtOnce, door: Callable[[], Any], checked: Callable[[], Report]
) -> None:
    """Either remit alone has room for all ten: what is done under the other counts as well."""
    amount = ENVELOPE // 2 // ROOM
    tasks = [
        partial(outcome, two_remits, door, decide(n, amount), n, (REMIT, SECOND)[n % 2])
        for n in range(THREADS)
    ]
    told = counted(at_once(tasks))
    assert told == on_record() == {"done": ROOM, "refused": THREADS - ROOM}
    uses = Use.objects.filter(remit__code=ROOT, power="decide").values_list("amount", flat=True)
    assert sum(uses) == ENVELOPE // 2
    kept = [held for path, held in balances().items() if "/reserved/" in path]
    assert kept == [amount] * ROOM
    assert sealer.seal() == Record.objects.count()
    checked()


@pytest.mark.slow
def test_one_agreement_serves_one_of_sixty_four_tries(
    real_commits: None,
    home: object,
    at_once: AtOnce,
    door: Callable[[], Any],
    checked: Callable[[], Report],
) -> None:
    town, act = asking_town(), decide(0)
    with pytest.raises(Asked) as caught:
        town.do(act)
    town.do(Agree(request=str(caught.value.record.key), reasons=said("It is well.")), by="backer")
    tasks = [partial(outcome, town, door, act, number, REMIT) for number in range(THREADS)]
    told = counted(at_once(tasks))
    assert told == on_record() == {"done": 1, "asked": THREADS - 1}
    assert balances(REMIT)[f"{REMIT}/reserved/tree-0"] == AMOUNT
    states = Counter(Request.objects.values_list("state", flat=True))
    assert states == {"used": 1, "open": 1}, "all that came later ask the backer once"
    assert sealer.seal() == Record.objects.count()
    checked()


def asking_town() -> Town:
    """A town whose clerk asks the backer about every decision."""
    town = Town()
    town.found()
    asks = AskAbove(
        id="B10",
        power="decide",
        amount=0,
        currency=CURRENCY,
        position="backer",
        days=5,
        silence="no",
    )
    town.grant(residents(clauses=(*bounds(), asks)))
    town.back()
    return town
