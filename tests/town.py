"""A small town for tests: its offices, one remit, one ballot, and the acts that bring it so far.

`tests/conftest.py` offers it at each step of its story; what happens is real and on the record.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from remit.core.bounds import Instrument
from remit.core.voting import PRESETS, rule_json
from remit.people.actor import Actor
from remit.record.act import Act
from remit.record.models import Record
from remit.record.perform import perform
from remit.stages.charter.acts import Establish, GrantRemit, SignBacking
from remit.stages.decide.acts import Adopt, ImportBallots, OpenBallot
from remit.stages.decide.counting import count
from remit.stages.fund.acts import Approve, Commit, Pay, Submit
from tests.town_remits import (
    ASK_ABOVE,
    CAP,
    CURRENCY,
    ENDS,
    ENVELOPE,
    MATTERS,
    OTHERS,
    PURPOSE,
    REMIT,
    ROOT,
    STARTS,
    bounds,
    holder,
    residents,
    root,
    said,
)

__all__ = [
    "ASK_ABOVE",
    "CAP",
    "CURRENCY",
    "ENDS",
    "ENVELOPE",
    "MATTERS",
    "OTHERS",
    "PURPOSE",
    "REMIT",
    "ROOT",
    "STARTS",
    "bounds",
    "holder",
    "residents",
    "root",
    "said",
]
"""Offered here, too, so that a test finds the whole town in one place."""
BALLOT = "park"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
"""An ordinary moment, inside the period."""
OFFICES = ("accountable-officer", "backer", "clerk", "treasurer", "calendar")
PB = """META
key;value
description;A park for everybody
country;Poland
unit;Testowo
instance;2026
num_projects;4
num_votes;6
budget;10000
currency;PLN
language;en
vote_type;approval
rule;equalshares/add1
date_begin;2026
date_end;2026
PROJECTS
project_id;cost;votes;name;selected
1;4000;4;Trees;1
2;5000;3;A pond;1
3;3000;1;A fence;0
4;1000;2;Benches;1
VOTES
voter_id;vote
a;1,2
b;1,2
c;1,4
d;1
e;2,4
f;3
"""
"""Trees, the pond and the benches win; the fence does not."""


def person(position: str) -> str:
    """The token of whoever holds this office."""
    return str(uuid5(NAMESPACE_URL, f"town:{position}"))


@dataclass
class Town:
    """Acts by its officers. `at` is when the next act is done; `do` numbers the keys."""

    at: datetime = NOON
    done: int = 0

    def actor(self, position: str) -> Actor:
        return Actor(person=person(position), position=position)

    def key(self) -> UUID:
        """A key that no act had before."""
        self.done += 1
        return uuid5(NAMESPACE_URL, f"town:act:{self.done}")

    def do(
        self,
        act: Act,
        *,
        by: str = "clerk",
        under: str | None = REMIT,
        at: datetime | None = None,
        key: UUID | None = None,
    ) -> Record:
        """Perform it. Whatever `perform` raises comes through."""
        return perform(act, by=self.actor(by), under=under, at=at or self.at, key=key or self.key())

    def found(self) -> Record:
        """The agency with its offices and its own authority."""
        offices = {code: said(code) for code in OFFICES}
        act = Establish(
            name=said("Testowo"),
            positions=offices,
            appointments=tuple((code, person(code)) for code in OFFICES),
            instrument=root(),
            demonstration=False,
        )
        return self.do(act, by="accountable-officer", under=None, at=STARTS)

    def grant(self, instrument: Instrument | None = None) -> Record:
        """A remit, laid down and not yet backed."""
        act = GrantRemit(instrument=instrument or residents())
        return self.do(act, by="accountable-officer", under=ROOT)

    def back(self, code: str = REMIT) -> Record:
        return self.do(SignBacking(remit=code), by="backer", under=ROOT)

    def vote(self) -> Record:
        """The ballot, from its opening to the published result."""
        self.do(open_ballot())
        self.do(import_ballots())
        return self.do(count(BALLOT))

    def adopt(self, project: str = "1", amount: int = 400_000) -> Record:
        return self.do(adopt(project, amount))

    def commit(self, project: str = "4", amount: int = 100_000) -> Record:
        return self.do(commit(project, amount))

    def pay(self, payment: str = "P-1", amount: int = 40_000, project: str = "4") -> Record:
        """A payment through all three pairs of hands."""
        self.do(submit(payment, amount, project))
        self.do(Approve(payment=payment), by="accountable-officer")
        return self.do(Pay(payment=payment), by="treasurer")


def open_ballot() -> OpenBallot:
    return OpenBallot(
        ballot=BALLOT,
        title=said("A park"),
        rule=rule_json(PRESETS["wieliczka2023"]),
        budget=ENVELOPE,
        currency=CURRENCY,
    )


def import_ballots(text: str = PB) -> ImportBallots:
    return ImportBallots(
        ballot=BALLOT, name="park.pb", data=text.encode(), source=said("the town’s own ballot")
    )


def adopt(project: str = "1", amount: int = 400_000, matter: str = "none") -> Adopt:
    return Adopt(ballot=BALLOT, project=project, amount=amount, purpose="park", matter=matter)


def commit(project: str = "4", amount: int = 100_000) -> Commit:
    return Commit(item=f"{BALLOT}.{project}", amount=amount, payee=said("a gardener"))


def submit(payment: str = "P-1", amount: int = 40_000, project: str = "4") -> Submit:
    return Submit(
        item=f"{BALLOT}.{project}", payment=payment, amount=amount, receipt_sha256="ab" * 32
    )


STEPS: dict[str, Callable[[Town], object]] = {
    "founded": Town.found,
    "granted": Town.grant,
    "backed": Town.back,
    "voted": Town.vote,
    "adopted": lambda town: [town.adopt("1", 400_000), town.adopt("4", 100_000)],
    "committed": Town.commit,
    "paid": Town.pay,
}
"""The story, in its order."""


def told(until: str) -> Town:
    """A town whose story has come so far."""
    town = Town()
    for name, step in STEPS.items():
        step(town)
        if name == until:
            return town
    raise KeyError(until)
