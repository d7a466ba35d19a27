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
    """A project that was adopted, with the money set aside for it."""

    project = models.OneToOneField(Project, models.PROTECT, related_name="decision")
    remit = models.ForeignKey(Remit, models.PROTECT, related_name="decisions")
    item = models.CharField(max_length=81)
    """As the books call it: ballot and project, so that two ballots never share an account."""
    amount = models.BigIntegerField()
    purpose = models.CharField(max_length=60)
    matter = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["remit", "item"], name="one_item")]
