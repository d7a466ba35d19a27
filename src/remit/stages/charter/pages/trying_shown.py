"""What came out of a run: the answers with the money, clause by clause and act by act."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from remit.core.bounds.finding import AnswerVerdict
from remit.core.bounds.labels import power
from remit.core.bounds.replay import Differing, Replay, Sum, Trial, Tried, compare
from remit.core.words import Money, Words, gettext_noop, words
from remit.web.parts import Answer, Code, Column, Figure, Lines, Table, Value

ROWS_MAX = 100
"""Acts that are shown one by one."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One run, ready for the page."""

    figures: list[Figure]
    clauses: Table
    acts: Table
    more: int
    """Acts that are not shown one by one."""


def shown(found: Replay, name: str) -> Shown:
    """All of it, under this name."""
    return Shown(
        figures=figures(found),
        clauses=clauses(found, name),
        acts=acts(found),
        more=max(0, len(found.tried) - ROWS_MAX),
    )


def figures(found: Replay) -> list[Figure]:
    currency = found.instrument.currency

    def figure(term: str, verdict: AnswerVerdict) -> Figure:
        total = found.answered(verdict)
        return Figure(term, total.count, money(total, currency))

    answers = [figure(_("Yes"), "yes"), figure(_("Ask"), "ask"), figure(_("No"), "no")]
    if found.unknown.count:
        note = _("a no only because the acts don’t say enough")
        answers.append(Figure(_("Of these not known"), found.unknown.count, note))
    return answers


def money(total: Sum, currency: str) -> Words:
    return words(gettext_noop("{amount}"), amount=Money(total.amount, currency))


def clauses(found: Replay, name: str) -> Table:
    """Every clause that stood in the way of anything."""
    currency = found.instrument.currency
    columns = (
        Column(_("Clause")),
        Column(_("Stopped"), "number"),
        Column(_("Asked"), "number"),
        Column(_("Not known"), "number"),
    )
    rows = tuple(
        (
            words(gettext_noop("{clause}: {heading}"), clause=one.clause, heading=one.heading),
            summed(one.stopped, currency),
            summed(one.asked, currency),
            summed(one.unknown, currency),
        )
        for one in found.clauses
        if one.stopped.count or one.asked.count or one.unknown.count
    )
    return Table(
        _("What each clause did: {name}").format(name=name),
        columns,
        rows,
        note=_("An act that two clauses stop is counted with each."),
        empty=_("No clause stood in the way of anything."),
    )


def summed(total: Sum, currency: str) -> Value:
    if not total.count:
        return "–"
    return Lines((total.count, Money(total.amount, currency)))


def acts(found: Replay) -> Table:
    """Act by act, those that are not a yes first."""
    columns = (
        Column(_("Act")),
        Column(_("On")),
        Column(_("Amount"), "number"),
        Column(_("Answer")),
        Column(_("Why")),
    )
    ranked = sorted(found.tried, key=lambda one: one.answer.verdict == "yes")
    rows = tuple(
        (*what(one.trial), Answer(one.answer.verdict), why(one)) for one in ranked[:ROWS_MAX]
    )
    return Table(_("Act by act"), columns, rows)


def what(trial: Trial) -> tuple[Value, Value, Value]:
    """What it is, when, and how much."""
    deed = trial.deed
    amount: Value = "–"
    if deed.amount is not None and deed.currency is not None:
        amount = Money(deed.amount, deed.currency)
    act = Lines((power(deed.power), Code(trial.label))) if trial.label else power(deed.power)
    return act, localtime(trial.at).date(), amount


def why(one: Tried) -> Value:
    """The clauses that stood in the way."""
    return Lines(
        tuple(
            words(gettext_noop("{clause}: {why}"), clause=finding.clause, why=finding.words)
            for finding in one.answer.findings
            if finding.verdict != "met"
        )
    )


@dataclass(frozen=True, slots=True)
class Beside:
    """Two runs on the same acts."""

    answers: Table
    more: Table
    less: Table
    over: int
    """Acts that differ and are not shown."""


def beside(first: Replay, second: Replay, names: tuple[str, str]) -> Beside:
    """How the two answer, and on which acts they differ."""
    found = compare(first, second)
    more = _("What the other one lets pass more easily")
    less = _("What the other one lets pass less easily")
    return Beside(
        answers=answers(first, second, names),
        more=table(found.more, more, found.more_sum, found.currency),
        less=table(found.less, less, found.less_sum, found.currency),
        over=over(found.more) + over(found.less),
    )


def answers(first: Replay, second: Replay, names: tuple[str, str]) -> Table:
    """Answer by answer, how many acts and how much money."""
    columns = (Column(_("Answer")), *(Column(name, "number") for name in names))
    verdicts: tuple[AnswerVerdict, ...] = ("yes", "ask", "no")
    rows: list[tuple[Value, ...]] = [
        (Answer(verdict), *(of(run.answered(verdict), run) for run in (first, second)))
        for verdict in verdicts
    ]
    unknown = [run.unknown for run in (first, second)]
    if any(total.count for total in unknown):
        term = _("A no only because the acts don’t say enough")
        rows.append((term, of(unknown[0], first), of(unknown[1], second)))
    return Table(_("How the two answer"), columns, tuple(rows))


def of(total: Sum, run: Replay) -> Value:
    return Lines((total.count, Money(total.amount, run.instrument.currency)))


def over(found: tuple[Differing, ...]) -> int:
    return max(0, len(found) - ROWS_MAX)


def table(found: tuple[Differing, ...], caption: str, total: Sum, currency: str) -> Table:
    columns = (
        Column(_("Act")),
        Column(_("On")),
        Column(_("Amount"), "number"),
        Column(_("This one")),
        Column(_("The other one")),
    )
    rows = tuple(
        (*what(one.trial), Answer(one.first), Answer(one.second)) for one in found[:ROWS_MAX]
    )
    note = words(
        gettext_noop("Acts: {count}. Together: {amount}."),
        count=total.count,
        amount=Money(total.amount, currency),
    )
    return Table(caption, columns, rows, note=note)
