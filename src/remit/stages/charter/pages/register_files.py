"""The register of remits as files that other programs read: CSV for spreadsheets, and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localtime

from remit.core.bounds import LEVELS, VEHICLES
from remit.core.bounds.amounts import major
from remit.core.bounds.labels import label, power
from remit.core.bounds.reading import moment_json
from remit.stages.charter import reads
from remit.stages.charter.pages.showing import STATES, office
from remit.stages.charter.reads import RegisterRow
from remit.web.fields import languages
from remit.web.parts import Text
from remit.web.values import plain

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for the beginning of a formula."""
FORMAT = "remit-register/1"


def register_csv(request: HttpRequest) -> HttpResponse:
    """RFC 4180, UTF-8 with its mark, in the language of `?lang=`; no cell is a formula."""
    asked, known = request.GET.get("lang", ""), dict(settings.LANGUAGES)
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n")
    write.writerow(COLUMNS)
    with translation.override(asked if asked in known else "en"):
        for row in reads.register():
            found = cells(row, request)
            write.writerow([harmless(found[name]) for name in COLUMNS])
    answer = HttpResponse(
        out.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8; header=present"
    )
    answer["Content-Disposition"] = 'attachment; filename="register.csv"'
    answer["Cache-Control"] = "no-cache"
    return answer


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


COLUMNS = (
    "code",
    "title",
    "state",
    "grantor",
    "holder",
    "vehicle",
    "statute",
    "section",
    "authority",
    "powers",
    "envelope",
    "currency",
    "starts",
    "ends",
    "backer",
    "backed_until",
    "review",
    "promise",
    "promise_level",
    "appeal",
    "appeal_office",
    "parent",
    "version",
    "ended_at",
    "link",
)


def cells(row: RegisterRow, request: HttpRequest) -> dict[str, str]:
    """A remit as the cells of its line, in the active language."""
    instrument, remit = row.instrument, row.remit
    starts, ends = row.period or (None, None)
    state, _tone = STATES[remit.state]
    return {
        "code": remit.code,
        "title": plain(instrument.title),
        "state": str(state),
        "grantor": plain(office(instrument.grantor, row.offices)),
        "holder": plain(instrument.holder.name),
        "vehicle": plain(label(instrument.vehicle, VEHICLES)),
        "statute": instrument.authority.statute,
        "section": instrument.authority.section,
        "authority": plain(instrument.authority.text),
        "powers": "; ".join(plain(power(code)) for code in row.powers),
        "envelope": major(instrument.envelope.amount, currency=instrument.currency),
        "currency": instrument.currency,
        "starts": day(starts),
        "ends": day(ends),
        "backer": plain(office(instrument.backer, row.offices)),
        "backed_until": day(remit.backed_until),
        "review": day(instrument.review),
        "promise": plain(instrument.promise.text),
        "promise_level": plain(label(instrument.promise.level, LEVELS)),
        "appeal": plain(instrument.appeal.text),
        "appeal_office": plain(office(instrument.appeal.office, row.offices)),
        "parent": remit.parent or "",
        "version": str(remit.version),
        "ended_at": day(remit.ended_at),
        "link": address(remit.code, request),
    }


def day(moment: datetime | None) -> str:
    return localtime(moment).date().isoformat() if moment else ""


def address(code: str, request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("charter:remit", args=[code]))


def register_json(request: HttpRequest) -> HttpResponse:
    """The same with every language and every code; `docs/reference/api.md` says what is what."""
    with translation.override("en"):  # only for the addresses, which must not vary
        remits = [entry(row, request) for row in reads.register()]
    data = {"format": FORMAT, "remits": remits}
    answer = HttpResponse(
        json.dumps(data, ensure_ascii=False, indent=2) + "\n",
        content_type="application/json; charset=utf-8",
    )
    answer["Cache-Control"] = "no-cache"
    return answer


def entry(row: RegisterRow, request: HttpRequest) -> dict[str, object]:
    """A remit as plain data: moments in UTC, amounts in the currency's smallest unit."""
    instrument, remit = row.instrument, row.remit
    starts, ends = row.period or (None, None)
    return {
        "code": remit.code,
        "version": remit.version,
        "state": remit.state,
        "title": dict(instrument.title),
        "scope": dict(instrument.scope),
        "parent": remit.parent,
        "grantor": position(instrument.grantor, row),
        "holder": {"kind": instrument.holder.kind, "name": dict(instrument.holder.name)},
        "vehicle": instrument.vehicle,
        "binding": instrument.binding,
        "authority": instrument.authority.to_json(),
        "powers": [{"code": code, "name": in_languages(power(code))} for code in row.powers],
        "envelope": {"amount": instrument.envelope.amount, "currency": instrument.currency},
        "starts": stamp(starts),
        "ends": stamp(ends),
        "backer": position(instrument.backer, row),
        "backed_until": stamp(remit.backed_until),
        "review": stamp(instrument.review),
        "promise": instrument.promise.to_json(),
        "appeal": {
            "text": dict(instrument.appeal.text),
            "office": position(instrument.appeal.office, row),
        },
        "ended_at": stamp(remit.ended_at),
        "ended_how": remit.ended_how or None,
        "demonstration": instrument.demonstration,
        "link": address(remit.code, request),
        "instrument": request.build_absolute_uri(reverse("instrument-json", args=[remit.code])),
    }


def position(code: str, row: RegisterRow) -> dict[str, object]:
    return {"code": code, "name": in_languages(office(code, row.offices))}


def in_languages(text: Text) -> dict[str, str]:
    """What something is called in each language of the site, or as the agency wrote it."""
    if isinstance(text, Mapping):
        return dict(text)
    found = {}
    for code in languages():
        with translation.override(code):
            found[code] = plain(text)
    return found


def stamp(moment: datetime | None) -> str | None:
    return moment_json(moment) if moment else None
