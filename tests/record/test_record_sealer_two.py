"""Two sealers at once make one log: nothing twice, nothing left out, and no file half of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from remit.core.verify import Report
from remit.record import publish, sealer
from remit.record.models import Checkpoint, Leaf, Record
from tests.record.copies import put_in, refused
from tests.town import Town

AtOnce = Callable[[Sequence[Callable[[], Any]]], list[Any]]
ROUNDS, SEALERS = 4, 3


def test_several_sealers_make_one_log(
    real_town: Town, at_once: AtOnce, checked: Callable[[], Report]
) -> None:
    pattern = refused(real_town)
    for turn in range(ROUNDS):
        put_in(pattern, range(1 + turn * 100, 21 + turn * 100))
        waiting = Record.objects.filter(leaf=None).count()
        sealed = at_once([sealer.seal] * SEALERS)
        assert sorted(sealed) == [0] * (SEALERS - 1) + [waiting]
        checked()
    assert list(Leaf.objects.order_by("index").values_list("index", flat=True)) == list(
        range(Record.objects.count())
    )
    assert Checkpoint.objects.count() == ROUNDS


def test_a_node_whose_files_lag_behind_catches_up_first(
    real_town: Town,
    tmp_path_factory: pytest.TempPathFactory,
    settings: Any,
    checked: Callable[[], Report],
) -> None:
    """Where each node has a folder of its own, the last checkpoint may be another node's."""
    here, there = settings.PUBLIC_FOLDER, str(tmp_path_factory.mktemp("other") / "public")
    pattern = refused(real_town)
    for turn in range(ROUNDS):
        settings.PUBLIC_FOLDER = there if turn % 2 else here
        put_in(pattern, [1 + turn])
        assert sealer.seal() >= 1
        checked()
    settings.PUBLIC_FOLDER = here
    assert sealer.seal() == 0
    assert publish.published()[0] == Record.objects.count()
    checked()


def test_what_another_node_seals_meanwhile_is_taken_up(
    real_town: Town,
    tmp_path_factory: pytest.TempPathFactory,
    settings: Any,
    checked: Callable[[], Report],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The other node gets in after this one has looked, and before it is alone."""
    pattern = refused(real_town)
    sealer.seal()
    put_in(pattern, [1, 2])
    here, there = settings.PUBLIC_FOLDER, str(tmp_path_factory.mktemp("other") / "public")
    alone, looked = publish.publish, []

    def meanwhile() -> None:
        alone()
        if not looked:
            looked.append(True)
            settings.PUBLIC_FOLDER = there
            sealer.seal()
            put_in(pattern, [3])
            settings.PUBLIC_FOLDER = here

    monkeypatch.setattr(publish, "publish", meanwhile)
    assert sealer.seal() == 1
    assert looked
    checked()
    assert publish.published()[0] == Record.objects.count() == Leaf.objects.count()
