"""What the bounds would say if something were done: asked by anybody, and nothing is recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from remit.core.bounds import Answer, Answers, Deed, Entry, Instrument, OnFile
from remit.core.ledger import APPROPRIATION
from remit.people.actor import Actor
from remit.record import chain, models
from remit.record.act import Scene
from remit.record.facts import Judged, known, reached

NOBODY = "nobody"
"""Stands for a visitor. It is no person's token, so nothing on file is about them."""
SET_ASIDE = {
    "commit": "reserved",
    "submit": "committed",
    "pay": "committed",
    "release": "committed",
}
"""By power, the account of an item on which it draws."""


def suppose(
    code: str,
    deed: Deed,
    *,
    at: datetime,
    position: str,
    person: str | None = None,
    interest: str = "",
) -> tuple[Answer, Instrument] | None:
    """What the bounds would say if this were done at this moment in this position; and by which
    instrument. None if there is no such remit. Nothing is locked, and nothing recorded.

    What was done and filed counts as it stands now. Who did what so far in the matter is known
    only when the act is done; without a person, nobody's file counts. An `interest` (a stance of
    the topic) is taken as if it had been declared in whom or what the deed is for.
    """
    links = chain.line(code)
    if not links:
        return None
    own, *above = links
    by = Actor(person=person or NOBODY, position=position)
    scene = Scene(at=at, by=by, row=own.row, terms=own.instrument, above=tuple(above))
    facts = replace(
        known(scene, deed, frozenset({position})),
        envelope_free=None if deed.amount is None else free_for(own.row, deed),
        duties={},
    )
    if interest:
        facts = replace(facts, answers=with_interest(facts.answers or {}, deed, interest, scene))
    judged = Judged(deed=deed, facts=facts, above=reached(scene, deed, facts))
    return judged.ask(own.instrument), own.instrument


def with_interest(found: Answers, deed: Deed, stance: str, scene: Scene) -> Answers:
    """The answers, with this interest of whoever asks among those on file."""
    entry = Entry(
        code=deed.recipient or deed.item or deed.matter or "",
        stance=stance,
        position=scene.by.position,
        person=scene.by.person,
        at=scene.at,
    )
    return {
        question: (*answer, entry)
        if isinstance(question, OnFile)
        and question.topic == "interest"
        and isinstance(answer, tuple)
        else answer
        for question, answer in found.items()
    }


def free_for(row: models.Remit, deed: Deed) -> int:
    """What may be drawn on for it, in minor units: what was set aside for its item, where
    something was; else the remit's free money."""
    free = APPROPRIATION if row.parent_id is None else f"{row.code}/envelope"
    own = f"{row.code}/{SET_ASIDE.get(deed.power)}/{deed.item}"
    found = models.Account.objects.filter(path__in=(free, own))
    held = {account.path: account.debits - account.credits for account in found}
    return held.get(own, held.get(free, 0))
