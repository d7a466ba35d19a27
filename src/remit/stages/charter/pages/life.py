"""Forms that change a remit while it lives: each says what it does before it is sent.

All are acts under the remit above, where the power to change this one is held.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from remit.core.words import Money, gettext_noop, words
from remit.record.act import Act
from remit.stages.charter import acts, forms, reads
from remit.stages.charter.offers import OFFERS
from remit.stages.charter.pages.showing import crumbs, unknown
from remit.web import errors
from remit.web.checking import Sheet, in_two_steps
from remit.web.edge import moment_of
from remit.web.fields import begin_of
from remit.web.parts import ButtonKind, Link, Text

FORWARD = gettext_noop(
    "It counts from now on. What was done before stands, and is judged as before."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One of these forms: its words, its questions, and the act that it becomes."""

    title: str | Promise
    send: str | Promise
    about: Callable[[reads.RemitPage], Iterator[Text]]
    form: type[forms.LifeForm]
    act: Callable[[str, Form], Act]
    kind: ButtonKind = "primary"
    quoting: bool = False
    """Whether the words of the backing are shown to be signed."""


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, code: str, what: str) -> HttpResponse:
    """The form `what` about this remit, in two steps."""
    page = reads.remit_page(code)
    if page is None:
        return unknown(request, code)
    if page.remit.parent is None:
        return the_agencys_own(request, code)
    chosen = CHANGES[what]
    sent = request.POST if request.method == "POST" else None
    form = chosen.form(sent, instrument=page.remit.instrument)
    sheet = Sheet(
        title=str(chosen.title),
        lead=page.remit.instrument.title,
        crumbs=crumbs(page.remit.instrument, (str(chosen.title), "")),
        about=tuple(chosen.about(page)),
        quote=page.remit.instrument.backing_terms if chosen.quoting else "",
        warning=misfit(page, what, at=moment_of(request)),
        send=str(chosen.send),
        kind=chosen.kind,
    )
    act = chosen.act
    return in_two_steps(
        request, form, act=lambda: act(code, form), under=page.remit.parent, sheet=sheet
    )


def the_agencys_own(request: HttpRequest, code: str) -> HttpResponse:
    """Nothing stands above it, so there is nothing to act under."""
    return errors.problem(
        request,
        status=404,
        title=_("The agency’s own remit is not changed here"),
        text=_("It stands under no other: it was laid down when the agency was founded."),
        todo=(_("Choose one of the remits that were granted under it."),),
        links=(Link(_("This remit"), reverse("charter:remit", args=[code])),),
    )


def misfit(page: reads.RemitPage, what: str, *, at: datetime) -> Text:
    """Said first where the form does not fit the state that the remit is in."""
    offer = next(offer for offer in OFFERS if offer.name == f"charter:{what}")
    if offer.fits(page.remit, at):
        return ""
    return words(
        gettext_noop("This does not fit the remit as it stands now. {when}"), when=offer.when
    )


def backing(page: reads.RemitPage) -> Iterator[Text]:
    yield _("You put the name of your office to these words, in public, until the day you name.")
    if page.remit.own_state == "granted":
        yield _(
            "It brings the remit into force, once the holder has accepted it where that is asked."
        )
    yield _("It moves no money. The remits below it have backings of their own.")
    yield words(FORWARD)


def withdrawing(page: reads.RemitPage) -> Iterator[Text]:
    yield _("From now on nobody can act under it, except to stop, end or warn.")
    yield _("For what was done so far the backer still answers.")
    yield _("No money moves: what is bound stays bound, and is not paid until somebody backs it.")
    yield _("The remits below it have backings of their own, and go on.")


def accepting(page: reads.RemitPage) -> Iterator[Text]:
    yield _("The holder takes the remit up, with its bounds and with what it asks of them.")
    yield _("It is in force once the backer has signed as well.")
    yield _("It moves no money.")


def suspending(page: reads.RemitPage) -> Iterator[Text]:
    yield _("From now on nobody can act under it until it is let go on.")
    yield from stopped_below(page)
    yield _("No money moves. Its time goes on running.")
    yield words(FORWARD)


def resuming(page: reads.RemitPage) -> Iterator[Text]:
    yield _("From now on the holder can act again, inside the same bounds.")
    yield _("The remits below it go on as well, unless they were stopped themselves.")
    yield _("The time that went by is not added.")


def revoking(page: reads.RemitPage) -> Iterator[Text]:
    yield _("It ends now and for good. To lend the power again, a new remit is granted.")
    yield free_goes_back(page)
    if (waits := bound(page)).minor:
        stays = gettext_noop(
            "What is set aside or committed stays bound, and is not paid under this remit any "
            "more: {amount}."
        )
        yield words(stays, amount=waits)
    yield from ended_first(page)
    yield words(FORWARD)


def closing(page: reads.RemitPage) -> Iterator[Text]:
    yield _("It ends now and for good, because it has done what it was for.")
    yield _("What you write here is its ending record, and stays on its page.")
    yield free_goes_back(page)
    if (waits := bound(page)).minor:
        first = gettext_noop(
            "It can’t be closed yet: {amount} is still set aside or committed. Pay it or release "
            "it first."
        )
        yield words(first, amount=waits)
    yield from ended_first(page)


def free_goes_back(page: reads.RemitPage) -> Text:
    back = gettext_noop("What is free goes back to the remit {parent}: {amount}.")
    return words(back, parent=page.remit.parent, amount=page.use.money("free"))


def bound(page: reads.RemitPage) -> Money:
    """What somebody still waits for: set aside or committed."""
    use = page.use
    return Money(use.reserved + use.committed, use.currency)


def living_below(page: reads.RemitPage) -> tuple[str, ...]:
    return tuple(child.code for child in page.below if child.own_state != "ended")


def stopped_below(page: reads.RemitPage) -> Iterator[Text]:
    if codes := living_below(page):
        yield words(gettext_noop("The remits below it are stopped with it: {codes}."), codes=codes)


def ended_first(page: reads.RemitPage) -> Iterator[Text]:
    if codes := living_below(page):
        yield words(gettext_noop("The remits below it must be ended first: {codes}."), codes=codes)


def signed(code: str, form: Form) -> Act:
    day = form.cleaned_data["until"]
    return acts.SignBacking(remit=code, until=begin_of(day) if day else None)


CHANGES: dict[str, Change] = {
    "back": Change(
        title=gettext_lazy("Back a remit"),
        send=gettext_lazy("Sign the backing"),
        about=backing,
        form=forms.BackForm,
        act=signed,
        quoting=True,
    ),
    "withdraw-backing": Change(
        title=gettext_lazy("Withdraw a backing"),
        send=gettext_lazy("Withdraw the backing"),
        about=withdrawing,
        form=forms.ReasonsForm,
        act=lambda code, form: acts.WithdrawBacking(remit=code, **form.cleaned_data),
        kind="warning",
    ),
    "take-up": Change(
        title=gettext_lazy("Accept a remit"),
        send=gettext_lazy("Accept it"),
        about=accepting,
        form=forms.AcceptForm,
        act=lambda code, form: acts.TakeUp(remit=code),
    ),
    "suspend": Change(
        title=gettext_lazy("Suspend a remit"),
        send=gettext_lazy("Suspend it"),
        about=suspending,
        form=forms.ReasonsForm,
        act=lambda code, form: acts.Suspend(remit=code, **form.cleaned_data),
        kind="warning",
    ),
    "resume": Change(
        title=gettext_lazy("Let a remit go on"),
        send=gettext_lazy("Let it go on"),
        about=resuming,
        form=forms.ReasonsForm,
        act=lambda code, form: acts.Resume(remit=code, **form.cleaned_data),
    ),
    "revoke": Change(
        title=gettext_lazy("Revoke a remit"),
        send=gettext_lazy("Revoke it"),
        about=revoking,
        form=forms.RevokeForm,
        act=lambda code, form: acts.Revoke(remit=code, **form.cleaned_data),
        kind="warning",
    ),
    "end": Change(
        title=gettext_lazy("Close a remit"),
        send=gettext_lazy("Close it"),
        about=closing,
        form=forms.EndForm,
        act=lambda code, form: acts.EndRemit(remit=code, **form.cleaned_data),
        kind="warning",
    ),
}
"""By the last part of the address."""
