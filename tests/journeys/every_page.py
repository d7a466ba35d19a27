"""Every page of the town by the name of its address, and what a visitor does on them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from remit.record.models import Attribution, Job, Posting, Record
from remit.stages.decide.models import Decision
from tests.web.html_page import read

ADOPT = "/en/ballots/park/projects/{}/adopt"
PART = "/en/part"


@dataclass(frozen=True, slots=True)
class Places:
    """What the addresses of the sealed town need."""

    done: UUID
    refused: UUID
    ballots: str

    @property
    def pages(self) -> dict[str, list[str]]:
        """By the name of the address, the pages to be looked at, without their language."""
        return {
            "share:home": [""],
            "share:records": [
                "record",
                "record?page=2",
                "record?outcome=done",
                "record?outcome=refused",
            ],
            "share:record": [f"record/{self.done}", f"record/{self.refused}"],
            "share:verify": ["verify"],
            "charter:remits": ["remits"],
            "charter:remit": ["remits/T-1", "remits/ROOT"],
            "decide:ballots": ["ballots"],
            "decide:ballot": ["ballots/park"],
            "decide:project": ["ballots/park/projects/1", "ballots/park/projects/3"],
            "decide:adopt": ["ballots/park/projects/1/adopt"],
            "decide:decisions": ["remits/T-1/decisions"],
            "fund:money": ["remits/T-1/money"],
            "web:kit": ["kit"],
            "part": ["part"],
        }

    @property
    def files(self) -> dict[str, list[str]]:
        """By the name of the address, what machines fetch."""
        return {
            "log-file": ["/log/checkpoint", "/log/key"],
            "books": ["/books.csv"],
            "ballot-file": [f"/ballots/{self.ballots}"],
        }


NOWHERE = Places(done=UUID(int=0), refused=UUID(int=0), ballots="")
"""For the names alone."""


def names() -> set[str]:
    """The name of every address that there is."""

    def inside(resolver: URLResolver, space: str) -> set[str]:
        found: set[str] = set()
        for entry in resolver.url_patterns:
            if isinstance(entry, URLResolver):
                found |= inside(entry, f"{entry.namespace}:" if entry.namespace else space)
            elif isinstance(entry, URLPattern):
                found.add(f"{space}{entry.name}")
        return found

    return inside(get_resolver(), "")


def take_part(client: Client, position: str) -> None:
    answer = client.post(PART, {"position": position})
    assert answer.status_code == 302


def key_on(client: Client, address: str) -> str:
    """The key that the form on this page carries."""
    page = read(client.get(address).content)
    return page.one("input", name="key").get("value")


def filled(key: str, /, **changes: str) -> dict[str, str]:
    """The form by which a project is adopted: 4,000 for the park, nothing reserved."""
    return {"key": key, "amount": "4000", "purpose": "park", "matter": "none", **changes}


def send(client: Client, project: str = "1", **changes: str) -> HttpResponse:
    """Open the form, fill it in, and send it."""
    address = ADOPT.format(project)
    return client.post(address, filled(key_on(client, address), **changes))


def traces() -> dict[str, int]:
    """How many rows there are of everything that an act may leave behind."""
    tables = (Record, Attribution, Posting, Decision, Job)
    return {table.__name__: table._default_manager.count() for table in tables}
