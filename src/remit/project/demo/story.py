"""The story that the demonstration plays: a real election, all the way to the receipts.

Every step is an act, performed under a key that is always the same. So a story that was stopped
goes on where it stopped, and one that has been told is not told twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from importlib.resources import files

from remit.core.voting import PRESETS, rule_json
from remit.project.demo import families, instruments
from remit.project.demo.steps import Step, person
from remit.record.act import Act
from remit.stages.charter.acts import DraftRemit, Establish, GrantRemit, SignBacking
from remit.stages.decide import reads as decide
from remit.stages.decide.acts import Adopt, ImportBallots, OpenBallot, item_code
from remit.stages.decide.counting import count
from remit.stages.fund.acts import Approve, Commit, Pay, Release, Submit

BALLOT = "green"
FILE = "wieliczka2023.pb"
OVER_THE_CAP = 12_000_000
REFUSED_PROJECT = "40"
PAID = {"39": 40_000, "24": 300_000}
"""Groszy paid of two projects, of 600 and 5,000 PLN: in part."""
RELEASED = "43"
"""The project whose money is given back."""
SOURCE = {
    "en": "Wieliczka, “Zielony Milion” 2023; ballots from Pabulib (Faliszewski and others, "
    "IJCAI 2023).",
    "pl": "Wieliczka, „Zielony Milion” 2023; głosy z biblioteki Pabulib (Faliszewski i inni, "
    "IJCAI 2023).",
}
PAYEE = {"en": "a contractor (demonstration)", "pl": "wykonawca (pokaz)"}
DRAFTED = {
    "en": "Demonstration: for everybody to read before it is granted.",
    "pl": "Pokaz: do przeczytania dla wszystkich, zanim zostanie udzielone.",
}
NOT_NEEDED = {
    "en": "Demonstration: the bins came from another budget.",
    "pl": "Pokaz: kosze sfinansowano z innego budżetu.",
}


def steps() -> Iterator[Step]:
    """The story in its order. What comes after the count depends on what was counted."""
    yield from granting()
    yield from voting()
    won = [project for project in decide.projects(BALLOT) if project.won]
    yield from deciding(won)
    yield from paying(won)
    yield from families.steps()


def length() -> int:
    """How many steps there are, told from the announced result before the votes are counted."""
    election = ImportBallots(ballot=BALLOT, name=FILE, data=ballots(), source=SOURCE).election
    known = (granting(), voting(), families.steps())
    return sum(len(list(part)) for part in known) + 2 * len(election.official) + 8


def day(month: int, number: int, hour: int = 10, minute: int = 0) -> datetime:
    return datetime(2023, month, number, hour, minute, tzinfo=UTC)


def granting() -> Iterator[Step]:
    yield Step("establish", "accountable-officer", None, day(1, 2), establish)
    yield Step(
        "draft",
        "clerk",
        instruments.ROOT,
        day(2, 20),
        lambda: DraftRemit(instrument=instruments.residents(), reasons=DRAFTED),
    )
    yield Step(
        "grant",
        "accountable-officer",
        instruments.ROOT,
        day(3, 1),
        lambda: GrantRemit(instrument=instruments.residents()),
    )
    yield Step(
        "back",
        "backer",
        instruments.ROOT,
        day(3, 2),
        lambda: SignBacking(remit=instruments.REMIT),
    )


def voting() -> Iterator[Step]:
    clerk = partial(Step, position="clerk", under=instruments.REMIT)
    yield clerk("open", at=day(3, 20), act=open_ballot)
    yield clerk(
        "import",
        at=day(4, 24),
        act=lambda: ImportBallots(ballot=BALLOT, name=FILE, data=ballots(), source=SOURCE),
    )
    yield clerk("tally", at=day(4, 25), act=lambda: count(BALLOT))


def deciding(won: list[decide.ProjectView]) -> Iterator[Step]:
    """One attempt out of bounds, then every winner."""
    clerk = partial(Step, position="clerk", under=instruments.REMIT)
    yield clerk(
        "over-the-cap",
        at=day(4, 26, 9),
        act=lambda: adopt(REFUSED_PROJECT, OVER_THE_CAP),
        answer="refused",
    )
    for number, project in enumerate(won):
        yield clerk(
            f"adopt:{project.code}",
            at=day(4, 26, 10, number),
            act=partial(adopt, project.code, project.cost.minor),
        )


def paying(won: list[decide.ProjectView]) -> Iterator[Step]:
    """Money for each; two are paid in part, each by three pairs of hands; one is released."""
    under = instruments.REMIT
    for number, project in enumerate(won):
        item = item_code(BALLOT, project.code)
        made = partial(Commit, item=item, amount=project.cost.minor, payee=PAYEE)
        yield Step(f"commit:{project.code}", "clerk", under, day(5, 10, 10, number), made)
    for number, (code, amount) in enumerate(PAID.items(), start=1):
        payment = f"P-2023-{number}"
        claim = partial(
            Submit,
            item=item_code(BALLOT, code),
            payment=payment,
            amount=amount,
            receipt_sha256=sha256(f"demonstration receipt {payment}".encode()).hexdigest(),
        )
        agree, pay = partial(Approve, payment=payment), partial(Pay, payment=payment)
        yield Step(f"submit:{payment}", "clerk", under, day(6, 10 + number), claim)
        yield Step(f"approve:{payment}", "accountable-officer", under, day(6, 14 + number), agree)
        yield Step(f"pay:{payment}", "treasurer", under, day(6, 20 + number), pay)
    given_back = next(project for project in won if project.code == RELEASED)
    back = partial(
        Release,
        item=item_code(BALLOT, RELEASED),
        amount=given_back.cost.minor,
        reason=NOT_NEEDED,
    )
    yield Step("release", "clerk", under, day(8, 30), back)


def establish() -> Act:
    appointments = tuple((code, person(code)) for code in instruments.POSITIONS)
    return Establish(
        name=instruments.AGENCY,
        positions=instruments.POSITIONS,
        appointments=appointments,
        instrument=instruments.root(),
        demonstration=True,
    )


def open_ballot() -> Act:
    return OpenBallot(
        ballot=BALLOT,
        title={"en": "The Green Million, spring 2023", "pl": "Zielony Milion, wiosna 2023"},
        rule=rule_json(PRESETS["wieliczka2023"]),
        budget=instruments.ENVELOPE,
        currency=instruments.CURRENCY,
    )


def adopt(project: str, amount: int) -> Act:
    purpose, _ = instruments.GREEN
    return Adopt(ballot=BALLOT, project=project, amount=amount, purpose=purpose, matter="none")


def ballots() -> bytes:
    """The demonstration's own copy of the election; where it is from, see SOURCE."""
    return files("remit.project.demo").joinpath(FILE).read_bytes()
