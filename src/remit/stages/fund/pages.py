"""The money under a remit, to the last payment."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from remit.core.words import Money, words
from remit.record.reads import remit as find_remit
from remit.stages.charter.pages import crumbs, figures, money_bar, status, unknown
from remit.stages.charter.reads import use_of
from remit.stages.charter.tabs import tabs
from remit.stages.fund import reads
from remit.stages.fund.acts import STATES
from remit.web.parts import Code, Column, Link, Status, Table, Tone, Value

TONES: dict[str, Tone] = {"submitted": "warn", "approved": "accent", "paid": "good"}


def money(request: HttpRequest, code: str) -> HttpResponse:
    """What was bound, paid and given back, project by project."""
    remit = find_remit(code)
    if remit is None:
        return unknown(request, code)
    use = use_of(remit)
    given = {
        "remit": remit,
        "instrument": remit.instrument,
        "status": status(remit.state),
        "crumbs": crumbs(remit.instrument, (_("Money"), "")),
        "tabs": tabs(code, here="fund:money"),
        "figures": figures(use),
        "bar": money_bar(use),
        "commitments": commitments(reads.commitments(remit)),
        "payments": payments(reads.payments(remit)),
    }
    return render(request, "fund/money.html", given)


def commitments(found: list[reads.CommitmentView]) -> Table:
    columns = (
        Column(_("For")),
        Column(_("Paid to")),
        Column(_("Committed"), "number"),
        Column(_("Paid"), "number"),
        Column(_("Given back"), "number"),
        Column(_("Still bound"), "number"),
    )
    rows = tuple(
        (
            named(c),
            c.payee,
            c.committed,
            some(c.paid),
            some(c.released),
            c.open,
        )
        for c in found
    )
    empty = _("No money is bound yet.")
    return Table(_("Commitments"), columns, rows, empty=empty)


def named(found: reads.CommitmentView) -> Value:
    """What the money is for, with a link to the project where a ballot decided it."""
    if found.project is None:
        return found.name
    return Link(found.name, reverse("decide:project", args=[found.ballot, found.project]))


def some(amount: Money) -> Money | str:
    """A dash where there is nothing, so that the few that matter stand out."""
    return amount if amount.minor else "–"


def payments(found: list[reads.PaymentView]) -> Table:
    columns = (
        Column(_("Payment")),
        Column(_("For")),
        Column(_("State")),
        Column(_("Receipt (SHA-256)"), "mono"),
        Column(_("Amount"), "number"),
    )
    rows = tuple((p.code, p.name, state(p), Code(p.receipt_sha256[:16]), p.amount) for p in found)
    return Table(_("Payments"), columns, rows, empty=_("Nothing was paid yet."))


def state(payment: reads.PaymentView) -> Status:
    """Where it stands."""
    return Status(words(STATES[payment.state]), TONES[payment.state])
