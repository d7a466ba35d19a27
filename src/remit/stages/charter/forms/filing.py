"""What somebody fills in to put something on file; each topic has questions of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from remit.core.bounds import (
    OPINIONS,
    RISK_MAX,
    Instrument,
    Opinion,
)
from remit.core.bounds.clauses.attestation import Attestation
from remit.core.bounds.clauses.clearance import Clearance
from remit.core.bounds.clauses.document import Document
from remit.core.bounds.labels import label
from remit.core.words import Said
from remit.stages.charter.acts.file import FIGURE_MAX
from remit.stages.charter.forms.life import LifeForm
from remit.stages.charter.topics import FIGURES, STANCES, Word
from remit.web.fields import SaidField
from remit.web.inputs import Choice, Code, Day
from remit.web.values import plain

LEVEL_MAX = 1000
FIELDS: Mapping[str, tuple[str, ...]] = {
    "opinion": ("item", "code", "stance", "text"),
    "meeting": ("item", "present", "notice", "text"),
    "notice": ("item", "text"),
    "consultation": ("item", "days", "answers", "text"),
    "document": ("item", "code", "text"),
    "report": ("text",),
    "forecast": ("level", "text"),
    "attestation": ("item", "code", "until", "text"),
    "clearance": ("whose", "code", "stance", "until", "text"),
    "interest": ("code", "stance", "until", "text"),
    "concern": ("level", "text"),
    "incident": ("level", "text"),
    "lifting": ("code", "text"),
    "direction": ("item", "order", "advice", "reasons"),
}
"""By topic, its questions in their order."""
STANCES_OF: Mapping[str, tuple[str, ...]] = {
    "opinion": ("for", "against"),
    "clearance": ("cleared", "barred"),
    "interest": ("shared", "particular", "relative"),
}
STOPPING = {
    "concern": gettext_lazy("A concern"),
    "incident": gettext_lazy("An incident"),
    "forecast": gettext_lazy("A forecast above the envelope"),
}
CODE_LABELS = {
    "opinion": gettext_lazy("What it is on"),
    "document": gettext_lazy("Which document"),
    "attestation": gettext_lazy("What is attested"),
    "clearance": gettext_lazy("Which check"),
    "interest": gettext_lazy("What you have the interest in"),
    "lifting": gettext_lazy("What had stopped it"),
}
CODE_HINTS = {
    "document": gettext_lazy("A code of your own agency, such as plan."),
    "attestation": gettext_lazy("A code of your own agency, such as delivery."),
    "clearance": gettext_lazy("A code of your own agency, such as working-with-children."),
    "interest": gettext_lazy(
        "The code of the matter or the recipient. It is never shown; clauses look at it when you "
        "act."
    ),
}
TEXT_HINTS = {
    "clearance": gettext_lazy("Everybody reads this. Write nothing by which the person is known."),
    "interest": gettext_lazy("Everybody reads this. Do not write here what the interest is in."),
    "concern": gettext_lazy("Everybody reads this. Write nothing by which anybody is known."),
    "incident": gettext_lazy("Everybody reads this. Write nothing by which anybody is known."),
}


class FilingForm(LifeForm):
    """The questions of one topic."""

    def __init__(self, *given: Any, topic: str, positions: Mapping[str, Said], **more: Any) -> None:
        self.topic, self.positions = topic, positions
        super().__init__(*given, **more)
        for name in FIELDS[topic]:
            self.fields[name] = BUILDERS[name](self)

    @property
    def figures(self) -> dict[str, int]:
        """Those that were stated."""
        found = {name: self.cleaned_data.get(name) for name in FIGURES}
        return {name: figure for name, figure in found.items() if figure is not None}


def item(form: FilingForm) -> forms.Field:
    return Code(
        label=_("Which matter"),
        help_text=_("Its code, as the record calls it, such as green.39."),
    )


def code(form: FilingForm) -> forms.Field:
    """A choice where the remit names what there is; else a code of the agency's own."""
    topic = form.topic
    known, called = codes_of(topic, form.instrument), CODE_LABELS[topic]
    if known:
        return Choice(label=called, choices=list(known.items()))
    return Code(label=called, help_text=CODE_HINTS[topic])


def codes_of(topic: str, instrument: Instrument) -> dict[str, str]:
    """The codes that this remit's clauses look for, with their words."""
    found: dict[str, str] = {}
    for clause in instrument.clauses:
        if topic == "opinion" and isinstance(clause, Opinion):
            found |= {clause.about: plain(label(clause.about, OPINIONS))}
        elif topic == "document" and isinstance(clause, Document):
            found |= {document: plain(text) for document, text in clause.documents}
        elif clause.kind == topic and isinstance(clause, Attestation | Clearance):
            found |= {clause.about: clause.about}
    if topic == "opinion":
        found |= {name: plain(label(name, OPINIONS)) for name in OPINIONS if name not in found}
    return {name: str(text) for name, text in STOPPING.items()} if topic == "lifting" else found


def stance(form: FilingForm) -> forms.Field:
    choices = [(name, STANCES[name]) for name in STANCES_OF[form.topic]]
    return Choice(label=_("What it comes to"), choices=choices, widget=forms.RadioSelect)


def whose(form: FilingForm) -> forms.Field:
    held = [(position, plain(title)) for position, title in form.positions.items()]
    return Choice(
        label=_("Whose clearance it is"),
        help_text=_("Whoever holds this position now; of several, who has held it longest."),
        choices=[("", _("Choose")), *held],
    )


def until(form: FilingForm) -> forms.Field:
    required = form.topic == "clearance"
    return Day(
        label=_("Day on which it no longer holds"),
        help_text="" if required else _("Leave it empty if it does not run out."),
        required=required,
    )


def text(form: FilingForm) -> forms.Field:
    hint = TEXT_HINTS.get(form.topic, _("Everybody reads this. Name no persons."))
    called = _("Reasons") if form.topic in ("opinion", "lifting") else _("In words")
    return SaidField(label=called, help_text=hint)


def said(called: Word) -> Callable[[FilingForm], forms.Field]:
    """A text of a direction, which is published whole."""

    def build(form: FilingForm) -> forms.Field:
        return SaidField(label=str(called), help_text=_("Everybody reads this. Name no persons."))

    return build


def level(form: FilingForm) -> forms.Field:
    """How severe an incident is, how urgent a concern, how far a forecast is above."""
    most = RISK_MAX if form.topic == "incident" else LEVEL_MAX
    called = {
        "incident": (_("How severe it is"), _("From 1, slight, to 5, grave.")),
        "concern": (_("Level"), _("From 1 up, as your agency grades concerns. Empty counts as 1.")),
        "forecast": (
            _("Per cent above the envelope"),
            _("0 if the money will last."),
        ),
    }
    heading, hint = called[form.topic]
    return forms.IntegerField(
        label=heading,
        help_text=hint,
        min_value=0 if form.topic == "forecast" else 1,
        max_value=most,
        required=form.topic != "concern",
    )


def figure(name: str) -> Callable[[FilingForm], forms.Field]:
    """A whole number, zero or more."""

    def build(form: FilingForm) -> forms.Field:
        return forms.IntegerField(label=str(FIGURES[name]), min_value=0, max_value=FIGURE_MAX)

    return build


BUILDERS: Mapping[str, Callable[[FilingForm], forms.Field]] = {
    "item": item,
    "code": code,
    "stance": stance,
    "whose": whose,
    "until": until,
    "text": text,
    "order": said(gettext_lazy("What is ordered")),
    "advice": said(gettext_lazy("What was advised")),
    "reasons": said(gettext_lazy("Reasons")),
    "level": level,
    **{name: figure(name) for name in ("present", "notice", "days", "answers")},
}
