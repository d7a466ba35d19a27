"""What can be put on a remit's file, in words: topics, what they come to, and their figures."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Word = str | Promise

TOPICS: Mapping[str, tuple[Word, Word]] = {
    "opinion": (_("Opinion"), _("What somebody who knows the field advises, for or against.")),
    "meeting": (_("Meeting"), _("That it was held, with how many present and how much notice.")),
    "notice": (_("Notice"), _("That a matter was announced, so that people could be heard.")),
    "consultation": (
        _("Consultation"),
        _("That people were asked, how long, and how many answered."),
    ),
    "document": (_("Document"), _("That a document is there which a clause asks for.")),
    "report": (_("Report"), _("How it goes, what was done and what it cost.")),
    "forecast": (
        _("Forecast"),
        _("How far the money will go; far above the envelope may stop it."),
    ),
    "attestation": (_("Attestation"), _("Somebody from outside says that something is so.")),
    "clearance": (_("Clearance"), _("That somebody was checked, such as for work with children.")),
    "interest": (_("Interest"), _("An interest of your own in a matter or a recipient.")),
    "concern": (_("Concern"), _("That somebody may come to harm. Stop rules look at it at once.")),
    "incident": (_("Incident"), _("That something went wrong, and how severe it is.")),
    "lifting": (_("Lifting of a stop"), _("What a stop rule has stopped goes on, with reasons.")),
    "direction": (_("Direction"), _("An order in writing to go on against advice.")),
}
"""By topic, what it is called and what it is for."""

STANCES: Mapping[str, Word] = {
    "for": _("For it"),
    "against": _("Against it"),
    "cleared": _("Cleared"),
    "barred": _("Barred"),
    "shared": _("Shared: all holders have this interest"),
    "particular": _("Particular: money, family or office"),
    "relative": _("The recipient is a relative"),
}
FIGURES: Mapping[str, Word] = {
    "present": _("How many were present"),
    "notice": _("How many days before it was announced"),
    "days": _("How many days it was open"),
    "answers": _("How many answered"),
    "level": _("Level"),
}
"""By name, what the figures of an entry are called."""
