"""Ballots and projects as pages, and the form by which a winner is adopted."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from remit.core.voting import rule_from_json, rule_words
from remit.core.words import Money, gettext_noop, words
from remit.stages.decide import reads
from remit.stages.decide.acts import Adopt
from remit.stages.decide.forms import AdoptForm, units
from remit.web import doing, errors
from remit.web.parts import Column, Fact, Figure, Link, Status, Table, Text, Tone, Value

STATES: dict[str, tuple[Text, Tone]] = {
    "open": (gettext_lazy("Open"), "accent"),
    "closed": (gettext_lazy("Votes are in, not counted yet"), "warn"),
    "counted": (gettext_lazy("Counted"), "good"),
}
WON, LOST = Status(gettext_lazy("Won"), "good"), Status(gettext_lazy("Did not win"), "neutral")
ADOPTED = Status(gettext_lazy("Adopted"), "accent")


def ballots(request: HttpRequest) -> HttpResponse:
    """Every ballot of this agency."""
    found = [(ballot, Status(*STATES[ballot.state])) for ballot in reads.ballots()]
    given = {"ballots": found, "crumbs": [(_("Ballots"), "")]}
    return render(request, "decide/ballots.html", given)


def ballot(request: HttpRequest, code: str) -> HttpResponse:
    """The result of one ballot, the rule, and whether it is what was announced."""
    found = reads.ballot(code)
    if found is None:
        return unknown(request)
    projects = reads.projects(code)
    given = {
        "ballot": found,
        "status": Status(*STATES[found.state]),
        "crumbs": [(_("Ballots"), reverse("decide:ballots")), (found.title, "")],
        "figures": figures(found, projects),
        "ballot_file": f"/ballots/{found.ballots_sha256}.pb",
        "agreement": reads.agreement(projects),
        "preference": (found.outcome or {}).get("preference"),
        "rule": rule_words(rule_from_json(found.rule)),
        "winners": winners([p for p in projects if p.won]),
        "others": others([p for p in projects if not p.won]),
    }
    return render(request, "decide/ballot.html", given)


def project(request: HttpRequest, code: str, project: str) -> HttpResponse:
    """One project: what it asked for, and why it won or lost."""
    ballot, found = reads.ballot(code), reads.project(code, project)
    if ballot is None or found is None:
        return unknown(request)
    given = {
        "ballot": ballot,
        "project": found,
        "kicker": name(found),
        "statuses": statuses(found),
        "crumbs": crumbs(ballot, (name(found), "")),
        "facts": facts(found),
        "records": reads.records_of(found),
    }
    return render(request, "decide/project.html", given)


@require_http_methods(["GET", "POST"])
def adopt(request: HttpRequest, code: str, project: str) -> HttpResponse:
    """Adopt a project: the bounds answer, and the answer is the page that follows."""
    ballot, found = reads.ballot(code), reads.project(code, project)
    if ballot is None or found is None:
        return unknown(request)
    if request.method == "POST" and (away := doing.nobody(request)):
        return away
    instrument = reads.instrument_of(ballot)
    start = {"amount": found.cost.minor // units(found.cost.currency), "matter": "none"}
    sent = request.POST if request.method == "POST" else None
    form = AdoptForm(sent, initial=start, instrument=instrument)
    if form.is_valid():
        act = Adopt(
            ballot=code,
            project=project,
            amount=form.minor,
            purpose=form.cleaned_data["purpose"],
            matter=form.cleaned_data["matter"],
        )
        if done := doing.do(request, act, under=ballot.remit, form=form):
            return done
    own = reverse("decide:project", args=[code, project])
    given = {
        "ballot": ballot,
        "project": found,
        "form": form,
        "lead": doing.lead(request),
        "crumbs": crumbs(ballot, (name(found), own), (_("Adopt"), "")),
    }
    return render(request, "decide/adopt.html", given, status=422 if form.errors else 200)


def unknown(request: HttpRequest) -> HttpResponse:
    """No such ballot, or no such project on it."""
    return errors.problem(
        request,
        status=404,
        title=_("There is no such ballot or project"),
        text=_("The address names a ballot or a project that is not here."),
        todo=(_("Look for it in the list of ballots."),),
        links=(Link(_("All ballots"), reverse("decide:ballots")),),
    )


def crumbs(ballot: reads.BallotView, *more: tuple[Text, str]) -> list[tuple[Text, str]]:
    own = reverse("decide:ballot", args=[ballot.code])
    return [(_("Ballots"), reverse("decide:ballots")), (ballot.title, own), *more]


def name(project: reads.ProjectView) -> str:
    """A short name: what people wrote themselves can be as long as a paragraph."""
    return _("Project {code}").format(code=project.code)


def figures(ballot: reads.BallotView, projects: list[reads.ProjectView]) -> list[Figure]:
    won = [project for project in projects if project.won]
    spent = Money(sum(project.cost.minor for project in won), ballot.budget.currency)
    found = [Figure(_("Amount put to the vote"), ballot.budget, tone="strong")]
    if projects:
        found += [Figure(_("Ballots cast"), ballot.voters), Figure(_("Projects"), len(projects))]
    if won:
        note = words(gettext_noop("They cost {amount}."), amount=spent)
        found.append(Figure(_("Winners"), len(won), note))
    return found


def link(project: reads.ProjectView) -> Link:
    return Link(project.name, reverse("decide:project", args=[project.ballot, project.code]))


def statuses(project: reads.ProjectView) -> list[Status]:
    if project.won is None:
        return []
    return [WON if project.won else LOST, *([ADOPTED] if project.adopted else [])]


def winners(projects: list[reads.ProjectView]) -> Table:
    """In the order of the count."""
    shown = table(projects, _("What won, in the order of the count"))
    rows = tuple((row[0], p.place, *row[1:]) for p, row in zip(projects, shown.rows, strict=True))
    columns = (shown.columns[0], Column(_("Place"), "number"), *shown.columns[1:])
    return replace(shown, columns=columns, rows=rows)


def others(projects: list[reads.ProjectView]) -> Table:
    """What did not win or, before the count, all of them."""
    counted = any(p.won is not None for p in projects)
    return table(projects, _("What did not win, by votes") if counted else _("The projects"))


def table(projects: list[reads.ProjectView], caption: str) -> Table:
    columns = (
        Column(_("Project")),
        *announced_column(projects),
        Column(_("Votes"), "number"),
        Column(_("Cost"), "number"),
    )
    rows: list[tuple[Value, ...]] = [(link(p), *announced(p), p.votes, p.cost) for p in projects]
    return Table(caption, columns, tuple(rows))


def announced_column(projects: list[reads.ProjectView]) -> tuple[Column, ...]:
    """What the organiser announced, where something was."""
    return (Column(_("The town announced")),) if any(map(announced, projects)) else ()


def announced(project: reads.ProjectView) -> tuple[Status, ...]:
    if project.official is None:
        return ()
    return (WON if project.official else LOST,)


def facts(project: reads.ProjectView) -> list[Fact]:
    found = [Fact(_("Cost"), project.cost), Fact(_("Votes"), project.votes)]
    found += [Fact(_("The town announced"), status) for status in announced(project)]
    if project.adopted:
        found.append(Fact(_("Adopted with"), project.adopted))
    return found
