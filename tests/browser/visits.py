"""A visit to a page: its tab, and what the browser asked for and complained of on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.places import Place

WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 360, "height": 780}
WATCH = """document.addEventListener("securitypolicyviolation", event =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))"""


@dataclass
class Visit:
    """What `page` shows is as the server sent it; whoever alters it puts it back."""

    page: Page
    status: int = 0
    html: bytes = b""
    address: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Kind and address of each thing that the last page loaded."""
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.add_init_script(WATCH)
        self.page.on("request", lambda r: self.asked.append((r.resource_type, r.url)))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self.hear)

    def hear(self, message: Any) -> None:
        if message.type not in ("error", "warning"):
            return
        of_this_page = urlsplit(str(message.location.get("url", ""))).path
        if "status of" in message.text and of_this_page == urlsplit(self.page.url).path:
            return  # that a page says no is no fault of the page
        self.complaints.append(message.text)

    def arrive(self, place: Place, *, at: str) -> None:
        answer = place.way(self.page, f"{at}{place.path}")
        self.page.wait_for_load_state("load")
        self.status, self.html = answer.status, answer.body()
        self.address = answer.url


See = Callable[..., Visit]
"""The visit to a place (in a language), made once and then only looked at."""


def new_visit(browser: Browser, **world: Any) -> Visit:
    """A visitor whom nobody knows; motion is switched off, so that nothing is seen half way."""
    context = browser.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", **world})
    context.set_default_timeout(15_000)
    visit = Visit(context.new_page())
    visit.watch()
    return visit


def hosts(addresses: Iterable[str]) -> set[str]:
    return {urlsplit(address).netloc for address in addresses}
