"""The certificate of scope of an act: as a page, as data, and as a file to be kept."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from remit.core.bounds import OPINIONS, POSITIONS
from remit.core.bounds.labels import label
from remit.core.words import gettext_noop, words
from remit.stages.charter.pages.requests import steps
from remit.stages.charter.reads import EntryView
from remit.stages.charter.telling import ANSWERS, clause_rows, thing_of, title
from remit.stages.share import reads
from remit.stages.share.pages.certificate_json import as_json
from remit.stages.share.pages.record import facts_of, postings, unknown, verdict
from remit.stages.share.reads import Certificate
from remit.web import errors, pdf
from remit.web.parts import Code, Column, Fact, Link, Status, Table, Text

STANCES = {
    "for": Status(gettext_lazy("For it"), "good"),
    "against": Status(gettext_lazy("Against it"), "bad"),
}


def certificate(request: HttpRequest, key: UUID) -> HttpResponse:
    """To be read here, and printed."""
    found = reads.certificate(key)
    if found is None:
        return unknown(request)
    return render(request, "share/certificate.html", shown(found))


def certificate_json(request: HttpRequest, key: UUID) -> HttpResponse:
    """The same as data, with all that is needed to check the proof; words as `?lang=` says."""
    with translation.override(language(request)):
        found = reads.certificate(key)
        if found is None:
            return unknown(request)
        data = as_json(found, address=request.build_absolute_uri)
        return JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})


def certificate_pdf(request: HttpRequest, key: UUID) -> HttpResponse:
    """The same page as a file, in the language of `?lang=`; 503 where none can be made here."""
    with translation.override(language(request)):
        found = reads.certificate(key)
        if found is None:
            return unknown(request)
        try:
            pdf.loaded()
            page = render_to_string("share/certificate.html", shown(found), request)
            made = pdf.made_from(page, base=request.build_absolute_uri("/"))
        except pdf.CannotMake:
            return cannot_make(request, key)
        answer = HttpResponse(made, content_type="application/pdf")
        answer["Content-Disposition"] = f'inline; filename="certificate-{key}.pdf"'
        return answer


def language(request: HttpRequest) -> str:
    """That of `?lang=`, if it is one of the site's."""
    asked = request.GET.get("lang", "")
    return asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def cannot_make(request: HttpRequest, key: UUID) -> HttpResponse:
    """What whoever runs the service can do, and what a reader can."""
    command = f"sudo apt install {pdf.PACKAGES}"
    return errors.problem(
        request,
        status=503,
        title=_("No PDF can be made here now"),
        text=_("This installation lacks a library that PDF files need. The certificate is there."),
        todo=(
            _("Open the certificate as a page and print it: it prints well, to a file too."),
            _("If you run this service on Debian or Ubuntu: {command}").format(command=command),
        ),
        links=(Link(_("The certificate as a page"), reverse("share:certificate", args=[key])),),
    )


def shown(found: Certificate) -> dict[str, object]:
    """What the page shows, in its order."""
    record = found.record
    own = reverse("share:record", args=[record.key])
    return {
        "certificate": found,
        "record": record,
        "title": title(record),
        "thing": thing_of(record),
        "answer": ANSWERS[record.outcome],
        "verdict": verdict(record, found.asked),
        "facts": facts_of(record, by=label(record.position, POSITIONS)),
        "clauses": clause_rows(record.findings),
        "again": found.again,
        "differences": differences(found),
        "backing": backing(found),
        "opinions": opinions([e for e in found.filed if e.topic == "opinion"]),
        "directions": directions([e for e in found.filed if e.topic == "direction"]),
        "clearances": [held(until) for until in found.clearances],
        "steps": steps(found.asked) if found.asked else None,
        "postings": postings(record),
        "proof": proof(found),
        "path": "\n".join(node.hex() for node in found.sealed.path) if found.sealed else "",
        "crumbs": [
            (_("Record"), reverse("share:records")),
            (title(record), own),
            (_("Certificate"), ""),
        ],
    }


def differences(found: Certificate) -> Table:
    columns = (Column(_("Clause")), Column(_("Then")), Column(_("Now")))
    rows = tuple((d.clause, Code(d.then or "–"), Code(d.now or "–")) for d in found.differences)
    return Table(_("What differs"), columns, rows)


def backing(found: Certificate) -> list[Fact]:
    if found.backing is None:
        return []
    position = label(found.backing.position, POSITIONS)
    facts = [Fact(_("By"), position), Fact(_("Until"), found.backing.until)]
    if found.backing.record:
        href = reverse("share:record", args=[found.backing.record])
        facts.append(Fact(_("Signed"), Link(_("The record of the signature"), href)))
    return facts


def opinions(filed: list[EntryView]) -> Table:
    columns = (Column(_("Opinion")), Column(_("What it says")), Column(_("By")), Column(_("On")))
    rows = tuple(
        (
            Link(label(e.code, OPINIONS), reverse("share:record", args=[e.key])),
            STANCES.get(e.stance, e.stance),
            label(e.position, POSITIONS),
            localtime(e.at).date(),
        )
        for e in filed
    )
    return Table(_("Opinions by then"), columns, rows, empty=_("No opinion was on file."))


def directions(filed: list[EntryView]) -> Table:
    """What was ordered from above."""
    columns = (Column(_("Direction")), Column(_("By")), Column(_("On")))
    rows = tuple(
        (
            Link(e.text or _("Direction"), reverse("share:record", args=[e.key])),
            label(e.position, POSITIONS),
            localtime(e.at).date(),
        )
        for e in filed
    )
    return Table(_("Directions by then"), columns, rows, empty=_("Nobody gave a direction."))


def held(until: object) -> Text:
    """A clearance, without whose it is or what it was about."""
    if until is None:
        return words(gettext_noop("Held, without an end."))
    return words(gettext_noop("Held, until {until}."), until=until)


def proof(found: Certificate) -> list[Fact]:
    """Where it stands in the log."""
    sealed = found.sealed
    if sealed is None:
        return []
    return [
        Fact(_("Leaf hash"), Code(found.record.digest)),
        Fact(_("Place in the log"), sealed.index),
        Fact(_("Leaves in the log"), sealed.size),
        Fact(_("Root"), Code(sealed.root.hex())),
    ]
