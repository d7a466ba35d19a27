"""Who holds which position now."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from remit.core.words import Said
from remit.people.actor import Actor
from remit.people.models import Agency, Appointment, Position


def positions_of(token: str, *, at: datetime) -> frozenset[str]:
    """The codes of the positions that this person holds at this moment."""
    live = Q(starts__lte=at) & (Q(ends=None) | Q(ends__gt=at))
    found = Appointment.objects.filter(live, person__token=token)
    return frozenset(found.values_list("position__code", flat=True))


def held_positions(*, at: datetime) -> frozenset[str]:
    """The codes of the positions that anybody holds at this moment."""
    live = Q(starts__lte=at) & (Q(ends=None) | Q(ends__gt=at))
    return frozenset(Appointment.objects.filter(live).values_list("position__code", flat=True))


def holder_of(position: str, *, at: datetime) -> Actor | None:
    """Who acts in this position at this moment; the longest serving if several do."""
    live = Q(starts__lte=at) & (Q(ends=None) | Q(ends__gt=at))
    found = (
        Appointment.objects.filter(live, position__code=position)
        .select_related("person")
        .order_by("starts", "pk")
        .first()
    )
    return Actor(person=str(found.person.token), position=position) if found else None


def titles() -> dict[str, Said]:
    """Every position's title by its code."""
    return dict(Position.objects.order_by("code").values_list("code", "title"))


def agency_name() -> Said | None:
    """What the agency is called; None before it was established."""
    return Agency.objects.order_by("pk").values_list("name", flat=True).first()
