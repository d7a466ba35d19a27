"""Examples of the acts of a remit's life, of its file, and of asking."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from remit.core.bounds import Instrument
from remit.record.perform import Asked
from remit.stages.charter.acts import (
    Advise,
    Agree,
    Attest,
    Declare,
    DeclineRequest,
    Direct,
    DraftRemit,
    EndRemit,
    Lift,
    PutOnFile,
    Raise,
    Resume,
    Revoke,
    Silence,
    Suspend,
    TakeUp,
    Vary,
    Verify,
    WarnOfBacking,
    WithdrawBacking,
)
from tests.record.example import Example, after
from tests.record.examples_shared import endowed
from tests.town import (
    ASK_ABOVE,
    ENDS,
    ENVELOPE,
    NOON,
    REMIT,
    ROOT,
    Town,
    commit,
    person,
    residents,
    said,
)

OFFICER = "accountable-officer"
REQUEST = "00000000-0000-4000-8000-000000000001"
LATER = NOON + timedelta(days=5)
REASONS = said("For a good reason.")


def ending() -> EndRemit:
    return EndRemit(remit=REMIT, reasons=REASONS, transfers=REASONS, learnt=REASONS, told=REASONS)


def verify(stance: str = "cleared") -> Verify:
    return Verify(person=person("clerk"), code="children", stance=stance, until=ENDS, text=REASONS)


def on_file(present: int) -> PutOnFile:
    figures = {"present": present, "notice": 7}
    return PutOnFile(topic="meeting", item="park.1", code="", figures=figures, text=REASONS)


def suspended(town: Town) -> None:
    town.do(Suspend(remit=REMIT, reasons=said("A question first.")), by=OFFICER, under=ROOT)


def asked(town: Town) -> None:
    """The clerk asks the backer, under a key that `REQUEST` names."""
    with pytest.raises(Asked):
        town.do(commit("1", ASK_ABOVE + 1), key=UUID(REQUEST))


def accepting() -> Instrument:
    """The residents' remit, where the clerk accepts it for them."""
    return residents(holder=replace(residents().holder, accepts="clerk"))


def varied(amount: int = ENVELOPE - 1) -> Instrument:
    return replace(endowed(amount), version=2)


CHARTER: dict[str, Example] = {
    "charter.draft": Example(
        ready=after("founded"),
        act=lambda: DraftRemit(instrument=residents(), reasons=REASONS),
        other=lambda: DraftRemit(instrument=residents(title=said("A wood")), reasons=REASONS),
        under=ROOT,
    ),
    "charter.take_up": Example(
        ready=after("founded", lambda town: town.grant(accepting())),
        act=lambda: TakeUp(remit=REMIT),
        other=lambda: TakeUp(remit="T-2"),
        under=ROOT,
    ),
    "charter.withdraw_backing": Example(
        ready=after("backed"),
        act=lambda: WithdrawBacking(remit=REMIT, reasons=REASONS),
        other=lambda: WithdrawBacking(remit=REMIT, reasons=said("For another.")),
        by="backer",
        under=ROOT,
    ),
    "charter.warn_of_backing": Example(
        ready=after("backed"),
        act=lambda: WarnOfBacking(remit=REMIT, until=ENDS),
        other=lambda: WarnOfBacking(remit="T-2", until=ENDS),
        by="calendar",
        stranger="clerk",
        under=ROOT,
    ),
    "charter.suspend": Example(
        ready=after("backed"),
        act=lambda: Suspend(remit=REMIT, reasons=REASONS),
        other=lambda: Suspend(remit=REMIT, reasons=said("For another.")),
        by=OFFICER,
        under=ROOT,
    ),
    "charter.resume": Example(
        ready=after("backed", suspended),
        act=lambda: Resume(remit=REMIT, reasons=REASONS),
        other=lambda: Resume(remit=REMIT, reasons=said("For another.")),
        by=OFFICER,
        under=ROOT,
    ),
    "charter.vary": Example(
        ready=after("backed"),
        act=lambda: Vary(instrument=varied(), reasons=REASONS),
        other=lambda: Vary(instrument=varied(ENVELOPE - 2), reasons=REASONS),
        by=OFFICER,
        under=ROOT,
        above=lambda: Vary(instrument=varied(ENVELOPE + 1), reasons=REASONS),
        clause="envelope",
    ),
    "charter.revoke": Example(
        ready=after("backed"),
        act=lambda: Revoke(remit=REMIT, reasons=REASONS, told=said("Everybody.")),
        other=lambda: Revoke(remit=REMIT, reasons=REASONS, told=said("Nobody.")),
        by=OFFICER,
        under=ROOT,
    ),
    "charter.end": Example(
        ready=after("backed"),
        act=ending,
        other=lambda: replace(ending(), learnt=said("Less.")),
        by=OFFICER,
        under=ROOT,
    ),
    "charter.advise": Example(
        ready=after("backed"),
        act=lambda: Advise(item="park.1", code="legal", stance="for", text=REASONS),
        other=lambda: Advise(item="park.1", code="legal", stance="against", text=REASONS),
        by=OFFICER,
    ),
    "charter.verify": Example(
        ready=after("backed"),
        act=lambda: verify(),
        other=lambda: replace(verify(), code="driving"),
        by=OFFICER,
    ),
    "charter.declare": Example(
        ready=after("backed"),
        act=lambda: Declare(code="park", stance="shared", text=REASONS),
        other=lambda: Declare(code="park", stance="particular", text=REASONS),
    ),
    "charter.file": Example(
        ready=after("backed"),
        act=lambda: on_file(8),
        other=lambda: on_file(9),
    ),
    "charter.attest": Example(
        ready=after("backed"),
        act=lambda: Attest(item="park.1", code="built", text=REASONS),
        other=lambda: Attest(item="park.2", code="built", text=REASONS),
        by="treasurer",
    ),
    "charter.raise": Example(
        ready=after("backed"),
        act=lambda: Raise(topic="concern", figures={}, text=REASONS),
        other=lambda: Raise(topic="incident", figures={"level": 2}, text=REASONS),
    ),
    "charter.lift": Example(
        ready=after("backed"),
        act=lambda: Lift(code="concern", text=REASONS),
        other=lambda: Lift(code="incident", text=REASONS),
        by=OFFICER,
    ),
    "charter.direct": Example(
        ready=after("backed"),
        act=lambda: Direct(item="park.1", order=REASONS, advice=REASONS, reasons=REASONS),
        other=lambda: Direct(item="park.2", order=REASONS, advice=REASONS, reasons=REASONS),
        by="backer",
    ),
    "charter.agree": Example(
        ready=after("adopted", asked),
        act=lambda: Agree(request=REQUEST, reasons=REASONS),
        other=lambda: Agree(request=REQUEST, reasons=said("For another.")),
        by="backer",
    ),
    "charter.decline": Example(
        ready=after("adopted", asked),
        act=lambda: DeclineRequest(request=REQUEST, reasons=REASONS),
        other=lambda: DeclineRequest(request=REQUEST, reasons=said("For another.")),
        by="backer",
    ),
    "charter.silence": Example(
        ready=after("adopted", asked),
        act=lambda: Silence(request=REQUEST, whom="backer"),
        other=lambda: Silence(request=REQUEST, whom="clerk"),
        by="calendar",
        stranger="clerk",
        under=ROOT,
        at=LATER,
    ),
}
