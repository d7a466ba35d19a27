"""What somebody fills in beside the remit itself: another way to begin, and the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from remit.core.bounds import BadInstrument, Instrument, draft_from_text
from remit.core.bounds.strict_text import BYTES_MAX
from remit.web.fields import SaidField
from remit.web.values import plain


class ReasonsOnly(forms.Form):
    """Why it is saved, or varied."""

    reasons = SaidField(label=gettext_lazy("Reasons"))


class GrantNow(forms.Form):
    """Nothing more is asked."""


class BeginForm(forms.Form):
    """A remit to begin from."""

    def __init__(self, *given: Any, remits: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["from"] = forms.ChoiceField(
            label=_("Start from a remit"),
            help_text=_("All that it says is copied; you give it a code of its own."),
            choices=remits,
        )


class PasteForm(forms.Form):
    """A remit as text: pasted, or in a file."""

    text = forms.CharField(
        label=gettext_lazy("The remit, as YAML or JSON"),
        help_text=gettext_lazy(
            "In YAML amounts are written as 10000.00; in JSON, without decimals."
        ),
        widget=forms.Textarea(attrs={"spellcheck": "false", "class": "mono"}),
        required=False,
        strip=False,
    )
    file = forms.FileField(label=gettext_lazy("Or a file with it"), required=False)
    instrument: Instrument

    def clean(self) -> None:
        """Reads whichever there is, the file first. Its parts need not fit together yet."""
        found = self.cleaned_data.get("file")
        where = "file" if found else "text"
        text = read(found) if found else self.cleaned_data.get("text", "")
        if text is None:
            self.add_error("file", _("This is no text in UTF-8. Save it as YAML or JSON."))
        elif not text.strip():
            self.add_error("text", _("Paste the remit here, or choose a file."))
        else:
            try:
                self.instrument = draft_from_text(text)
            except BadInstrument as error:
                self.add_error(where, plain(error.words))


def read(found: Any) -> str | None:
    """The text in a file that was sent; None if it is no text. What is too long is cut, and so
    long that it is refused as too long."""
    try:
        return str(found.read(BYTES_MAX + 1).decode("utf-8-sig", "strict"))
    except UnicodeDecodeError:
        return None
