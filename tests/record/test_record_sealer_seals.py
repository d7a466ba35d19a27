"""Whatever stands unsealed is sealed, once, whatever the order in which it came to stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from django.db import connection

from remit.core.log import read_checkpoint
from remit.core.verify import Report, verify
from remit.record import publish, sealer
from remit.record.models import Checkpoint, Leaf, Record
from remit.record.perform import Refused
from remit.record.registry import REACTIONS
from remit.stages.charter.acts import GrantRemit
from tests.record.copies import put_in, refused
from tests.record.examples_shared import endowed
from tests.town import ROOT, Town, open_ballot

Check = Callable[[], Report]


def order() -> list[int]:
    return list(Leaf.objects.order_by("index").values_list("record_id", flat=True))


def sizes() -> list[int]:
    return list(Checkpoint.objects.order_by("size").values_list("size", flat=True))


def test_every_record_is_sealed_once_and_in_order(
    town_at: Callable[[str], Town], checked: Check
) -> None:
    town = town_at("paid")
    refused(town)
    there = list(Record.objects.order_by("pk").values_list("pk", flat=True))
    assert sealer.seal() == len(there)
    assert order() == there
    assert list(Leaf.objects.order_by("index").values_list("index", flat=True)) == list(
        range(len(there))
    )
    assert checked().checkpoint == read_checkpoint(Checkpoint.objects.get().note.encode())


def test_with_nothing_new_nothing_is_sealed(town: Town, checked: Check) -> None:
    sealer.seal()
    before = publish.fetch("log/checkpoint")
    assert sealer.seal() == 0
    assert len(sizes()) == 1
    assert publish.fetch("log/checkpoint") == before
    checked()


def test_before_there_is_an_agency_there_is_no_log(db: None, home: Path) -> None:
    assert sealer.seal() == 0
    assert not (home / "log-key").exists()
    assert not (home / "public" / "log").exists()
    assert sizes() == []


def test_a_lower_id_that_becomes_visible_later_is_sealed_next(town: Town, checked: Check) -> None:
    pattern = refused(town)
    put_in(pattern, [102, 105])
    sealer.seal()
    put_in(pattern, [104, 101])
    town.do(open_ballot())
    assert sealer.seal() == 3
    newest = Record.objects.get(kind="decide.open_ballot").pk
    assert order()[-5:-3] == [pattern.pk + 102, pattern.pk + 105]
    assert order()[-3:] == sorted([pattern.pk + 101, pattern.pk + 104, newest])
    put_in(pattern, [103])
    assert sealer.seal() == 1
    assert order()[-1] == pattern.pk + 103
    checked()


def test_an_act_that_commits_after_a_later_one_is_sealed(
    real_town: Town,
    checked: Check,
    monkeypatch: pytest.MonkeyPatch,
    at_once: Callable[[Sequence[Callable[[], Any]]], list[Any]],
) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer, so acts become visible in their order")
    began, end = Event(), Event()

    def waits(act: object, record: Record) -> Iterator[Any]:
        began.set()
        assert end.wait(30)
        yield from ()

    def slow() -> Record:
        return real_town.do(open_ballot())

    def quick() -> tuple[int, list[int]]:
        assert began.wait(30)
        act = GrantRemit(instrument=endowed(1))
        with pytest.raises(Refused) as caught:  # under another remit: there is no money left
            real_town.do(act, by="accountable-officer", under=ROOT)
        later = caught.value.record.pk
        sealer.seal()
        end.set()
        return later, order()

    monkeypatch.setitem(REACTIONS, "decide.open_ballot", [waits])
    slower, (later, first) = at_once([slow, quick])
    assert slower.pk < later
    assert first[-1] == later and slower.pk not in first
    assert sealer.seal() == 1
    assert order() == [*first, slower.pk]
    checked()


def test_batches_make_a_checkpoint_each(
    town: Town, checked: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in(refused(town), range(100, 104))
    monkeypatch.setattr(sealer, "BATCH", 3)
    assert sealer.seal() == 8
    assert sizes() == [3, 6, 8]
    refused(town)
    sealer.seal()
    assert sizes() == [3, 6, 8, 9]
    for old in Checkpoint.objects.all():
        report = verify(
            publish.fetch, trusted_key=publish.verifier_key(), remembered=old.note.encode()
        )
        assert report.ok and report.step("consistency").ok
    checked()


def test_a_log_of_many_tiles(town: Town, checked: Check) -> None:
    pattern = refused(town)
    had = Record.objects.count()
    for first, count in ((0, 256 - had), (1000, 1), (2000, 255), (3000, 300)):
        put_in(pattern, range(1 + first, 1 + first + count))
        assert sealer.seal() >= count
        checked()
    assert sizes() == [256, 257, 512, 812]
    assert (publish.folder() / "log" / "tile" / "0" / "001").exists()


def test_every_checkpoint_bears_the_logs_name(town: Town, settings: Any) -> None:
    settings.LOG_ORIGIN = "town.example/log"
    sealer.seal()
    assert publish.fetch("log/checkpoint").startswith(b"town.example/log\n")
    assert publish.verifier_key().startswith("town.example/log+")
