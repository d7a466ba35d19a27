"""Forms as the kit draws them: an error summary first, then each field with label, hint and error.

A project sets `FORM_RENDERER = "remit.web.forms.KitRenderer"`; then `{{ form }}` is enough.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.forms import BaseForm, BoundField, MultiWidget
from django.forms.renderers import DjangoTemplates


class KitRenderer(DjangoTemplates):
    """Looks for templates in the installed apps too, so that no other setting is needed."""

    form_template_name = "web/forms/form.html"
    field_template_name = "web/forms/field.html"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One line of the summary; `target` is the id to jump to, or nothing for the whole form."""

    label: str
    text: str
    target: str


def target_of(field: BoundField) -> str:
    """The id of the first thing in the field that can take the focus."""
    widget = field.field.widget
    several = isinstance(widget, MultiWidget) or widget.use_fieldset
    return f"{field.auto_id}_0" if several else str(field.id_for_label or field.auto_id)


def mistakes(form: BaseForm) -> list[Mistake]:
    """What is to be mended, in the order of the page."""
    found = [Mistake("", str(error), "") for error in form.non_field_errors()]
    for field in form:
        target = "" if field.is_hidden else target_of(field)
        found += [Mistake(str(field.label), str(error), target) for error in field.errors]
    return found
