"""The one door: nothing changes except by an act, performed by someone, under a remit, once.

Everything happens in one transaction: the answer of the bounds, the stage's own tables, the
postings, the record, and what is to follow. There is no parameter that skips any of it.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from typing import NoReturn
from uuid import UUID

from django.db import connection, transaction

from remit.core.bounds import Answer, finding_json, leaf_finding
from remit.core.ledger import Posting
from remit.core.log import LogError, encode_leaf, leaf_hash
from remit.core.words import gettext_noop
from remit.people.actor import Actor
from remit.people.models import Person
from remit.record import books, chain, facts, guard, models, requests
from remit.record.act import Act, Impossible, Scene, moment
from remit.record.chance import new_salt
from remit.record.registry import ACTS, REACTIONS, WAITING, Follow

FOUNDING = "agency.establish"
OUTCOMES = {"yes": "done", "ask": "asked", "no": "refused"}

MESSAGES: dict[str, str] = {
    "remit_unknown": gettext_noop("There is no remit “{remit}”. Look at the list of remits."),
    "remit_missing": gettext_noop("Only the founding act stands under no remit. Name a remit."),
    "already_established": gettext_noop("The agency is established already, once and for all."),
    "key_taken": gettext_noop(
        "This form was sent before with something else in it, or by somebody else. Open it afresh "
        "and send it again."
    ),
    "too_large": gettext_noop("There is too much in it to be put on the record: {problem}"),
    "books_refuse": gettext_noop("The books do not allow it: {problem}"),
    "nobody": gettext_noop("Nobody known here acts with this. Take up a position first."),
}
"""By code, why an act cannot be judged at all."""


class NotDone(Exception):
    """The bounds did not say yes. It is on the record; `record` has the findings."""

    def __init__(self, record: models.Record) -> None:
        super().__init__(f"{record.kind} {record.outcome}: {', '.join(clauses(record))}")
        self.record = record


class Refused(NotDone):
    """Out of bounds: no."""


class Asked(NotDone):
    """Somebody whom a clause names must agree first."""


def clauses(record: models.Record) -> list[str]:
    """The clauses that stood in the way."""
    return [f["clause"] for f in record.reasons if f["verdict"] != "met"]


def perform(act: Act, *, by: Actor, under: str | None, at: datetime, key: UUID) -> models.Record:
    """Do this act, by this person, under this remit, at this moment, once for this key.

    Raises Refused or Asked when the bounds do not say yes (that is recorded), and Impossible when
    there is nothing to judge or it cannot be done (that leaves no trace). The same key again
    gives the same result again.
    """
    if ACTS.get(act.kind) is not type(act):
        raise TypeError(f"{act.kind} is not registered: name it in its stage's apps.py")
    for fault in act.faults():
        raise fault
    try:
        with guard.writing(guard.ALL), transaction.atomic(durable=True):
            record = once(act, by=by, under=under, at=at, key=key)
    except books.Unbooked as error:
        raise Impossible(
            "books_refuse", MESSAGES["books_refuse"], problem=error.problem.words
        ) from error
    if record.outcome == "done":
        return record
    raise (Refused if record.outcome == "refused" else Asked)(record)


def once(act: Act, *, by: Actor, under: str | None, at: datetime, key: UUID) -> models.Record:
    """Inside the transaction: the record that this key has, or the act's own."""
    scene = set_scene(act, by=by, under=under, at=at)
    before = models.Record.objects.filter(key=key).first()
    if before is not None:
        return same(before, act, by=by, under=under)
    if scene.row is None and models.Record.objects.exists():
        impossible("already_established")
    if scene.row is None:
        return found(act, scene, key=key)
    digest = requests.digest_of(act, scene)
    judged = facts.gather(act, scene, agreed=requests.agreed(digest))
    answer = judged.ask(scene.instrument)
    postings = act.apply(scene) if answer.verdict == "yes" else ()
    record = write(act, scene, answer=answer, postings=postings, key=key, judged=judged)
    books.enter(record, postings)
    if answer.verdict == "yes":
        facts.remember(record, judged, scene)
        requests.use(digest, record)
        act.after(scene, record)
        follow(act, record)
    elif answer.verdict == "ask":
        for request in requests.open_for(record, answer, digest, scene):
            plan(job for waits in WAITING for job in waits(request))
    return record


def found(act: Act, scene: Scene, *, key: UUID) -> models.Record:
    """The founding act: no bounds are above it, it makes them."""
    postings = act.apply(scene)
    record = write(
        act, scene, answer=Answer(verdict="yes", findings=()), postings=postings, key=key
    )
    books.enter(record, postings)
    follow(act, record)
    return record


def set_scene(act: Act, *, by: Actor, under: str | None, at: datetime) -> Scene:
    """Find the remit and lock its row: acts under one remit queue, so each sees the last."""
    if under is None:
        if act.kind != FOUNDING:
            impossible("remit_missing")
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:  # no row yet at which two foundings could queue
                cursor.execute("LOCK TABLE record_remit IN SHARE ROW EXCLUSIVE MODE")
        return Scene(at=at, by=by, row=None, terms=None)
    links = chain.lock(under)
    if not links:
        impossible("remit_unknown", remit=under)
    own, *above = links
    return Scene(at=at, by=by, row=own.row, terms=own.instrument, above=tuple(above))


def same(before: models.Record, act: Act, *, by: Actor, under: str | None) -> models.Record:
    """The record made earlier with this key, provided that it was this act, by this person."""
    leaf = json.loads(before.body)
    remit = leaf["under"]["remit"] if leaf["under"] else None
    said = (leaf["kind"], leaf["act"], remit, leaf["by"]["position"])
    others = models.Attribution.objects.filter(record=before).exclude(person__token=by.person)
    if said != (act.kind, act.public(), under, by.position) or others.exists():
        impossible("key_taken")
    return before


def write(
    act: Act,
    scene: Scene,
    *,
    answer: Answer,
    postings: Sequence[Posting],
    key: UUID,
    judged: facts.Judged | None = None,
) -> models.Record:
    """The record row, with the leaf as it will be sealed, and who stands behind it."""
    person = Person.objects.filter(token=scene.by.person).first()
    if person is None:
        impossible("nobody")
    salt = new_salt()
    leaf = {
        "v": 1,
        "kind": act.kind,
        "at": moment(scene.at),
        "by": {
            "position": scene.by.position,
            "person": hmac.new(salt, scene.by.person.encode(), sha256).hexdigest(),
        },
        "under": {"remit": scene.row.code, "version": scene.row.version} if scene.row else None,
        "key": str(key),
        "outcome": OUTCOMES[answer.verdict],
        "act": act.public(),
        "findings": [leaf_finding(finding) for finding in answer.findings],
        "postings": [posting.as_json() for posting in postings],
    }
    try:
        body = encode_leaf(leaf)
    except LogError as error:
        impossible("too_large", problem=error.words)
    record = models.Record.objects.create(
        key=key,
        kind=act.kind,
        remit=scene.row,
        at=scene.at,
        outcome=OUTCOMES[answer.verdict],
        subject=act.subject(),
        body=body.decode(),
        digest=leaf_hash(body).hex(),
        reasons=[finding_json(finding) for finding in answer.findings],
    )
    kept = facts.judged_json(judged, scene) if judged else None
    models.Attribution.objects.create(record=record, person=person, salt=salt, judged=kept)
    return record


def follow(act: Act, record: models.Record) -> None:
    """Plan what is to happen after it; `jobs` does it once this transaction stands."""
    plan(job for reaction in REACTIONS.get(act.kind, ()) for job in reaction(act, record))


def plan(jobs: Iterable[Follow]) -> None:
    """Put these into the calendar, each key once."""
    for job in jobs:
        models.Job.objects.get_or_create(
            key=job.key,
            defaults={"kind": job.kind, "payload": dict(job.payload), "due": job.due},
        )


def impossible(code: str, **params: object) -> NoReturn:
    raise Impossible(code, MESSAGES[code], **params)
