"""The demonstration's second remit: budgets for families, decided by staff with each family.

Modelled on devolved budgets in England in 2019 and 2020 (What Works for Children's Social Care);
everything in it is made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from remit.core.bounds import (
    AskAbove,
    Clause,
    Duties,
    Envelope,
    EvidenceAbove,
    Holder,
    Instrument,
    Interests,
    Period,
    Powers,
    Promise,
    Purpose,
    Reserved,
    Stop,
    Total,
)
from remit.core.words import Said
from remit.project.demo import instruments
from remit.project.demo.steps import Step, key_of
from remit.record.act import Act
from remit.stages.charter.acts import Agree, Declare, GrantRemit, SignBacking
from remit.stages.decide.acts import Decide
from remit.stages.fund.acts import Commit

REMIT = "F-2023"
CURRENCY = instruments.CURRENCY
ASK_ABOVE, PER_FAMILY = 200_000, 4_000_000
"""2,000 PLN in one decision, and 40,000 PLN for one family."""
STARTS = datetime(2023, 11, 1, tzinfo=UTC)
OFFICER, WORKER = "accountable-officer", "social-worker"
POWERS = {
    "decide": (WORKER,),
    "commit": ("clerk",),
    "submit": ("clerk",),
    "approve": (OFFICER,),
    "pay": ("treasurer",),
    "release": ("clerk", OFFICER),
    "agree": (OFFICER,),
    "declare": (WORKER, "clerk"),
    "file": (WORKER, "clerk"),
    "raise": (WORKER, "clerk", "treasurer"),
    "lift": (OFFICER,),
}
BED, RENT, SISTER = "bed", "rent", "carer"
"""Three decisions: done at once, done once it was agreed to, and waiting for an answer."""


def instrument() -> Instrument:
    """Two pairs of eyes only where the money is large; else the worker and the family decide."""
    return replace(
        instruments.residents(),
        code=REMIT,
        title={"en": "Family budgets of 2023", "pl": "Budżety rodzinne 2023"},
        vehicle="officer_delegation",
        binding="delegation",
        holder=Holder(
            kind="person_with_family",
            name={
                "en": "a social worker together with each family",
                "pl": "pracownik socjalny razem z każdą rodziną",
            },
            quorum=0,
            rule="one_acts",
            accepts=None,
        ),
        scope={
            "en": "A social worker and a family decide together what helps, and pay for it. Nobody "
            "else signs inside these bounds.",
            "pl": "Pracownik socjalny i rodzina decydują razem, co pomoże, i za to płacą. W tych "
            "granicach nikt więcej nie podpisuje.",
        },
        clauses=bounds(),
        promise=Promise(
            level="decides",
            text={
                "en": "You and your social worker decide. We do not ask first.",
                "pl": "Decydują Państwo razem z pracownikiem socjalnym. Nie pytamy najpierw.",
            },
        ),
        review=datetime(2023, 12, 4, tzinfo=UTC),
    )


def bounds() -> tuple[Clause, ...]:
    """The remit's clauses."""
    care = {"en": "decisions about care proceedings", "pl": "decyzje o postępowaniu opiekuńczym"}
    return (
        Period(id="B1", starts=STARTS, ends=instruments.ENDS),
        Purpose(id="B2", purposes=(instruments.HOME,)),
        Envelope(id="B3", amount=instruments.FAMILIES, currency=CURRENCY),
        Powers(id="B4", powers=POWERS),
        AskAbove(
            id="B5",
            power="decide",
            amount=ASK_ABOVE,
            currency=CURRENCY,
            position=OFFICER,
            days=3,
            silence="no",
        ),
        Total(
            id="B6",
            power="decide",
            of="recipient",
            days=0,
            amount=PER_FAMILY,
            currency=CURRENCY,
        ),
        Reserved(id="B7", matters=(("care-proceedings", care),)),
        Interests(id="B8", power="decide", relatives="ask", position=OFFICER, days=5),
        EvidenceAbove(
            id="B9",
            power="submit",
            currency=CURRENCY,
            steps=((10_000, ("receipt",)), (1_000_000, ("receipt", "quotes"))),
        ),
        Duties(id="B10", pairs=(("submit", "approve"), ("approve", "pay"), ("submit", "pay"))),
        Stop(id="B11", topic="concern", level=1, lifted_by=OFFICER),
    )


def day(number: int, hour: int = 10) -> datetime:
    return datetime(2023, 11, number, hour, tzinfo=UTC)


def steps() -> Iterator[Step]:
    """Granted and backed; one decision in bounds, one agreed to, one that waits."""
    above = partial(Step, under=instruments.ROOT)
    yield above(
        "families:grant", OFFICER, at=day(2, 9), act=lambda: GrantRemit(instrument=instrument())
    )
    yield above("families:back", "backer", at=day(2, 12), act=lambda: SignBacking(remit=REMIT))
    worker = partial(Step, position=WORKER, under=REMIT)
    yield worker("families:bed", at=day(6), act=lambda: decide(BED))
    yield Step(
        "families:commit",
        "clerk",
        REMIT,
        day(7),
        lambda: Commit(item=BED, amount=45_000, payee=SHOP),
    )
    yield worker("families:rent?", at=day(8), act=lambda: decide(RENT), answer="asked")
    agree = partial(Agree, request=str(key_of("families:rent?")), reasons=AGREED)
    yield Step("families:agree", OFFICER, REMIT, day(9), agree)
    yield worker("families:rent", at=day(9, 15), act=lambda: decide(RENT))
    yield worker("families:interest", at=day(17), act=declare)
    yield worker("families:carer?", at=day(18, 11), act=lambda: decide(SISTER), answer="asked")


SHOP = {"en": "a furniture shop (demonstration)", "pl": "sklep meblowy (pokaz)"}
AGREED = {
    "en": "Demonstration: without the flat the family would be parted.",
    "pl": "Pokaz: bez mieszkania rodzina zostałaby rozdzielona.",
}
DECISIONS: dict[str, tuple[int, str, Said, Said]] = {
    BED: (
        45_000,
        "family-3",
        {"en": "A bed for a child", "pl": "Łóżko dla dziecka"},
        {"en": "Two children share one bed.", "pl": "Dwoje dzieci śpi w jednym łóżku."},
    ),
    RENT: (
        240_000,
        "family-5",
        {"en": "Rent that is owed", "pl": "Zaległy czynsz"},
        {"en": "The family would lose the flat.", "pl": "Rodzina straciłaby mieszkanie."},
    ),
    SISTER: (
        30_000,
        "carer-1",
        {"en": "A relative looks after the children", "pl": "Krewna zajmie się dziećmi"},
        {"en": "The children know her well.", "pl": "Dzieci dobrze ją znają."},
    ),
}
"""Groszy, for whom, what, and why."""


def decide(item: str) -> Act:
    amount, recipient, title, reasons = DECISIONS[item]
    return Decide(
        item=item,
        title=title,
        reasons=reasons,
        amount=amount,
        purpose=instruments.HOME[0],
        recipient=recipient,
    )


def declare() -> Act:
    return Declare(
        code=DECISIONS[SISTER][1],
        stance="relative",
        text={
            "en": "The carer is a relative of the worker (demonstration).",
            "pl": "Opiekunka jest krewną pracownika (pokaz).",
        },
    )
