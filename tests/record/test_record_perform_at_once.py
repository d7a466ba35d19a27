"""Many acts at the same time: nothing is overdrawn, nothing confirmed is lost, and it all seals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest

from remit.core.verify import Report
from remit.people.models import Agency
from remit.record import sealer
from remit.record.act import Act, Impossible
from remit.record.models import Record
from remit.record.perform import NotDone, perform
from remit.record.reads import balances
from remit.stages.fund.models import Payment
from tests.record.examples import establish, release
from tests.town import OFFICES, REMIT, STARTS, Town, adopt, person, root, said, submit

AtOnce = Callable[[Sequence[Callable[[], Any]]], list[Any]]
THREADS, EACH = 8, 10
AMOUNT, HELD = 3_000, 100_000


@pytest.fixture
def committed(real_town: Town) -> Town:
    """100 000 are committed, for which eighty acts are going to ask."""
    real_town.vote()
    real_town.adopt("4", HELD)
    real_town.commit()
    return real_town


def key_of(thread: int, number: int) -> UUID:
    return uuid5(NAMESPACE_URL, f"at-once:{thread}:{number}")


def outcome(town: Town, act: Act, key: UUID) -> str:
    """What whoever acts is told."""
    try:
        return town.do(act, key=key).outcome
    except NotDone as answer:
        return answer.record.outcome
    except Impossible as error:
        return error.code


def told(town: Town, thread: int, act_of: Callable[[int], Act]) -> dict[UUID, str]:
    return {key_of(thread, n): outcome(town, act_of(n), key_of(thread, n)) for n in range(EACH)}


def together(found: list[Any]) -> dict[UUID, str]:
    """Everything that was told, to all of them."""
    for one in found:
        assert isinstance(one, dict), one
    return {key: answer for one in found for key, answer in one.items()}


def test_acts_under_one_remit_never_overdraw_it(
    committed: Town, at_once: AtOnce, checked: Callable[[], Report]
) -> None:
    tasks = [partial(told, committed, t, lambda n: release(AMOUNT)) for t in range(THREADS)]
    answers = together(at_once(tasks))
    assert len(answers) == THREADS * EACH
    done = [key for key, what in answers.items() if what == "done"]
    assert len(done) == HELD // AMOUNT
    assert set(answers.values()) == {"done", "refused"}
    recorded = dict(Record.objects.filter(key__in=answers).values_list("key", "outcome"))
    assert recorded == answers, "every act that was confirmed, and every refusal, is a record"
    held = balances()
    assert held[f"{REMIT}/committed/park.4"] == HELD - len(done) * AMOUNT
    assert sum(held.values()) == 0
    assert sealer.seal() == Record.objects.count()
    checked()


def test_claims_and_releases_share_what_is_there(
    committed: Town, at_once: AtOnce, checked: Callable[[], Report]
) -> None:
    """What waits for payment is no longer free to be released, though it is not posted yet."""

    def act_of(thread: int, number: int) -> Act:
        return submit(f"P-{thread}-{number}", AMOUNT) if number % 2 else release(AMOUNT)

    tasks = [partial(told, committed, t, partial(act_of, t)) for t in range(THREADS)]
    answers = together(at_once(tasks))
    done = [key for key, what in answers.items() if what == "done"]
    assert len(done) == HELD // AMOUNT
    assert set(
        Record.objects.filter(key__in=answers, outcome="done").values_list("key", flat=True)
    ) == set(done)
    waiting = sum(Payment.objects.values_list("amount", flat=True))
    assert waiting <= balances()[f"{REMIT}/committed/park.4"]
    assert all(held >= 0 for path, held in balances().items() if path != "outside")
    sealer.seal()
    checked()


def test_sealing_meanwhile_leaves_nothing_out(
    committed: Town, at_once: AtOnce, checked: Callable[[], Report]
) -> None:
    def seal() -> dict[UUID, str]:
        for _ in range(EACH):
            sealer.seal()
        return {}

    tasks = [partial(told, committed, t, lambda n: release(AMOUNT)) for t in range(4)]
    answers = together(at_once([*tasks, seal, seal]))
    sealer.seal()
    assert not Record.objects.filter(leaf=None).exists()
    assert Record.objects.filter(key__in=answers).count() == len(answers)
    checked()


def test_one_key_at_once_is_one_act(real_town: Town, at_once: AtOnce) -> None:
    """As when somebody presses the button again and again."""
    real_town.vote()
    key = real_town.key()
    found = at_once([lambda: real_town.do(adopt(), key=key).pk] * THREADS)
    assert set(found) == {Record.objects.get(key=key).pk}
    assert balances()[f"{REMIT}/reserved/park.1"] == 400_000


@pytest.mark.parametrize("alike", [True, False])
def test_an_agency_is_founded_once(
    real_commits: None, home: Path, at_once: AtOnce, alike: bool
) -> None:
    """Though nothing of one founding may stand in the way of the other."""

    def found(number: int) -> str:
        tail = "" if alike else f"-{number}"
        act = replace(
            establish(instrument=replace(root(), code=f"ROOT{tail}")),
            positions={f"{office}{tail}": said(office) for office in OFFICES},
            appointments=tuple((f"{office}{tail}", person(office)) for office in OFFICES),
        )
        try:
            actor, key = Town().actor("accountable-officer"), key_of(9, number)
            return perform(act, by=actor, under=None, at=STARTS, key=key).outcome
        except Impossible as error:
            return error.code

    answers = at_once([partial(found, number) for number in range(THREADS)])
    assert sorted(answers) == ["already_established"] * (THREADS - 1) + ["done"]
    assert Agency.objects.count() == Record.objects.count() == 1
