"""The file: what stands on it, without persons, and the forms by which something is put there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from remit.core.bounds import KINDS, Clause, Opinion, clause_from_json
from remit.people.models import Appointment
from remit.record import guard
from remit.record.models import Entry, Record
from remit.stages.charter.acts import Advise, Declare, Direct, PutOnFile, Revoke, Verify
from remit.stages.charter.forms import FIELDS
from tests.stages.conftest import Look, Send
from tests.town import ENDS, REMIT, ROOT, Town, bounds, person, residents, said

FILE = "/en/remits/T-1/file"
OFFICER = "accountable-officer"
TEXT = {"text_en": "As it is."}
ITEM = {"item": "park.1"}

FILINGS: dict[str, tuple[str, dict[str, str], dict[str, object]]] = {
    "opinion": (
        OFFICER,
        {**ITEM, "code": "legal", "stance": "against"},
        {"about": "park.1", "code": "legal", "stance": "against", "scope": "matter"},
    ),
    "meeting": (
        "clerk",
        {**ITEM, "present": "8", "notice": "7"},
        {"about": "park.1", "figures": {"present": 8, "notice": 7}},
    ),
    "notice": ("clerk", ITEM, {"about": "park.1", "figures": {}}),
    "consultation": (
        "clerk",
        {**ITEM, "days": "21", "answers": "0"},
        {"figures": {"days": 21, "answers": 0}},
    ),
    "document": ("clerk", {**ITEM, "code": "plan"}, {"code": "plan", "about": "park.1"}),
    "report": ("clerk", {}, {"about": "", "scope": "remit"}),
    "forecast": ("clerk", {"level": "0"}, {"figures": {"level": 0}, "scope": "remit"}),
    "attestation": (
        "treasurer",
        {**ITEM, "code": "built", "until": "2026-06-01"},
        {"code": "built", "until": datetime(2026, 6, 1, tzinfo=UTC)},
    ),
    "clearance": (
        OFFICER,
        {"whose": "clerk", "code": "children", "stance": "cleared", "until": "2026-12-01"},
        {"about": person("clerk"), "scope": "person", "stance": "cleared"},
    ),
    "interest": (
        "clerk",
        {"code": "sister", "stance": "relative", "until": ""},
        {"about": person("clerk"), "code": "sister", "until": None},
    ),
    "concern": ("clerk", {"level": ""}, {"figures": {}, "scope": "remit"}),
    "incident": ("clerk", {"level": "5"}, {"figures": {"level": 5}}),
    "lifting": (OFFICER, {"code": "incident"}, {"code": "incident", "scope": "remit"}),
    "direction": (
        "backer",
        {**ITEM, "order_en": "Build it.", "advice_en": "Wait.", "reasons_en": "It is urgent."},
        {"scope": "matter", "about": "park.1"},
    ),
}
"""By topic: who files it, what is filled in, and what stands on file then."""


@pytest.mark.parametrize("topic", FIELDS)
def test_each_form_becomes_its_entry(town: Town, send: Send, topic: str) -> None:
    by, values, wanted = FILINGS[topic]
    page = send(f"{FILE}/{topic}", by, **values, **TEXT)
    assert "In bounds: it is done" in page.text
    entry = Entry.objects.get()
    assert entry.topic == topic and entry.remit.code == REMIT
    assert {name: getattr(entry, name) for name in wanted} == wanted


@pytest.mark.parametrize("topic", FIELDS)
def test_the_answers_are_shown_before(town: Town, send: Send, topic: str) -> None:
    by, values, _wanted = FILINGS[topic]
    page = send(f"{FILE}/{topic}", by, step="check", **values, **TEXT)
    said_here = values.get("order_en", "As it is.")
    assert said_here in page.one("dl", class_="facts").text
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("topic", "name", "wrong", "mend"),
    [
        ("opinion", "item", "a b", "Write letters and digits"),
        ("opinion", "code", "astrology", "Choose one of those that are offered."),
        ("opinion", "stance", "", "Choose one of those that are offered."),
        ("meeting", "present", "-1", "greater than or equal to 0"),
        ("meeting", "notice", "many", "Enter a whole number."),
        ("incident", "level", "6", "less than or equal to 5"),
        ("clearance", "until", "", "Write it as year, month and day"),
        ("clearance", "whose", "nobody", "Choose one of those that are offered."),
        ("lifting", "code", "weather", "Choose one of those that are offered."),
        ("report", "text_en", "", "Write it in at least one language."),
    ],
)
def test_a_mistake_is_named_with_how_to_mend_it(
    town: Town, send: Send, topic: str, name: str, wrong: str, mend: str
) -> None:
    by, values, _wanted = FILINGS[topic]
    given = {**TEXT, **values, name: wrong}
    page = send(f"{FILE}/{topic}", by, status=422, **given)
    assert mend in " ".join(page.one("div", class_="error-summary").text.split())
    assert not Entry.objects.exists()


def test_nobody_verifies_their_own_clearance(town: Town, send: Send) -> None:
    _by, values, _wanted = FILINGS["clearance"]
    given = {**values, **TEXT, "whose": OFFICER}
    page = send(f"{FILE}/clearance", OFFICER, status=422, **given)
    assert "Nobody verifies their own clearance" in page.text


def test_where_nobody_holds_the_position_the_form_says_so(town: Town, send: Send) -> None:
    with guard.writing(guard.ALL):
        Appointment.objects.filter(position__code="treasurer").delete()
    _by, values, _wanted = FILINGS["clearance"]
    given = {**values, **TEXT, "whose": "treasurer"}
    page = send(f"{FILE}/clearance", OFFICER, status=422, **given)
    assert "Nobody holds this position now." in page.id("id_whose_error").text


def file_much(town: Town) -> None:
    """One of each sort that looks different."""
    meeting = {"present": 8, "notice": 7}
    act = PutOnFile(topic="meeting", item="park.1", code="", figures=meeting, text=said("Held."))
    town.do(act)
    opinion = Advise(item="park.1", code="legal", stance="against", text=said("Not lawful."))
    town.do(opinion, by=OFFICER)
    town.do(Declare(code="secret-sister", stance="relative", text=said("I have one.")))
    cleared = Verify(
        person=person("clerk"), code="children", stance="cleared", until=ENDS, text=said("Seen.")
    )
    town.do(cleared, by=OFFICER)
    order = Direct(item="park.1", order=said("Go on."), advice=said("No."), reasons=said("Yes."))
    town.do(order, by="backer")


def test_the_file_shows_what_is_about_matters(town: Town, look: Look) -> None:
    file_much(town)
    table = look(FILE).one("table").words
    for wanted in (
        "Meeting",
        "How many were present: 8",
        "legal",
        "Against it",
        "Not lawful.",
        "Direction",
        "Go on.",
        "park.1",
        "backer",
    ):
        assert wanted in table, wanted
    record = Record.objects.get(kind="charter.advise")
    assert look(FILE).all("a", href=f"/en/record/{record.key}")


def test_what_is_about_persons_is_only_counted(town: Town, look: Look) -> None:
    file_much(town)
    page = look(FILE)
    assert "Clearance: 1 on file." in page.text and "Interest: 1 on file." in page.text
    for hidden in ("secret-sister", "I have one.", "Seen.", person("clerk"), "Cleared"):
        assert hidden not in page.text, hidden
    for topic in ("clearance", "interest"):
        shown = look(f"{FILE}?topic={topic}")
        assert "Nothing is on file here." in shown.text


def test_one_topic_can_be_looked_at_alone(town: Town, look: Look) -> None:
    file_much(town)
    page = look(f"{FILE}?topic=meeting")
    assert "Held." in page.text and "Not lawful." not in page.text
    (chosen,) = [a for a in page.all("a", aria_current="true") if "main" in a.above]
    assert chosen.words == "Meeting"
    assert "Not lawful." in look(f"{FILE}?topic=nonsense").text


def test_an_empty_file_says_so_and_offers_the_forms(town: Town, look: Look) -> None:
    page = look(FILE)
    assert "Nothing is on file here." in page.text
    for topic in FIELDS:
        assert page.all("a", href=f"{FILE}/{topic}")


def test_what_clauses_look_for_can_be_chosen(town_at: Callable[[str], Town], look: Look) -> None:
    town = town_at("founded")
    kinds = ("document", "clearance", "attestation", "opinion")
    more = [
        clause_from_json({**KINDS[kind].EXAMPLE, "id": f"B{10 + n}"}, where="clauses")
        for n, kind in enumerate(kinds)
    ]
    more = [replace(c, position=OFFICER) if isinstance(c, Opinion) else c for c in more]
    clauses: tuple[Clause, ...] = (*bounds(), *more)
    town.grant(residents(clauses=clauses))
    for topic in kinds:
        page = look(f"{FILE}/{topic}")
        assert [s.get("name") for s in page.all("select") if s.get("name") == "code"] == ["code"]
    text = look(f"{FILE}/document").text
    assert "a conversation with the panel about what it intends" in text


def test_the_matter_can_come_with_the_address(town: Town, look: Look) -> None:
    page = look(f"{FILE}/meeting?item=park.4")
    assert page.one("input", name="item").get("value") == "park.4"


def test_who_may_not_file_is_refused_on_the_record(town: Town, send: Send) -> None:
    by, values, _wanted = FILINGS["opinion"]
    assert by != "clerk"
    page = send(f"{FILE}/opinion", "clerk", **values, **TEXT)
    assert "Out of bounds" in page.text
    assert not Entry.objects.exists()


@pytest.mark.parametrize("topic", ["agreement", "nonsense", "%00"])
def test_no_form_for_any_other_topic(town: Town, look: Look, topic: str) -> None:
    look(f"{FILE}/{topic}", 404)


def test_hostile_text_is_only_text(town: Town, look: Look, send: Send) -> None:
    evil = """<script>alert(1)</script>"'&"""
    send(f"{FILE}/report", "clerk", text_en=evil)
    page = look(FILE)
    assert evil in page.one("table").text
    assert [s.get("src") for s in page.all("script")] == ["/static/web/kit.js"]


def test_it_asks_no_more_when_more_is_on_file(town: Town, client: Client) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(FILE).status_code == 200
        return len(queries)

    file_much(town)
    before = asked()
    for number in range(12):
        town.do(
            Advise(item=f"park.{number}", code="legal", stance="for", text=said("Yes.")), by=OFFICER
        )
    assert asked() == before <= 8


def test_nothing_more_is_offered_once_it_has_ended(town: Town, look: Look) -> None:
    act = Revoke(remit=REMIT, reasons=said("Why."), told=said("All."))
    town.do(act, by=OFFICER, under=ROOT)
    assert "This remit has ended." in look(f"{FILE}/report").text
    assert not look(FILE).all("a", href=f"{FILE}/report")
