"""What can become of a remit from here on: the forms, each with whether it fits now.

Everybody sees them. Who may send one is for the bounds to say, when it is sent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from remit.record.reads import RemitView
from remit.web.parts import Text

Fits = Callable[[RemitView, datetime], bool]


@dataclass(frozen=True, slots=True)
class Offer:
    """A form about a remit: its address takes the remit's code."""

    name: str
    text: str | Promise
    about: str | Promise
    fits: Fits
    when: str | Promise
    """When it fits, for those who see that it does not."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A form as the page of one remit offers it."""

    text: Text
    about: Text
    href: str
    fits: bool


def lives(remit: RemitView, at: datetime) -> bool:
    return remit.own_state != "ended"


def always(remit: RemitView, at: datetime) -> bool:
    return True


def in_force(remit: RemitView, at: datetime) -> bool:
    return remit.own_state == "in_force"


def suspended(remit: RemitView, at: datetime) -> bool:
    return remit.own_state == "suspended"


def backed(remit: RemitView, at: datetime) -> bool:
    return lives(remit, at) and remit.backed_until is not None and remit.backed_until > at


def waits_for_holder(remit: RemitView, at: datetime) -> bool:
    asks = remit.instrument.holder.accepts is not None
    return asks and remit.accepted_at is None and remit.own_state == "granted"


NOT_ENDED = _("Only while it has not ended.")
OFFERS: list[Offer] = [
    Offer(
        "charter:back",
        _("Back it, or renew the backing"),
        _("Stand behind it in public until a day."),
        lives,
        NOT_ENDED,
    ),
    Offer(
        "charter:withdraw-backing",
        _("Withdraw the backing"),
        _("Cease to stand behind it from now on."),
        backed,
        _("Only while somebody backs it."),
    ),
    Offer(
        "charter:take-up",
        _("Accept it for the holder"),
        _("The holder takes it up, with what it asks of them."),
        waits_for_holder,
        _("Only where the instrument asks for it, and it was not done before."),
    ),
    Offer(
        "charter:vary",
        _("Vary it"),
        _("Put a new version in its place, for what comes after."),
        lives,
        NOT_ENDED,
    ),
    Offer(
        "charter:suspend",
        _("Suspend it"),
        _("Stop it, and the remits below it, for the time being."),
        in_force,
        _("Only while it is in force."),
    ),
    Offer(
        "charter:resume",
        _("Let it go on"),
        _("End the suspension."),
        suspended,
        _("Only while it is suspended."),
    ),
    Offer(
        "charter:revoke",
        _("Revoke it"),
        _("Take it back before its time."),
        lives,
        NOT_ENDED,
    ),
    Offer(
        "charter:end",
        _("Close it"),
        _("It has done what it was for: put down what was learnt."),
        lives,
        NOT_ENDED,
    ),
]
"""In their order. Later stages add theirs to USES when the programme starts."""
USES: list[Offer] = [
    Offer(
        "charter:file",
        _("Put something on file"),
        _("An opinion, a meeting, a report, a concern."),
        lives,
        NOT_ENDED,
    ),
    Offer(
        "charter:grant",
        _("Grant a remit under it"),
        _("Write it, see whether it is fit, and grant it or save it as a draft."),
        lives,
        NOT_ENDED,
    ),
    Offer(
        "charter:drafts",
        _("Read what is drafted under it"),
        _("Remits that are being written, with the opinions on them."),
        always,
        "",
    ),
    Offer(
        "charter:try",
        _("Try it out"),
        _("See what it would have answered to acts of the past."),
        always,
        "",
    ),
]
"""Forms by which something is done under a remit."""


def offered(offers: list[Offer], remit: RemitView, *, at: datetime) -> list[Offered]:
    """These forms for this remit. The agency's own is changed by none of them."""
    if remit.parent is None and offers is OFFERS:
        return []
    found = []
    for offer in offers:
        fits, href = offer.fits(remit, at), reverse(offer.name, args=[remit.code])
        found.append(Offered(offer.text, offer.about if fits else offer.when, href, fits))
    return found
