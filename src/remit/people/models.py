"""An agency, its positions, and who holds them when."""

from __future__ import annotations

from django.db import models


class Agency(models.Model):
    """The one agency of this installation."""

    name = models.JSONField()
    demonstration = models.BooleanField(default=False)


class Person(models.Model):
    """Somebody who acts. `token` stands for them in these tables and never in the record."""

    token = models.UUIDField(unique=True)


class Position(models.Model):
    """An office that a remit can name: people hold positions, remits name positions."""

    code = models.CharField(max_length=60, unique=True)
    title = models.JSONField()


class Appointment(models.Model):
    """A person holds a position from one moment until another (half-open; None: no end set)."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")
    position = models.ForeignKey(Position, models.PROTECT, related_name="appointments")
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True)
