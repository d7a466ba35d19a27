"""`remit replay INSTRUMENT [OTHER] --acts FILE`: try a remit on past acts before it is signed.

INSTRUMENT and OTHER are remits as JSON or YAML, FILE is a table of acts as CSV. It needs no
database. The remit is taken as in force and backed throughout.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from remit.core.bounds.finding import AnswerVerdict, Finding, leaf_finding
from remit.core.bounds.instrument import Instrument
from remit.core.bounds.labels import power
from remit.core.bounds.replay import (
    Comparison,
    Differing,
    Replay,
    Sum,
    Trial,
    Tried,
    compare,
    replay,
)
from remit.core.bounds.replay_csv import trials_from_csv
from remit.core.bounds.replay_errors import BadTable
from remit.core.bounds.strict_text import BYTES_MAX
from remit.core.words import PLAIN, Money, said, show
from remit.project.given import content, instrument_in

TABLE_BYTES_MAX = 16 * 1024 * 1024
VERDICTS: tuple[AnswerVerdict, ...] = ("yes", "ask", "no")


def run(arguments: list[str]) -> int:
    """0 when all acts were tried, 2 when a file cannot be used."""
    options = parser().parse_args(arguments)
    try:
        found = replays(options)
    except (OSError, ValueError) as error:
        print(f"remit replay: {error}", file=sys.stderr)
        return 2
    compared = compare(*found) if len(found) == 2 else None
    if options.json:
        print(json.dumps(as_json(found, compared), ensure_ascii=False, indent=2))
        return 0
    for one in found:
        print("\n".join(shown(one)))
    if compared:
        print("\n".join(shown_differing(found[1], compared)))
    return 0


def parser() -> argparse.ArgumentParser:
    known = argparse.ArgumentParser(prog="remit replay", description=__doc__)
    known.add_argument("instrument", type=Path, help="the remit, as JSON or YAML")
    known.add_argument("other", type=Path, nargs="?", help="another one, to compare it with")
    known.add_argument("--acts", type=Path, required=True, metavar="FILE", help="the acts, as CSV")
    known.add_argument("--json", action="store_true", help="everything as JSON")
    known.add_argument(
        "--assume-agreed",
        action="store_true",
        help="take it that whoever is asked agrees; else what is asked is not done",
    )
    known.add_argument(
        "--nothing-filed",
        action="store_true",
        help="take it that nothing was on file: no warning, no opinion, no report; else it is not "
        "known what was",
    )
    return known


def replays(options: argparse.Namespace) -> list[Replay]:
    """One for each instrument. OSError or ValueError say which file cannot be used, and why."""
    paths = [options.instrument, *([options.other] if options.other else [])]
    instruments = [instrument_in(path, most=BYTES_MAX) for path in paths]
    currency = instruments[0].currency
    if any(other.currency != currency for other in instruments):
        raise ValueError(f"{options.other} is not in {currency}: compare remits in one currency")
    try:
        trials = trials_from_csv(content(options.acts, most=TABLE_BYTES_MAX), currency)
    except BadTable as error:
        told = "\n".join(f"  {problem}" for problem in error.problems)
        raise ValueError(f"{options.acts} cannot be used:\n{told}") from error
    return [
        replay(
            instrument,
            trials,
            assume_agreed=options.assume_agreed,
            filed=() if options.nothing_filed else None,
        )
        for instrument in instruments
    ]


def shown(found: Replay) -> Iterator[str]:
    """What it comes to, what the clauses did, and every act that is not a yes."""
    yield f"{title(found.instrument)}: {counted(len(found.tried))}\n"
    for name in VERDICTS:
        yield f"  {name:<10}{amounts(found.answered(name), found)}"
    if found.unknown.count:
        yield f"  {'not known':<10}{amounts(found.unknown, found)}"
        yield "  Those not known are among the noes: the table does not say enough of them."
    yield from shown_clauses(found)
    others = [one for one in found.tried if one.answer.verdict != "yes"]
    if others:
        yield "\nNot a yes:"
        for one in others:
            verdict = "not known" if one.unknown else one.answer.verdict
            yield f"\n  {verdict:<10}{described(one.trial, found.instrument.currency)}"
            yield from (f"      {reason(f)}" for f in one.answer.findings if f.verdict != "met")
    yield ""


def title(instrument: Instrument) -> str:
    name = said(instrument.title, language=PLAIN.language)
    return f"{name} ({instrument.code}, version {instrument.version})"


def counted(acts: int) -> str:
    return f"{acts} act" if acts == 1 else f"{acts} acts"


def amounts(found: Sum, of: Replay) -> str:
    """So many acts, and so much money, in columns."""
    money = PLAIN.money(Money(found.amount, of.instrument.currency))
    return f"{found.count:>6} {money:>20}"


def shown_clauses(found: Replay) -> Iterator[str]:
    """A row for each clause that did something."""
    rows = [
        (clause, column, total)
        for clause in found.clauses
        for column, total in (
            ("stopped", clause.stopped),
            ("asked", clause.asked),
            ("not known", clause.unknown),
        )
        if total.count
    ]
    if rows:
        yield "\nWhat the clauses did; an act that two of them stop is there twice:"
    for clause, column, total in rows:
        name = f"{clause.clause} {clause.heading.render(PLAIN)}"
        yield f"  {name:<36}{column:<10}{amounts(total, found)}"


def described(trial: Trial, currency: str) -> str:
    parts = [PLAIN.day(trial.at), show(power(trial.deed.power), reader=PLAIN)]
    if trial.deed.amount is not None:
        parts.append(PLAIN.money(Money(trial.deed.amount, currency)))
    return ", ".join([*parts, *([trial.label] if trial.label else [])])


def reason(finding: Finding) -> str:
    return f"{finding.clause}: {finding.words.render(PLAIN)}"


def shown_differing(second: Replay, compared: Comparison) -> Iterator[str]:
    """The acts that the second answers otherwise, both ways."""
    for heading, total, differing in (
        ("lets more pass", compared.more_sum, compared.more),
        ("lets less pass", compared.less_sum, compared.less),
    ):
        yield f"{title(second.instrument)} {heading}:{amounts(total, second)}"
        for one in differing:
            act = described(one.trial, compared.currency)
            yield f"  {one.first:<4}-> {one.second:<4}{act}"


def as_json(found: list[Replay], compared: Comparison | None) -> dict[str, object]:
    """Everything as plain data, amounts in the currency's smallest unit."""
    return {
        "replays": [replay_json(one) for one in found],
        "compared": compared
        and {
            "more": differing_json(compared.more, compared.more_sum),
            "less": differing_json(compared.less, compared.less_sum),
        },
    }


def replay_json(found: Replay) -> dict[str, object]:
    verdicts: dict[str, object] = {v: sum_json(found.answered(v)) for v in VERDICTS}
    return {
        "code": found.instrument.code,
        "version": found.instrument.version,
        "currency": found.instrument.currency,
        **verdicts,
        "unknown": sum_json(found.unknown),
        "clauses": [
            {
                "clause": clause.clause,
                "kind": clause.kind,
                "heading": clause.heading.render(PLAIN),
                "stopped": sum_json(clause.stopped),
                "asked": sum_json(clause.asked),
                "unknown": sum_json(clause.unknown),
            }
            for clause in found.clauses
        ],
        "acts": [tried_json(one) for one in found.tried],
    }


def tried_json(one: Tried) -> dict[str, object]:
    trial = one.trial
    return {
        "label": trial.label,
        "at": trial.at.isoformat(),
        "power": trial.deed.power,
        "amount": trial.deed.amount,
        "answer": one.answer.verdict,
        "unknown": one.unknown,
        "done": one.done,
        "findings": [
            {**leaf_finding(f), "verdict": one.found(f), "words": f.words.render(PLAIN)}
            for f in one.answer.findings
            if f.verdict != "met"
        ],
    }


def differing_json(differing: tuple[Differing, ...], total: Sum) -> dict[str, object]:
    return {
        **sum_json(total),
        "list": [
            {
                "label": one.trial.label,
                "at": one.trial.at.isoformat(),
                "power": one.trial.deed.power,
                "amount": one.trial.deed.amount,
                "first": one.first,
                "second": one.second,
            }
            for one in differing
        ],
    }


def sum_json(found: Sum) -> dict[str, object]:
    return {"acts": found.count, "amount": found.amount}
