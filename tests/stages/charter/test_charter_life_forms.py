"""Forms that change a remit: each says what it does, is checked, and becomes its act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from remit.record.models import Record, Remit
from remit.record.reads import balance
from remit.stages.charter.acts import Suspend
from tests.journeys.every_page import LIFE, key_on, take_part, traces
from tests.stages.conftest import Look, Send
from tests.town import NOON, REMIT, ROOT, Town, residents, said

OFFICER = "accountable-officer"
WHY = {"reasons_en": "For a good reason."}
TOLD = {"told_en": "Everybody."}
REST = {"transfers_en": "The keys.", "learnt_pl": "Dużo."}


def address(what: str) -> str:
    return f"/en/remits/T-1/{what}"


def row() -> Remit:
    return Remit.objects.get(code=REMIT)


def newest() -> Record:
    return Record.objects.latest("pk")


def suspend(town: Town) -> None:
    town.do(Suspend(remit=REMIT, reasons=said("Why.")), by=OFFICER, under=ROOT)


def test_it_is_backed_until_the_day_that_is_named(
    town_at: Callable[[str], Town], send: Send
) -> None:
    town_at("granted")
    page = send(address("back"), "backer", until="2026-12-01")
    assert "In bounds: it is done" in page.text
    assert row().backed_until == datetime(2026, 12, 1, tzinfo=UTC)
    assert row().state == "in_force"


def test_without_a_day_it_is_that_of_the_instrument(
    town_at: Callable[[str], Town], send: Send
) -> None:
    town_at("granted")
    checked = send(address("back"), "backer", step="check", until="")
    assert "1\u00a0January\u00a02027, as the instrument says" in checked.text
    assert "I answer for it." in checked.one("blockquote").text
    send(address("back"), "backer", until="")
    assert row().backed_until == residents().backed_until


@pytest.mark.parametrize("until", ["2026-03-01", "2030-01-01"])
def test_a_day_that_cannot_be_comes_back_with_the_reason(
    town_at: Callable[[str], Town], send: Send, until: str
) -> None:
    town_at("granted")
    page = send(address("back"), "backer", until=until, status=422)
    assert "It must end later than now" in page.one("div", class_="error-summary").text
    assert row().backed_until is None


@pytest.mark.parametrize("until", ["soon", "2026-13-01"])
def test_what_is_no_day_is_said_beside_the_box(
    town_at: Callable[[str], Town], send: Send, until: str
) -> None:
    town_at("granted")
    page = send(address("back"), "backer", until=until, status=422)
    assert "Write it as year, month and day" in page.id("id_until_error").text


def test_the_backing_is_withdrawn(town: Town, send: Send) -> None:
    send(address("withdraw-backing"), "backer", **WHY)
    until = row().backed_until
    assert newest().kind == "charter.withdraw_backing"
    assert until is not None and until <= newest().at


def test_the_holder_accepts_only_after_reading(town_at: Callable[[str], Town], send: Send) -> None:
    town = town_at("founded")
    town.grant(residents(holder=replace(residents().holder, accepts="clerk")))
    page = send(address("take-up"), "clerk", status=422)
    assert "Read the clauses first" in page.text
    send(address("take-up"), "clerk", read="on")
    assert row().accepted_at is not None


def test_it_is_suspended_and_goes_on(town: Town, send: Send) -> None:
    send(address("suspend"), OFFICER, **WHY)
    assert row().state == "suspended"
    send(address("resume"), OFFICER, **WHY)
    assert row().state == "in_force"


def test_it_is_revoked_and_what_is_free_goes_back(
    town_at: Callable[[str], Town], send: Send, look: Look
) -> None:
    town_at("adopted")
    said_before = look(address("revoke")).text
    assert "What is free goes back to the remit ROOT: PLN\u00a05,000.00." in said_before
    assert "is not paid under this remit any more: PLN\u00a05,000.00." in said_before
    before = balance("appropriation")
    send(address("revoke"), OFFICER, **WHY, **TOLD)
    assert (row().state, row().ended_how) == ("ended", "revoked")
    assert balance("appropriation") == before + 500_000


def test_it_is_closed_with_its_ending_record(town: Town, send: Send, look: Look) -> None:
    send(address("end"), OFFICER, **WHY, **TOLD, **REST)
    assert row().ended_how == "ended"
    page = look("/en/remits/T-1")
    for wanted in ("For a good reason.", "The keys.", "Dużo.", "Everybody."):
        assert wanted in page.all("dl", class_="facts")[0].text


def test_it_is_not_closed_while_money_is_bound(
    town_at: Callable[[str], Town], send: Send, look: Look
) -> None:
    town_at("adopted")
    assert "It can’t be closed yet: PLN\u00a05,000.00" in look(address("end")).text
    page = send(address("end"), OFFICER, **WHY, **TOLD, **REST, status=422)
    assert "still set aside or committed" in page.one("div", class_="error-summary").text


@pytest.mark.parametrize("what", ["withdraw-backing", "suspend", "revoke", "end"])
def test_nothing_is_changed_without_reasons(town: Town, send: Send, what: str) -> None:
    before = traces()
    page = send(address(what), OFFICER, **TOLD, **REST, status=422)
    summary = page.one("div", class_="error-summary").text
    assert "Reasons: This is needed. Write it in at least one language." in " ".join(
        summary.split()
    )
    assert traces() == before


@pytest.mark.parametrize("what", LIFE)
def test_each_says_first_what_it_does(town: Town, look: Look, what: str) -> None:
    page = look(address(what))
    assert "What this does" in [h.words for h in page.all("h2")]
    assert len([li for li in page.all("li") if "main" in li.above and "nav" not in li.above]) >= 3


@pytest.mark.parametrize(
    ("what", "ready", "fits"),
    [
        ("take-up", None, False),
        ("resume", None, False),
        ("suspend", None, True),
        ("resume", suspend, True),
        ("suspend", suspend, False),
        ("back", suspend, True),
    ],
)
def test_a_form_that_does_not_fit_says_so_first(
    town: Town, look: Look, what: str, ready: Callable[[Town], None] | None, fits: bool
) -> None:
    if ready:
        ready(town)
    shown = [n.text for n in look(address(what)).all("div", class_="notice-warning")]
    assert any("does not fit the remit as it stands" in text for text in shown) != fits


@pytest.mark.parametrize("what", LIFE)
def test_who_may_not_do_it_is_refused_on_the_record_or_told_why(
    town: Town, client: Client, today: object, what: str
) -> None:
    """The treasurer holds no such power; what cannot be done at all leaves no trace."""
    take_part(client, "treasurer")
    data = {"key": key_on(client, address(what)), "step": "send", "read": "on"}
    answer = client.post(address(what), {**data, **WHY, **TOLD, **REST})
    assert answer.status_code == 302
    assert newest().outcome == "refused"


def test_the_agencys_own_remit_is_not_changed_here(town: Town, look: Look) -> None:
    for what in LIFE:
        page = look(f"/en/remits/ROOT/{what}", 404)
        assert page.all("a", href="/en/remits/ROOT")


def test_the_act_stands_under_the_remit_above(town: Town, send: Send) -> None:
    send(address("suspend"), OFFICER, **WHY)
    under = newest().remit
    assert under is not None and under.code == ROOT


def test_a_day_is_that_of_the_place(
    town_at: Callable[[str], Town], send: Send, settings: object
) -> None:
    settings.TIME_ZONE = "Europe/Warsaw"  # type: ignore[attr-defined]
    town_at("granted")
    send(address("back"), "backer", until="2026-07-01")
    assert row().backed_until == datetime(2026, 6, 30, 22, tzinfo=UTC)


def test_what_is_soon_over_is_renewed(
    town: Town, send: Send, look: Look, today: Callable[[date], None]
) -> None:
    today((residents().backed_until - timedelta(days=5)).date())
    assert "less than 7 days" in look("/en/remits/T-1").text
    today(NOON.date())
    assert "less than" not in look("/en/remits/T-1").text
