"""Deciding something in bounds, and answering a recommendation: checked first, then done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from remit.core.bounds import KINDS, Clause, Scope, clause_from_json
from remit.record.models import Record
from remit.stages.decide.acts import BECAUSE
from remit.stages.decide.models import Decision, Response
from tests.journeys.every_page import traces
from tests.stages.conftest import Look, Send
from tests.town import MATTERS, Town, bounds, residents

DECIDE, RESPOND = "/en/remits/T-1/decide", "/en/remits/T-1/respond"
WANTED = {
    "title_en": "A bench by the pond.",
    "reasons_en": "People asked for it.",
    "item": "bench-1",
    "amount": "1 250,50",
    "purpose": "park",
    "matter": "none",
}
ANSWER = {
    "item": "R-7",
    "recommendation_en": "Plant more trees.",
    "answer": "accept",
    "because": "",
    "reasons_en": "Forty of them, this autumn.",
}


def newest() -> Record:
    return Record.objects.latest("pk")


def test_in_bounds_it_is_decided(town: Town, send: Send) -> None:
    page = send(DECIDE, "clerk", **WANTED)
    assert "In bounds: it is done" in page.text
    decision = Decision.objects.get()
    assert (decision.item, decision.amount, decision.purpose) == ("bench-1", 125_050, "park")
    assert decision.title == {"en": "A bench by the pond."}


def test_the_decision_stands_on_the_page_of_decisions(town: Town, send: Send, look: Look) -> None:
    send(DECIDE, "clerk", **WANTED)
    assert "A bench by the pond." in look("/en/remits/T-1/decisions").text


def test_the_answers_are_read_back_before(town: Town, send: Send) -> None:
    before = traces()
    facts = send(DECIDE, "clerk", step="check", **WANTED).one("dl", class_="facts").words
    for wanted in ("A bench by the pond.", "PLN\u00a01,250.50", "a park for everybody"):
        assert wanted in facts
    assert "Nothing that is reserved" in facts
    assert traces() == before


def test_it_may_move_no_money(town: Town, send: Send) -> None:
    send(DECIDE, "clerk", **{**WANTED, "amount": ""})
    assert newest().outcome == "done"
    assert Decision.objects.get().amount == 0


def test_a_reserved_matter_is_refused_with_its_clause(town: Town, send: Send) -> None:
    code, _text = MATTERS[0]
    page = send(DECIDE, "clerk", **{**WANTED, "matter": code})
    assert "Out of bounds" in page.text
    assert not Decision.objects.exists()


def test_a_code_that_was_used_before_comes_back(town: Town, send: Send) -> None:
    send(DECIDE, "clerk", **WANTED)
    page = send(DECIDE, "clerk", status=422, **WANTED)
    assert "was decided already" in page.one("div", class_="error-summary").text


@pytest.mark.parametrize(
    ("name", "wrong", "mend"),
    [
        ("item", "park.4", "Take up to 40 letters and digits"),
        ("item", "a b", "Write letters and digits"),
        ("item", "", "Fill it in."),
        ("amount", "much", "Write digits alone"),
        ("amount", "0", ""),
        ("amount", "1.234", "Write digits alone"),
        ("purpose", "space", "Choose one of those that are offered."),
        ("matter", "", "Choose one of those that are offered."),
        ("title_en", "", "Write it in at least one language."),
        ("reasons_en", "", "Write it in at least one language."),
    ],
)
def test_a_mistake_is_named_with_how_to_mend_it(
    town: Town, send: Send, name: str, wrong: str, mend: str
) -> None:
    before = traces()
    page = send(DECIDE, "clerk", status=422, **{**WANTED, name: wrong})
    assert mend in " ".join(page.one("div", class_="error-summary").text.split())
    assert traces() == before


def example(kind: str, number: int) -> Clause:
    return clause_from_json({**KINDS[kind].EXAMPLE, "id": f"B{number}"}, where="clauses")


@pytest.fixture
def careful(town_at: Callable[[str], Town]) -> Town:
    """A remit that looks at category, effect and risk."""
    town = town_at("founded")
    scope, undo = example("scope", 10), example("reversible", 11)
    assert isinstance(scope, Scope)
    codes = (("trees", {"en": "Trees"}), ("play", {"en": "Play"}))
    lists = replace(scope, of="category", codes=codes)
    undo = replace(undo, power="decide", pilot_days=90)
    town.grant(residents(clauses=(*bounds(), lists, undo)))
    town.back()
    return town


def test_only_what_a_clause_looks_at_is_asked(town: Town, look: Look) -> None:
    names = {e.get("name") for e in look(DECIDE).elements if e.tag in ("input", "select")}
    assert not names & {"category", "effect", "until", "risk", "recipient"}


def test_what_a_clause_looks_at_is_asked(careful: Town, look: Look) -> None:
    page = look(DECIDE)
    assert [o.words for o in page.all("option") if o.get("value") in ("trees", "play")]
    assert page.one("input", name="until") and page.one("select", name="effect")


def test_a_pilot_stops_on_its_day(careful: Town, send: Send) -> None:
    values = {**WANTED, "category": "trees", "effect": "pilot", "until": "2026-05-01"}
    send(DECIDE, "clerk", **values)
    decision = Decision.objects.get()
    assert (decision.category, decision.effect) == ("trees", "pilot")
    assert decision.until == datetime(2026, 5, 1, 12, tzinfo=UTC)


def test_only_a_pilot_has_a_day(careful: Town, send: Send) -> None:
    values = {**WANTED, "category": "trees", "effect": "reversible", "until": "2026-05-01"}
    page = send(DECIDE, "clerk", status=422, **values)
    assert "Only a pilot has a day on which it stops." in page.id("id_until_error").text


@pytest.mark.parametrize(
    ("answer", "because", "kind"),
    [("accept", "", "accept"), ("alter", "feasibility", "alter"), ("decline", "money", "decline")],
)
def test_a_recommendation_is_answered(
    town: Town, send: Send, look: Look, answer: str, because: str, kind: str
) -> None:
    send(RESPOND, "clerk", **{**ANSWER, "answer": answer, "because": because})
    assert newest().kind == f"decide.{kind}"
    found = Response.objects.get()
    assert (found.item, found.answer, found.because) == ("R-7", answer, because)
    assert "Plant more trees." in look("/en/remits/T-1/decisions").text


@pytest.mark.parametrize("answer", ["alter", "decline"])
def test_what_is_not_accepted_needs_a_kind_of_reason(town: Town, send: Send, answer: str) -> None:
    page = send(RESPOND, "clerk", status=422, **{**ANSWER, "answer": answer})
    assert "Say which kind of reason it is." in page.id("id_because_error").text
    assert not Response.objects.exists()


def test_what_is_accepted_has_none(town: Town, send: Send) -> None:
    page = send(RESPOND, "clerk", status=422, **{**ANSWER, "because": "law"})
    assert "needs no kind of reason" in page.id("id_because_error").text


def test_every_kind_of_reason_can_be_chosen(town: Town, look: Look) -> None:
    assert {o.get("value") for o in look(RESPOND).all("option")} == {"", *BECAUSE}


def test_a_recommendation_is_answered_once(town: Town, send: Send) -> None:
    send(RESPOND, "clerk", **ANSWER)
    page = send(RESPOND, "clerk", status=422, **ANSWER)
    assert "was answered before" in page.one("div", class_="error-summary").text


@pytest.mark.parametrize("address", [DECIDE, RESPOND])
def test_the_remits_page_leads_there(town: Town, look: Look, address: str) -> None:
    assert look("/en/remits/T-1").all("a", href=address)


@pytest.mark.parametrize("what", ["decide", "respond"])
def test_no_such_remit(town: Town, look: Look, what: str) -> None:
    page = look(f"/en/remits/T-9/{what}", 404)
    assert page.all("a", href="/en/remits")


def test_hostile_text_is_only_text(town: Town, send: Send) -> None:
    evil = """"><script>alert(1)</script>&'"""
    page = send(RESPOND, "clerk", step="check", **{**ANSWER, "recommendation_en": evil})
    assert evil in page.one("dl", class_="facts").text
    assert [s.get("src") for s in page.all("script")] == ["/static/web/kit.js"]
