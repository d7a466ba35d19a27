"""Ballots, the projects on them, and what was decided."""

from __future__ import annotations

from django.db import models

from remit.record.models import Remit


class Ballot(models.Model):
    """A vote about an amount of money. The rule stands before the first ballot is in."""

    remit = models.ForeignKey(Remit, models.PROTECT, related_name="ballots")
    code = models.CharField(max_length=40, unique=True)
    title = models.JSONField()
    state = models.CharField(max_length=20)
    budget = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    rule = models.JSONField()
    rule_sha256 = models.CharField(max_length=64)
    ballots = models.TextField(blank=True)
    """The anonymised ballots with the projects, as a `.pb` file."""
    ballots_sha256 = models.CharField(max_length=64, blank=True)
    voters = models.PositiveIntegerField(default=0)
    source = models.JSONField(default=dict)
    outcome = models.JSONField(null=True)


class Project(models.Model):
    """Something on a ballot that money is asked for."""

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="projects")
    code = models.CharField(max_length=40)
    name = models.JSONField()
    """By language, as whoever proposed it wrote it."""
    cost = models.BigIntegerField()
    votes = models.PositiveIntegerField()
    official = models.BooleanField(null=True)
    """Whether the organiser announced it as a winner; None where nothing was announced."""
    won = models.BooleanField(null=True)
    place = models.PositiveIntegerField(null=True)
    reason = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ballot", "code"], name="one_project_of_this_code"),
            models.CheckConstraint(condition=models.Q(cost__gt=0), name="cost_positive"),
        ]


class Decision(models.Model):
    """What was decided under a remit, with the money set aside for it."""

    project = models.OneToOneField(Project, models.PROTECT, null=True, related_name="decision")
    """The winner of a ballot that was adopted; None for what the holder decided directly."""
    remit = models.ForeignKey(Remit, models.PROTECT, related_name="decisions")
    item = models.CharField(max_length=81)
    """As the books call it: ballot and project, so that two ballots never share an account."""
    title = models.JSONField(default=dict)
    amount = models.BigIntegerField()
    """Minor units set aside; 0 where it moves no money."""
    purpose = models.CharField(max_length=60, blank=True)
    matter = models.CharField(max_length=60, blank=True)
    category = models.CharField(max_length=64, blank=True)
    area = models.CharField(max_length=64, blank=True)
    recipient = models.CharField(max_length=64, blank=True)
    effect = models.CharField(max_length=10, blank=True)
    until = models.DateTimeField(null=True)
    risk = models.PositiveSmallIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["remit", "item"], name="one_item")]


class Response(models.Model):
    """The answer to a recommendation."""

    remit = models.ForeignKey(Remit, models.PROTECT, related_name="responses")
    item = models.CharField(max_length=64)
    recommendation = models.JSONField()
    answer = models.CharField(max_length=10)
    because = models.CharField(max_length=20, blank=True)
    reasons = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["remit", "item"], name="one_response")]
