"""What is known when an act is judged, gathered in one place and kept with the act.

Each question that a clause asks is looked up once, in a number of queries that depends on the
clauses alone, however much was done before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Q, Sum

from remit.core.bounds import (
    Above,
    Answer,
    Answers,
    Deed,
    Entry,
    Envelope,
    Facts,
    Instrument,
    Moved,
    OnFile,
    Question,
    ask,
    deed_from_json,
    deed_json,
    facts_from_json,
    facts_json,
    questions,
)
from remit.people.reads import positions_of
from remit.record import models
from remit.record.act import Act, Scene
from remit.record.chain import effective_state, instrument_of
from remit.record.reads import balance


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A deed, what was known of it, and the same for the remits above it."""

    deed: Deed
    facts: Facts
    above: tuple[Above, ...]

    def ask(self, instrument: Instrument) -> Answer:
        """What the bounds say of it."""
        return ask(instrument, self.deed, self.facts, self.above)


def gather(act: Act, scene: Scene, *, agreed: frozenset[str]) -> Judged:
    """Everything that the bounds must know of this act at this moment."""
    deed, account = act.deed(scene), act.draws_on(scene)
    # They act in one position at a time; another that they hold lends no power here.
    held = positions_of(scene.by.person, at=scene.at) & {scene.by.position}
    facts = known(scene, deed, held)
    facts = replace(
        facts,
        envelope_free=balance(account) if account else None,
        duties=act.duties(scene),
        agreed=agreed,
    )
    return Judged(deed=deed, facts=facts, above=reached(scene, deed, facts))


def known(scene: Scene, deed: Deed, held: frozenset[str]) -> Facts:
    """What is known of the remit and of who acts, whatever the kind of act; `held` are the
    positions that count."""
    row, instrument = scene.remit, scene.instrument
    asked = questions(instrument, deed, at=scene.at, person=scene.by.person)
    return Facts(
        at=scene.at,
        state=effective_state(row, [link.row for link in scene.above]),
        backed=row.backed_until is not None,
        backed_until=row.backed_until,
        positions=held,
        person=scene.by.person,
        envelope=envelope(instrument),
        depth=len(scene.above),
        answers=answers(row, asked),
    )


def reached(scene: Scene, deed: Deed, facts: Facts) -> tuple[Above, ...]:
    """The same facts as they are to each remit above."""
    found = []
    for place, link in enumerate(scene.above, start=1):
        asked = questions(link.instrument, deed, at=scene.at, person=scene.by.person, reaching=True)
        own = replace(
            facts,
            envelope=envelope(link.instrument),
            depth=len(scene.above) - place,
            answers=answers(link.row, asked),
        )
        found.append(Above(instrument=link.instrument, facts=own))
    return tuple(found)


def envelope(instrument: Instrument) -> int | None:
    """The whole envelope; None where the instrument names none."""
    return next((c.amount for c in instrument.clauses if isinstance(c, Envelope)), None)


def answers(remit: models.Remit, asked: Iterable[Question]) -> Answers:
    """Each question's answer, from what was done and filed under this remit and those below."""
    found: dict[Question, int | tuple[Entry, ...]] = {}
    files = []
    for question in asked:
        if isinstance(question, Moved):
            found[question] = moved(remit, question)
        else:
            files.append(question)
    return {**found, **on_file(remit, files)}


def moved(remit: models.Remit, question: Moved) -> int:
    """How much was moved, in minor units."""
    uses = models.Use.objects.filter(remit=remit, power=question.power)
    if question.of != "all":
        uses = uses.filter(**{question.of: question.code})
    if question.since is not None:
        uses = uses.filter(at__gte=question.since)
    return uses.aggregate(sum=Sum("amount"))["sum"] or 0


def on_file(remit: models.Remit, asked: list[OnFile]) -> dict[Question, tuple[Entry, ...]]:
    """What stands on the files asked about, in one query. A person's file goes with the person."""
    if not asked:
        return {}
    wanted = Q()
    for question in asked:
        of = Q(topic=question.topic, scope=question.scope, about=question.about)
        wanted |= of if question.scope == "person" else of & Q(remit=remit)
    rows = list(models.Entry.objects.filter(wanted).order_by("at", "pk"))
    return {
        question: tuple(
            entry_of(row)
            for row in rows
            if (row.topic, row.scope, row.about) == (question.topic, question.scope, question.about)
            and question.code in ("", row.code)
        )
        for question in asked
    }


def entry_of(row: models.Entry) -> Entry:
    """The entry as clauses see it."""
    return Entry(
        code=row.code,
        stance=row.stance,
        position=row.position,
        person=str(row.person),
        at=row.at,
        until=row.until,
        figures=row.figures,
    )


def judged_json(judged: Judged, scene: Scene) -> dict[str, object]:
    """As it is kept with the act; `judged_again` works its answer out once more."""
    above = [
        {"remit": link.row.code, "version": link.row.version, "facts": facts_json(higher.facts)}
        for link, higher in zip(scene.above, judged.above, strict=True)
    ]
    return {"deed": deed_json(judged.deed), "facts": facts_json(judged.facts), "above": above}


def judged_again(record: models.Record) -> Answer | None:
    """The answer worked out afresh from what was known and in force then.

    None where nothing was judged (the founding act), or the person behind it is forgotten.
    """
    found = kept(record)
    return found[0].ask(found[1]) if found else None


def kept(record: models.Record) -> tuple[Judged, Instrument] | None:
    """What the bounds were asked with, and by which instrument. None as in `judged_again`."""
    rows = models.Attribution.objects.filter(record=record)
    said = rows.values_list("judged", flat=True).first()
    under = json.loads(record.body)["under"]
    if not said or under is None:
        return None
    own = (under["remit"], under["version"])
    asked = [(higher["remit"], higher["version"]) for higher in said["above"]]
    terms = versions_of(own, *asked)
    above = tuple(
        Above(instrument=terms[version], facts=facts_from_json(higher["facts"]))
        for version, higher in zip(asked, said["above"], strict=True)
    )
    judged = Judged(
        deed=deed_from_json(said["deed"]), facts=facts_from_json(said["facts"]), above=above
    )
    return judged, terms[own]


def versions_of(*wanted: tuple[str, int]) -> dict[tuple[str, int], Instrument]:
    """What remits said, by code and version."""
    which = Q()
    for code, number in wanted:
        which |= Q(remit__code=code, number=number)
    found = models.Version.objects.filter(which).values_list("remit__code", "number", "instrument")
    return {(code, number): instrument_of(text) for code, number, text in found}


def remember(record: models.Record, judged: Judged, scene: Scene) -> None:
    """Keep what it moved, for limits over several acts, here and above."""
    deed = judged.deed
    if deed.amount is None:
        return
    models.Use.objects.bulk_create(
        models.Use(
            record=record,
            remit=row,
            power=deed.power,
            amount=deed.amount,
            at=scene.at,
            recipient=deed.recipient or "",
            category=deed.category or "",
            area=deed.area or "",
        )
        for row in (scene.remit, *(link.row for link in scene.above))
    )
