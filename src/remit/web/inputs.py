"""Fields whose mistakes say what is wrong and how to mend it, on a page and to a program alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from remit.core.bounds import BadInstrument, checks
from remit.core.bounds.amounts import minor
from remit.core.words import Money, decimals

SAID_LETTERS_MAX = 2000
NOON = 12


def mistake(problem: str, mend: str, *, to_programs: str = "") -> ValidationError:
    """What is wrong, and how to mend it; `parts` takes the two apart again. A program may be told
    otherwise than a person: it fills in codes and not what a list shows."""
    params = {"problem": problem, "mend": mend, "to_programs": to_programs or mend}
    return ValidationError("%(problem)s %(mend)s", params=params)


def parts(error: ValidationError) -> tuple[str, str]:
    """The problem and the mend, for programs; a mistake that is not ours is all problem."""
    params: Mapping[str, Any] = error.params or {}
    if "problem" in params and "to_programs" in params:
        return str(params["problem"]), str(params["to_programs"])
    return " ".join(error.messages), ""


def needed() -> ValidationError:
    return mistake(_("This is needed."), _("Fill it in."))


class Choice(forms.ChoiceField):
    """One of a few codes, each with its words."""

    def validate(self, value: Any) -> None:
        if not value and self.required:
            raise not_chosen(self, _("This is needed."))
        if value and not self.valid_value(value):
            raise not_chosen(self, _("“{value}” is not a choice here.").format(value=value))


class Choices(forms.MultipleChoiceField):
    """Any of a few codes, to be ticked."""

    widget = forms.CheckboxSelectMultiple

    def validate(self, value: Any) -> None:
        for code in value:
            if not self.valid_value(code):
                problem = _("“{value}” is not a choice here.").format(value=code)
                raise not_chosen(self, problem)


def not_chosen(field: forms.ChoiceField, problem: str) -> ValidationError:
    """The mistake of taking none of the field's choices, or another."""
    codes = ", ".join(str(code) for code, _text in field.widget.choices if code)
    mend = _("Take one of these codes: {codes}.").format(codes=codes)
    return mistake(problem, _("Choose one of those that are offered."), to_programs=mend)


class Amount(forms.CharField):
    """An amount as people write it, with a point or a comma before the decimals; cleaned to whole
    minor units, or None."""

    def __init__(self, *, currency: str, **more: Any) -> None:
        super().__init__(**more)
        self.currency = currency
        self.widget.attrs["inputmode"] = "decimal"

    def clean(self, value: Any) -> int | None:
        written = re.sub(r"[\s ]", "", str(value or ""))
        if not written and not self.required:
            return None
        if not written:
            raise mistake(_("This is needed."), self.mend())
        try:
            found = minor(written.replace(",", "."), currency=self.currency, where="amount")
            checks.whole(found, where="amount")
        except BadInstrument:
            problem = _("“{value}” is no amount in {currency}.")
            said = problem.format(value=value, currency=self.currency)
            raise mistake(said, self.mend()) from None
        return found

    def shown(self, value: int) -> Money:
        """As it reads when answers are checked."""
        return Money(value, self.currency)

    def mend(self) -> str:
        example = "12.50" if decimals(self.currency) == 2 else "12"
        return _("Write digits alone, such as {example}.").format(example=example)


class Day(forms.DateField):
    """A day, in ISO 8601; a browser helps to write it."""

    def __init__(self, **more: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d"], **more)
        self.widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        self.widget.is_required = self.required

    def clean(self, value: Any) -> date | None:
        mend = _("Write it as year, month and day: 2026-03-31.")
        if not value and self.required:
            raise mistake(_("This is needed."), mend)
        try:
            found: date | None = super().clean(value)
        except ValidationError:
            problem = _("“{value}” is not a day.").format(value=value)
            raise mistake(problem, mend) from None
        return found


def noon(day: date) -> datetime:
    """The middle of this day where the service is; in UTC."""
    there = datetime(day.year, day.month, day.day, NOON, tzinfo=get_current_timezone())
    return there.astimezone(UTC)


class Code(forms.CharField):
    """A short code, as the books and the file name things."""

    SHAPE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")

    def clean(self, value: Any) -> str:
        code = str(value or "").strip()
        if not code and self.required:
            raise needed()
        if code and not self.SHAPE.fullmatch(code):
            raise mistake(
                _("“{value}” is not a code.").format(value=code),
                _("Write letters and digits, and between them “.”, “-” or “_”; at most 64."),
            )
        return code
