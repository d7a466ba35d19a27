"""May I? asked by a program: the same question as on the page, answered as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, JsonResponse, QueryDict
from django.utils import translation
from django.utils.translation import gettext as _

from remit.core.bounds import leaf_finding
from remit.core.bounds.amounts import major
from remit.core.bounds.reading import moment_json
from remit.people.signin import actor
from remit.stages.charter.forms.may_i import MayIForm
from remit.stages.charter.pages.may_i import answer_to
from remit.stages.charter.reads.may_i import Answered, Asking, asking
from remit.web.edge import moment_of
from remit.web.inputs import parts
from remit.web.values import plain

LANG, MINOR = "lang", "amount_minor"
DIGITS_MAX = 16


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a field of the question, and how to mend it."""

    field: str
    problem: str
    mend: str


def ask(request: HttpRequest, code: str) -> JsonResponse:
    """The answer; 404 where there is no such remit, 422 where the question cannot be read."""
    known = {code for code, _name in settings.LANGUAGES}
    language = request.GET.get(LANG, settings.LANGUAGE_CODE)
    with translation.override(language if language in known else settings.LANGUAGE_CODE):
        if language not in known:
            problem = _("“{value}” is not a language here.").format(value=language)
            mend = _("Take one of these codes: {codes}.").format(codes=", ".join(sorted(known)))
            return refused([Wrong(LANG, problem, mend)])
        asked = asking(code)
        if asked is None:
            problem = _("“{code}” is not the code of any remit here.").format(code=code[:40])
            mend = _("Look for it in the list of remits.")
            return refused([Wrong("remit", problem, mend)], status=404)
        return answer(request, asked)


def answer(request: HttpRequest, asked: Asking) -> JsonResponse:
    """What the bounds say, or every mistake in the question."""
    now = moment_of(request)
    by = actor(request, at=now)
    given, wrong = question(request, asked)
    form = MayIForm(given, asking=asked, acting=by.position if by else None)
    wrong += strangers(request, form)
    wrong += mistakes(form)
    if wrong:
        return refused(wrong)
    found = answer_to(form, by, now)
    assert found is not None, "the remit was there a moment ago"
    return JsonResponse(found_json(found, asked), json_dumps_params={"ensure_ascii": False})


def question(request: HttpRequest, asked: Asking) -> tuple[QueryDict, list[Wrong]]:
    """The question as the form has it: an amount may also be given in minor units."""
    given = request.GET.copy()
    written = given.pop(MINOR, [""])[-1]
    if not written:
        return given, []
    mend = _("Give amount_minor as digits alone, or amount with its decimals; not both.")
    if given.get("amount"):
        return given, [Wrong(MINOR, _("The amount was given twice."), mend)]
    if not (written.isascii() and written.isdigit() and len(written) <= DIGITS_MAX):
        problem = _("“{value}” is no whole number.").format(value=written)
        return given, [Wrong(MINOR, problem, mend)]
    given["amount"] = major(int(written), currency=asked.remit.instrument.currency)
    return given, []


def strangers(request: HttpRequest, form: MayIForm) -> Iterator[Wrong]:
    """What was asked about that no clause of this remit looks at: an answer must not seem to take
    it into account."""
    known = {*form.fields, LANG, MINOR, "amount"}
    for name in request.GET:
        if name not in known:
            problem = _("No clause of this remit looks at “{name}”.").format(name=name[:40])
            fields = ", ".join(form.fields)
            yield Wrong(
                name, problem, _("Leave it out. There are: {fields}.").format(fields=fields)
            )


def mistakes(form: MayIForm) -> Iterator[Wrong]:
    """What the form finds wrong, field by field."""
    for name, errors in form.errors.as_data().items():
        for error in errors:
            yield Wrong(name, *parts(error))


def found_json(found: Answered, asked: Asking) -> dict[str, object]:
    """The answer as plain data."""
    return {
        "remit": asked.remit.code,
        "version": asked.remit.version,
        "at": moment_json(found.at),
        "position": found.position,
        "verdict": found.answer.verdict,
        "asks": [
            {
                "whom": whom.position,
                "due": moment_json(whom.due),
                "silence": whom.silence,
                "clauses": [finding.clause for finding in whom.findings],
            }
            for whom in found.whom
        ],
        "findings": [
            {**leaf_finding(finding), "text": plain(finding.words)}
            for finding in found.answer.findings
        ],
    }


def refused(wrong: Sequence[Wrong], *, status: int = 422) -> JsonResponse:
    """What is wrong with the question."""
    errors = [{"field": w.field, "problem": w.problem, "mend": w.mend} for w in wrong]
    return JsonResponse(
        {"errors": errors}, status=status, json_dumps_params={"ensure_ascii": False}
    )
