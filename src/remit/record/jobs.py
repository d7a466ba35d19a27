"""What is to follow an act, or to happen when a moment comes: done once, by whichever worker.

A worker claims a job with a lease. If it dies, the lease runs out and another takes the job up
again; so a handler looks whether what it is to do was done before. Each try has a key of its own: a
refusal is on the record once, and the next try is judged afresh.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from remit.record import guard, models
from remit.record.registry import HANDLERS

LEASE = timedelta(minutes=5)
RETRY = timedelta(minutes=1)
ATTEMPTS_MAX = 10
ERROR_CHARACTERS_MAX = 500


@dataclass(frozen=True, slots=True)
class Claim:
    """A job held by this worker until its lease runs out."""

    job: models.Job
    lease_until: datetime


def tick(at: datetime) -> int:
    """Do everything that is due by this moment. Returns how many jobs were finished.

    What fails is tried again a minute later, ten times; then it waits for a person, and the
    doctor names it.
    """
    finished = 0
    while (claim := claim_next(at=at)) is not None:
        finished += run(claim, at=at)
    return finished


def claim_next(*, at: datetime, lease: timedelta = LEASE) -> Claim | None:
    """Take the job that has waited longest; None when nothing is due.

    The claim is one conditional update, so of two workers one gets it.
    """
    due = models.Job.objects.filter(due__lte=at, done_at=None, attempts__lt=ATTEMPTS_MAX)
    free = Q(lease_until=None) | Q(lease_until__lte=at)
    for job in due.filter(free).order_by("due", "pk")[:20]:
        mine = models.Job.objects.filter(pk=job.pk, done_at=None).filter(free)
        with guard.writing("record_job"):
            if mine.update(lease_until=at + lease, attempts=F("attempts") + 1):
                job.refresh_from_db()
                return Claim(job, at + lease)
    return None


def run(claim: Claim, *, at: datetime) -> bool:
    """Do the claimed job. False if it failed; then it is due again after a while."""
    job = claim.job
    try:
        handler: Callable[..., None] = HANDLERS[job.kind]
        handler(job.payload, at, key_of(job))
    except Exception as error:  # a failing job must not stop the others
        words = f"{type(error).__name__}: {error}"[:ERROR_CHARACTERS_MAX]
        settle(claim, error=words, lease_until=at + RETRY)
        return False
    return settle(claim, error="", done_at=at)


def settle(claim: Claim, **fields: object) -> bool:
    """Write how it went, unless the lease ran out and another worker holds the job now."""
    mine = models.Job.objects.filter(pk=claim.job.pk, lease_until=claim.lease_until)
    with guard.writing("record_job"):
        return bool(mine.update(**fields))


def stuck() -> list[str]:
    """Jobs that failed for good, each with its last error."""
    found = models.Job.objects.filter(done_at=None, attempts__gte=ATTEMPTS_MAX).order_by("pk")
    return [f"{job.kind} {job.key}: {job.error}" for job in found]


def key_of(job: models.Job) -> UUID:
    """The key under which this try of a job performs its act. Nobody else can work it out."""
    return UUID(bytes=salted_hmac("remit.jobs", f"{job.key}#{job.attempts}").digest()[:16])
