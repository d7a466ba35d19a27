"""Easy words for what an instrument names by code, and sentences that many clauses share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from remit.core.bounds.labels import POSITIONS, label
from remit.core.bounds.labels import power as power_label
from remit.core.words import Said, Words, gettext_noop, words

Sentences = tuple[Words, ...]

POWERS: Mapping[str, str] = {
    "establish": gettext_noop("set up the agency"),
    "draft": gettext_noop("write a new remit"),
    "grant": gettext_noop("lend power to others"),
    "back": gettext_noop("say that they answer for a remit"),
    "lapse": gettext_noop("end a remit when its time is over"),
    "open_ballot": gettext_noop("start a vote"),
    "import_ballots": gettext_noop("bring in the votes"),
    "publish_tally": gettext_noop("show everybody the result of a vote"),
    "adopt": gettext_noop("say yes to a project"),
    "commit": gettext_noop("promise money to somebody"),
    "submit": gettext_noop("send in a bill"),
    "approve": gettext_noop("say yes to a payment"),
    "pay": gettext_noop("make a payment"),
    "release": gettext_noop("give back money that nobody needs"),
    "decide": gettext_noop("decide"),
    "accept": gettext_noop("say yes to advice"),
    "alter": gettext_noop("say yes to advice but change it"),
    "decline": gettext_noop("say no to advice"),
    "agree": gettext_noop("say yes when others ask"),
    "advise": gettext_noop("say what they think as an expert"),
    "verify": gettext_noop("check that a person is safe to work with"),
    "declare": gettext_noop("say what they have to do with it"),
    "file": gettext_noop("put papers with the remit"),
    "attest": gettext_noop("say from outside that something is true"),
    "raise": gettext_noop("give a warning"),
    "lift": gettext_noop("let work start again after a stop"),
    "take_up": gettext_noop("say yes to a remit"),
    "vary": gettext_noop("change a remit"),
    "suspend": gettext_noop("stop a remit for now"),
    "resume": gettext_noop("start a remit again"),
    "revoke": gettext_noop("take a remit back"),
    "end": gettext_noop("end a remit"),
    "direct": gettext_noop("give an order in writing"),
    "query": gettext_noop("ask about a payment"),
    "note": gettext_noop("write a note about a payment"),
    "condition": gettext_noop("set a rule for more payments"),
    "hold": gettext_noop("stop more payments for now"),
    "recover": gettext_noop("ask for a payment back"),
}
"""By code, what one may do; it follows "they may", "to" and "when they"."""

RISKS: Mapping[str, str] = {
    "averse": gettext_noop("no risk"),
    "minimal": gettext_noop("very little risk"),
    "cautious": gettext_noop("a little risk"),
    "open": gettext_noop("some risk"),
    "eager": gettext_noop("much risk"),
}
"""By level of APPETITES, how much that is."""

SILENCES: Mapping[str, str] = {
    "no": gettext_noop("No answer means no."),
    "yes": gettext_noop("No answer means yes."),
}


def power(code: str) -> Words | str:
    """What one may do with this power, in easy words."""
    return words(POWERS[code]) if code in POWERS else power_label(code)


def must_agree(position: str) -> Words:
    """Who has to say yes."""
    return words(
        gettext_noop("This person or group must say yes: {position}."),
        position=label(position, POSITIONS),
    )


def answer_in(days: int, silence: str) -> Sentences:
    """By when the answer comes, and what no answer means."""
    return (
        words(gettext_noop("The answer comes within this many days: {days}."), days=days),
        words(SILENCES[silence]),
    )


def one_each(texts: Iterable[Said]) -> Sentences:
    """A list, with a sentence for each thing in it."""
    return tuple(words(gettext_noop("This is one: {text}."), text=text) for text in texts)
