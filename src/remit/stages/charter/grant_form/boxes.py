"""A box as a form field: it shows what was typed, and leaves every judgement to the core."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from remit.core.words import words
from remit.stages.charter.grant_form.shapes import Box, Texts
from remit.web.values import plain

ATTRS: Mapping[str, Mapping[str, str]] = {
    "code": {"autocapitalize": "none"},
    "codes": {"autocapitalize": "none"},
    "whole": {"inputmode": "numeric"},
    "amount": {"inputmode": "decimal"},
}


class Kept(forms.CharField):
    """Text as it was typed. That it is needed is only shown; what it may be says the core."""

    def __init__(self, **more: Any) -> None:
        super().__init__(strip=False, **more)

    def clean(self, value: Any) -> str:
        return str(self.to_python(value))


class Ticked(forms.BooleanField):
    """Yes or no."""

    def clean(self, value: Any) -> bool:
        return bool(self.to_python(value))


def box_field(box: Box, *, label: Any, hint: str, value: str, required: bool) -> forms.Field:
    """The field for one box; `value` is what stands in it."""
    if box.sort == "flag":
        return Ticked(label=label, help_text=hint, required=True)  # no tick is an answer, too
    widget: forms.Widget
    if box.sort == "choice":
        widget = forms.Select(choices=options(box.choices, value))
    else:
        given = dict(ATTRS.get(box.sort, {}))
        if box.suggest and box.sort == "code":
            given["list"] = list_id(box.suggest)
        widget = text_widget(given, value, long=False)
    return Kept(label=label, help_text=hint, required=required, widget=widget)


def texts_field(
    texts: Texts, *, label: Any, hint: str, value: str, language: str, required: bool
) -> forms.Field:
    """The field for a text in one language."""
    widget = text_widget({"lang": language}, value, long=texts.long)
    return Kept(label=label, help_text=hint, required=required, widget=widget)


def text_widget(attrs: dict[str, str], value: str, *, long: bool) -> forms.Widget:
    """A box of one line would lose the line breaks that a text has."""
    return forms.Textarea(attrs) if long or "\n" in value else forms.TextInput(attrs)


def options(choices: Mapping[str, str], value: str) -> list[tuple[str, str]]:
    """What there is to choose; what somebody sent that is none of it stays visible."""
    known = [(code, plain(words(text))) for code, text in choices.items()]
    other = [(value, value)] if value and value not in choices else []
    return [("", _("Choose")), *known, *other]


def list_id(name: str) -> str:
    """The id of a list of suggestions."""
    return f"list-{name}"
