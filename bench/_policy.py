"""The remit that is timed: one clause of each kind there is, and any number of them for growth.

A neighbourhood panel decides, commits and pays in the year 2026; amounts are pence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from remit.core.bounds import (
    KINDS,
    Appeal,
    AskAbove,
    AskTotal,
    Attestation,
    Authority,
    Cap,
    Clause,
    Clearance,
    Consultation,
    CoolingOff,
    Document,
    DualControl,
    Duties,
    Envelope,
    Evidence,
    EvidenceAbove,
    Holder,
    Instrument,
    Interests,
    Ladder,
    LastDates,
    Meeting,
    Notice,
    Opinion,
    Period,
    Powers,
    Promise,
    Purpose,
    Report,
    Reserved,
    Retention,
    Reversible,
    RiskLane,
    Scope,
    Share,
    Stop,
    SubRemits,
    Total,
    Window,
)

CURRENCY, CODE, OFFICER = "GBP", "N-1", "accountable-officer"
ENVELOPE = 10_000_000
STARTS, ENDS = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
POWERS = {
    "adopt": ("clerk",),
    "advise": ("legal-adviser",),
    "agree": (OFFICER, "risk-panel", "treasurer"),
    "approve": (OFFICER, "treasurer"),
    "commit": ("clerk", OFFICER),
    "decide": ("clerk", OFFICER),
    "decline": (OFFICER,),
    "file": ("clerk",),
    "grant": (OFFICER,),
    "lift": (OFFICER,),
    "pay": ("treasurer",),
    "query": (OFFICER, "treasurer"),
    "note": (OFFICER,),
    "raise": ("clerk", "treasurer"),
    "recover": (OFFICER,),
    "submit": ("clerk",),
}


def said(text: str) -> dict[str, str]:
    return {"en": text}


def texts(*codes: str) -> tuple[tuple[str, dict[str, str]], ...]:
    return tuple((code, said(code)) for code in codes)


_MONEY = {"currency": CURRENCY}
_ASKED = {"position": OFFICER, "days": 5}
EACH: tuple[Clause, ...] = (
    Period(id="B1", starts=STARTS, ends=ENDS),
    Purpose(id="B2", purposes=texts("green", "sport", "care")),
    Envelope(id="B3", amount=ENVELOPE, **_MONEY),
    Powers(id="B4", powers=POWERS),
    Cap(id="B5", power="commit", amount=2_000_000, **_MONEY),
    Reserved(id="B6", matters=texts("land", "staff")),
    Evidence(id="B7", evidence={"adopt": ("tally",), "submit": ("receipt",)}),
    Duties(id="B8", pairs=(("submit", "approve"), ("approve", "pay"), ("submit", "pay"))),
    AskAbove(id="B9", power="commit", amount=1_000_000, silence="no", **_MONEY, **_ASKED),
    Total(id="B10", power="commit", of="recipient", days=30, amount=2_500_000, **_MONEY),
    Opinion(id="B11", power="decide", about="legal", position="legal-adviser", veto=True),
    AskTotal(id="B12", power="commit", amount=6_000_000, silence="no", **_MONEY, **_ASKED),
    Report(
        id="B13",
        power="commit",
        days=92,
        first=datetime(2026, 4, 1, tzinfo=UTC),
        position=OFFICER,
        answer_days=5,
        silence="no",
    ),
    RiskLane(
        id="B14", power="decide", light=2, panel=4, position="risk-panel", days=14, silence="no"
    ),
    SubRemits(id="B15", depth=2, **_ASKED),
    Stop(id="B16", topic="incident", level=4, lifted_by=OFFICER),
    Share(id="B17", power="commit", of="category", per_mille=400),
    LastDates(id="B18", dates={"commit": datetime(2026, 11, 1, tzinfo=UTC)}),
    Scope(id="B19", of="area", codes=texts("north", "harbour")),
    EvidenceAbove(
        id="B20",
        power="pay",
        steps=((0, ("note",)), (10_000, ("receipt",)), (500_000, ("invoice", "quotes"))),
        **_MONEY,
    ),
    DualControl(id="B21", power="pay", amount=250_000, **_MONEY, **_ASKED),
    Ladder(id="B22", steps=("query", "note", "recover")),
    Window(id="B23", powers=("query", "recover"), days=90),
    CoolingOff(id="B24", power="commit", days=14),
    Meeting(id="B25", power="decide", quorum=7, notice_days=14),
    Notice(id="B26", power="decide", days=14),
    Consultation(id="B27", power="decide", days=28, answers=20),
    Document(id="B28", power="decide", documents=texts("minutes", "plan")),
    Attestation(id="B29", power="approve", about="works", days=30),
    Clearance(id="B30", power="decide", about="working-with-children"),
    Interests(id="B31", power="decide", relatives="ask", **_ASKED),
    Reversible(id="B32", power="decide", pilot_days=180),
)
"""One clause of each kind."""
ONCE = ("period", "envelope", "powers")
"""Kinds that an instrument has but once."""


def remit(clauses: Sequence[Clause] = EACH, *, code: str = CODE) -> Instrument:
    """A sound remit with these clauses."""
    return Instrument(
        code=code,
        version=1,
        title=said("The panel of the north"),
        authority=Authority(
            text=said("The charter"), statute="The Towns Act", section="4", appropriation="A-1"
        ),
        vehicle="officer_delegation",
        binding="delegation",
        undertaking=None,
        parent="ROOT",
        grantor=OFFICER,
        holder=Holder(
            kind="panel", name=said("the panel"), quorum=3, rule="one_acts", accepts=None
        ),
        currency=CURRENCY,
        scope=said("What the panel decides."),
        clauses=tuple(clauses),
        backer="backer",
        backing_terms=said("I answer for it."),
        backed_until=ENDS + timedelta(days=1),
        appetite={"money": "cautious"},
        review=None,
        appeal=Appeal(text=said("To the council."), office="council"),
        promise=Promise(level="informed", text=said("We keep to it.")),
        ending=said("What is left returns."),
        retention=Retention(code="finance", years=10),
        demonstration=True,
    )


def of_size(size: int) -> Instrument:
    """A sound remit with this many clauses: those that every remit has, then the others in turn,
    again and again."""
    first = [clause for clause in EACH if clause.kind in (*ONCE, "purpose")]
    turn = [clause for clause in EACH if clause.kind not in (*ONCE, "purpose")]
    more = [turn[place % len(turn)] for place in range(size - len(first))]
    found = [replace(clause, id=f"B{n}") for n, clause in enumerate([*first, *more], start=1)]
    return remit(found)


def check_whole() -> None:
    """AssertionError unless each kind is here, and the remit is sound."""
    assert sorted(clause.kind for clause in EACH) == sorted(KINDS), "a kind is missing in EACH"
    assert not remit().problems(), [str(found) for found in remit().problems()]
