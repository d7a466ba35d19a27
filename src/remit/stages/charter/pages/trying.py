"""Try before you sign: what a remit would answer to acts of the past. Nothing is recorded."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from remit.core.bounds import Filed, Instrument
from remit.core.bounds.replay import Replay, Trial, replay
from remit.record.reads import RemitView, line
from remit.record.reads import remits as find_remits
from remit.record.trials import count_past, past
from remit.stages.charter.forms.trying import ACTS_MAX, PAST, TABLE, THOUGHT, Thoughts, TryForm
from remit.stages.charter.pages.drafts import address, no_draft
from remit.stages.charter.pages.showing import called, crumbs, unknown
from remit.stages.charter.pages.trying_shown import beside, shown
from remit.stages.charter.reads import drafts as reads
from remit.stages.charter.reads.may_i import Asking
from remit.web.edge import moment_of
from remit.web.parts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Tryout:
    """What is tried: a remit in force, or the newest text of a draft."""

    code: str
    instrument: Instrument
    name: str
    """Of the choice that it is in the list of others."""
    crumbs: list[tuple[Text, str]]
    above: tuple[RemitView, ...]
    """The remits above it, the nearest first."""
    like: str
    """The remit whose past acts are offered first."""


@require_http_methods(["GET", "POST"])
def try_remit(request: HttpRequest, code: str) -> HttpResponse:
    """A remit as it is."""
    found = line(code)
    if not found:
        return unknown(request, code)
    own, *above = found
    tried = Tryout(
        code=code,
        instrument=own.instrument,
        name=f"remit:{code}",
        crumbs=crumbs(own.instrument, (_("Try it out"), "")),
        above=tuple(above),
        like=code,
    )
    return tryout(request, tried)


@require_http_methods(["GET", "POST"])
def try_draft(request: HttpRequest, code: str, draft: str) -> HttpResponse:
    """The newest text of a draft."""
    above = line(code)
    if not above:
        return unknown(request, code)
    found = reads.draft(code, draft)
    if found is None:
        return no_draft(request, code)
    way = (
        (_("Drafts"), reverse("charter:drafts", args=[code])),
        (found.instrument.title, address(found)),
        (_("Try it out"), ""),
    )
    tried = Tryout(
        code=draft,
        instrument=found.instrument,
        name=name_of(found),
        crumbs=crumbs(above[0].instrument, *way),
        above=above,
        like=draft,
    )
    return tryout(request, tried)


def tryout(request: HttpRequest, tried: Tryout) -> HttpResponse:
    """The form, and above it what came out once it was sent."""
    remits, others = find_remits(), others_of(tried)
    known = [*remits, *(one for one in tried.above if one.parent is None)]
    sent = request.POST if request.method == "POST" else None
    codes = [one.code for one in known]
    form = TryForm(
        sent,
        request.FILES or None,
        initial={"of": tried.like if tried.like in codes else codes[-1]},
        currency=tried.instrument.currency,
        remits=[(one.code, called(one)) for one in known],
        others=[(name, text) for name, (text, _instrument) in others.items()],
    )
    thoughts = Thoughts(sent, asking=Asking(remit=as_remit(tried), above=()))
    found = run(request, tried, form, thoughts, others) if sent is not None else {}
    source = form.data.get("source", PAST)
    wrong = bool(form.errors) or (source == THOUGHT and not thoughts.valid())
    given = {
        "instrument": tried.instrument,
        "crumbs": tried.crumbs,
        "code": tried.code,
        "form": form,
        "thoughts": thoughts.forms,
        "table_open": source == TABLE,
        "thought_open": source == THOUGHT,
        "problems": tried.instrument.problems(),
        "most": ACTS_MAX,
        **found,
    }
    return render(request, "charter/try.html", given, status=422 if wrong else 200)


Others = dict[str, tuple[str, Instrument]]


def others_of(tried: Tryout) -> Others:
    """What it can be held beside, by name: other remits and drafts in the same currency."""
    found: Others = {}
    parent = tried.instrument.parent
    for draft in reads.drafts_under(parent) if parent else ():
        text = _("Draft {code}, text {number}").format(code=draft.code, number=draft.number)
        found[name_of(draft)] = (text, draft.instrument)
    for remit in find_remits():
        found[f"remit:{remit.code}"] = (called(remit), remit.instrument)
    return {
        name: other
        for name, other in found.items()
        if name != tried.name and other[1].currency == tried.instrument.currency
    }


def name_of(draft: reads.DraftView) -> str:
    return f"draft:{draft.code}:{draft.number}"


def as_remit(tried: Tryout) -> RemitView:
    """As if it were in force."""
    return RemitView(
        code=tried.code,
        state="in_force",
        version=tried.instrument.version,
        parent=tried.instrument.parent,
        backed_until=tried.instrument.backed_until,
        instrument=tried.instrument,
        own_state="in_force",
        accepted_at=None,
        ended_at=None,
        ended_how="",
    )


def run(
    request: HttpRequest, tried: Tryout, form: TryForm, thoughts: Thoughts, others: Others
) -> dict[str, object]:
    """What came out; nothing where something is to be mended."""
    if not form.is_valid():
        return {}
    given, filed, trials = form.cleaned_data, None, form.trials
    found: dict[str, object] = {}
    if given["source"] == PAST:
        kept = past(given["of"], most=ACTS_MAX)
        trials, filed = kept.trials, kept.filed
        found = {"left_out": kept.left_out, "cut": count_past(given["of"]) > ACTS_MAX}
    elif given["source"] == THOUGHT:
        if not thoughts.valid():
            return {}
        trials = thoughts.trials(moment_of(request))
    if filed is None and given["nothing_filed"]:
        filed = ()
    if not trials:
        return {**found, "none": True}
    one = replayed(tried.instrument, tried, trials, filed, agreed=given["agreed"])
    found |= {"first": shown(one, tried.code), "count": len(trials)}
    if given["beside"]:
        text, instrument = others[given["beside"]]
        other = replayed(instrument, tried, trials, filed, agreed=given["agreed"])
        found |= {"second": shown(other, text), "beside": beside(one, other, (tried.code, text))}
    return found


def replayed(
    instrument: Instrument,
    tried: Tryout,
    trials: tuple[Trial, ...],
    filed: tuple[Filed, ...] | None,
    *,
    agreed: bool,
) -> Replay:
    """This instrument, in the place of what is tried."""
    return replay(instrument, trials, assume_agreed=agreed, depth=len(tried.above), filed=filed)
