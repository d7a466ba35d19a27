"""A remit's page tells where it stands, what happened to it, and what can become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from remit.core.bounds import Clause, Envelope, Instrument, Powers, Undertaking
from remit.stages.charter.acts import (
    EndRemit,
    GrantRemit,
    Resume,
    Revoke,
    SignBacking,
    Suspend,
    TakeUp,
    Vary,
    WithdrawBacking,
)
from tests.stages.conftest import Look
from tests.town import ENDS, NOON, REMIT, ROOT, Town, bounds, holder, residents, said
from tests.web.html_page import Page

PAGE = "/en/remits/T-1"
OFFICER = "accountable-officer"
WHY = said("A question first.")
END = EndRemit(
    remit=REMIT,
    reasons=said("The park is there."),
    transfers=said("The keys go to the clerk."),
    learnt=said("Begin with the trees."),
    told=said("The residents."),
)


def steps(page: Page) -> list[tuple[str, str]]:
    """Each step of its life with how far it is."""
    found = [e for e in page.all("li") if "step" in e.get("class").split()]
    return [(e.words.split(" on ")[0], e.get("class").split()[1]) for e in found]


def states(page: Page) -> list[str]:
    return [state.removeprefix("step-") for _text, state in steps(page)]


def offers(page: Page) -> list[str]:
    """The forms that are offered now; those that do not fit stand behind them."""
    links = [a.get("href") for a in page.all("a") if "details" in a.above]
    return [href.removeprefix(f"{PAGE}/") for href in links]


def smaller(**changes: object) -> Instrument:
    clauses = tuple(replace(c, amount=900_000) if isinstance(c, Envelope) else c for c in bounds())
    return residents(version=2, clauses=clauses, **changes)


def test_it_stands_in_force_with_the_days_of_each_step(town: Town, look: Look) -> None:
    page = look(PAGE)
    assert states(page) == ["done", "done", "current", "next"]
    list_ = page.one("ol", class_="steps").words
    assert "Granted" in list_ and "on 2\u00a0March\u00a02026" in list_
    assert "on 1\u00a0January\u00a02027 at the latest" in list_


def test_before_it_is_backed_that_is_the_step(town_at: Callable[[str], Town], look: Look) -> None:
    town_at("granted")
    assert states(look(PAGE)) == ["done", "current", "next", "next"]


def test_a_holder_that_accepts_has_a_step_of_its_own(
    town_at: Callable[[str], Town], look: Look
) -> None:
    town = town_at("founded")
    town.grant(residents(holder=replace(residents().holder, accepts="clerk")))
    assert states(look(PAGE)) == ["done", "current", "current", "next", "next"]
    assert "take-up" in offers(look(PAGE))
    town.do(TakeUp(remit=REMIT), under=ROOT)
    town.back()
    page = look(PAGE)
    assert states(page) == ["done", "done", "done", "current", "next"]
    assert "Accepted by the holder" in page.one("ol", class_="steps").text


def test_suspended_is_a_step_and_a_notice(town: Town, look: Look) -> None:
    town.do(Suspend(remit=REMIT, reasons=WHY), by=OFFICER, under=ROOT)
    page = look(PAGE)
    assert "Suspended for the time being" in page.one("ol", class_="steps").text
    assert "This remit is suspended" in page.one("div", class_="notice-warning").text
    assert "A question first." in page.one("ol", class_="timeline").text
    town.do(Resume(remit=REMIT, reasons=said("It is answered.")), by=OFFICER, under=ROOT)
    page = look(PAGE)
    assert "Suspended for" not in page.text and not page.all("div", class_="notice-warning")
    events = [p.words for p in page.all("p", class_="timeline-title")]
    assert events[:2] == ["End of a suspension", "Suspension of a remit"]
    assert "By: accountable-officer" in page.one("ol", class_="timeline").text


def test_a_variation_stands_there_with_its_reasons(town: Town, look: Look) -> None:
    town.do(Vary(instrument=smaller(), reasons=said("Less is enough.")), by=OFFICER, under=ROOT)
    page = look(PAGE)
    assert "Version 2" in page.one("header", class_="page-head").text
    assert "Less is enough." in page.one("ol", class_="timeline").text


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(days=31), ""),
        (timedelta(days=30), "The backing is over in less than 30 days"),
        (timedelta(days=8), "The backing is over in less than 30 days"),
        (timedelta(days=7), "The backing is over in less than 7 days"),
        (timedelta(days=1), "The backing is over in less than 7 days"),
        (timedelta(days=0), "Nobody answers for this remit now"),
    ],
)
def test_it_warns_before_the_backing_is_over(
    town: Town, look: Look, today: Callable[[date], None], before: timedelta, said: str
) -> None:
    town.do(
        SignBacking(remit=REMIT, until=NOON.replace(hour=0)),
        by="backer",
        under=ROOT,
        at=NOON - timedelta(days=40),
    )
    today((NOON - before).date())
    notices = [n.text for n in look(PAGE).all("div", class_="notice-warning")]
    assert any(said in text for text in notices) if said else not notices


def test_a_backing_that_was_withdrawn_is_shown_as_that(town: Town, look: Look) -> None:
    town.do(WithdrawBacking(remit=REMIT, reasons=WHY), by="backer", under=ROOT)
    page = look(PAGE)
    assert "Nobody stands behind it now." in page.text
    assert states(page)[1] == "current"
    assert "Withdrawal of a backing" in page.one("ol", class_="timeline").text
    assert "withdraw-backing" in offers(page)[-3:], "not now: behind those that fit"


def test_an_ended_remit_shows_its_ending_record(town: Town, look: Look) -> None:
    town.do(END, by=OFFICER, under=ROOT)
    page = look(PAGE)
    facts = page.all("dl", class_="facts")[0].words
    for wanted in (
        "The park is there.",
        "The keys go to the clerk.",
        "Begin with the trees.",
        "The residents.",
        "It has done what it was for.",
        "PLN\u00a010,000.00",
    ):
        assert wanted in facts
    assert states(page) == ["done", "done", "done", "done"]
    assert "This remit has ended" in page.text


def test_a_revoked_remit_says_so(town: Town, look: Look) -> None:
    town.do(Revoke(remit=REMIT, reasons=WHY, told=said("All.")), by=OFFICER, under=ROOT)
    page = look(PAGE)
    assert "It was revoked before its time." in page.all("dl", class_="facts")[0].text
    assert "What was learnt" not in page.text


def below(**changes: object) -> Instrument:
    """A remit under the residents' own."""
    return residents(code="T-1-A", parent=REMIT, title=said("Trees"), **changes)


@pytest.fixture
def nested(town_at: Callable[[str], Town]) -> Town:
    """The residents may grant, and have granted."""
    town = town_at("founded")
    clauses: tuple[Clause, ...] = tuple(
        replace(c, powers={**c.powers, "grant": (OFFICER,), "back": ("backer",)})
        if isinstance(c, Powers)
        else c
        for c in bounds()
    )
    town.grant(residents(clauses=clauses))
    town.back()
    town.do(GrantRemit(instrument=below()), by=OFFICER)
    town.do(SignBacking(remit="T-1-A"), by="backer")
    return town


def test_remits_below_are_listed_and_lead_back(nested: Town, look: Look) -> None:
    page = look(PAGE)
    (link,) = page.all("a", href="/en/remits/T-1-A")
    assert link.words == "Trees"
    assert look("/en/remits/T-1-A").all("a", href=PAGE)


def test_a_remit_below_says_that_it_is_stopped_from_above(nested: Town, look: Look) -> None:
    nested.do(Suspend(remit=REMIT, reasons=WHY), by=OFFICER, under=ROOT)
    page = look("/en/remits/T-1-A")
    assert "Stopped from above" in page.one("div", class_="notice-warning").text
    assert "Suspended for the time being" not in page.text
    assert "The remits below it are stopped with it: T-1-A." in look(f"{PAGE}/suspend").text


def test_it_says_everything_that_the_instrument_says(
    town_at: Callable[[str], Town], look: Look
) -> None:
    town = town_at("founded")
    team = replace(holder("panel", "the panel"), quorum=7, rule="two_thirds", accepts="clerk")
    undertaking = Undertaking(days=30, office=OFFICER, grounds=said("Only if the law forbids it."))
    promise = replace(residents().promise, level="shared")
    town.grant(
        residents(
            holder=team,
            binding="undertaking",
            undertaking=undertaking,
            promise=promise,
            review=NOON + timedelta(days=60),
        )
    )
    text = look(PAGE).text
    for wanted in (
        "The Towns Act, 4",
        "at least two thirds of those who take part are for it",
        "At least this many take part: 7.",
        "Accepts it for them",
        "Days to adopt it: 30",
        "Only if the law forbids it.",
        "money: cautious",
        "1\u00a0May\u00a02026",
        "At least this many years after it has ended: 10 (class finance)",
        "the public and the agency decide together",
        "This position hears it: council",
        "Granting does not part with the power: the grantor keeps it and answers for it.",
    ):
        assert wanted in text, wanted


def test_the_forms_that_fit_come_before_those_that_do_not(town: Town, look: Look) -> None:
    now = ["back", "withdraw-backing", "suspend", "revoke", "end"]
    assert [o for o in offers(look(PAGE)) if o in (*now, "take-up", "resume")] == [
        *now,
        "take-up",
        "resume",
    ]
    town.do(Suspend(remit=REMIT, reasons=WHY), by=OFFICER, under=ROOT)
    shown = [o for o in offers(look(PAGE)) if o in (*now, "take-up", "resume")]
    assert shown.index("resume") < shown.index("suspend")


def test_the_agencys_own_remit_offers_no_form_to_change_it(town: Town, look: Look) -> None:
    page = look("/en/remits/ROOT")
    assert not [a for a in page.all("a") if a.get("href").endswith(("/revoke", "/back"))]
    assert "Laid down when the agency was founded" in page.text
    assert page.all("a", href=PAGE), "what was granted under it"


def test_hostile_reasons_are_only_text(town: Town, look: Look) -> None:
    evil = """<script>alert(1)</script>"'&"""
    town.do(Suspend(remit=REMIT, reasons=said(evil)), by=OFFICER, under=ROOT)
    page = look(PAGE)
    assert evil in page.one("ol", class_="timeline").text
    assert [s.get("src") for s in page.all("script")] == ["/static/web/kit.js"]


def test_the_backing_ends_when_the_backer_said(town: Town, look: Look) -> None:
    town.do(SignBacking(remit=REMIT, until=ENDS - timedelta(days=30)), by="backer", under=ROOT)
    assert "it holds until 2\u00a0December\u00a02026" in look(PAGE).text
