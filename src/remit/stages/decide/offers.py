"""What can be done under a remit in this stage, as the remit's own page offers it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from remit.stages.charter.offers import Offer, in_force

WHEN = _("Only while it is in force.")
OFFERS = (
    Offer(
        "decide:decide",
        _("Decide something"),
        _("In bounds it is decided, and nobody else has to sign."),
        in_force,
        WHEN,
    ),
    Offer(
        "decide:respond",
        _("Answer a recommendation"),
        _("Accept it, accept it in another form, or decline it; always with reasons."),
        in_force,
        WHEN,
    ),
)
