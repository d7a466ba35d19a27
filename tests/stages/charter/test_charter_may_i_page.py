"""May I? Anybody asks, in few fields, and reads yes, whom to ask, or no; nothing is recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from remit.core.bounds import CoolingOff, Interests, Purpose, Reserved, Reversible, RiskLane, Scope
from remit.core.words import Said
from remit.stages.charter.acts import Declare
from remit.stages.charter.forms.may_i import MayIForm
from remit.stages.charter.reads.may_i import Asking, asking
from tests.journeys.every_page import take_part, traces
from tests.town import (
    ASK_ABOVE,
    NOON,
    PURPOSE,
    Town,
    bounds,
    residents,
    said,
)
from tests.web.html_page import Page, faults, read

HERE = "/en/remits/T-1/may-i"
SPENDING = {"power": "commit", "purpose": "park", "matter": "none"}
EVIL = """<script>alert(1)</script> "a" & 'b'"""


def ask(client: Client, status: int = 200, **question: Any) -> Page:
    answer = client.get(f"{HERE}?{urlencode(question, doseq=True)}" if question else HERE)
    assert answer.status_code == status
    page = read(answer.content)
    assert faults(page) == []
    return page


def verdict(page: Page) -> str:
    (found,) = [s for s in page.all("section") if "verdict" in s.get("class").split()]
    return found.words


def names(page: Page) -> list[str]:
    """The fields in their order, each once."""
    fields = [e for e in page.elements if e.tag in ("input", "select") and "main" in e.above]
    return list(dict.fromkeys(e.get("name") for e in fields))


@pytest.fixture
def day(settings: Any) -> None:
    """It is an ordinary day of the town's story."""
    settings.DEMO, settings.DEMO_DAY = True, NOON.date()


@pytest.fixture
def families(town_at: Callable[[str], Town], day: None) -> Town:
    """A remit such as a family has: few choices, and no relative may be paid."""
    town = town_at("founded")
    matters = (("relatives", said("paying a relative")),)
    clauses = tuple(
        Reserved(id=c.id, matters=matters) if isinstance(c, Reserved) else c for c in bounds()
    )
    town.grant(residents(clauses=clauses))
    town.back()
    return town


def test_a_family_asks_in_three_fields(families: Town, client: Client) -> None:
    page = ask(client)
    assert names(page)[:3] == ["power", "amount", "matter"]
    assert page.one("input", name="matter", value="none").attributes.keys() >= {"checked"}
    asked = {"power": "commit", "amount": "200", "matter": "relatives", "purpose": "park"}
    said_no = verdict(ask(client, **asked))
    assert (
        said_no.startswith("No") and "The grantor keeps this matter: paying a relative" in said_no
    )
    assert verdict(ask(client, **{**asked, "matter": "none"})).startswith("Yes")


def test_the_one_purpose_there_is_needs_no_choice(families: Town, client: Client) -> None:
    page = ask(client)
    folded = [e for e in page.all("select", name="purpose") if "details" in e.above]
    assert len(folded) == 1
    (chosen,) = [o for o in page.all("option", value="park") if "selected" in o.attributes]
    assert chosen.words == "a park for everybody"


def test_yes_says_that_nobody_else_signs(town: Town, day: None, client: Client) -> None:
    page = ask(client, amount="100.50", **SPENDING)
    assert "nobody else has to sign" in verdict(page)
    assert "Asked for this position: clerk." in verdict(page)
    ids = [e.get("id") for e in page.all("li") if e.get("id").startswith("clause-")]
    assert ids == [f"clause-B{number}" for number in range(1, 10)]
    assert {f.words for f in page.all("p", class_="finding")} == {"Met"}


def test_ask_says_whom_by_when_and_what_silence_means(
    town: Town, day: None, client: Client
) -> None:
    page = ask(client, amount="3000.01", at="2026-04-01", **SPENDING)
    found = verdict(page)
    assert found.startswith("Ask")
    assert "This position must agree: backer." in found
    assert "it has until 6\u00a0April\u00a02026 to answer. No answer in time is a no." in found
    assert "until" not in verdict(ask(client, amount="3000.00", **SPENDING))
    assert ASK_ABOVE == 300_000


def test_no_names_every_clause_that_refuses(town: Town, day: None, client: Client) -> None:
    question = {**SPENDING, "power": "adopt", "matter": "land", "amount": "5000,01"}
    found = verdict(ask(client, **question))
    assert found.startswith("No")
    assert [c for c in ("B3", "B4", "B5", "B6", "B7") if c in found] == ["B4", "B5", "B7"]


def test_what_was_not_said_is_asked_for(town: Town, day: None, client: Client) -> None:
    found = verdict(ask(client, power="commit", amount="10", purpose=""))
    assert "Not yet: something must be said first" in found
    assert "It must be said which purpose the money is for." in found


def test_evidence_that_can_be_shown_is_ticked(town: Town, day: None, client: Client) -> None:
    question = {**SPENDING, "power": "adopt", "amount": "100"}
    assert "This evidence is missing: a published tally." in verdict(ask(client, **question))
    assert verdict(ask(client, **question, evidence=["tally"])).startswith("Yes")


def test_what_moves_no_money_is_not_held_against_an_amount(
    town: Town, day: None, client: Client
) -> None:
    found = verdict(ask(client, power="approve", amount="99999"))
    assert found.startswith("Yes") and "so the amount does not count" in found


def test_only_what_a_clause_looks_at_is_asked(
    town_at: Callable[[str], Town], day: None, client: Client
) -> None:
    town = town_at("founded")
    town.grant(
        residents(
            clauses=(
                *bounds(),
                RiskLane(
                    id="B10",
                    power="decide",
                    light=2,
                    panel=4,
                    position="backer",
                    days=3,
                    silence="no",
                ),
                Reversible(id="B11", power="decide", pilot_days=30),
                CoolingOff(id="B12", power="commit", days=3),
                Scope(id="B13", of="area", codes=(("north", said("the north")),)),
            )
        )
    )
    town.back()
    plain = {"power", "amount", "matter", "purpose", "evidence", "position", "at"}
    page = ask(client)
    assert set(names(page)) == plain | {"risk", "effect", "until", "made", "area"}
    assert [o.words for o in page.all("option", value="north")] == ["the north"]
    found = ask(client, power="decide", risk="3", effect="pilot", until="2026-03-20")
    assert "This position must agree to take it: backer." in verdict(found)
    early = ask(client, amount="1", area="north", made="2026-03-01", **SPENDING)
    assert "It comes too soon" in verdict(early)


def test_a_part_of_the_form_that_is_used_is_unfolded(town: Town, day: None, client: Client) -> None:
    assert not [d for d in ask(client).all("details") if "open" in d.attributes]
    assert not [d for d in ask(client, **SPENDING).all("details") if "open" in d.attributes]
    page = ask(client, position="treasurer", **SPENDING)
    assert [d for d in page.all("details") if "open" in d.attributes]


def test_a_position_is_tried_and_else_ones_own_counts(
    town: Town, day: None, client: Client
) -> None:
    assert "Asked for this position: accountable officer." in verdict(ask(client, power="approve"))
    assert "does not have the power" in verdict(ask(client, power="approve", position="treasurer"))
    take_part(client, "clerk")
    assert "Asked for this position: clerk." in verdict(ask(client, power="approve"))


def test_ones_own_interests_count_once_one_acts(
    town_at: Callable[[str], Town], day: None, client: Client
) -> None:
    town = town_at("founded")
    more = Interests(id="B10", power="commit", relatives="refuse", position="", days=0)
    town.grant(residents(clauses=(*bounds(), more)))
    town.back()
    interest = Declare(code="sister", stance="relative", text=said("My sister."))
    town.do(interest, at=NOON - timedelta(days=1))
    question = {**SPENDING, "amount": "10", "recipient": "sister"}
    assert verdict(ask(client, **question)).startswith("Yes")
    own = {**question, "recipient": "brother", "interest": "relative"}
    assert "that a relative is concerned" in verdict(ask(client, **own))
    assert verdict(ask(client, **{**own, "interest": "shared"})).startswith("Yes")
    take_part(client, "clerk")
    assert "that a relative is concerned" in verdict(ask(client, **question))


def test_asking_leaves_no_trace_and_no_session(town: Town, day: None, client: Client) -> None:
    before = traces()
    ask(client, amount="100", **SPENDING)
    assert traces() == before
    assert "sessionid" not in client.cookies
    form = ask(client).one("form", method="get")
    assert "action" not in form.attributes


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ({"power": ""}, "This is needed. Choose one of those that are offered."),
        ({"power": "fly"}, "“fly” is not a choice here."),
        ({"amount": "ten"}, "“ten” is no amount in PLN. Write digits alone, such as 12.50."),
        ({"amount": "-5"}, "“-5” is no amount in PLN."),
        ({"amount": "1.234"}, "“1.234” is no amount in PLN."),
        ({"amount": "9" * 17}, "is no amount in PLN."),
        ({"purpose": "war"}, "“war” is not a choice here. Choose one of those that are offered."),
        ({"matter": "moon"}, "“moon” is not a choice here."),
        ({"evidence": "proof"}, "“proof” is not a choice here."),
        ({"position": "king"}, "“king” is not a choice here."),
        ({"at": "31.3.2026"}, "“31.3.2026” is not a day. Write it as year, month and day"),
        ({"at": "2026-02-30"}, "“2026-02-30” is not a day."),
    ],
)
def test_a_mistake_says_what_is_wrong_and_how_to_mend_it(
    town: Town, day: None, client: Client, wrong: dict[str, str], problem: str
) -> None:
    page = ask(client, 422, **{**SPENDING, **wrong})
    assert problem in page.one("div", class_="error-summary").words
    assert page.all("title")[0].text.startswith("Error: ")
    assert not page.all("section", class_="verdict")


@pytest.mark.parametrize("name", ["power", "amount", "purpose", "matter", "position", "at"])
def test_what_a_visitor_wrote_is_only_text(
    town: Town, day: None, client: Client, name: str
) -> None:
    page = ask(client, 422, **{**SPENDING, name: EVIL})
    assert EVIL in page.text or name == "position"
    assert [s.get("src") for s in page.all("script")] == ["/static/web/kit.js"]


def test_of_no_remit_nothing_can_be_asked(town: Town, client: Client) -> None:
    answer = client.get("/en/remits/T-9/may-i?power=commit")
    assert answer.status_code == 404
    assert read(answer.content).all("a", href="/en/remits")


def test_an_answer_asks_the_database_few_questions(town: Town, day: None, client: Client) -> None:
    take_part(client, "clerk")
    with CaptureQueriesContext(connection) as queries:
        ask(client, amount="100", **SPENDING)
    assert len(queries) <= 8


def test_a_remit_that_is_suspended_says_so(town_at: Callable[[str], Town], client: Client) -> None:
    town_at("granted")
    assert "The remit waits for its holder or its backer." in verdict(
        ask(client, amount="100", **SPENDING)
    )


def test_several_purposes_are_a_choice_up_front(
    town_at: Callable[[str], Town], day: None, client: Client
) -> None:
    town = town_at("founded")
    town.grant()
    page = ask(client)
    assert all("details" in e.above for e in page.all("select", name="purpose"))
    purposes = (PURPOSE, ("pool", said("a pool")))
    form = MayIForm(asking=both(purposes))
    assert "purpose" in [bound.name for bound in form.first]


def both(purposes: tuple[tuple[str, Said], ...]) -> Asking:
    """A remit with these purposes, as it is asked."""
    found = asking("T-1")
    assert found is not None
    clauses = (Purpose(id="B2", purposes=purposes), *found.remit.instrument.clauses[2:])
    instrument = replace(found.remit.instrument, clauses=clauses)
    return replace(found, remit=replace(found.remit, instrument=instrument))
