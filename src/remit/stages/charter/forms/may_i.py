"""What a visitor fills in to ask a remit: only what some clause of it looks at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from remit.core.bounds import EFFECTS, EVIDENCE, POSITIONS, POWERS, RISK_MAX, Deed
from remit.core.bounds.labels import label
from remit.core.words import Said
from remit.record.act import Act
from remit.record.registry import ACTS
from remit.stages.charter.looks import evidence_named, looked_at, powers_given, scopes
from remit.stages.charter.reads.may_i import Asking
from remit.web.inputs import Amount, Choice, Choices, Code, Day, noon
from remit.web.values import plain

NO_MATTER = "none"
UNSAID = ("", _("Not said"))
EFFECT_WORDS = {
    "reversible": _("It can be undone"),
    "pilot": _("It is a pilot that stops on a day"),
    "lasting": _("It lasts"),
}
FIRST = frozenset({"power", "amount", "recipient", "interest", "matter", "purpose", "evidence"})
"""What most people ask with; all else stands behind a fold."""
ALWAYS = frozenset({"power", "position", "at"})


class MayIForm(forms.Form):
    """Asks with GET: an address with the question in it, and nothing is changed by it."""

    def __init__(self, *given: Any, asking: Asking, acting: str | None = None, **more: Any) -> None:
        super().__init__(*given, **more)
        self.instrument = asking.remit.instrument
        self.acting = acting
        self.clauses = asking.clauses
        self.powers = powers_given(self.instrument.clauses)
        looked = looked_at(self.clauses) | ALWAYS
        if any(clause.kind == "interests" for clause in self.clauses):
            looked |= {"interest"}
        for name, make in MAKERS.items():
            if name in looked and (field := make(self)) is not None:
                self.fields[name] = field

    @property
    def first(self) -> list[forms.BoundField]:
        """What everybody sees."""
        return [self[name] for name in self.fields if self.up_front(name)]

    @property
    def more(self) -> list[forms.BoundField]:
        """What is needed now and then."""
        return [self[name] for name in self.fields if not self.up_front(name)]

    def up_front(self, name: str) -> bool:
        """Not where there is one choice alone, or only a code that few will know."""
        field = self.fields[name]
        if name in ("category", "area"):
            return isinstance(field, forms.ChoiceField)
        return name in FIRST and (name != "purpose" or len(self.instrument.purposes) > 1)

    @property
    def unfolded(self) -> bool:
        """Whether something behind the fold was filled in, or is wrong."""
        return any(bound.errors or bound.value() != bound.initial for bound in self.more)

    def deed(self) -> Deed:
        """What was filled in, as the bounds see it; once the form is valid."""
        said: Mapping[str, Any] = {**self.cleaned_data}
        until, made, risk = said.get("until"), said.get("made"), said.get("risk")
        amount = said.get("amount") if self.moves_money else None
        return Deed(
            kind="may.i",
            power=said["power"],
            amount=amount,
            currency=None if amount is None else self.instrument.currency,
            purpose=said.get("purpose") or None,
            matter=said.get("matter") or None,
            evidence=frozenset(said.get("evidence") or ()),
            recipient=said.get("recipient") or None,
            category=said.get("category") or None,
            area=said.get("area") or None,
            item=said.get("item") or None,
            effect=said.get("effect") or None,
            until=noon(until) if until else None,
            made=noon(made) if made else None,
            risk=int(risk) if risk else None,
        )

    @property
    def moves_money(self) -> bool:
        """Whether what the power does moves money itself; a power that no act uses might."""
        acts = [act for act in ACTS.values() if act.power == self.cleaned_data["power"]]
        return not acts or any(act.draws_on is not Act.draws_on for act in acts)

    @property
    def left_out(self) -> bool:
        """Whether an amount was given for what moves none."""
        return self.cleaned_data.get("amount") is not None and not self.moves_money

    def position(self) -> str:
        """In which position it is asked: the one that was chosen, else the visitor's own if it has
        the power, else the first that has it."""
        having = self.powers[self.cleaned_data["power"]]
        own = self.acting if self.acting in having else having[0]
        return self.cleaned_data.get("position") or str(own)

    def moment(self, now: datetime) -> datetime:
        """When it is asked about: now, or noon of the day that was chosen."""
        day = self.cleaned_data.get("at")
        return now if day is None or day == localtime(now).date() else noon(day)


def power(form: MayIForm) -> forms.Field:
    given = [(code, words(code, POWERS)) for code in POWERS if code in form.powers]
    first = [("", _("Choose"))] if len(given) > 1 else []
    return Choice(label=_("What you would do"), choices=[*first, *given])


def amount(form: MayIForm) -> forms.Field:
    return Amount(
        currency=form.instrument.currency,
        required=False,
        label=_("How much, in %(currency)s") % {"currency": form.instrument.currency},
        help_text=_("Leave it empty if it moves no money."),
    )


def recipient(form: MayIForm) -> forms.Field:
    return Code(
        required=False,
        label=_("Who it is for"),
        help_text=_("A short code for the person, family or firm, such as sister. Never a name."),
    )


def interest(form: MayIForm) -> forms.Field:
    return Choice(
        required=False,
        label=_("What they are to you"),
        help_text=_("An interest that you declared before counts as well."),
        choices=[
            ("", _("Nothing in particular")),
            ("relative", _("A relative of mine")),
            ("particular", _("I have money, work or an office in it")),
            ("shared", _("I share it with everybody who holds this remit")),
        ],
    )


def matter(form: MayIForm) -> forms.Field:
    reserved = [(code, plain(text)) for code, text in form.instrument.reserved.items()]
    return Choice(
        required=False,
        initial=NO_MATTER,
        label=_("What it touches"),
        help_text=_("About some matters the grantor alone decides."),
        choices=[(NO_MATTER, _("None of these matters")), *reserved],
        widget=forms.RadioSelect,
    )


def purpose(form: MayIForm) -> forms.Field:
    choices = [(code, plain(text)) for code, text in form.instrument.purposes.items()]
    only = choices[0][0] if len(choices) == 1 else ""
    return Choice(
        required=False, initial=only, label=_("What it is for"), choices=[UNSAID, *choices]
    )


def category(form: MayIForm) -> forms.Field:
    return scope(form, "category", Code(required=False, label=_("Which category, by its code")))


def area(form: MayIForm) -> forms.Field:
    return scope(form, "area", Code(required=False, label=_("Which area, by its code")))


def scope(form: MayIForm, of: str, else_: forms.Field) -> forms.Field:
    """A choice among those that the remit lists; else a code."""
    listed: dict[str, Said] | None = scopes(form.clauses, of)
    if listed is None:
        return else_
    named = {"category": _("Which category"), "area": _("Which area")}
    choices = [(code, plain(text)) for code, text in listed.items()]
    return Choice(required=False, label=named[of], choices=[UNSAID, *choices])


def evidence(form: MayIForm) -> forms.Field:
    return Choices(
        required=False,
        label=_("What you can show for it"),
        choices=[(code, words(code, EVIDENCE)) for code in evidence_named(form.clauses)],
    )


def item(form: MayIForm) -> forms.Field:
    return Code(
        required=False,
        label=_("Which matter it is, by its code"),
        help_text=_(
            "As the record calls it, such as green.40: opinions and the like are filed so."
        ),
    )


def effect(form: MayIForm) -> forms.Field:
    choices = [(code, EFFECT_WORDS[code]) for code in EFFECTS]
    return Choice(required=False, label=_("Whether it can be undone"), choices=[UNSAID, *choices])


def until(form: MayIForm) -> forms.Field:
    return Day(required=False, label=_("When the pilot stops"))


def risk(form: MayIForm) -> forms.Field:
    levels = [(str(level), str(level)) for level in range(1, RISK_MAX + 1)]
    return Choice(
        required=False,
        label=_("How much can go wrong"),
        help_text=_("From 1, hardly anything, to %(most)d, very much.") % {"most": RISK_MAX},
        choices=[UNSAID, *levels],
    )


def made(form: MayIForm) -> forms.Field:
    return Day(
        required=False,
        label=_("When that was decided or done which it follows"),
        help_text=_("Such as the decision that is carried out, or the payment that is questioned."),
    )


def position(form: MayIForm) -> forms.Field | None:
    """None where there is nothing to choose."""
    having = dict.fromkeys(code for codes in form.powers.values() for code in codes)
    if len(having) < 2:
        return None
    return Choice(
        required=False,
        label=_("In which position"),
        choices=[
            ("", _("One that may do it")),
            *((code, words(code, POSITIONS)) for code in having),
        ],
    )


def at(form: MayIForm) -> forms.Field:
    return Day(
        required=False,
        label=_("On which day"),
        help_text=_("Leave it empty for now. What was done and filed so far counts in any case."),
    )


MAKERS = {
    "power": power,
    "amount": amount,
    "recipient": recipient,
    "interest": interest,
    "matter": matter,
    "purpose": purpose,
    "category": category,
    "area": area,
    "evidence": evidence,
    "item": item,
    "effect": effect,
    "until": until,
    "risk": risk,
    "made": made,
    "position": position,
    "at": at,
}
"""By name, as in the address and in `Deed`, how each field is made; in the order of the page."""


def words(code: str, labels: Mapping[str, str]) -> str:
    return plain(label(code, labels))
