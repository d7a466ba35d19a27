"""What was promised to somebody for a decision, and what was paid of it."""

from __future__ import annotations

from django.db import models

from remit.stages.decide.models import Decision


class Commitment(models.Model):
    """Money bound for a decision. How much is left of it is on its account."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="commitment")
    payee = models.JSONField()
    amount = models.BigIntegerField()
    at = models.DateTimeField()


class Payment(models.Model):
    """A claim on a commitment, on its way through three pairs of hands."""

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="payments")
    code = models.CharField(max_length=60, unique=True)
    amount = models.BigIntegerField()
    receipt_sha256 = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=20)
    submitted_by = models.UUIDField()
    approved_by = models.UUIDField(null=True)
    paid_by = models.UUIDField(null=True)
    paid_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="payment_positive"),
        ]
