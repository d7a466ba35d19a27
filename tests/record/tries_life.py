"""What cannot be done at all about a remit's life, its file, its requests, and direct decisions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from remit.core.bounds import Envelope, Instrument, Powers
from remit.people.models import Appointment, Person, Position
from remit.record import guard
from remit.record.act import Act
from remit.stages.charter.acts import (
    Advise,
    Agree,
    Declare,
    DraftRemit,
    GrantRemit,
    PutOnFile,
    Raise,
    Resume,
    Revoke,
    SignBacking,
    Silence,
    Suspend,
    TakeUp,
    Vary,
    Verify,
    WithdrawBacking,
)
from remit.stages.decide.acts import Accept, Decline
from tests.record.example import after
from tests.record.examples import decide
from tests.record.examples_charter import (
    LATER,
    OFFICER,
    REASONS,
    REQUEST,
    accepting,
    asked,
    ending,
    on_file,
    suspended,
    varied,
    verify,
)
from tests.record.tried import Try
from tests.town import (
    ENDS,
    NOON,
    OTHERS,
    REMIT,
    ROOT,
    STARTS,
    Town,
    bounds,
    person,
    residents,
    said,
)

BACKED = after("backed")


def above(code: str, ready: Callable[[], Town], act: Callable[[], Act], by: str = OFFICER) -> Try:
    """Something about the remit, done under the one above it."""
    return Try(code=code, ready=ready, act=act, by=by, under=ROOT)


def revoked(town: Town) -> None:
    town.do(Revoke(remit=REMIT, reasons=REASONS, told=REASONS), by=OFFICER, under=ROOT)


def taken_up(town: Town) -> None:
    town.do(TakeUp(remit=REMIT), under=ROOT)


def late(town: Town) -> None:
    town.at = LATER


def both(town: Town) -> None:
    """The clerk asks, and then holds the backer's office as well."""
    asked(town)
    with guard.writing("people_appointment"):
        Appointment.objects.create(
            person=Person.objects.get(token=person("clerk")),
            position=Position.objects.get(code="backer"),
            starts=STARTS,
        )


def decided(town: Town) -> None:
    town.do(decide())


def answered(town: Town) -> None:
    town.do(Accept(item="r-1", recommendation=REASONS, reasons=REASONS))


def granting(town: Town) -> None:
    """The remit has one below it, which has half of its money."""
    powers = {**OTHERS, "grant": (OFFICER,), "back": ("backer",), "lapse": ("calendar",)}
    clauses = tuple(
        replace(clause, powers=powers) if isinstance(clause, Powers) else clause
        for clause in bounds()
    )
    town.grant(residents(clauses=clauses))
    town.back()
    town.do(GrantRemit(instrument=below()), by=OFFICER)


def below() -> Instrument:
    clauses = tuple(
        replace(clause, amount=500_000) if isinstance(clause, Envelope) else clause
        for clause in bounds()
    )
    return residents(code="T-1-A", parent=REMIT, clauses=clauses)


def backing(until: timedelta) -> Callable[[], SignBacking]:
    return lambda: SignBacking(remit=REMIT, until=NOON + until)


def spent(town: Town) -> None:
    town.adopt("1", 400_000)


def drafted(town: Town) -> None:
    town.do(DraftRemit(instrument=residents(), reasons=REASONS), under=ROOT)


LIFE = (
    above(
        "nothing_drafted",
        after("founded", drafted),
        lambda: DraftRemit(instrument=residents(), reasons=said("Again.")),
        "clerk",
    ),
    above("not_waiting", after("backed", revoked), lambda: SignBacking(remit=REMIT), "backer"),
    above("backing_day", BACKED, backing(timedelta(0)), "backer"),
    above("backing_day", BACKED, backing(ENDS - NOON + timedelta(seconds=1)), "backer"),
    above(
        "not_backed",
        after("granted"),
        lambda: WithdrawBacking(remit=REMIT, reasons=REASONS),
        "backer",
    ),
    above("not_fit", after("founded"), lambda: GrantRemit(instrument=residents(backer="nobody"))),
    above("first_version", after("founded"), lambda: GrantRemit(instrument=residents(version=2))),
    above(
        "next_version",
        BACKED,
        lambda: Vary(instrument=replace(varied(), version=3), reasons=REASONS),
    ),
    above(
        "frame_kept",
        BACKED,
        lambda: Vary(instrument=replace(varied(), demonstration=True), reasons=REASONS),
    ),
    above(
        "nothing_varied",
        BACKED,
        lambda: Vary(instrument=residents(version=2), reasons=REASONS),
    ),
    above(
        "child_would_be_wider",
        after("founded", granting),
        lambda: Vary(instrument=varied(499_999), reasons=REASONS),
    ),
    above("no_acceptance", after("granted"), lambda: TakeUp(remit=REMIT), "clerk"),
    above(
        "not_acceptor",
        after(
            "founded",
            lambda town: town.grant(
                residents(holder=replace(accepting().holder, accepts="treasurer"))
            ),
        ),
        lambda: TakeUp(remit=REMIT),
        "clerk",
    ),
    above(
        "accepted_before",
        after("founded", lambda town: town.grant(accepting()), taken_up),
        lambda: TakeUp(remit=REMIT),
        "clerk",
    ),
    above("not_in_force", after("granted"), lambda: Suspend(remit=REMIT, reasons=REASONS)),
    above(
        "not_in_force", after("backed", suspended), lambda: Suspend(remit=REMIT, reasons=REASONS)
    ),
    above("not_suspended", BACKED, lambda: Resume(remit=REMIT, reasons=REASONS)),
    above("ended_before", after("backed", revoked), ending),
    above(
        "ended_before",
        after("backed", revoked),
        lambda: Vary(instrument=varied(), reasons=said("Late.")),
    ),
    above("money_bound", after("voted", spent), ending),
    Try(
        code="request_unknown",
        ready=BACKED,
        act=lambda: Agree(request=REQUEST, reasons=REASONS),
        by="backer",
    ),
    Try(
        code="request_unknown",
        ready=BACKED,
        act=lambda: Agree(request="x", reasons=REASONS),
        by="backer",
    ),
    Try(
        code="own_request",
        ready=after("adopted", both),
        act=lambda: Agree(request=REQUEST, reasons=REASONS),
        by="backer",
        person=person("clerk"),
    ),
    Try(
        code="request_over",
        ready=after("adopted", asked, late),
        act=lambda: Agree(request=REQUEST, reasons=REASONS),
        by="backer",
    ),
    above(
        "request_not_over",
        after("adopted", asked),
        lambda: Silence(request=REQUEST, whom="backer"),
        "calendar",
    ),
    Try(code="topic_unknown", ready=BACKED, act=lambda: replace(on_file(8), topic="opinion")),
    Try(code="topic_unknown", ready=BACKED, act=lambda: Raise(topic="", figures={}, text=REASONS)),
    Try(
        code="stance_unknown",
        ready=BACKED,
        act=lambda: Advise(item="park.1", code="legal", stance="maybe", text=REASONS),
        by=OFFICER,
    ),
    Try(code="person_unknown", ready=BACKED, act=lambda: replace(verify(), person="x"), by=OFFICER),
    Try(
        code="person_unknown",
        ready=BACKED,
        act=lambda: replace(verify(), person=REQUEST),
        by=OFFICER,
    ),
    Try(
        code="own_clearance",
        ready=BACKED,
        act=lambda: replace(verify(), person=person(OFFICER)),
        by=OFFICER,
    ),
    Try(
        code="code_shape",
        ready=BACKED,
        act=lambda: Declare(code="a/b", stance="shared", text=REASONS),
    ),
    Try(
        code="figure_shape",
        ready=BACKED,
        act=lambda: PutOnFile(
            topic="meeting", item="a", code="", figures={"present": -1}, text=REASONS
        ),
    ),
    Try(
        code="figure_shape",
        ready=BACKED,
        act=lambda: Raise(topic="incident", figures={"level": True}, text=REASONS),
    ),
    Try(
        code="until_over",
        ready=BACKED,
        act=lambda: Verify(
            person=person("clerk"), code="children", stance="cleared", until=STARTS, text=REASONS
        ),
        by=OFFICER,
    ),
    Try(code="item_code", ready=BACKED, act=lambda: replace(decide(), item="a.b")),
    Try(
        code="item_code",
        ready=BACKED,
        act=lambda: Accept(item="", recommendation=REASONS, reasons=REASONS),
    ),
    Try(code="code_field", ready=BACKED, act=lambda: replace(decide(), recipient="x" * 65)),
    Try(code="item_taken", ready=after("backed", decided), act=lambda: decide(1)),
    Try(code="amount_none", ready=BACKED, act=lambda: decide(0)),
    Try(code="effect_unknown", ready=BACKED, act=lambda: replace(decide(), effect="x")),
    Try(code="risk_unknown", ready=BACKED, act=lambda: replace(decide(), risk=6)),
    Try(code="until_without_pilot", ready=BACKED, act=lambda: replace(decide(), until=ENDS)),
    Try(
        code="responded_before",
        ready=after("backed", answered),
        act=lambda: Accept(item="r-1", recommendation=said("Else."), reasons=REASONS),
    ),
    Try(
        code="because_unknown",
        ready=BACKED,
        act=lambda: Decline(item="r-1", recommendation=REASONS, because="", reasons=REASONS),
    ),
)
