"""Records are found by what they are about, newest first, and accounts by where they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from remit.core.log import read_checkpoint
from remit.record import guard, reads, sealer
from remit.record.models import Record, Remit
from remit.record.perform import Refused
from tests.record.copies import refused
from tests.town import BALLOT, ENVELOPE, REMIT, ROOT, Town, adopt, open_ballot


@pytest.fixture
def adopted(town_at: Callable[[str], Town]) -> Town:
    return town_at("adopted")


def kinds(**asked: object) -> list[str]:
    return [view.kind for view in reads.shown(reads.records(**asked))]  # type: ignore[arg-type]


def test_the_newest_come_first(adopted: Town) -> None:
    assert kinds()[:2] == ["decide.adopt"] * 2
    assert kinds()[-1] == "agency.establish"


def test_they_are_found_by_remit_kind_and_outcome(adopted: Town) -> None:
    refused(adopted)
    assert kinds(remit=ROOT) == ["charter.back", "charter.grant"]
    assert kinds(outcome="refused") == ["decide.adopt"]
    assert kinds(kinds=["decide.open_ballot", "charter.grant"]) == [
        "decide.open_ballot",
        "charter.grant",
    ]
    assert kinds(remit=REMIT, outcome="asked") == []


def test_a_subject_is_found_with_what_is_below_it(adopted: Town) -> None:
    assert kinds(subject=f"ballot/{BALLOT}/4") == ["decide.adopt"]
    assert len(kinds(subject=f"ballot/{BALLOT}")) == 5
    assert kinds(subject="ballot/par") == kinds(subject=f"ballot/{BALLOT}/") == []
    assert kinds(subject="ballot/p_rk") == kinds(subject="ballot/%") == []


def test_a_subject_is_found_letter_by_letter(adopted: Town) -> None:
    """A ballot “Park” is another than “park”, on every database."""
    with pytest.raises(Refused):
        adopted.do(replace(adopt("9"), ballot=BALLOT.upper()))
    assert len(kinds(subject=f"ballot/{BALLOT}")) == 5
    assert kinds(subject=f"ballot/{BALLOT.upper()}") == ["decide.adopt"]


def test_a_record_is_found_by_its_key(adopted: Town) -> None:
    record = Record.objects.get(kind="decide.open_ballot")
    view = reads.record(record.key)
    assert view is not None
    assert (view.kind, view.position, view.remit, view.version, view.outcome) == (
        "decide.open_ballot",
        "clerk",
        REMIT,
        1,
        "done",
    )
    assert (view.leaf, view.digest, view.refusing) == (record.body, record.digest, ())
    assert view.findings and view.act["budget"] == ENVELOPE
    assert reads.record(UUID(int=7)) is None


def test_a_record_knows_its_place_once_it_is_sealed(adopted: Town) -> None:
    key = Record.objects.get(kind="charter.grant").key
    waiting = reads.record(key)
    assert waiting is not None and waiting.index is None
    assert reads.seal() is None
    sealer.seal()
    refused(adopted)
    sealed, head = reads.record(key), reads.seal()
    assert sealed is not None and sealed.index == 1
    assert head is not None and head.unsealed == 1
    assert head.size == Record.objects.count() - 1
    assert read_checkpoint(head.note.encode()).size == head.size


def test_a_balance_is_that_of_its_account(adopted: Town) -> None:
    assert reads.balance(f"{REMIT}/reserved/park.1") == 400_000
    assert reads.balance("T-9/envelope") == 0
    assert reads.balances("T-") == reads.balances(f"{REMIT}/")
    assert reads.balances()["outside"] == -ENVELOPE


def test_a_remit_is_shown_as_it_stands(adopted: Town) -> None:
    (view,) = reads.remits()
    assert view == reads.remit(REMIT)
    assert (view.code, view.state, view.version, view.parent) == (REMIT, "in_force", 1, ROOT)
    assert reads.remit("T-9") is None
    with guard.writing("record_remit"):
        Remit.objects.filter(code=ROOT).update(state="suspended")
    (view,) = reads.remits()
    assert view.state == "suspended", "a remit above takes it along"


def test_the_newest_moment_is_that_of_the_last_act(adopted: Town) -> None:
    assert reads.newest_moment() == adopted.at
    later = adopted.at.replace(hour=13)
    adopted.do(replace(open_ballot(), ballot="second", budget=1), at=later)
    assert reads.newest_moment() == later
