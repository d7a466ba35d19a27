"""An act is done whole or not at all, whatever breaks inside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from remit.core.ledger import Posting
from remit.core.words import PLAIN
from remit.record import books, models
from remit.record.act import Act, Impossible, Scene
from remit.record.perform import Refused
from remit.record.registry import ACTS, REACTIONS, Follow, register
from tests.record.tables import contents, grown
from tests.town import ENDS, ENVELOPE, REMIT, Town, adopt, open_ballot


@dataclass(frozen=True, kw_only=True)
class Breaking(Act):
    """Writes and moves money that the bounds were not asked about; then perhaps it breaks."""

    kind = "test.break"
    heading = about = "break"
    power = "release"

    amount: int = 1
    breaks: bool = False

    def subject(self) -> str:
        return "test"

    def apply(self, scene: Scene) -> Sequence[Posting]:
        scene.remit.state = "suspended"
        scene.remit.save()
        if self.breaks:
            raise ZeroDivisionError
        return [
            Posting(f"{REMIT}/reserved/a", f"{REMIT}/envelope", 1, "PLN"),
            Posting(f"{REMIT}/reserved/b", f"{REMIT}/envelope", self.amount, "PLN"),
        ]


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> type[Breaking]:
    monkeypatch.setitem(ACTS, Breaking.kind, Breaking)
    return Breaking


def plan(act: Act, record: models.Record) -> Iterator[Follow]:
    yield Follow("test.follow", f"after {record.key}", ENDS, {"kind": act.kind})


def test_all_of_it_is_done_together(
    town: Town, breaking: type[Breaking], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(REACTIONS, breaking.kind, [plan])
    record = town.do(breaking(amount=2))
    assert [(p.debit.path, p.amount) for p in record.postings.order_by("pk")] == [
        (f"{REMIT}/reserved/a", 1),
        (f"{REMIT}/reserved/b", 2),
    ]
    assert models.Remit.objects.get(code=REMIT).state == "suspended"
    job = models.Job.objects.get(kind="test.follow")
    assert (job.key, job.due, job.payload) == (
        f"after {record.key}",
        ENDS,
        {"kind": breaking.kind},
    )


def test_an_overdraft_undoes_the_whole_act(
    town: Town, breaking: type[Breaking], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(REACTIONS, breaking.kind, [plan])
    before = contents()
    with pytest.raises(Impossible) as caught:
        town.do(breaking(amount=ENVELOPE))
    assert caught.value.code == "books_refuse"
    assert isinstance(caught.value.__cause__, books.Unbooked)
    assert caught.value.__cause__.problem.code == "overdrawn"
    assert f"{REMIT}/envelope holds {ENVELOPE - 1} PLN" in caught.value.words.render(PLAIN)
    assert contents() == before


def test_what_breaks_inside_leaves_no_trace(town: Town, breaking: type[Breaking]) -> None:
    before = contents()
    with pytest.raises(ZeroDivisionError):
        town.do(breaking(breaks=True))
    assert contents() == before


def test_what_breaks_afterwards_leaves_no_trace_and_no_job(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(act: Act, record: models.Record) -> Iterator[Follow]:
        yield from plan(act, record)
        raise ZeroDivisionError

    monkeypatch.setitem(REACTIONS, "decide.open_ballot", [plan, breaks])
    before = contents()
    with pytest.raises(ZeroDivisionError):
        town.do(open_ballot())
    assert contents() == before


def test_nothing_follows_what_was_refused(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(REACTIONS, "decide.adopt", [plan])
    before = contents()
    with pytest.raises(Refused):
        town.do(adopt())
    assert grown(before, contents()) == {"record_record": 1, "record_attribution": 1}


def test_the_same_act_follows_once(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(REACTIONS, "decide.open_ballot", [plan])
    record = town.do(open_ballot())
    town.do(open_ballot(), key=record.key)
    assert models.Job.objects.filter(kind="test.follow").count() == 1


def test_a_kind_that_is_not_registered_is_not_performed(town: Town) -> None:
    before = contents()
    with pytest.raises(TypeError, match=r"test\.break is not registered"):
        town.do(Breaking())
    assert contents() == before


def test_nobody_poses_as_a_registered_kind(town: Town) -> None:
    @dataclass(frozen=True, kw_only=True)
    class Posing(Breaking):
        kind = "fund.release"

    before = contents()
    with pytest.raises(TypeError, match=r"fund\.release is not registered"):
        town.do(Posing())
    with pytest.raises(ValueError, match="registered twice"):
        register(Posing)
    assert contents() == before
    assert ACTS["fund.release"] is not Posing
