"""Drafts: kept forward only, in public, and what is said of them before a remit is granted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from remit.core.bounds import Instrument, Opinion, instrument_json
from remit.core.log import canonical
from remit.record.act import Impossible
from remit.record.models import Record, Version
from remit.record.perform import Refused, clauses
from remit.stages.charter.acts import Advise, DraftRemit, GrantRemit
from remit.stages.charter.models import Draft
from remit.stages.charter.reads import drafts as reads
from tests.record.examples import establish
from tests.town import NOON, REMIT, ROOT, Town, residents, root, said
from tests.web.html_page import Page, faults, read

PLAN = "T-2"
OFFICER = "accountable-officer"
ADDRESS = f"/en/remits/ROOT/drafts/{PLAN}"
REASONS = said("For everybody to read.")
HOSTILE = "<script>alert(1)</script>"


def plan(**changes: object) -> Instrument:
    return residents(code=PLAN, **changes)


def save(town: Town, instrument: Instrument | None = None, *, by: str = "clerk") -> Record:
    act = DraftRemit(instrument=instrument or plan(), reasons=REASONS)
    return town.do(act, by=by, under=ROOT)


def advise(town: Town, code: str, stance: str = "for") -> Record:
    act = Advise(item=PLAN, code=code, stance=stance, text=said("As I see it."))
    return town.do(act, by=OFFICER, under=ROOT)


def look(client: Client, address: str = ADDRESS, status: int = 200) -> Page:
    answer = client.get(address)
    assert answer.status_code == status
    page = read(answer.content)
    assert faults(page) == []
    return page


@pytest.fixture
def founded(town_at: Callable[[str], Town]) -> Town:
    return town_at("founded")


def test_a_draft_is_kept_as_it_was_and_grants_nothing(founded: Town) -> None:
    record = save(founded)
    kept = Draft.objects.get()
    assert kept.instrument == canonical(instrument_json(plan())).decode()
    assert (kept.code, kept.number, kept.position) == (PLAN, 1, "clerk")
    assert (kept.record, kept.at, record.subject) == (record, NOON, PLAN)
    assert Version.objects.count() == 1


def test_each_text_gets_the_next_number_and_none_is_changed(founded: Town) -> None:
    for title in ("One", "Two", "Three"):
        save(founded, plan(title=said(title)))
    save(founded, residents(code="T-3"))
    found = [(text.number, text.instrument.title["en"]) for text in reads.texts_of(ROOT, PLAN)]
    assert found == [(3, "Three"), (2, "Two"), (1, "One")]
    assert [(d.code, d.number, d.newest) for d in reads.drafts_under(ROOT)] == [
        ("T-3", 1, True),
        (PLAN, 3, True),
    ]
    first, newest = reads.draft(ROOT, PLAN, 1), reads.draft(ROOT, PLAN)
    assert first is not None and newest is not None
    assert (first.newest, newest.newest, newest.number) == (False, True, 3)
    assert reads.draft(ROOT, PLAN, 4) is reads.draft(REMIT, PLAN) is None


def test_the_same_once_more_is_not_saved(founded: Town) -> None:
    save(founded)
    with pytest.raises(Impossible) as caught:
        save(founded)
    assert caught.value.code == "nothing_drafted"
    save(founded, plan(title=said("Two")))
    save(founded)
    assert Draft.objects.count() == 3


def test_a_draft_stands_under_the_remit_that_it_names(founded: Town) -> None:
    with pytest.raises(Impossible) as caught:
        save(founded, plan(parent="T-9"))
    assert caught.value.code == "wrong_parent"


def test_a_draft_may_be_unsound(founded: Town) -> None:
    unsound = plan(clauses=residents().clauses[:1])
    save(founded, unsound)
    found = reads.draft(ROOT, PLAN)
    assert found is not None and found.instrument == unsound


def test_who_may_not_draft_is_refused(founded: Town) -> None:
    with pytest.raises(Refused):
        save(founded, by="treasurer")
    assert not Draft.objects.exists()


def test_it_is_cleared_once_both_opinions_are_for_its_newest_text(founded: Town) -> None:
    def state() -> list[tuple[str, bool]]:
        newest = reads.draft(ROOT, PLAN)
        assert newest is not None
        found = reads.clearings(ROOT, PLAN, since=newest.at)
        return [(one.stance, one.cleared) for one in found]

    save(founded)
    assert state() == [("", False), ("", False)]
    advise(founded, "legal")
    advise(founded, "finance", "against")
    advise(founded, "technical")
    assert state() == [("for", True), ("against", False)]
    advise(founded, "finance")
    assert state() == [("for", True), ("for", True)]
    founded.at = NOON + timedelta(days=1)
    save(founded, plan(title=said("Two")))
    assert state() == [("for", False), ("for", False)]
    advise(founded, "legal")
    assert state() == [("for", True), ("for", False)]


def test_whether_an_opinion_is_required_says_the_remit_above(db: None, home: object) -> None:
    """With an opinion clause in it, a grant needs what stands on the draft's file."""
    asking = Opinion(id="B5", power="grant", about="legal", position=OFFICER, veto=True)
    own = replace(root(), clauses=(*root().clauses, asking))
    below = plan(clauses=(*residents().clauses, replace(asking, id="B10")))
    town = Town()
    town.do(establish(instrument=own), by=OFFICER, under=None)
    with pytest.raises(Refused) as answer:
        town.do(GrantRemit(instrument=below), by=OFFICER, under=ROOT)
    assert clauses(answer.value.record) == ["B5"]
    advise(town, "legal")
    assert town.do(GrantRemit(instrument=below), by=OFFICER, under=ROOT).outcome == "done"


def test_the_page_shows_the_draft_in_words_and_what_is_missing(
    founded: Town, client: Client
) -> None:
    record = save(founded)
    page = look(client)
    assert "A draft: it grants nothing" in page.one("header", class_="page-head").text
    assert "For everybody to read." in page.text
    assert page.id("clause-B3").words.startswith("Clause B3")
    assert page.text.count("Missing") == 2
    assert "The remit above asks for no opinion" in page.text
    assert page.all("a", href=f"/en/record/{record.key}")
    for way in (f"{ADDRESS}/try", f"/en/remits/ROOT/grant?draft={PLAN}"):
        assert page.all("a", href=way), way
    advise(founded, "legal")
    advise(founded, "finance")
    assert "The draft is cleared:" in look(client).text
    founded.at = NOON + timedelta(days=1)
    save(founded, plan(title=said("Two")))
    assert "It was given on an earlier text: ask once more." in look(client).text


def test_an_earlier_text_leads_to_the_newest(founded: Town, client: Client) -> None:
    save(founded)
    save(founded, plan(title=said("Two")))
    page = look(client, f"{ADDRESS}?number=1")
    assert "A park" in page.one("h1").text
    assert "There is a newer text of this draft" in page.text
    assert page.all("a", href=ADDRESS)
    for number in ("3", "0", "x", "%00"):
        look(client, f"{ADDRESS}?number={number}", 404)


def test_an_unsound_draft_says_so(founded: Town, client: Client) -> None:
    save(founded, plan(clauses=residents().clauses[:1]))
    page = look(client)
    assert "It does not hold together yet" in page.text
    assert "There is no clause of the kind envelope." in page.text


def test_from_the_draft_one_goes_on_to_the_look_before(founded: Town, client: Client) -> None:
    save(founded)
    page = look(client)
    text = page.one("input", name="text").get("value")
    answer = client.post("/en/remits/ROOT/grant", {"text": text, "do": "check"})
    assert "All of it has passed" in read(answer.content).text
    form = read(client.get(f"/en/remits/ROOT/grant?draft={PLAN}").content)
    assert form.id("id_code").get("value") == PLAN


def test_the_list_names_every_draft(founded: Town, client: Client) -> None:
    assert "Nothing is drafted here." in look(client, "/en/remits/ROOT/drafts").text
    save(founded)
    save(founded, plan(title=said("Two")))
    page = look(client, "/en/remits/ROOT/drafts")
    (link,) = page.all("a", href=ADDRESS)
    assert link.words == "Two"


def test_hostile_words_are_only_words(founded: Town, client: Client) -> None:
    save(founded, plan(title=said(HOSTILE), scope=said(HOSTILE), ending=said(HOSTILE)))
    for address in (ADDRESS, "/en/remits/ROOT/drafts", f"{ADDRESS}/try"):
        page = look(client, address)
        assert HOSTILE in page.text and not page.all("script", src="")


def test_few_questions_are_asked_of_the_database(founded: Town, client: Client) -> None:
    def asked(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            look(client, address)
        return len(queries)

    save(founded)
    before = [asked(ADDRESS), asked("/en/remits/ROOT/drafts")]
    assert max(before) <= 8
    for number in range(5):
        save(founded, plan(title=said(f"Text {number}")))
        save(founded, residents(code=f"T-{10 + number}"))
    assert [asked(ADDRESS), asked("/en/remits/ROOT/drafts")] == before
