"""The certificate of scope: what stood when an act was done, and whether it comes out again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from remit.core.bounds import Clearance, Opinion
from remit.record import guard, publish, sealer
from remit.record.models import Attribution, Record
from remit.record.perform import Asked, Refused
from remit.stages.charter.acts import Advise, Agree, Direct, SignBacking, Vary, Verify
from remit.stages.share import reads
from tests.town import (
    ASK_ABOVE,
    ENDS,
    NOON,
    OFFICES,
    ROOT,
    Town,
    adopt,
    bounds,
    commit,
    person,
    residents,
    said,
)
from tests.web.html_page import Page, faults, read

WHY = said("For a good reason.")
OFFICER = "accountable-officer"
EVIL = """<script>alert(1)</script> "a" & 'b'"""


def look(client: Client, record: Record) -> Page:
    answer = client.get(f"/en/record/{record.key}/certificate")
    assert answer.status_code == 200
    page = read(answer.content)
    assert faults(page) == []
    return page


def certified(record: Record) -> reads.Certificate:
    found = reads.certificate(record.key)
    assert found is not None
    return found


@pytest.fixture
def careful(town_at: Callable[[str], Town]) -> Town:
    """Adopting asks for a legal opinion and for a clearance. The votes are counted, the clerk is
    cleared, and one opinion is on file."""
    town = town_at("founded")
    more = (
        Opinion(id="B10", power="adopt", about="legal", position=OFFICER, veto=False),
        Clearance(id="B11", power="adopt", about="identity"),
    )
    town.grant(residents(clauses=(*bounds(), *more)))
    town.back()
    town.vote()
    seen = Verify(person=person("clerk"), code="identity", stance="cleared", until=ENDS, text=WHY)
    town.do(seen, by=OFFICER)
    town.do(Advise(item="park.1", code="legal", stance="against", text=WHY), by=OFFICER)
    return town


def test_of_a_yes_it_says_that_every_clause_was_met(
    town_at: Callable[[str], Town], client: Client
) -> None:
    record = town_at("voted").adopt("1")
    page = look(client, record)
    assert page.one("h1").words == "Certificate of scope"
    assert "Every clause of the remit was met at that moment." in page.text
    ids = [e.get("id") for e in page.all("li") if e.get("id").startswith("clause-")]
    assert ids == [f"clause-B{number}" for number in range(1, 10)]
    assert "The same answer" in page.one("div", class_="notice-success").text
    assert page.all("a", href="/en/remits/T-1/versions/1")
    assert "T-1/envelope T-1/reserved/park.1" in page.one("tbody").words


def test_of_a_no_it_says_which_clause_refused(town: Town, client: Client) -> None:
    town.vote()
    with pytest.raises(Refused) as answer:
        town.do(adopt("2", 600_000))
    page = look(client, answer.value.record)
    assert "At that moment a clause refused it, so it was not done." in page.text
    assert "It moved no money." in page.text
    assert "The same answer" in page.text


def test_it_is_the_version_in_force_then(town: Town, client: Client) -> None:
    town.vote()
    record = town.adopt("1")
    varied = residents(version=2, title=said("A park and a pond"))
    town.do(Vary(instrument=varied, reasons=WHY), by=OFFICER, under=ROOT)
    found = certified(record)
    assert found.instrument is not None and found.instrument.version == 1
    assert found.again == "same"
    assert look(client, record).all("a", href="/en/remits/T-1/versions/1")


def test_what_was_on_file_by_then_is_shown_and_nothing_later(careful: Town, client: Client) -> None:
    careful.do(Direct(item="park.1", order=said("Go on."), advice=WHY, reasons=WHY), by="backer")
    record = careful.adopt("1")
    careful.do(Advise(item="park.1", code="legal", stance="for", text=WHY), by=OFFICER)
    careful.do(Advise(item="park.2", code="legal", stance="for", text=WHY), by=OFFICER)
    found = certified(record)
    assert [(e.topic, e.code, e.stance) for e in found.filed] == [
        ("opinion", "legal", "against"),
        ("direction", "", ""),
    ]
    page = look(client, record)
    assert "On file for park.1 by then" in page.text
    assert "legal Against it accountable officer" in page.text
    assert "Go on. backer" in page.text


def test_a_clearance_is_only_held_until_a_day(careful: Town, client: Client) -> None:
    record = careful.adopt("1")
    assert certified(record).clearances == (ENDS,)
    page = look(client, record)
    assert "Held, until 1\u00a0January\u00a02027." in page.text
    assert "The clearance of whoever acted" in page.text
    for office in OFFICES:
        assert person(office) not in page.text


def test_a_clearance_that_no_clause_asks_for_is_nobodys_business(careful: Town) -> None:
    other = Verify(person=person("clerk"), code="children", stance="cleared", until=ENDS, text=WHY)
    careful.do(other, by=OFFICER)
    assert certified(careful.adopt("1")).clearances == (ENDS,)
    (filing,) = Record.objects.filter(kind="charter.advise")
    assert certified(filing).clearances == ()


def test_who_answered_for_it_is_the_backing_that_held_then(town: Town, client: Client) -> None:
    town.vote()
    first = town.adopt("1")
    signed = Record.objects.get(kind="charter.back")
    town.do(SignBacking(remit="T-1", until=ENDS - timedelta(days=9)), by="backer", under=ROOT)
    second = town.adopt("4", 100_000)
    before, after = certified(first).backing, certified(second).backing
    assert before is not None and after is not None
    assert (before.position, before.until, before.record) == ("backer", ENDS, str(signed.key))
    assert after.until == ENDS - timedelta(days=9) and after.record != before.record
    assert "The record of the signature" in look(client, first).text


def test_who_was_asked_and_agreed_is_shown(town_at: Callable[[str], Town], client: Client) -> None:
    town = town_at("adopted")
    with pytest.raises(Asked) as question:
        town.do(commit("1", ASK_ABOVE + 1))
    asked = question.value.record
    town.do(Agree(request=str(asked.key), reasons=WHY), by="backer")
    done = town.do(commit("1", ASK_ABOVE + 1))
    for record in (asked, done):
        page = look(client, record)
        steps = [li.words for li in page.all("li") if "step" in li.get("class").split()]
        assert steps[1].startswith("Agreed: backer")
    assert certified(done).again == "same"
    assert certified(town.do(commit("4"))).asked is None


def test_the_founding_act_stood_under_no_bounds(town: Town, client: Client) -> None:
    page = look(client, Record.objects.get(kind="agency.establish"))
    assert "There is nothing to work out" in page.text
    assert "How every clause answered" not in page.text


def test_of_a_person_who_is_forgotten_it_still_certifies(careful: Town, client: Client) -> None:
    record = careful.adopt("1")
    with guard.writing("record_attribution"):
        Attribution.objects.filter(record=record).delete()
    found = certified(record)
    assert (found.again, found.clearances) == ("forgotten", ())
    assert found.instrument is not None and found.backing is not None
    assert "It cannot be worked out again" in look(client, record).text


def test_another_answer_is_named_clause_by_clause(town: Town, client: Client) -> None:
    town.vote()
    record = town.adopt("1")
    with guard.writing("record_attribution"):
        row = Attribution.objects.get(record=record)
        row.judged["deed"]["amount"] = 600_000
        row.save(update_fields=["judged"])
    found = certified(record)
    assert found.again == "different"
    assert [(d.clause, d.then, d.now) for d in found.differences] == [
        ("B4", "cap_within", "cap_exceeded")
    ]
    page = look(client, record)
    assert "Another answer" in page.one("div", class_="notice-warning").text
    assert "B4 cap_within cap_exceeded" in page.text


def test_before_it_is_sealed_there_is_no_proof(town: Town, client: Client) -> None:
    record = Record.objects.get(kind="charter.back")
    assert certified(record).sealed is None
    assert "Not sealed yet" in look(client, record).text
    sealer.seal()
    page = look(client, record)
    assert "Not sealed yet" not in page.text
    assert record.digest in [code.text for code in page.all("code")]
    sealed = certified(record).sealed
    assert sealed is not None and sealed.holds and sealed.size == 3


def test_where_the_public_files_are_lost_nothing_is_claimed(town: Town, client: Client) -> None:
    sealer.seal()
    (publish.folder() / publish.CHECKPOINT).unlink()
    assert certified(Record.objects.get(kind="charter.back")).sealed is None


def test_what_people_wrote_is_only_text(careful: Town, client: Client) -> None:
    order = Direct(item="park.1", order=said(EVIL), advice=WHY, reasons=WHY)
    careful.do(order, by="backer")
    page = look(client, careful.adopt("1"))
    assert EVIL in page.text
    assert [s.get("src") for s in page.all("script")] == ["/static/web/kit.js"]


def test_of_no_record_nothing_is_certified(town: Town, client: Client) -> None:
    answer = client.get(f"/en/record/{UUID(int=0)}/certificate")
    assert answer.status_code == 404
    assert read(answer.content).all("a", href="/en/record")


def test_every_record_has_its_certificate(town_at: Callable[[str], Town], client: Client) -> None:
    town_at("paid")
    sealer.seal()
    for row in Record.objects.order_by("pk"):
        page = look(client, row)
        found = certified(row)
        assert found.again == ("founding" if row.remit_id is None else "same")
        assert found.sealed is not None and found.sealed.holds
        assert page.all("a", href=f"/record/{row.key}/certificate.json?lang=en")
        assert look_at_record(client, row).all("a", href=f"/en/record/{row.key}/certificate")


def look_at_record(client: Client, row: Record) -> Page:
    return read(client.get(f"/en/record/{row.key}").content)


def test_it_asks_the_database_few_questions(careful: Town, client: Client) -> None:
    record = careful.adopt("1")
    sealer.seal()
    with CaptureQueriesContext(connection) as queries:
        look(client, record)
    assert len(queries) <= 8
    assert record.at == NOON
