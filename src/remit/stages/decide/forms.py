"""What somebody fills in to adopt a project."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from remit.core.bounds import Instrument
from remit.core.words import decimals
from remit.web.values import plain

NO_MATTER = "none"
WHOLE_MAX = 10**13


class AdoptForm(forms.Form):
    """Amount in whole units of the currency; purpose and matter as the remit names them."""

    amount = forms.IntegerField(min_value=1, max_value=WHOLE_MAX)
    purpose = forms.ChoiceField(
        label=_("Purpose"), help_text=_("Which purpose of the remit it serves.")
    )
    matter = forms.ChoiceField(
        label=_("What it touches"),
        help_text=_("Some matters are reserved: about them the grantor alone decides."),
        widget=forms.RadioSelect,
    )

    def __init__(self, *given: Any, instrument: Instrument, **more: Any) -> None:
        super().__init__(*given, **more)
        self.currency = instrument.currency
        amount = self.fields["amount"]
        amount.label = _("Amount in %(currency)s") % {"currency": instrument.currency}
        amount.help_text = _("In whole units, without a decimal point.")
        purpose, matter = self.fields["purpose"], self.fields["matter"]
        assert isinstance(purpose, forms.ChoiceField) and isinstance(matter, forms.ChoiceField)
        purpose.choices = [(code, plain(text)) for code, text in instrument.purposes.items()]
        reserved = [(code, plain(text)) for code, text in instrument.reserved.items()]
        matter.choices = [(NO_MATTER, _("Nothing that is reserved")), *reserved]

    @property
    def minor(self) -> int:
        """The amount in minor units."""
        return int(self.cleaned_data["amount"]) * units(self.currency)


def units(currency: str) -> int:
    """How many minor units one whole unit of this currency has."""
    return int(10 ** decimals(currency))
