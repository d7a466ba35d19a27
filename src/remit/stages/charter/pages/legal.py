"""The legal form of a remit: each clause with its kind and parameters, and the whole as a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from remit.core.bounds import Clause, Instrument, instrument_json, instrument_yaml
from remit.core.words import Words, words
from remit.record.reads import remit as find_remit
from remit.stages.charter import reads
from remit.stages.charter.pages.showing import crumbs, status, unknown
from remit.stages.charter.tabs import tabs
from remit.web import errors
from remit.web.parts import Code, Column, Table


@dataclass(frozen=True, slots=True)
class LegalClause:
    """A clause as it is read and as it is kept."""

    id: str
    heading: Words
    about: Words
    text: Words
    params: Table
    kept: str


def legal(request: HttpRequest, code: str) -> HttpResponse:
    """Plain words and legal form, one beside the other."""
    remit = find_remit(code)
    if remit is None:
        return unknown(request, code)
    given = {
        "remit": remit,
        "instrument": remit.instrument,
        "status": status(remit.state),
        "crumbs": crumbs(remit.instrument, (_("Legal form"), "")),
        "tabs": tabs(code, here="charter:legal"),
        "clauses": [legal_clause(clause) for clause in remit.instrument.clauses],
        "yaml": instrument_yaml(remit.instrument),
        "yaml_href": reverse("instrument-yaml", args=[code]),
        "json_href": reverse("instrument-json", args=[code]),
    }
    return render(request, "charter/legal.html", given)


def legal_clause(clause: Clause) -> LegalClause:
    """Its kind and its parameters as the record keeps them; those that are lists, only in full."""
    data = clause.to_json()
    short = {name: value for name, value in data.items() if isinstance(value, str | int)}
    del short["id"]
    rows = tuple((Code(name), Code(str(value) or "–")) for name, value in short.items())
    columns = (Column(_("Parameter")), Column(_("Value")))
    return LegalClause(
        id=clause.id,
        heading=words(clause.HEADING),
        about=words(clause.ABOUT),
        text=clause.in_words(),
        params=Table(_("Kind and parameters"), columns, rows, hide_caption=True),
        kept=json.dumps(data, ensure_ascii=False, indent=2),
    )


def instrument_as_yaml(request: HttpRequest, code: str) -> HttpResponse:
    """The instrument for people who write instruments; amounts in the currency's main unit."""
    return download(request, code, "yaml", "application/yaml", instrument_yaml)


def instrument_as_json(request: HttpRequest, code: str) -> HttpResponse:
    """The instrument as the record keeps it; amounts in the currency's smallest unit."""
    return download(request, code, "json", "application/json", pretty)


def pretty(instrument: Instrument) -> str:
    return json.dumps(instrument_json(instrument), ensure_ascii=False, indent=2) + "\n"


def download(
    request: HttpRequest, code: str, ending: str, kind: str, write: Callable[[Instrument], str]
) -> HttpResponse:
    """The version in force, or the one that `?version=` asks for."""
    asked = request.GET.get("version", "")
    found = reads.versions(code)
    if asked:
        found = [version for version in found if str(version.number) == asked]
    else:
        remit = find_remit(code)
        found = [version for version in found if remit and version.number == remit.version]
    if not found:
        return errors.not_found(request)
    (version,) = found
    answer = HttpResponse(write(version.instrument), content_type=f"{kind}; charset=utf-8")
    name = f"{version.instrument.code}-v{version.number}.{ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-cache"
    return answer
