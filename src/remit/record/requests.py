"""What needs somebody's agreement: asked once, answered by an act, and used once.

Agreeing, declining and silence are acts of the charter stage; here stands what `perform` must know:
who has agreed to this very act, and whom to ask if nobody has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from hashlib import sha256

from remit.core.bounds import Answer, Finding
from remit.core.log import canonical
from remit.record import models
from remit.record.act import Act, Scene

OPEN, AGREED, DECLINED, SILENT, USED = "open", "agreed", "declined", "silent", "used"


def digest_of(act: Act, scene: Scene) -> str:
    """What makes it this very act: its fields, under which remit, by which person in which
    position. An agreement to one is none to another."""
    private = {
        field.name: sha256(repr(getattr(act, field.name)).encode()).hexdigest()
        for field in fields(act)
        if field.metadata.get("private")
    }
    said = {
        "kind": act.kind,
        "act": act.public(),
        "private": private,
        "remit": scene.remit.code,
        "position": scene.by.position,
        "person": scene.by.person,
    }
    return sha256(canonical(said)).hexdigest()


def agreed(digest: str) -> frozenset[str]:
    """The positions that have agreed to this very act, which was not done since."""
    found = models.Request.objects.filter(digest=digest, state=AGREED)
    return frozenset(found.values_list("whom", flat=True))


def use(digest: str, record: models.Record) -> None:
    """The act is done: what was agreed to is used up, and what is still asked is settled."""
    live = models.Request.objects.filter(digest=digest, state__in=(OPEN, AGREED))
    live.update(state=USED, done=record)


def open_for(
    record: models.Record, answer: Answer, digest: str, scene: Scene
) -> list[models.Request]:
    """Ask every position that must agree, unless it is being asked about the same act already."""
    asked = []
    for whom, findings in needing(answer).items():
        request, new = models.Request.objects.get_or_create(
            digest=digest,
            whom=whom,
            state=OPEN,
            defaults={
                "record": record,
                "remit": scene.remit,
                "clauses": [finding.clause for finding in findings],
                "person": scene.by.person,
                "position": scene.by.position,
                "due": due(findings, at=scene.at),
                "silence": silence(findings),
            },
        )
        if new:
            asked.append(request)
    return asked


def due(findings: Sequence[Finding], *, at: datetime) -> datetime:
    """By when a position must answer that is asked now; of several clauses the shortest counts."""
    return at + timedelta(days=min(found.by_days or 0 for found in findings))


def silence(findings: Sequence[Finding]) -> str:
    """What no answer means; of several clauses the stricter counts."""
    return "yes" if all(found.silence == "yes" for found in findings) else "no"


def needing(answer: Answer) -> Mapping[str, list[Finding]]:
    """By position, the findings for which it must agree."""
    found: dict[str, list[Finding]] = {}
    for finding in answer.findings:
        if finding.verdict == "needs" and finding.whom is not None:
            found.setdefault(finding.whom, []).append(finding)
    return found
