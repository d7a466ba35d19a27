"""Writing a remit: on a form, as text, or from another one; then the look before it is granted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from remit.core.bounds import (
    BadInstrument,
    Instrument,
    draft_from_text,
    fails,
    instrument_yaml,
)
from remit.core.words import Words
from remit.people.reads import titles
from remit.record.act import Act
from remit.record.reads import RemitView
from remit.record.reads import remit as find_remit
from remit.record.reads import remits as find_remits
from remit.stages.charter import acts
from remit.stages.charter.forms.grant import BeginForm, GrantNow, PasteForm, ReasonsOnly
from remit.stages.charter.grant_form import (
    Sheet,
    SheetForm,
    blank_sheet,
    judged,
    moved,
    sent_sheet,
    sheet_of,
)
from remit.stages.charter.pages.grant_check import looked_at, shown, ways_on
from remit.stages.charter.pages.life import the_agencys_own
from remit.stages.charter.pages.showing import called, crumbs, unknown
from remit.stages.charter.reads.drafts import draft as find_draft
from remit.web import doing, errors
from remit.web.edge import fresh_key
from remit.web.parts import Step, StepState

DO, TEXT = "do", "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where somebody writes: under which remit, and which one is varied, if one is."""

    request: HttpRequest
    parent: RemitView
    old: RemitView | None = None

    @property
    def varies(self) -> bool:
        return self.old is not None

    @property
    def title(self) -> str:
        return _("Vary a remit") if self.varies else _("Grant a remit")

    @property
    def do(self) -> str:
        """The button that was pressed."""
        return self.request.POST.get(DO, "check")

    def given(self, here: int) -> dict[str, object]:
        """What each of these pages shows; `here` is the step, counted from 0."""
        about = self.old or self.parent
        last = _("Vary it") if self.varies else _("Grant it")
        states: tuple[StepState, ...] = ("done", "current", "next")
        steps = [
            Step(text, states[(place > here) + (place >= here)])
            for place, text in enumerate((_("Write it"), _("Look, and check"), last))
        ]
        return {
            "title": self.title,
            "about": about.instrument,
            "varies": self.varies,
            "crumbs": crumbs(about.instrument, (self.title, "")),
            "steps": steps,
            "steps_label": _("The way to a remit"),
            "lead": doing.lead(self.request),
        }


@require_http_methods(["GET", "POST"])
def grant(request: HttpRequest, code: str) -> HttpResponse:
    """A new remit under this one."""
    parent = find_remit(code)
    if parent is None:
        return unknown(request, code)
    return at_desk(Desk(request=request, parent=parent))


@require_http_methods(["GET", "POST"])
def vary(request: HttpRequest, code: str) -> HttpResponse:
    """The next version of this remit."""
    old = find_remit(code)
    if old is None:
        return unknown(request, code)
    parent = find_remit(old.parent) if old.parent else None
    if parent is None:
        return the_agencys_own(request, code)
    return at_desk(Desk(request=request, parent=parent, old=old))


def at_desk(desk: Desk) -> HttpResponse:
    """The page that is due."""
    request = desk.request
    if request.method != "POST":
        if "way" in request.GET:
            return paste(desk, PasteForm())
        return fill(desk, start(desk))
    if desk.do == "open":
        form = PasteForm(request.POST, request.FILES)
        if form.is_valid():
            return fill(desk, sheet_of(form.instrument))
        return paste(desk, form)
    if TEXT in request.POST:
        return carried_on(desk)
    sheet = sent_sheet(request.POST.dict())
    if (changed := moved(sheet, desk.do)) is not None:
        return fill(desk, changed)
    found = judged(sheet, like=desk.parent.instrument)
    if found.instrument is None:
        return fill(desk, found.sheet, found.errors)
    if desk.do == "yaml":
        return paste(desk, PasteForm(initial={TEXT: instrument_yaml(found.instrument)}))
    return check(desk, found.instrument)


def start(desk: Desk) -> Sheet:
    """What the form begins with: the version in force, a draft, a copy of a remit, or nothing."""
    parent = desk.parent
    if (draft := asked(desk, "draft")) and (found := find_draft(parent.code, draft)):
        return sheet_of(found.instrument)
    if desk.old is not None:
        return sheet_of(desk.old.instrument) | {"version": str(desk.old.version + 1)}
    copied = find_remit(asked(desk, "from"))
    if copied is None:
        return blank_sheet(parent.instrument)
    return sheet_of(copied.instrument) | {"code": "", "version": "1", "parent": parent.code}


def asked(desk: Desk, name: str) -> str:
    """The code in the address. A NUL is in none, and PostgreSQL cannot even look for one."""
    return desk.request.GET.get(name, "").replace("\0", "")


def fill(desk: Desk, sheet: Sheet, wrong: Mapping[str, list[Words]] | None = None) -> HttpResponse:
    """The form, with what is to be mended."""
    form = SheetForm(sheet, wrong, positions=titles())
    others = [(one.code, called(one)) for one in find_remits()]
    given = {
        **desk.given(0),
        "form": form,
        "begin": None if desk.varies or not others else BeginForm(remits=others),
    }
    return render(desk.request, "charter/grant/fill.html", given, status=422 if wrong else 200)


def paste(desk: Desk, form: PasteForm) -> HttpResponse:
    """The same remit as text."""
    given = {**desk.given(0), "form": form, "own": desk.request.path}
    status = 422 if form.errors else 200
    return render(desk.request, "charter/grant/paste.html", given, status=status)


def carried_on(desk: Desk) -> HttpResponse:
    """From the look before: back to the form, or saved, or sent."""
    request = desk.request
    try:
        instrument = draft_from_text(request.POST[TEXT])
    except BadInstrument:
        return errors.bad_request(request)
    if desk.do == "change":
        return fill(desk, sheet_of(instrument))
    if desk.do not in ("save", "send"):
        return check(desk, instrument)
    if away := doing.nobody(request):
        return away
    form = form_for(desk)
    if form.is_valid():
        if not may_be_sent(desk, instrument):
            form.add_error(None, _("It is not fit to be granted yet. Mend what is said above."))
        elif done := doing.do(
            request, act(desk, instrument, form), under=desk.parent.code, form=form
        ):
            return done
    return check(desk, instrument, form)


def form_for(desk: Desk) -> Form:
    """What is asked besides the remit: reasons, except to grant it."""
    if desk.do == "save":
        return ReasonsOnly(desk.request.POST, prefix="save")
    if desk.varies:
        return ReasonsOnly(desk.request.POST, prefix="send")
    return GrantNow(desk.request.POST)


def may_be_sent(desk: Desk, instrument: Instrument) -> bool:
    """A draft may be as it is, and a variation is judged by its act; a grant must be fit."""
    return (
        desk.do == "save"
        or desk.varies
        or not fails(looked_at(desk.request, instrument, desk.parent))
    )


def act(desk: Desk, instrument: Instrument, form: Form) -> Act:
    """What the button that was pressed does."""
    if desk.do == "save":
        return acts.DraftRemit(instrument=instrument, **form.cleaned_data)
    if desk.varies:
        return acts.Vary(instrument=instrument, **form.cleaned_data)
    return acts.GrantRemit(instrument=instrument)


def check(desk: Desk, instrument: Instrument, form: Form | None = None) -> HttpResponse:
    """Whether it is fit to be granted, what it says in words, and the ways on from here."""
    points = looked_at(desk.request, instrument, desk.parent, old=desk.old)
    given = {
        **desk.given(1),
        **shown(instrument, points, titles(), old=desk.old),
        **ways_on(desk.do, form, fit=not fails(points), varies=desk.varies),
        "key": desk.request.POST.get(doing.KEY) or fresh_key(desk.request),
        "form": form,
    }
    status = 422 if form is not None and form.errors else 200
    return render(desk.request, "charter/grant/check.html", given, status=status)
