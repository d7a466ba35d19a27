"""What a browser does with the form of a remit: reads it, fills it in, sends it."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse
from django.test import Client

from remit.core.bounds import Envelope, Instrument
from remit.stages.charter.grant_form import SheetForm, sheet_of
from tests.town import ENVELOPE, residents
from tests.web.html_page import Page, faults, read

GRANT, VARY = "/en/remits/ROOT/grant", "/en/remits/T-1/vary"
HOSTILE = "<script>alert(1)</script>&\"'"


def look(answer: HttpResponse, status: int = 200) -> Page:
    assert answer.status_code == status
    page = read(answer.content)
    assert faults(page) == []
    return page


def boxes(instrument: Instrument) -> dict[str, str]:
    """What a browser sends of the form that has this instrument in it."""
    form = SheetForm(sheet_of(instrument), positions={})
    kinds = {f"clauses.{card.place}.kind": card.kind for card in form.cards}
    values = {bound.name: bound.value() for bound in form}
    ticked = {name: "on" for name, value in values.items() if value is True}
    return {**kinds, **{n: v or "" for n, v in values.items() if v not in (True, False)}, **ticked}


def typed(page: Page) -> dict[str, str]:
    """What stands in the boxes of a page."""
    found = {e.get("name"): e.text for e in page.all("textarea")}
    for box in page.all("input"):
        if box.get("type") not in ("checkbox", "file") or "checked" in box.attributes:
            found[box.get("name")] = box.get("value")
    return found


def send(client: Client, do: str, address: str = GRANT, **more: str) -> HttpResponse:
    """From the look before, as the page had it."""
    checked = client.post(address, {**boxes(more_of(address)), "do": "check"})
    hidden = typed(look(checked))
    sent = {"text": hidden["text"], "key": hidden["key"], "do": do, **more}
    return client.post(address, sent)


def more_of(address: str) -> Instrument:
    return varied() if address == VARY else residents()


def with_envelope(amount: int, **changes: object) -> Instrument:
    clauses = tuple(
        replace(clause, amount=amount) if isinstance(clause, Envelope) else clause
        for clause in residents().clauses
    )
    return residents(clauses=clauses, **changes)


def varied() -> Instrument:
    return with_envelope(ENVELOPE - 100, version=2)


def reasons(prefix: str) -> dict[str, str]:
    return {f"{prefix}-reasons_en": "It is time.", f"{prefix}-reasons_pl": ""}


def buttons(page: Page) -> set[str]:
    return {button.get("value") for button in page.all("button", name="do")}
