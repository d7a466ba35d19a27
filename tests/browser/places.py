"""Every page there is, in each state that looks different, and how a visitor comes to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from playwright.sync_api import Page, Response, Route

from remit.project.demo import instruments, steps, story

REMIT, BALLOT = f"/remits/{instruments.REMIT}", f"/ballots/{story.BALLOT}"
AGENCY = f"/remits/{instruments.ROOT}"
DRAFT = f"{AGENCY}/drafts/{instruments.REMIT}"
WON, LOST = "39", story.REFUSED_PROJECT
ADOPT = f"{BALLOT}/projects/{LOST}/adopt"
QUESTION = "power=adopt&purpose=green&matter=none&evidence=tally"
HOLDER = "clerk"
OVER_THE_CAP = story.OVER_THE_CAP // 100
"""In whole units, as the form asks for it."""

Way = Callable[[Page, str], Response]
"""Brings a browser to the page of a place; its address comes with host and language."""


def go(page: Page, address: str) -> Response:
    """By its address."""
    answer = page.goto(address)
    assert answer is not None
    return answer


def as_holder(page: Page, address: str) -> Response:
    """In the position of somebody who may act."""
    root = "/".join(address.split("/")[:4])  # with host and language
    go(page, f"{root}/part")
    page.check(f"[name=position][value={HOLDER}]")
    send(page)
    return go(page, address)


def send(page: Page) -> Response:
    """The page that a form's button leads to."""
    with page.expect_navigation() as there:
        page.click("main form button[type=submit]")
    assert there.value is not None
    return there.value


def checked(page: Page, address: str) -> Response:
    """The second step of a form: answers to be checked, or what is to be mended."""
    as_holder(page, address)
    return send(page)


def looked_at(page: Page, address: str) -> Response:
    """The look before a remit is granted; its page has another form for other ways to begin."""
    as_holder(page, address)
    with page.expect_navigation() as there:
        page.locator("main form[method=post] button[value=check]").first.click()
    assert there.value is not None
    return there.value


def with_mistakes(page: Page, address: str) -> Response:
    as_holder(page, address)
    page.fill("[name=amount]", "")
    return send(page)


def done_before(page: Page, address: str) -> Response:
    """A form that is in order, about something that cannot be done: no field is to blame."""
    as_holder(page, address.replace(f"/{LOST}/", f"/{WON}/"))
    return send(page)


def away_too_long(page: Page, address: str) -> Response:
    go(page, address)
    return send(page)


def from_elsewhere(page: Page, address: str) -> Response:
    """Without the cookie that shows where the form was opened."""
    as_holder(page, address)
    page.context.clear_cookies()
    return send(page)


def tampered_with(page: Page, address: str) -> Response:
    as_holder(page, address)
    page.evaluate("document.querySelector('[name=key]').value = 'no key'")
    return send(page)


def broken(page: Page, address: str) -> Response:
    """The page for what breaks, as it would come; breaking the service would break the others."""
    from remit.web.errors import server_error

    made = server_error(None)  # type: ignore[arg-type]

    def answer(route: Route) -> None:
        route.fulfill(status=made.status_code, content_type="text/html", body=made.content)

    page.route(address, answer)
    return go(page, address)


@dataclass(frozen=True)
class Place:
    """`view` is the name of its address in urls.py; error pages have none of their own."""

    name: str
    path: str
    view: str = ""
    status: int = 200
    way: Way = go
    main: bool = False
    """One of those that are looked at from every side even in a quick run."""

    def __str__(self) -> str:
        return self.name


def record(step: str) -> str:
    return f"/record/{steps.key_of(step)}"


def request(step: str) -> str:
    return f"/requests/{steps.key_of(step)}"


PLACES = (
    Place("home", "/", "share:home", main=True),
    Place("remits", "/remits", "charter:remits"),
    Place("remit", REMIT, "charter:remit", main=True),
    Place("remits, looked for", "/remits?q=zielony&state=in_force", "charter:remits"),
    Place("remits, none found", "/remits?q=nothing+like+it", "charter:remits"),
    Place("legal form", f"{REMIT}/legal", "charter:legal"),
    Place("easy read", f"{REMIT}/easy-read", "charter:easy-read", main=True),
    Place("history", f"{REMIT}/history", "charter:history"),
    Place("version", f"{REMIT}/versions/1", "charter:version"),
    Place("no version", f"{REMIT}/versions/9", "charter:version", 404),
    Place("file", f"{REMIT}/file", "charter:file"),
    Place("put on file", f"{REMIT}/file/opinion", "charter:put-on-file", way=as_holder),
    Place("no such topic", f"{REMIT}/file/nothing", "charter:put-on-file", 404),
    Place("may I", f"{REMIT}/may-i", "charter:may-i", main=True),
    Place("may I, yes", f"{REMIT}/may-i?{QUESTION}&amount=500", "charter:may-i"),
    Place("may I, no", f"{REMIT}/may-i?{QUESTION}&amount=999999", "charter:may-i", way=as_holder),
    Place("may I, with mistakes", f"{REMIT}/may-i?power=&amount=x", "charter:may-i", 422),
    Place("may I of no remit", "/remits/X-1/may-i", "charter:may-i", 404),
    Place("grant", f"{AGENCY}/grant", "charter:grant", way=as_holder, main=True),
    Place("grant, as text", f"{AGENCY}/grant?way=text", "charter:grant"),
    Place("grant with mistakes", f"{AGENCY}/grant", "charter:grant", 422, looked_at),
    Place("vary", f"{REMIT}/vary", "charter:vary", way=as_holder),
    Place("vary, checked", f"{REMIT}/vary", "charter:vary", way=looked_at),
    Place("drafts", f"{AGENCY}/drafts", "charter:drafts"),
    Place("draft", DRAFT, "charter:draft"),
    Place("no draft", f"{AGENCY}/drafts/X-1", "charter:draft", 404),
    Place("try", f"{REMIT}/try", "charter:try"),
    Place("try, tried", f"{REMIT}/try", "charter:try", way=checked),
    Place("try a draft", f"{DRAFT}/try", "charter:try-draft"),
    Place("requests as nobody", "/requests", "charter:requests"),
    Place("requests", "/requests", "charter:requests", way=as_holder),
    Place("request that waits", request("families:carer?"), "charter:request", main=True),
    Place("request, agreed to", request("families:rent?"), "charter:request", way=as_holder),
    Place("no request", f"/requests/{UUID(int=0)}", "charter:request", 404),
    Place("register", "/register", "charter:register", main=True),
    Place("back", f"{REMIT}/back", "charter:back", way=as_holder),
    Place("back, checked", f"{REMIT}/back", "charter:back", way=checked, main=True),
    Place("withdraw a backing", f"{REMIT}/withdraw-backing", "charter:withdraw-backing"),
    Place("take up", f"{REMIT}/take-up", "charter:take-up"),
    Place("suspend", f"{REMIT}/suspend", "charter:suspend"),
    Place("resume", f"{REMIT}/resume", "charter:resume"),
    Place("revoke", f"{REMIT}/revoke", "charter:revoke"),
    Place("end", f"{REMIT}/end", "charter:end", way=as_holder),
    Place("end with mistakes", f"{REMIT}/end", "charter:end", 422, checked),
    Place("decide", f"{REMIT}/decide", "decide:decide", way=as_holder),
    Place("respond", f"{REMIT}/respond", "decide:respond", way=as_holder),
    Place("decisions", f"{REMIT}/decisions", "decide:decisions"),
    Place("money", f"{REMIT}/money", "fund:money", main=True),
    Place("ballots", "/ballots", "decide:ballots"),
    Place("ballot", BALLOT, "decide:ballot", main=True),
    Place("project that won", f"{BALLOT}/projects/{WON}", "decide:project", main=True),
    Place("project that lost", f"{BALLOT}/projects/{LOST}", "decide:project"),
    Place("adopt as nobody", ADOPT, "decide:adopt"),
    Place("adopt", ADOPT, "decide:adopt", way=as_holder, main=True),
    Place("adopt with mistakes", ADOPT, "decide:adopt", 422, with_mistakes, main=True),
    Place("adopt again", ADOPT, "decide:adopt", 422, done_before),
    Place("record of the founding", record("establish"), "share:record"),
    Place("record of a yes", record(f"adopt:{WON}"), "share:record", main=True),
    Place("record of an ask", record("families:carer?"), "share:record"),
    Place("record of a payment", record("pay:P-2023-1"), "share:record"),
    Place("record of the refusal", record("over-the-cap"), "share:record", main=True),
    Place("certificate", f"{record(f'adopt:{WON}')}/certificate", "share:certificate"),
    Place("certificate of a refusal", f"{record('over-the-cap')}/certificate", "share:certificate"),
    Place("no certificate", f"/record/{UUID(int=0)}/certificate", "share:certificate", 404),
    Place("records", "/record", "share:records", main=True),
    Place("records refused", "/record?outcome=refused", "share:records"),
    Place("records, last page", "/record?page=3", "share:records"),
    Place("verify", "/verify", "share:verify", main=True),
    Place("kit", "/kit", "web:kit", main=True),
    Place("part", "/part", "part"),
    Place("no page", "/nothing/here", status=404),
    Place("no remit", "/remits/X-1", "charter:remit", 404),
    Place("no ballot", "/ballots/none", "decide:ballot", 404),
    Place("no project", f"{BALLOT}/projects/none", "decide:project", 404),
    Place("no record", f"/record/{UUID(int=0)}", "share:record", 404),
    Place("form tampered with", ADOPT, "decide:adopt", 400, tampered_with),
    Place("form from elsewhere", ADOPT, "decide:adopt", 403, from_elsewhere),
    Place("away too long", ADOPT, "decide:adopt", 410, away_too_long),
    Place("broken", "/broken", status=500, way=broken),
)
MAIN = tuple(place for place in PLACES if place.main)
