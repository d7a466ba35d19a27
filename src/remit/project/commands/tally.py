"""`remit tally FILE`: count the ballots in a `.pb` file, and say why each project won or lost.

It needs no database. The rule is one that has a name, or a file with a rule in it.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from remit.core.voting import (
    PRESETS,
    Election,
    PbError,
    Reason,
    Rule,
    TallyError,
    explain,
    read_pb,
    rule_from_json,
    tally,
)
from remit.core.words import PLAIN

BYTES_MAX = 256 * 1024 * 1024


def run(arguments: list[str]) -> int:
    """0 when it was counted, 1 when file or rule cannot be used."""
    options = parser().parse_args(arguments)
    try:
        election, rule = read_pb(content(options.file), name=options.file.name), find(options.rule)
        outcome = tally(election, rule)
    except PbError as error:
        print(f"remit tally: {error.words.render(PLAIN)}", file=sys.stderr)
        return 1
    except (OSError, ValueError, KeyError, RecursionError, TallyError) as error:
        print(f"remit tally: {error}", file=sys.stderr)
        return 1
    reasons = explain(election, rule, outcome)
    show(election, reasons, spent=outcome.spent)
    return 0


def parser() -> argparse.ArgumentParser:
    known = argparse.ArgumentParser(prog="remit tally", description=__doc__)
    known.add_argument("file", type=Path, help="ballots in Pabulib's format")
    known.add_argument("--rule", required=True, help=f"a JSON file, or one of {', '.join(PRESETS)}")
    return known


def content(path: Path) -> bytes:
    if path.stat().st_size > BYTES_MAX:
        raise OSError(f"{path} is larger than {BYTES_MAX} bytes")
    return path.read_bytes()


def find(rule: str) -> Rule:
    """The rule of this name, or in this file. ValueError says what is wrong with it."""
    if rule in PRESETS:
        return PRESETS[rule]
    if not Path(rule).is_file():
        raise ValueError(f"there is no rule {rule!r}: name one of {', '.join(PRESETS)}, or a file")
    return rule_from_json(json.loads(Path(rule).read_text(encoding="utf-8")))


def show(election: Election, reasons: tuple[Reason, ...], *, spent: int) -> None:
    """Winners in their order, then the others; each with its reason."""
    print(f"{election.name}: {election.voters} voters, {len(election.projects)} projects")
    names = {project.id: project.name for project in election.projects}
    for reason in sorted(reasons, key=lambda r: (not r.won, r.place or 0, -r.votes)):
        mark = "won " if reason.won else "lost"
        print(f"\n{mark}  {reason.project}  {names[reason.project]}")
        print(f"      {reason.words.render(PLAIN)}")
    total = PLAIN.money(election.money(spent))
    print(f"\nSpent: {total} of {PLAIN.money(election.money(election.budget))}")
