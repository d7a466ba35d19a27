"""What is known when an act is judged: gathered from the books and the file, and kept with it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from remit.core.bounds import Clause, Clearance, Instrument, Interests, Opinion, Powers, Stop, Total
from remit.record.facts import judged_again
from remit.record.models import Attribution, Record, Use
from remit.record.perform import NotDone, Refused
from remit.stages.charter.acts import (
    Advise,
    Declare,
    GrantRemit,
    Lift,
    PutOnFile,
    Raise,
    SignBacking,
    Verify,
)
from remit.stages.decide.acts import Decide
from tests.town import NOON, OTHERS, REMIT, Town, bounds, person, residents, said, submit

OFFICER = "accountable-officer"
WHY = said("For a good reason.")
LATER = NOON + timedelta(hours=1)
LENDING = {**OTHERS, "grant": (OFFICER,), "back": ("backer",)}


def decide(item: str = "bench", amount: int = 100, **more: Any) -> Decide:
    return Decide(item=item, title=said(item), reasons=WHY, amount=amount, purpose="park", **more)


def remit(*more: Clause, **changes: object) -> Instrument:
    """The residents' remit with these clauses as well; it may lend."""
    kept = [
        replace(clause, powers=LENDING) if isinstance(clause, Powers) else clause
        for clause in bounds()
    ]
    numbered = (replace(clause, id=f"B{n}") for n, clause in enumerate((*kept, *more), start=1))
    return residents(**{"clauses": tuple(numbered), **changes})


@pytest.fixture
def under(town_at: Callable[[str], Town]) -> Callable[..., Town]:
    """A town whose remit has these clauses as well."""

    def build(*more: Clause) -> Town:
        town = town_at("founded")
        town.grant(remit(*more))
        town.back()
        return town

    return build


def refused(town: Town, act: Decide, **more: Any) -> str:
    """The one code that stands in the way."""
    with pytest.raises(Refused) as caught:
        town.do(act, **more)
    (code,) = [f["code"] for f in caught.value.record.reasons if f["verdict"] != "met"]
    return str(code)


TOTAL = Total(id="B1", power="decide", of="recipient", days=30, amount=250, currency="PLN")


def test_several_acts_for_one_recipient_are_counted_together(under: Callable[..., Town]) -> None:
    town = under(TOTAL)
    town.do(decide("a", 200, recipient="family-7"))
    assert refused(town, decide("b", 51, recipient="family-7")) == "total_exceeded"
    assert refused(town, decide("b", 51)) == "total_unnamed"
    assert town.do(decide("b", 51, recipient="family-8")).outcome == "done"
    assert town.do(decide("c", 50, recipient="family-7")).outcome == "done"
    later = NOON + timedelta(days=31)
    assert town.do(decide("d", 250, recipient="family-7"), at=later).outcome == "done"


def test_what_is_refused_counts_for_nothing(under: Callable[..., Town]) -> None:
    town = under(TOTAL)
    refused(town, decide("a", 251, recipient="family-7"))
    assert not Use.objects.filter(power="decide").exists()
    assert town.do(decide("a", 250, recipient="family-7")).outcome == "done"


def test_remits_below_are_counted_with_the_one_above(under: Callable[..., Town]) -> None:
    """Each keeps its own limit, and the two together keep that of the remit above them."""
    town = under(replace(TOTAL, of="all", days=0))
    for code in ("A", "B"):
        clauses = tuple(
            replace(c, amount=300_000) if c.kind == "envelope" else c  # type: ignore[call-arg]
            for c in remit(replace(TOTAL, of="all", days=0)).clauses
        )
        town.do(
            GrantRemit(instrument=residents(code=code, parent=REMIT, clauses=clauses)), by=OFFICER
        )
        town.do(SignBacking(remit=code), by="backer")
    assert town.do(decide("a", 150), under="A").outcome == "done"
    with pytest.raises(Refused) as caught:
        town.do(decide("b", 101), under="B")
    (found,) = [f for f in caught.value.record.reasons if f["verdict"] != "met"]
    assert (found["clause"], found["code"]) == (f"{REMIT}:B10", "total_exceeded")
    assert town.do(decide("b", 100), under="B").outcome == "done"


def test_an_opinion_is_found_on_the_file_of_the_matter(under: Callable[..., Town]) -> None:
    town = under(Opinion(id="B1", power="decide", about="legal", position=OFFICER, veto=True))
    assert refused(town, decide()) == "opinion_missing"
    advice = Advise(item="bench", code="legal", stance="against", text=WHY)
    town.do(advice, by=OFFICER)
    assert refused(town, decide()) == "opinion_veto"
    town.do(replace(advice, item="other", stance="for"), by=OFFICER, at=LATER)
    assert refused(town, decide(), at=LATER) == "opinion_veto"
    town.do(replace(advice, stance="for"), by=OFFICER, at=LATER)
    assert town.do(decide(), at=LATER).outcome == "done"


def test_a_clearance_goes_with_the_person(under: Callable[..., Town]) -> None:
    town = under(Clearance(id="B1", power="decide", about="children"))
    assert refused(town, decide()) == "clearance_not_held"
    until = NOON + timedelta(days=1)
    verified = Verify(
        person=person("clerk"), code="children", stance="cleared", until=until, text=WHY
    )
    record = town.do(verified, by=OFFICER)
    assert person("clerk") not in record.body
    assert town.do(decide()).outcome == "done"
    assert refused(town, decide("b"), at=until) == "clearance_not_held"


def test_a_particular_interest_recuses(under: Callable[..., Town]) -> None:
    town = under(Interests(id="B1", power="decide", relatives="refuse", position="", days=0))
    record = town.do(Declare(code="firm-9", stance="particular", text=WHY))
    assert "firm-9" not in record.body
    assert refused(town, decide(recipient="firm-9")) == "interests_particular"
    assert town.do(decide(recipient="firm-8")).outcome == "done"


def test_a_concern_stops_until_it_is_lifted(under: Callable[..., Town]) -> None:
    town = under(Stop(id="B1", topic="concern", level=1, lifted_by=OFFICER))
    town.do(Raise(topic="concern", figures={}, text=WHY))
    assert refused(town, decide()) == "stop_stopped"
    town.do(Lift(code="concern", text=WHY), by=OFFICER, at=LATER)
    assert town.do(decide(), at=LATER).outcome == "done"


def test_any_past_answer_can_be_worked_out_again(under: Callable[..., Town]) -> None:
    town = under(TOTAL, replace(TOTAL, of="all"))
    acts = [decide(f"i-{n}", 90, recipient=f"family-{n % 2}") for n in range(6)]
    for act in acts:
        with suppress(NotDone):
            town.do(act)
    outcomes = set()
    for record in Record.objects.exclude(kind="agency.establish"):
        answer = judged_again(record)
        assert answer is not None
        assert [f.code for f in answer.findings] == [f["code"] for f in record.reasons]
        outcomes.add(record.outcome)
    assert outcomes == {"done", "refused"}


def test_without_the_person_behind_it_nothing_is_worked_out(town: Town) -> None:
    record = Record.objects.latest("pk")
    assert judged_again(record) is not None
    from remit.record import guard

    with guard.writing("record_attribution"):
        Attribution.objects.filter(record=record).delete()
    assert judged_again(record) is None


def test_however_much_was_done_before_as_many_questions_are_put(under: Callable[..., Town]) -> None:
    town = under(TOTAL, replace(TOTAL, of="all", amount=10**9))

    def queries(number: int) -> int:
        with CaptureQueriesContext(connection) as caught:
            town.do(decide(f"i-{number}", 1, recipient=f"family-{number}"))
        return len(caught)

    first = queries(0)
    for number in range(1, 30):
        queries(number)
    assert queries(30) == first


def test_a_paper_on_file_is_no_receipt(town_at: Callable[[str], Town]) -> None:
    """Whoever claims a payment could put one there themselves."""
    town = town_at("committed")
    paper = PutOnFile(topic="document", item="park.4", code="receipt", figures={}, text=WHY)
    town.do(paper)
    with pytest.raises(Refused) as caught:
        town.do(replace(submit(), receipt_sha256=""))
    codes = [f["code"] for f in caught.value.record.reasons if f["verdict"] != "met"]
    assert codes == ["evidence_missing"]
