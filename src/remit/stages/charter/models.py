"""Remits that are being written: drafts, each version of each kept."""

from __future__ import annotations

from django.db import models

from remit.record.models import Record, Remit


class Draft(models.Model):
    """A remit as it was drafted under another one. Its texts are numbered, and none is changed."""

    remit = models.ForeignKey(Remit, models.PROTECT, related_name="drafts")
    """The remit that it would be granted under."""
    code = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    instrument = models.TextField()
    """As canonical JSON. Its parts need not fit together yet."""
    reasons = models.JSONField()
    record = models.OneToOneField(Record, models.PROTECT, related_name="draft")
    at = models.DateTimeField()
    position = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["remit", "code", "number"], name="one_draft")
        ]
