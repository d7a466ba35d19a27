"""A remit whose period is over ends by itself, and its free money goes back, once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from remit.people.models import Appointment
from remit.record import guard, jobs
from remit.record.act import Impossible
from remit.record.jobs import RETRY, tick
from remit.record.models import Job, Record, Remit
from remit.record.perform import Refused
from remit.record.reads import balances
from remit.record.registry import HANDLERS
from remit.stages.charter.acts import Lapse
from remit.stages.charter.jobs import LAPSE
from tests.record.examples import release
from tests.record.examples_shared import SHORT_ENDS, shorter
from tests.record.tables import contents
from tests.town import ENDS, ENVELOPE, REMIT, ROOT, Town, open_ballot

INSTANT = timedelta(microseconds=1)
FREE = ENVELOPE - 500_000


@pytest.fixture
def short_town(db: None, home: Path) -> Town:
    """A remit over on the first of June; half its money is set aside, committed or paid."""
    town = Town()
    town.found()
    town.grant(shorter())
    town.back()
    town.vote()
    town.adopt("1", 400_000)
    town.adopt("4", 100_000)
    town.commit()
    town.pay()
    # The warnings of the backing's end are tried elsewhere.
    with guard.writing("record_job"):
        Job.objects.exclude(kind=LAPSE).delete()
    return town


def state() -> str:
    return Remit.objects.get(code=REMIT).state


def test_the_day_is_planned_when_it_is_granted(short_town: Town) -> None:
    job = Job.objects.get(kind=LAPSE)
    assert (job.due, job.payload) == (SHORT_ENDS, {"remit": REMIT, "under": ROOT})


def test_it_ends_on_its_day_and_not_before(short_town: Town) -> None:
    before = balances()
    assert tick(SHORT_ENDS - INSTANT) == 0
    assert (state(), balances()) == ("in_force", before)
    assert tick(SHORT_ENDS) == 1
    assert state() == "ended"
    after = balances()
    assert after["appropriation"] == FREE
    assert after[f"{REMIT}/envelope"] == 0
    assert {p: held for p, held in after.items() if before[p] != held}.keys() == {
        "appropriation",
        f"{REMIT}/envelope",
    }
    assert sum(after.values()) == 0
    with pytest.raises(Refused):
        short_town.do(open_ballot(), at=SHORT_ENDS)


def test_run_again_it_returns_nothing_more(short_town: Town) -> None:
    """As when a worker dies after the act and before it could say so."""
    assert tick(SHORT_ENDS) == 1
    before = contents()
    with guard.writing("record_job"):
        Job.objects.filter(kind=LAPSE).update(done_at=None, lease_until=None)
    assert tick(SHORT_ENDS + RETRY) == 1
    again = SHORT_ENDS + 2 * RETRY
    HANDLERS[LAPSE](Job.objects.get(kind=LAPSE).payload, again, short_town.key())
    after = contents()
    changed = {table for table in before if before[table] != after[table]}
    assert changed == {"record_job"}
    assert Record.objects.filter(kind=LAPSE).count() == 1


def test_a_remit_without_free_money_ends_as_well(short_town: Town) -> None:
    short_town.adopt("2", FREE)
    before = balances()
    assert tick(SHORT_ENDS) == 1
    assert (state(), balances()) == ("ended", before)
    assert Record.objects.get(kind=LAPSE).postings.count() == 0


def test_it_waits_until_somebody_holds_the_calendar(short_town: Town) -> None:
    calendar = Appointment.objects.filter(position__code="calendar")
    with guard.writing("people_appointment"):
        calendar.update(ends=SHORT_ENDS)
    assert tick(SHORT_ENDS) == 0
    assert "calendar" in Job.objects.get(kind=LAPSE).error
    with guard.writing("people_appointment"):
        calendar.update(ends=None)
    assert tick(SHORT_ENDS + RETRY) == 1
    assert state() == "ended"


def test_what_is_given_back_after_the_end_is_refused(short_town: Town) -> None:
    tick(SHORT_ENDS)
    with pytest.raises(Refused) as caught:
        short_town.do(release(), at=SHORT_ENDS)
    assert {"B0", "B1"} <= {f["clause"] for f in caught.value.record.reasons}


def test_a_remit_that_ends_with_the_one_above_lapses_too(
    town_at: Callable[[str], Town],
) -> None:
    town_at("backed")
    tick(ENDS)
    assert state() == "ended"


def test_a_remit_that_was_never_backed_gives_its_money_back(db: None, home: Path) -> None:
    town = Town()
    town.found()
    town.grant(shorter())
    tick(SHORT_ENDS)
    assert balances()["appropriation"] == ENVELOPE


def test_a_lapse_that_was_refused_is_done_when_it_may_be(short_town: Town) -> None:
    with guard.writing("record_remit"):
        Remit.objects.filter(code=ROOT).update(state="suspended")
    tick(SHORT_ENDS)
    with guard.writing("record_remit"):
        Remit.objects.filter(code=ROOT).update(state="in_force")
    tick(SHORT_ENDS + RETRY)
    assert state() == "ended"


def test_nobody_can_work_out_the_key_of_a_lapse(settings: Any) -> None:
    """Forms accept any key: who knew a job's could use it up for an act of their own."""
    job = Job(key=f"{LAPSE}:{REMIT}", attempts=1)
    key = jobs.key_of(job)
    assert jobs.key_of(job) == key
    settings.SECRET_KEY = "another secret, as long as a secret has to be"
    assert jobs.key_of(job) != key


def test_each_try_has_a_key_of_its_own() -> None:
    """So that a refusal is judged afresh, and not found again under its key for ever."""
    keys = {jobs.key_of(Job(key=f"{LAPSE}:{REMIT}", attempts=n)) for n in range(1, 11)}
    assert len(keys) == 10


def test_remits_below_end_first(short_town: Town) -> None:
    with guard.writing("record_remit"):
        above = Remit.objects.get(code=REMIT)
        Remit.objects.create(code="T-2", state="in_force", version=1, parent=above)
    with pytest.raises(Impossible) as caught:
        short_town.do(Lapse(remit=REMIT), by="calendar", under=ROOT, at=SHORT_ENDS)
    assert caught.value.code == "children_first"
