"""What somebody fills in to adopt a project, to decide a matter, and to answer a recommendation."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from remit.core.bounds import EFFECTS, RISK_MAX, Clause, Instrument
from remit.core.words import decimals, words
from remit.stages.charter.forms.may_i import EFFECT_WORDS, NO_MATTER
from remit.stages.charter.looks import looked_at, scopes
from remit.stages.decide.acts import BECAUSE, CODE
from remit.web.fields import SaidField
from remit.web.inputs import Amount, Choice, Code, Day, mistake
from remit.web.values import plain

WHOLE_MAX = 10**13
UNSAID = ("", gettext_lazy("Not said"))


class AdoptForm(forms.Form):
    """Amount in whole units of the currency; purpose and matter as the remit names them."""

    amount = forms.IntegerField(min_value=1, max_value=WHOLE_MAX)
    purpose = forms.ChoiceField(
        label=gettext_lazy("Purpose"),
        help_text=gettext_lazy("Which purpose of the remit it serves."),
    )
    matter = forms.ChoiceField(
        label=gettext_lazy("What it touches"),
        help_text=gettext_lazy("Some matters are reserved: about them the grantor alone decides."),
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
        purpose.choices = purposes(instrument)
        matter.choices = matters(instrument)

    @property
    def minor(self) -> int:
        """The amount in minor units."""
        return int(self.cleaned_data["amount"]) * units(self.currency)


def purposes(instrument: Instrument) -> list[tuple[str, str]]:
    return [(code, plain(text)) for code, text in instrument.purposes.items()]


def matters(instrument: Instrument) -> list[tuple[str, str]]:
    """What is reserved, after the choice of none of it."""
    reserved = [(code, plain(text)) for code, text in instrument.reserved.items()]
    return [(NO_MATTER, _("Nothing that is reserved")), *reserved]


def units(currency: str) -> int:
    """How many minor units one whole unit of this currency has."""
    return int(10 ** decimals(currency))


class ItemCode(Code):
    """The code of a decision or a recommendation, as the books can use it."""

    def clean(self, value: Any) -> str:
        code = super().clean(value)
        if code and not CODE.fullmatch(code):
            raise mistake(
                _("“{value}” can’t be used in the books.").format(value=code),
                _("Take up to 40 letters and digits, and between them “-” or “_”."),
            )
        return code


class DecideForm(forms.Form):
    """What is decided; of the rest only what some clause looks at."""

    title = SaidField(
        label=gettext_lazy("What is decided"),
        help_text=gettext_lazy("In one sentence. Everybody reads it; name no persons."),
    )
    reasons = SaidField(label=gettext_lazy("Reasons"))
    item = ItemCode(
        label=gettext_lazy("A code for it"),
        help_text=gettext_lazy("Short, and not used before, such as caravan-2."),
    )

    def __init__(
        self, *given: Any, instrument: Instrument, clauses: Collection[Clause], **more: Any
    ) -> None:
        super().__init__(*given, **more)
        self.fields["amount"] = Amount(
            currency=instrument.currency,
            required=False,
            label=_("How much, in %(currency)s?") % {"currency": instrument.currency},
            help_text=_("Leave it empty if it moves no money."),
        )
        self.fields["purpose"] = Choice(
            label=_("Purpose"),
            help_text=_("Which purpose of the remit it serves."),
            choices=[UNSAID, *purposes(instrument)],
            initial=next(iter(instrument.purposes)) if len(instrument.purposes) == 1 else "",
            required=False,
        )
        self.fields["matter"] = Choice(
            label=_("What it touches"),
            help_text=_("Some matters are reserved: about them the grantor alone decides."),
            choices=matters(instrument),
            initial=NO_MATTER,
            widget=forms.RadioSelect,
        )
        self.fields |= looked_for(clauses)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("until") and given.get("effect") != "pilot":
            problem = mistake(
                _("Only a pilot has a day on which it stops."),
                _("Say that it is a pilot, or leave the day empty."),
            )
            self.add_error("until", problem)
        return given


def looked_for(clauses: Collection[Clause]) -> dict[str, forms.Field]:
    """By name, the questions that decide nothing unless a clause looks at them."""
    risks = [(str(level), str(level)) for level in range(1, RISK_MAX + 1)]
    made: Mapping[str, forms.Field] = {
        "recipient": Code(
            required=False,
            label=_("Who is it for?"),
            help_text=_(
                "A short code for the person, family or firm, such as sister. Never a name."
            ),
        ),
        "category": scope(clauses, "category", _("Which category?")),
        "area": scope(clauses, "area", _("Which area?")),
        "effect": Choice(
            required=False,
            label=_("Can it be undone?"),
            choices=[UNSAID, *((code, EFFECT_WORDS[code]) for code in EFFECTS)],
        ),
        "until": Day(required=False, label=_("When does the pilot stop?")),
        "risk": Choice(
            required=False,
            label=_("How much can go wrong?"),
            help_text=_("From 1, hardly anything, to %(most)d, very much.") % {"most": RISK_MAX},
            choices=[UNSAID, *risks],
        ),
    }
    looked = looked_at(clauses)
    return {name: field for name, field in made.items() if name in looked}


def scope(clauses: Collection[Clause], of: str, called: str) -> forms.Field:
    """A choice among those that the remit lists; else a code."""
    listed = scopes(clauses, of)
    if listed is None:
        return Code(required=False, label=called, help_text=_("By its code."))
    choices = [(code, plain(text)) for code, text in listed.items()]
    return Choice(required=False, label=called, choices=[UNSAID, *choices])


class RespondForm(forms.Form):
    """The answer to one recommendation."""

    item = ItemCode(
        label=gettext_lazy("Code of the recommendation"),
        help_text=gettext_lazy("As its report calls it, such as R-7."),
    )
    recommendation = SaidField(
        label=gettext_lazy("The recommendation"),
        help_text=gettext_lazy("In the words of those who made it."),
    )
    answer = Choice(
        label=gettext_lazy("The answer"),
        choices=(
            ("accept", gettext_lazy("Accept it")),
            ("alter", gettext_lazy("Accept it in another form")),
            ("decline", gettext_lazy("Decline it")),
        ),
        widget=forms.RadioSelect,
    )
    because = Choice(
        label=gettext_lazy("Kind of reason"),
        help_text=gettext_lazy("Needed unless you accept it as it stands."),
        required=False,
        choices=lambda: [UNSAID, *((code, plain(words(text))) for code, text in BECAUSE.items())],
    )
    reasons = SaidField(
        label=gettext_lazy("Reasons"),
        help_text=gettext_lazy("If you accept it: how, and how far, it is carried out."),
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        answer, because = given.get("answer"), given.get("because")
        if answer in ("alter", "decline") and not because and "because" not in self.errors:
            problem = mistake(_("This is needed."), _("Say which kind of reason it is."))
            self.add_error("because", problem)
        if answer == "accept" and because:
            problem = mistake(
                _("What is accepted as it stands needs no kind of reason."),
                _("Choose “Not said”, or another answer."),
            )
            self.add_error("because", problem)
        return given
