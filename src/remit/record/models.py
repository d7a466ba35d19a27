"""Authority, the books, and the record: what only `perform` and the sealer write.

Which rows may never change is said to the database itself, in `locks`.
"""

from __future__ import annotations

from django.db import models

from remit.people.models import Person


class Remit(models.Model):
    """A remit and where it stands: granted, in_force, suspended or ended. What it says is in its
    versions."""

    code = models.CharField(max_length=40, unique=True)
    state = models.CharField(max_length=20)
    version = models.PositiveIntegerField()
    parent = models.ForeignKey("self", models.PROTECT, null=True)
    backed_until = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_how = models.CharField(max_length=10, blank=True)
    """lapsed, revoked, exhausted or ended; empty while it has not ended."""


class Version(models.Model):
    """What a remit says, as canonical JSON. Never changed once it stands here."""

    remit = models.ForeignKey(Remit, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    instrument = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["remit", "number"], name="one_version")]


class Record(models.Model):
    """One act, whatever became of it. `body` is the leaf as it will be sealed."""

    key = models.UUIDField(unique=True)
    kind = models.CharField(max_length=60, db_index=True)
    remit = models.ForeignKey(Remit, models.PROTECT, null=True, related_name="records")
    at = models.DateTimeField()
    outcome = models.CharField(max_length=10)
    subject = models.CharField(max_length=120, db_index=True)
    body = models.TextField()
    digest = models.CharField(max_length=64)
    reasons = models.JSONField()
    """The findings' words, which the leaf itself carries as codes."""


class Attribution(models.Model):
    """Who performed it. Deleting the row forgets the person and leaves every proof valid."""

    record = models.OneToOneField(Record, models.PROTECT, primary_key=True)
    person = models.ForeignKey(Person, models.PROTECT)
    salt = models.BinaryField(max_length=32)
    judged = models.JSONField(null=True)
    """The deed and the facts that the bounds were asked with, so that any answer can be worked
    out again. They name persons by token, so they go with the person."""


class Use(models.Model):
    """What a power moved, kept for limits over several acts: under the remit and those above."""

    record = models.ForeignKey(Record, models.PROTECT, related_name="uses")
    remit = models.ForeignKey(Remit, models.PROTECT, related_name="uses")
    power = models.CharField(max_length=40)
    amount = models.BigIntegerField()
    at = models.DateTimeField()
    recipient = models.CharField(max_length=64, blank=True)
    category = models.CharField(max_length=64, blank=True)
    area = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "remit"], name="one_use")]
        # The amount stands in each, so that what was moved is added up without the table itself.
        indexes = [
            models.Index(fields=["remit", "power", "at", "amount"], name="use_moved"),
            models.Index(
                fields=["remit", "power", "recipient", "at", "amount"], name="use_moved_recipient"
            ),
            models.Index(
                fields=["remit", "power", "category", "at", "amount"], name="use_moved_category"
            ),
            models.Index(fields=["remit", "power", "area", "at", "amount"], name="use_moved_area"),
        ]


class Entry(models.Model):
    """Something put on file. `about` is the matter's item, the person's token, or empty."""

    record = models.OneToOneField(Record, models.PROTECT, primary_key=True, related_name="entry")
    remit = models.ForeignKey(Remit, models.PROTECT, related_name="entries")
    topic = models.CharField(max_length=20)
    code = models.CharField(max_length=64, blank=True)
    stance = models.CharField(max_length=20, blank=True)
    scope = models.CharField(max_length=10)
    about = models.CharField(max_length=120, blank=True)
    position = models.CharField(max_length=60)
    person = models.UUIDField()
    at = models.DateTimeField()
    until = models.DateTimeField(null=True)
    figures = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["topic", "scope", "about"], name="entry_on_file")]


class Request(models.Model):
    """Somebody whom a clause names is asked to agree to an act that was not done yet."""

    record = models.ForeignKey(Record, models.PROTECT, related_name="requests")
    """The act, as it was asked."""
    remit = models.ForeignKey(Remit, models.PROTECT, related_name="requests")
    whom = models.CharField(max_length=64)
    clauses = models.JSONField()
    digest = models.CharField(max_length=64, db_index=True)
    """What the same act has again when it is done: kind, fields, remit, position, person."""
    person = models.UUIDField()
    position = models.CharField(max_length=60)
    due = models.DateTimeField()
    silence = models.CharField(max_length=3)
    state = models.CharField(max_length=10)
    done = models.ForeignKey(Record, models.PROTECT, null=True, related_name="allowed_by")
    """The record of the act once it was done."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record", "whom"], name="asked_once"),
            models.UniqueConstraint(
                fields=["digest", "whom"],
                condition=models.Q(state__in=["open", "agreed"]),
                name="one_live_request",
            ),
        ]


class Account(models.Model):
    """A pot of money. Its sides move only with a posting: the database sees to it."""

    path = models.CharField(max_length=200, unique=True)
    unit = models.CharField(max_length=8)
    floor = models.BigIntegerField(null=True)
    debits = models.BigIntegerField(default=0)
    credits = models.BigIntegerField(default=0)
    last_posting = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(floor=None)
                | models.Q(debits__gte=models.F("credits") + models.F("floor")),
                name="not_overdrawn",
            ),
        ]


class Posting(models.Model):
    """An amount moved from the credit account to the debit account."""

    record = models.ForeignKey(Record, models.PROTECT, related_name="postings")
    debit = models.ForeignKey(Account, models.PROTECT, related_name="debited")
    credit = models.ForeignKey(Account, models.PROTECT, related_name="credited")
    amount = models.BigIntegerField()
    unit = models.CharField(max_length=8)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="amount_positive"),
            models.CheckConstraint(
                condition=~models.Q(debit=models.F("credit")), name="two_accounts"
            ),
        ]


class Leaf(models.Model):
    """A record's place in the sealed log."""

    index = models.BigIntegerField(primary_key=True)
    record = models.OneToOneField(Record, models.PROTECT, related_name="leaf")


class Checkpoint(models.Model):
    """A signed tree head. One for each size, ever."""

    size = models.BigIntegerField(primary_key=True)
    note = models.TextField()


class Job(models.Model):
    """Something to be done after an act, or when a moment comes. Claimed with a lease."""

    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=60)
    payload = models.JSONField()
    due = models.DateTimeField(db_index=True)
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True)
