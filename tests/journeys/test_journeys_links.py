"""Every link on every page leads somewhere, and every page can be reached from the first one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit

from django.http import HttpResponse
from django.test import Client

from tests.journeys.every_page import PART, UNLINKED, Places
from tests.web.html_page import read

PAGES_MAX = 600


@dataclass(slots=True)
class Walk:
    """All that the first page leads to, and what of it did not answer well, with a page that
    leads there."""

    client: Client
    seen: dict[str, str] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)

    def go(self, start: str) -> None:
        waiting = [(start, "")]
        while waiting:
            here, before = waiting.pop()
            # The page for taking a part is met with every page to lead back to: once is enough.
            known = PART if urlsplit(here).path == PART else here
            if known in self.seen:
                continue
            self.seen[known] = before
            assert len(self.seen) < PAGES_MAX, "the pages lead on without end"
            answer = self.client.get(here, follow=True)
            if answer.status_code != 200:
                self.wrong[known] = before
            elif not here.startswith("/pl/"):  # what they lead to is the same
                waiting += [(link, here) for link in links(answer, here)]


def links(answer: HttpResponse, here: str) -> Iterator[str]:
    """Where this page leads, without the places on a page."""
    if answer.streaming or not answer["Content-Type"].startswith("text/html"):
        return
    for element in read(answer.content).elements:
        for name in ("href", "src"):
            if name in element.attributes:
                address, _ = urldefrag(urljoin(here, element.get(name)))
                assert not urlsplit(address).netloc, f"{here} leads to another host: {address}"
                yield address


def test_every_link_leads_somewhere_and_somewhere_to_every_page(
    clerk: Client, places: Places
) -> None:
    walk = Walk(clerk)
    walk.go("/en/")
    assert walk.wrong == {}
    reached = {urlsplit(address).path for address in walk.seen}
    wanted = {f"/en/{path}" for paths in places.pages.values() for path in paths}
    wanted |= {f for name, files in places.files.items() if name not in UNLINKED for f in files}
    assert {urlsplit(address).path for address in wanted} <= reached


def test_in_an_agency_no_link_leads_to_the_demonstrations_pages(
    client: Client, places: Places
) -> None:
    walk = Walk(client)
    walk.go("/en/")
    assert walk.wrong == {}
    assert PART not in walk.seen
