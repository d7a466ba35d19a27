"""What somebody fills in to change a remit while it lives."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from remit.core.bounds import Instrument
from remit.web.fields import SaidField
from remit.web.inputs import Day
from remit.web.reading import DjangoReader

WHO_WAS_TOLD = gettext_lazy("Those who act under it first. Offices and groups, not persons.")


class LifeForm(forms.Form):
    """A form about one remit."""

    def __init__(self, *given: Any, instrument: Instrument, **more: Any) -> None:
        self.instrument = instrument
        super().__init__(*given, **more)


class LastDay(Day):
    """A day that stands for another when it is left empty."""

    when_empty = ""


class BackForm(LifeForm):
    """Until when; the instrument's own day where it is left empty."""

    until = LastDay(label=gettext_lazy("Day on which the backing is over"), required=False)

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        day, until = DjangoReader().day(self.instrument.backed_until), self.fields["until"]
        until.help_text = _(
            "From the beginning of this day nobody answers for it any more. Leave it empty for the "
            "day that the instrument names: {day}."
        ).format(day=day)
        assert isinstance(until, LastDay)
        until.when_empty = _("{day}, as the instrument says").format(day=day)


class ReasonsForm(LifeForm):
    """Why; nothing is stopped or begun again without reasons."""

    reasons = SaidField(
        label=gettext_lazy("Reasons"),
        help_text=gettext_lazy("Everybody reads them. Name no persons."),
    )


class AcceptForm(LifeForm):
    """That the clauses were read."""

    read = forms.BooleanField(
        label=gettext_lazy("The holder has read the clauses and accepts them"),
        error_messages={"required": gettext_lazy("Read the clauses first, and tick the box.")},
    )


class RevokeForm(ReasonsForm):
    """Why, and who was told."""

    told = SaidField(label=gettext_lazy("Who was told"), help_text=WHO_WAS_TOLD)


class EndForm(ReasonsForm):
    """The ending record."""

    transfers = SaidField(
        label=gettext_lazy("What becomes of what is left"),
        help_text=gettext_lazy("Things, contracts, duties, and what was begun and goes on."),
    )
    learnt = SaidField(
        label=gettext_lazy("What was learnt"),
        help_text=gettext_lazy(
            "What went well, what did not, and what the next remit should have."
        ),
    )
    told = SaidField(label=gettext_lazy("Who was told"), help_text=WHO_WAS_TOLD)
