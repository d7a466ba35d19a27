"""What a remit is tried on: past acts, a table of acts, or a few that one thinks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from remit.core.bounds.replay import Trial
from remit.core.bounds.replay_csv import trials_from_csv
from remit.core.bounds.replay_errors import BadTable
from remit.stages.charter.forms.may_i import MayIForm
from remit.stages.charter.reads.may_i import Asking
from remit.web.values import plain

ACTS_MAX = 5000
"""Acts in one run."""
CSV_BYTES_MAX = 2 * 1024 * 1024
TYPED = 3
"""Acts that can be typed in."""
PAST, TABLE, THOUGHT = "past", "table", "thought"


class TryForm(forms.Form):
    """On which acts, how, and beside which other remit. Nothing of it is kept."""

    source = forms.ChoiceField(
        label=gettext_lazy("On which acts?"),
        choices=[
            (PAST, gettext_lazy("Acts that were done, asked or refused here")),
            (TABLE, gettext_lazy("A table of acts, as CSV")),
            (THOUGHT, gettext_lazy("Acts that I think of")),
        ],
        widget=forms.RadioSelect,
        initial=PAST,
    )
    of = forms.ChoiceField(label=gettext_lazy("Under which remit were they?"), required=False)
    table = forms.FileField(label=gettext_lazy("A file with the table"), required=False)
    lines = forms.CharField(
        label=gettext_lazy("Or the table itself"),
        widget=forms.Textarea(attrs={"spellcheck": "false", "class": "mono"}),
        required=False,
        strip=False,
    )
    beside = forms.ChoiceField(
        label=gettext_lazy("Beside which other?"),
        help_text=gettext_lazy("Both are tried on the same acts, and you see where they differ."),
        required=False,
    )
    agreed = forms.BooleanField(
        label=gettext_lazy("Take it that whoever is asked agrees"),
        help_text=gettext_lazy("Else what is asked is not done, and less money is used up."),
        required=False,
    )
    nothing_filed = forms.BooleanField(
        label=gettext_lazy("Take it that nothing was on file"),
        help_text=gettext_lazy(
            "For a table and for what you think of. Else it is not known what was, and a clause "
            "that looks there refuses."
        ),
        required=False,
    )

    def __init__(
        self,
        *given: Any,
        currency: str,
        remits: Sequence[tuple[str, str]],
        others: Sequence[tuple[str, str]],
        **more: Any,
    ) -> None:
        super().__init__(*given, **more)
        self.currency = currency
        self.trials: tuple[Trial, ...] = ()
        of, beside = self.fields["of"], self.fields["beside"]
        assert isinstance(of, forms.ChoiceField) and isinstance(beside, forms.ChoiceField)
        of.choices = list(remits)
        beside.choices = [("", _("None")), *others]
        self.fields["lines"].help_text = _(
            "The first line names the columns, such as: at,power,amount,purpose,matter,position. "
            "Amounts are in {currency}, such as 10000.00."
        ).format(currency=currency)

    def clean(self) -> None:
        """Reads the table, if that is what it is to be tried on."""
        if self.cleaned_data.get("source") != TABLE:
            return
        sent = self.cleaned_data.get("table")
        where = "table" if sent else "lines"
        text = read(sent) if sent else self.cleaned_data.get("lines", "")
        if text is None:
            self.add_error(where, _("This is no text in UTF-8, or it is too long."))
        elif not text.strip():
            self.add_error("table", _("Choose a file, or write the table below."))
        else:
            self.read_table(text, where)

    def read_table(self, text: str, where: str) -> None:
        try:
            self.trials = trials_from_csv(text, self.currency)
        except BadTable as error:
            for problem in error.problems:
                self.add_error(where, plain(problem.words))
        if len(self.trials) > ACTS_MAX:
            self.add_error(
                where,
                _("There are {count} acts, and at most {most} are tried at once.").format(
                    count=len(self.trials), most=ACTS_MAX
                ),
            )


def read(sent: Any) -> str | None:
    """The text in a file; None for what is none, or too long to be a table that is tried here."""
    if sent.size > CSV_BYTES_MAX:
        return None
    try:
        return str(sent.read().decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None


class Thoughts:
    """A few acts that somebody thinks of: the same questions as for one, several times."""

    def __init__(self, sent: Mapping[str, Any] | None, *, asking: Asking) -> None:
        names = [f"act{number}" for number in range(1, TYPED + 1)]
        chosen = [name for name in names if sent and sent.get(f"{name}-power")]
        self.forms = [
            MayIForm(sent if name in chosen else None, asking=asking, prefix=name) for name in names
        ]
        for form in self.forms:
            power = form.fields["power"]
            assert isinstance(power, forms.ChoiceField)
            known = cast("Iterable[tuple[str, str]]", power.choices)
            power.choices = [("", _("None")), *(choice for choice in known if choice[0])]

    @property
    def written(self) -> list[MayIForm]:
        """Those in which a power was chosen."""
        return [form for form in self.forms if form.is_bound]

    def valid(self) -> bool:
        found = [form.is_valid() for form in self.written]  # each of them, so that all errors show
        return all(found)

    def trials(self, now: datetime) -> tuple[Trial, ...]:
        """In the order in which they were written. One position stands for one person."""
        return tuple(
            Trial(
                deed=form.deed(),
                at=form.moment(now),
                position=form.position(),
                person=form.position(),
                label=_("Act {number}").format(number=number),
            )
            for number, form in enumerate(self.written, start=1)
        )
