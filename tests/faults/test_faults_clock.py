"""A clock set back: each act is judged by its own moment, and the log goes on in its own order."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from remit.core.verify import verify
from remit.record import jobs, models, publish, sealer
from remit.record.perform import Refused
from remit.record.reads import record
from tests.town import ENDS, NOON, STARTS, Town, adopt, bounds, open_ballot, residents, told

HOUR = timedelta(hours=1)


def sealed_and_checked(size: int) -> None:
    """The log, in the order in which things were put on the record."""
    sealer.seal()
    report = verify(publish.fetch, trusted_key=publish.verifier_key())
    assert report.ok, report.first_problem
    assert report.checkpoint is not None and report.checkpoint.size == size


def refusing(town: Town, *, at: datetime) -> list[str]:
    """The clauses that refuse opening a ballot at this moment."""
    with pytest.raises(Refused) as refusal:
        town.do(open_ballot(), at=at)
    return [found["clause"] for found in refusal.value.record.reasons if found["verdict"] != "met"]


def test_an_act_at_an_earlier_moment_is_done_if_it_was_in_bounds_then(real_town: Town) -> None:
    town = real_town
    town.vote()
    sealer.seal()
    late = town.do(adopt("1"), at=NOON + HOUR)
    early = town.do(adopt("4", 100_000), at=NOON - HOUR)
    assert (late.outcome, early.outcome) == ("done", "done")
    assert early.pk > late.pk and early.at < late.at
    sealed_and_checked(models.Record.objects.count())
    first, second = record(late.key), record(early.key)
    assert first is not None and second is not None
    assert first.index is not None and second.index == first.index + 1


def test_a_clock_before_the_period_refuses_although_later_acts_were_done(real_town: Town) -> None:
    """Nobody held an office yet, the remit had not begun: each says so for itself."""
    town = real_town
    town.vote()
    before = town.do(adopt("1"), at=NOON)
    assert "B1" in refusing(town, at=STARTS - HOUR)
    assert town.do(adopt("4", 100_000), at=NOON + HOUR).outcome == "done"
    assert models.Record.objects.filter(at__lt=STARTS).count() == 1
    assert before.outcome == "done"
    sealed_and_checked(models.Record.objects.count())


def test_a_clock_gone_ahead_and_set_back_leaves_what_it_refused_refused(real_town: Town) -> None:
    town = real_town
    assert "B1" in refusing(town, at=ENDS + HOUR)
    assert town.do(open_ballot(), at=NOON).outcome == "done"
    sealed_and_checked(models.Record.objects.count())


def test_a_deadline_does_not_come_early_or_twice(real_commits: None, home: Path) -> None:
    """What time has brought is not undone when the clock is set back, and not done again."""
    town = told("founded")
    over = NOON + 24 * HOUR
    first, *others = bounds()
    town.grant(residents(clauses=(replace(first, ends=over), *others), backed_until=over))
    town.back()
    assert jobs.tick(over - HOUR) == 0
    assert jobs.tick(over + HOUR) == 1
    records = models.Record.objects.count()
    assert jobs.tick(NOON) == jobs.tick(over + 2 * HOUR) == 0
    assert models.Record.objects.count() == records
    assert refusing(town, at=NOON) == ["B0"]
    sealed_and_checked(records + 1)
