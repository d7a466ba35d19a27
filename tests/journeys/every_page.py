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
QUESTION = "?power=commit&amount=4000&purpose=park&matter=none"
UNLINKED = ("ask", "certificate-pdf")
"""Addresses that no link leads to: a program asks, and a file is made at the press of a button."""
LIFE = ("back", "withdraw-backing", "take-up", "suspend", "resume", "revoke", "end")
"""The forms that change a remit, by the last part of their address."""


@dataclass(frozen=True, slots=True)
class Places:
    """What the addresses of the sealed town need."""

    done: UUID
    refused: UUID
    ballots: str
    asked: UUID

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
            "share:record": [f"record/{key}" for key in self.records],
            "share:certificate": [f"record/{key}/certificate" for key in self.records],
            "share:verify": ["verify"],
            **self.remits,
            "decide:ballots": ["ballots"],
            "decide:ballot": ["ballots/park"],
            "decide:project": ["ballots/park/projects/1", "ballots/park/projects/3"],
            "decide:adopt": ["ballots/park/projects/1/adopt"],
            "decide:decisions": ["remits/T-1/decisions"],
            "decide:decide": ["remits/T-1/decide"],
            "decide:respond": ["remits/T-1/respond"],
            "fund:money": ["remits/T-1/money"],
            "web:kit": ["kit"],
            "part": ["part"],
        }

    @property
    def remits(self) -> dict[str, list[str]]:
        """Those about remits."""
        return {
            "charter:remits": ["remits"],
            "charter:remit": ["remits/T-1", "remits/ROOT"],
            "charter:legal": ["remits/T-1/legal"],
            "charter:easy-read": ["remits/T-1/easy-read"],
            "charter:history": ["remits/T-1/history"],
            "charter:version": ["remits/T-1/versions/1"],
            "charter:file": ["remits/T-1/file"],
            "charter:put-on-file": [
                "remits/T-1/file/opinion",
                "remits/T-1/file/clearance",
                "remits/T-1/file/meeting",
            ],
            "charter:register": ["register"],
            "charter:may-i": [
                "remits/T-1/may-i",
                f"remits/T-1/may-i{QUESTION}",
                "remits/ROOT/may-i",
            ],
            "charter:grant": [
                "remits/ROOT/grant",
                "remits/ROOT/grant?way=text",
                "remits/T-1/grant",
            ],
            "charter:vary": ["remits/T-1/vary"],
            "charter:drafts": ["remits/ROOT/drafts", "remits/T-1/drafts"],
            "charter:draft": ["remits/ROOT/drafts/T-2"],
            "charter:try": ["remits/T-1/try", "remits/ROOT/try"],
            "charter:try-draft": ["remits/ROOT/drafts/T-2/try"],
            "charter:requests": ["requests"],
            "charter:request": [f"requests/{self.asked}"],
            **{f"charter:{what}": [f"remits/T-1/{what}"] for what in LIFE},
        }

    @property
    def files(self) -> dict[str, list[str]]:
        """By the name of the address, what machines fetch."""
        return {
            "log-file": ["/log/checkpoint", "/log/key"],
            "books": ["/books.csv"],
            "ballot-file": [f"/ballots/{self.ballots}"],
            "register-csv": ["/register.csv"],
            "register-json": ["/register.json"],
            "instrument-yaml": ["/remits/T-1/instrument.yaml"],
            "instrument-json": ["/remits/T-1/instrument.json"],
            "ask": [f"/api/remits/T-1/ask{QUESTION}"],
            "certificate-json": [f"/record/{self.done}/certificate.json"],
            "certificate-pdf": [f"/record/{self.done}/certificate.pdf"],
        }

    @property
    def records(self) -> tuple[UUID, UUID, UUID]:
        """One of each outcome."""
        return self.done, self.refused, self.asked


NOWHERE = Places(done=UUID(int=0), refused=UUID(int=0), ballots="", asked=UUID(int=0))
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
