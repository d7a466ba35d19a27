"""What a scenario must show on the record and in the books: its acts are performed.

Offices are the instruments' own. Whoever holds one is nobody but a token.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from remit.core.bounds import Instrument, Powers, finding_from_json, front_words
from remit.core.verify import verify
from remit.core.words import PLAIN, Money
from remit.record import publish, sealer
from remit.record.act import Act, Impossible
from remit.record.models import Record, Request
from remit.record.perform import Asked, NotDone, Refused
from remit.record.reads import balances
from remit.stages.charter.acts import Agree, Establish, GrantRemit, PutOnFile, SignBacking
from remit.stages.decide.acts import Accept, Alter, Decide, Decline
from remit.stages.decide.models import Decision, Response
from tests.scenarios.cases import cases, instruments
from tests.town import Town, person, said

DAY = timedelta(days=1)
Founded = Callable[..., Town]


@pytest.fixture
def founded(db: None, home: Path) -> Founded:
    """An agency with these instruments of a scenario in force, the first being its own."""

    def found(scenario: str, own: str, *granted: str) -> Town:
        root, *below = (instruments(scenario)[name] for name in (own, *granted))
        offices = sorted(offices_of(root).union(*map(offices_of, below)))
        town = Town(at=root.period.starts)
        act = Establish(
            name=said(scenario),
            positions={code: said(code) for code in offices},
            appointments=tuple((code, person(code)) for code in offices),
            instrument=root,
            demonstration=True,
        )
        town.do(act, by=root.grantor, under=None)
        for instrument in below:
            town.at = instrument.period.starts
            lend(town, instrument)
        town.at += 10 * DAY
        return town

    return found


def offices_of(instrument: Instrument) -> set[str]:
    """Every position that the instrument names as one that acts."""
    powers = (clause.powers for clause in instrument.clauses if isinstance(clause, Powers))
    held = {position for given in powers for positions in given.values() for position in positions}
    return held | {instrument.grantor, instrument.backer}


def lend(town: Town, instrument: Instrument) -> None:
    """Granted and backed, so that it is in force."""
    town.do(GrantRemit(instrument=instrument), by=instrument.grantor, under=instrument.parent)
    backing = SignBacking(remit=instrument.code)
    town.do(backing, by=instrument.backer, under=instrument.parent)


def stopped(town: Town, act: Act, *, by: str, under: str) -> Record:
    """The record of an act that was not done."""
    with pytest.raises(NotDone) as caught:
        town.do(act, by=by, under=under)
    return caught.value.record


def because_of(record: Record) -> list[tuple[str, str]]:
    """The clauses that stood in the way, each with what it found."""
    return [(f["clause"], f["code"]) for f in record.reasons if f["verdict"] != "met"]


def sealed_and_checked() -> None:
    """All of it holds for an outsider, too."""
    sealer.seal()
    report = verify(publish.fetch, trusted_key=publish.verifier_key())
    assert report.ok, str(report.first_problem)


def spend(item: str, amount: int, *, recipient: str = "", purpose: str = "home") -> Decide:
    return Decide(
        item=item,
        title=said("What helps"),
        reasons=said("It is needed now."),
        amount=amount,
        purpose=purpose,
        recipient=recipient,
    )


HILLINGDON, WORKER = "HILLINGDON-1", "social-worker"


def test_s1_hillingdon_asks_above_five_hundred(founded: Founded) -> None:
    town = founded("S1", "hillingdon-council", "hillingdon")
    town.do(spend("bedding", 499_99), by=WORKER, under=HILLINGDON)
    therapy = spend("therapy", 500_01)
    with pytest.raises(Asked) as caught:
        town.do(therapy, by=WORKER, under=HILLINGDON)
    asked = caught.value.record
    assert because_of(asked) == [("B6", "ask_needed")]
    assert not Decision.objects.filter(item="therapy").exists(), "nothing is done yet"
    request = Request.objects.get()
    assert (request.whom, request.silence, request.due) == ("team-manager", "no", town.at + 2 * DAY)

    agree = Agree(request=str(asked.key), reasons=said("It is worth it."))
    stranger = stopped(town, agree, by="finance-officer", under=HILLINGDON)
    assert because_of(stranger) == [("B5", "power_not_held")]
    assert stopped(town, therapy, by=WORKER, under=HILLINGDON).outcome == "asked"
    town.do(agree, by="team-manager", under=HILLINGDON)
    assert town.do(therapy, by=WORKER, under=HILLINGDON).outcome == "done"
    assert stopped(town, therapy, by=WORKER, under=HILLINGDON).outcome == "asked", "agreed once"
    assert stopped(town, spend("therapy-2", 500_01), by=WORKER, under=HILLINGDON).outcome == "asked"

    held = balances(HILLINGDON)
    assert held[f"{HILLINGDON}/envelope"] == 100_000_00 - 499_99 - 500_01
    assert held[f"{HILLINGDON}/reserved/therapy"] == 500_01
    sealed_and_checked()


def test_s1_hillingdon_keeps_care_proceedings(founded: Founded) -> None:
    town = founded("S1", "hillingdon-council", "hillingdon")
    kept = replace(spend("lawyer", 100_00), matter="care-proceedings")
    record = stopped(town, kept, by=WORKER, under=HILLINGDON)
    assert (record.outcome, because_of(record)) == ("refused", [("B4", "reserved_matter")])


def test_s1_darlington_counts_all_acts_for_one_family(founded: Founded) -> None:
    town, under = founded("S1", "darlington-council", "darlington"), "DARLINGTON-1"
    town.do(spend("caravan", 9_999_99, recipient="family-7"), by=WORKER, under=under)
    record = stopped(town, spend("bedding", 2, recipient="family-7"), by=WORKER, under=under)
    assert (record.outcome, because_of(record)) == ("refused", [("B6", "total_exceeded")])
    town.do(spend("bedding", 1, recipient="family-7"), by=WORKER, under=under)
    record = stopped(town, spend("rent", 10_000_01, recipient="family-8"), by=WORKER, under=under)
    assert because_of(record) == [("B6", "total_exceeded")]
    town.do(spend("rent", 10_000_00, recipient="family-8"), by=WORKER, under=under)
    assert balances(under)[f"{under}/envelope"] == 500_000_00 - 2 * 10_000_00
    sealed_and_checked()


def decline(item: str, because: str = "feasibility") -> Decline:
    return Decline(
        item=item,
        recommendation=said(f"Recommendation {item}"),
        because=because,
        reasons=said("It can’t be carried out as it is."),
    )


def conversation(item: str) -> PutOnFile:
    return PutOnFile(
        topic="document",
        item=item,
        code="intent-conversation",
        figures={},
        text=said("What the panel intends, and what else would serve it."),
    )


def test_s2_nothing_is_declined_without_a_conversation(founded: Founded) -> None:
    town, under = founded("S2", "council", "works"), "GERALDTON-WORKS"
    with pytest.raises(Refused) as caught:
        town.do(decline("r-1"), by="council", under=under)
    refusal = caught.value.record
    assert because_of(refusal) == [("B5", "document_missing")]
    assert Record.objects.filter(pk=refusal.pk, outcome="refused").exists(), "it is on the record"
    assert not Response.objects.exists()

    town.do(conversation("r-2"), by="facilitator", under=under)
    assert because_of(stopped(town, decline("r-1"), by="council", under=under)) == [
        ("B5", "document_missing")
    ]
    town.do(conversation("r-1"), by="facilitator", under=under)
    town.at += DAY
    retained = stopped(town, decline("r-1"), by="facilitator", under=under)
    assert because_of(retained) == [("B4", "power_not_held")], "the veto stays with the council"
    town.do(decline("r-1"), by="council", under=under)
    assert list(Response.objects.values_list("item", "answer")) == [("r-1", "decline")]
    sealed_and_checked()


def test_s2_the_council_adopts_or_publishes_why_not() -> None:
    terms = instruments("S2")["works"]
    assert terms.undertaking is not None and terms.undertaking.office == "council"
    said_of_it = "\n".join(text.render(PLAIN) for text in front_words(terms))
    assert "adopt, or publish why not" in said_of_it
    assert "The council retains the power of veto" in said_of_it


def test_s2_another_form_needs_no_conversation(founded: Founded) -> None:
    town, under = founded("S2", "council", "works"), "GERALDTON-WORKS"
    altered = Alter(
        item="r-3",
        recommendation=said("Recommendation r-3"),
        because="money",
        reasons=said("In two steps, as the money comes."),
    )
    town.do(altered, by="council", under=under)
    assert Response.objects.get().answer == "alter"


def test_s3_every_recommendation_is_answered_and_one_declined(founded: Founded) -> None:
    town, under = founded("S3", "council", "panel"), "MELBOURNE-PANEL"
    answers = list(cases("S3"))[:11]
    for case in answers:
        item = str(case.act["item"])
        act: Act = decline(item, because="bound_changed")
        if case.act["power"] == "accept":
            how = said("In full, from the next budget on.")
            act = Accept(item=item, recommendation=said(case.name), reasons=how)
        town.do(act, by="council", under=under)
    rows = Response.objects.order_by("pk").values_list("item", "answer", "because")
    assert len(rows) == 11
    assert [row for row in rows if row[1] == "decline"] == [("r-11", "decline", "bound_changed")]
    assert [row for row in rows if row[1] != "accept"] == [rows[10]]

    again = decline("r-1", because="bound_changed")
    with pytest.raises(Impossible) as caught:
        town.do(again, by="council", under=under)
    assert caught.value.code == "responded_before"
    with pytest.raises(Impossible) as caught:
        town.do(decline("r-12", because="no-mood"), by="council", under=under)
    assert caught.value.code == "because_unknown"
    sealed_and_checked()


AREAS = 8
EACH, ALL = 280_000_00, 2_380_000_00


def area(number: int) -> Instrument:
    """The remit of one area: they differ in code and title alone."""
    first = instruments("S4")["area"]
    title = said(f"You Decide! Area {number}")
    return replace(first, code=f"YOU-DECIDE-{number}", title=title)


def test_s4_eight_areas_fit_and_a_ninth_does_not(founded: Founded) -> None:
    town = founded("S4", "cabinet")
    town.at = area(1).period.starts
    for number in range(1, AREAS + 1):
        lend(town, area(number))
    grant = GrantRemit(instrument=area(AREAS + 1))
    record = stopped(town, grant, by="director-of-participation", under="YOU-DECIDE")
    assert (record.outcome, because_of(record)) == ("refused", [("B3", "envelope_short")])
    held = balances()
    assert held["appropriation"] == ALL - AREAS * EACH == 140_000_00
    assert [held[f"YOU-DECIDE-{n}/envelope"] for n in range(1, AREAS + 1)] == [EACH] * AREAS
    assert f"YOU-DECIDE-{AREAS + 1}/envelope" not in held
    assert sum(held.values()) == 0
    sealed_and_checked()


def test_s4_the_running_total_never_passes_what_there_is(founded: Founded) -> None:
    town = founded("S4", "cabinet")
    town.at = area(1).period.starts
    for number in range(1, AREAS + 1):
        lend(town, area(number))
        under = f"YOU-DECIDE-{number}"
        last = town.do(spend("bought", EACH, purpose="services"), by="area-officer", under=under)
        more = stopped(town, spend("more", 1, purpose="services"), by="area-officer", under=under)
        assert because_of(more) == [("B3", "envelope_short"), ("B5", "total_exceeded")]
    findings = [finding_from_json(found) for found in last.reasons]
    (above,) = [found for found in findings if found.clause == "YOU-DECIDE:B5"]
    assert (above.verdict, above.code) == ("met", "total_within")
    assert dict(above.words.params)["sum"] == Money(AREAS * EACH, "GBP")
    held = balances()
    assert sum(v for path, v in held.items() if path.endswith("/reserved/bought")) == AREAS * EACH
    assert sum(v for path, v in held.items() if path.endswith("/envelope")) == 0
    sealed_and_checked()
