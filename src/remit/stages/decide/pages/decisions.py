"""What was decided under a remit: by vote, directly, and in answer to recommendations."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from remit.core.words import words
from remit.record.reads import remit as find_remit
from remit.stages.charter.pages import crumbs as remit_crumbs
from remit.stages.charter.pages import status as remit_status
from remit.stages.charter.pages import unknown as unknown_remit
from remit.stages.charter.tabs import tabs
from remit.stages.decide import reads
from remit.stages.decide.acts import BECAUSE
from remit.stages.decide.pages.ballots import link
from remit.web.parts import Column, Status, Table, Value

ANSWERS = {
    "accept": Status(gettext_lazy("Accepted"), "good"),
    "alter": Status(gettext_lazy("Accepted in another form"), "warn"),
    "decline": Status(gettext_lazy("Declined"), "bad"),
}


def decisions(request: HttpRequest, code: str) -> HttpResponse:
    """What was decided under a remit."""
    remit = find_remit(code)
    if remit is None:
        return unknown_remit(request, code)
    found = reads.decisions(code)
    given = {
        "remit": remit,
        "instrument": remit.instrument,
        "status": remit_status(remit.state),
        "crumbs": remit_crumbs(remit.instrument, (_("Decisions"), "")),
        "tabs": tabs(code, here="decide:decisions"),
        "ballots": reads.ballots(code),
        "table": adopted(found),
        "direct": decided(reads.direct(remit)),
        "responses": responses(reads.responses(code)),
        "refused": reads.refusals(code),
    }
    return render(request, "decide/decisions.html", given)


def adopted(projects: list[reads.ProjectView]) -> Table:
    columns = (Column(_("Decision")), Column(_("Adopted on")), Column(_("Amount"), "number"))
    rows = tuple((link(p), day(p), p.adopted) for p in projects)
    empty = _("Nothing was decided yet.")
    return Table(_("Adopted under this remit"), columns, rows, empty=empty)


def decided(found: list[reads.DecisionView]) -> Table:
    columns = (Column(_("Decision")), Column(_("Decided on")), Column(_("Amount"), "number"))
    rows = tuple((d.title, localtime(d.at).date(), d.amount) for d in found)
    empty = _("Nothing was decided directly yet.")
    return Table(_("Decided by the holder, in bounds"), columns, rows, empty=empty)


def responses(found: list[reads.ResponseView]) -> Table:
    """Every recommendation with its answer, the reasons beside it."""
    columns = (
        Column(_("Recommendation")),
        Column(_("Answer")),
        Column(_("Kind of reason")),
        Column(_("Reasons")),
        Column(_("Answered on")),
    )
    rows = tuple(
        (
            r.recommendation,
            ANSWERS[r.answer],
            words(BECAUSE[r.because]) if r.because else "–",
            r.reasons,
            localtime(r.at).date(),
        )
        for r in found
    )
    empty = _("No recommendation was answered yet.")
    return Table(_("Recommendations and their answers"), columns, rows, empty=empty)


def day(project: reads.ProjectView) -> Value:
    return localtime(project.adopted_at).date() if project.adopted_at else None
