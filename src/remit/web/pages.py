"""The kit's own page: every component in its states, for those who build pages and check them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from remit.core.words import Money
from remit.web import charts, parts
from remit.web.fields import SaidField

MILLION = Money(100_000_000, "PLN")
HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
SAID = {"pl": "Zielony skwer przy szkole", "en": ""}


class SampleForm(forms.Form):
    """One field of each shape; sent wrong, it shows the summary."""

    title = forms.CharField(label=_("Title"), max_length=80, help_text=_("In a few words."))
    amount = forms.IntegerField(label=_("Amount"), min_value=1)
    reasons = forms.CharField(label=_("Reasons"), widget=forms.Textarea, required=False)
    promise = forms.ChoiceField(
        label=_("How binding"),
        choices=(("advice", _("Advice")), ("binding", _("Binding"))),
        widget=forms.RadioSelect,
        help_text=_("What the public is promised."),
    )
    words = SaidField(label=_("In your own words"), required=False)
    term = forms.ChoiceField(label=_("Term"), choices=(("1", _("One year")), ("2", _("Two years"))))
    agreed = forms.BooleanField(label=_("I have read the clauses"))


def kit(request: HttpRequest) -> HttpResponse:
    data = {"title": "", "amount": "-5"}
    given = {
        "wrong": SampleForm(data, auto_id="wrong_%s"),
        "fresh": SampleForm(auto_id="fresh_%s"),
        "page": Paginator(range(95), 10).get_page(request.GET.get("page", "4")),
        "hash": HASH,
        "said": SAID,
        "amount": Money(-123_456, "PLN"),
        "at": datetime(2023, 5, 2, 10, 30, tzinfo=UTC),
        **facts_and_figures(),
        **flow(),
        **drawings(),
    }
    return render(request, "web/kit/kit.html", given)


def facts_and_figures() -> dict[str, object]:
    columns = (
        parts.Column(_("Project")),
        parts.Column(_("Answer")),
        parts.Column(_("Digest"), kind="mono"),
        parts.Column(_("Cost"), kind="number"),
    )
    return {
        "table": parts.Table(
            _("Projects and their cost"),
            columns,
            (
                (
                    parts.Link(_("Trees along the high street"), "#table"),
                    parts.Answer("yes"),
                    parts.Code(HASH[:12]),
                    Money(4_200_000, "PLN"),
                ),
                (SAID, parts.Answer("no"), parts.Code(HASH[12:24]), Money(31_550_000, "PLN")),
            ),
            note=_("Costs include tax."),
        ),
        "facts": (
            parts.Fact(_("Term"), date(2023, 5, 2), _("Until the last day of the year.")),
            parts.Fact(_("State"), parts.Status(_("In force"), "good")),
            (_("Ceiling of one act"), Money(10_000_000, "PLN")),
            (_("Holders"), parts.Lines((_("The residents"), SAID, MILLION))),
        ),
        "figures": (
            parts.Figure(_("Envelope"), MILLION, tone="strong"),
            parts.Figure(_("Committed"), Money(61_200_000, "PLN"), _("in four commitments")),
            parts.Figure(_("Votes"), 6586),
        ),
        "clauses": (
            parts.ClauseRow("B1", _("Acts may be done from May to December."), "met"),
            parts.ClauseRow(
                "B2",
                _("One act may cost at most the ceiling."),
                "breached",
                note=_("The act costs three times as much."),
                topic=_("Ceiling"),
            ),
            parts.ClauseRow("B3", _("The backer agrees to what runs past the year."), "needs"),
            parts.ClauseRow("B4", _("A quote is on file."), "unknown"),
        ),
        "plain_clauses": (
            parts.ClauseRow("C1", _("Acts may be done from May to December."), topic=_("Period")),
            parts.ClauseRow("C2", _("One act may cost at most the ceiling.")),
        ),
    }


def flow() -> dict[str, object]:
    return {
        "crumbs": ((_("First page"), "/"), (_("The kit"), "")),
        "tabs": (
            parts.Tab(_("Instrument"), "#tabs", current=True),
            parts.Tab(_("Decisions"), "#tabs", count=12),
            parts.Tab(_("Money"), "#tabs"),
        ),
        "events": (
            parts.Event(
                date(2023, 5, 2),
                _("The remit was granted"),
                href="#timeline",
                note=_("By the accountable officer"),
            ),
            parts.Event(
                datetime(2023, 9, 4, 12, 0, tzinfo=UTC),
                _("An act was held against the clauses"),
                _("It would have cost more than the ceiling."),
                answer="no",
            ),
        ),
        "steps": (
            parts.Step(_("Grant"), "done", href="#steps"),
            parts.Step(_("Vote"), "current", note=_("Open for nine more days.")),
            parts.Step(_("Pay"), "next"),
        ),
    }


def drawings() -> dict[str, object]:
    bars = (
        charts.Bar(_("Trees along the high street"), 2_911, tone="strong", href="#charts"),
        charts.Bar(SAID, 1_204, _("In Polish, as it was proposed.")),
        charts.Bar(_("Benches by the river"), 377, tone="muted"),
    )
    use = (
        charts.Part(_("Paid"), Money(22_000_000, "PLN"), "solid"),
        charts.Part(_("Committed"), Money(39_200_000, "PLN"), "hatch"),
        charts.Part(_("Set aside"), Money(12_500_000, "PLN"), "dots"),
        charts.Part(_("Free"), Money(26_300_000, "PLN"), "open"),
    )
    paid = ((2, 0), (20, 4_000_000), (48, 9_500_000), (90, 22_000_000))
    points = tuple(
        charts.Point(date.fromordinal(date(2023, 5, 1).toordinal() + day), Money(sum_, "PLN"))
        for day, sum_ in paid
    )
    return {
        "bars": charts.BarChart(_("Votes for each project"), bars, unit=_("Votes")),
        "stacked": charts.StackedBar(_("What became of the envelope"), use, whole=MILLION),
        "steps_chart": charts.StepChart(
            _("Paid so far"), points, text=_("Payments came in three instalments.")
        ),
    }
