"""How quickly the bounds answer, alone and beside two engines of policies, and how that grows.

    ./remit bench bounds [--quick]

One JSON object a line: name, ours, the peer's, their ratio, what the ratio must be (or ours, where
there is no ratio), and which way is better. It ends with 1 if a target is missed. Before anything
is timed, all must answer alike for every deed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from bench._casbin import Casbin, casbin
from bench._cedar import Cedar, cedar
from bench._deeds import HISTORY, Case, cases
from bench._policy import check_whole, of_size, remit
from bench._timing import Figure, in_turns, ratio
from remit.core.bounds import Above, Facts, Instrument, ask, questions

SIZES = (5, 10, 20, 30, 60)
DEPTHS = range(1, 9)
FEW = 100
PAST = (0, FEW, 1_000, 10_000)
"""After how many acts one further act is looked at."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./remit bench bounds", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="fewer turns; most of the past acts are copies"
    )
    quick = parser.parse_args(arguments).quick
    missed = []
    for figure in figures(quick=quick):
        print(figure.line(), flush=True)
        if not figure.met:
            missed.append(figure.name)
    if missed:
        print(f"Targets missed: {'; '.join(missed)}", file=sys.stderr)
    return 1 if missed else 0


def figures(*, quick: bool) -> Iterator[Figure]:
    """All of them, in order."""
    check_whole()
    turns = 9 if quick else 31
    yield from beside_peers(turns=turns)
    yield from with_clauses(turns=turns)
    yield from with_depth(turns=turns)
    yield from with_history(quick=quick)


def ours(instrument: Instrument, case: Case) -> tuple[str, frozenset[str]]:
    """The verdict, and the ids of the clauses that stand in the way."""
    answer = ask(instrument, case.deed, case.facts)
    return answer.verdict, frozenset(f.clause for f in answer.findings if f.verdict != "met")


def check_alike(instrument: Instrument, found: tuple[Case, ...], one: Cedar, two: Casbin) -> None:
    """AssertionError where anybody answers otherwise than the case says.

    Cedar must also name the same clauses; pycasbin has but yes and no.
    """
    for case in found:
        verdict, clauses = ours(instrument, case)
        assert verdict == case.verdict, f"{case.name}: {verdict}, and not {case.verdict}"
        assert one.verdict(case.name) == (verdict, clauses), f"Cedar differs: {case.name}"
        assert two.allowed(case.name) == (verdict == "yes"), f"pycasbin differs: {case.name}"


def beside_peers(*, turns: int) -> Iterator[Figure]:
    """Asks a second on one remit with a clause of each kind, and the same deeds put to peers."""
    instrument, found = remit(), cases()
    one, two = cedar(found), casbin(found)
    check_alike(instrument, found, one, two)
    spent = in_turns(
        {
            "ours": lambda: [ask(instrument, case.deed, case.facts) for case in found],
            "cedarpy": lambda: [one.ask(case.name) for case in found],
            "pycasbin": lambda: [two.allowed(case.name) for case in found],
        },
        turns=turns,
    )
    rate = {name: len(found) / median(seconds) for name, seconds in spent.items()}
    size = len(instrument.clauses)
    yield Figure(
        name=f"asks per second, {size} clauses", ours=rate["ours"], target=10_000, better="higher"
    )
    for peer in ("cedarpy", "pycasbin"):
        yield Figure(
            name=f"asks per second, {size} clauses, against {peer}",
            ours=rate["ours"],
            peer=rate[peer],
            ratio=ratio(spent[peer], spent["ours"]),
            target=1,
            better="higher",
        )


def with_clauses(*, turns: int) -> Iterator[Figure]:
    """Microseconds per ask with more and more clauses."""
    found, remits = cases(), {size: of_size(size) for size in SIZES}
    for instrument in remits.values():
        assert not instrument.problems(), str(instrument.problems()[0])
    spent = in_turns(
        {
            str(size): lambda it=it: [ask(it, case.deed, case.facts) for case in found]
            for size, it in remits.items()
        },
        turns=turns,
    )
    yield from _each(spent, len(found), "clauses")
    yield _growth(spent, len(found), "clauses", more=60, fewer=30, target=2.2)


def with_depth(*, turns: int) -> Iterator[Figure]:
    """Microseconds per ask with more and more remits above, each with a clause of each kind."""
    instrument, found = remit(), cases()
    deepest = max(DEPTHS)
    lines = [(case, above(case, deepest)) for case in found]
    spent = in_turns(
        {
            str(depth): lambda depth=depth: [
                ask(instrument, case.deed, case.facts, higher[:depth]) for case, higher in lines
            ]
            for depth in DEPTHS
        },
        turns=turns,
    )
    yield from _each(spent, len(found), "remits above")
    yield _growth(spent, len(found), "remits above", more=8, fewer=4, target=2.2)


def above(case: Case, depth: int) -> list[Above]:
    """Remits above, the nearest first, with what is known for each."""
    found = []
    for level in range(depth):
        instrument = remit(code=f"N-{level + 2}")
        person = case.facts.person or ""
        asked = questions(instrument, case.deed, at=case.facts.at, person=person, reaching=True)
        facts: Facts = replace(case.facts, answers=HISTORY.answers(asked))
        found.append(Above(instrument=instrument, facts=facts))
    return found


def _each(spent: dict[str, list[float]], asks: int, what: str) -> Iterator[Figure]:
    for size, seconds in spent.items():
        yield Figure(
            name=f"microseconds per ask, {size} {what}",
            ours=median(seconds) / asks * 1e6,
            better="lower",
        )


def _growth(
    spent: dict[str, list[float]], asks: int, what: str, *, more: int, fewer: int, target: float
) -> Figure:
    return Figure(
        name=f"growth with {what}, {more} against {fewer}, microseconds per ask",
        ours=median(spent[str(more)]) / asks * 1e6,
        peer=median(spent[str(fewer)]) / asks * 1e6,
        ratio=ratio(spent[str(more)], spent[str(fewer)]),
        target=target,
        better="lower",
    )


def with_history(*, quick: bool) -> Iterator[Figure]:
    """What one act takes, database and all, when little and when much was done before."""
    from bench._acts import acting, database

    queries = {}
    with database() as folder:
        much = acting()
        for past in PAST:
            much.until(past, copied=quick and past > FEW)
            queries[past] = much.queries()
            if past == FEW:
                few = much.beside(folder / "few.sqlite3")
        spent = [(much.turn(), few.turn()) for _ in range(15 if quick else 31)]
    for past in PAST[1:]:
        yield Figure(
            name=f"queries per act, {past} past acts against none",
            ours=queries[past],
            peer=queries[0],
            ratio=queries[past] / queries[0],
            target=1,
            better="lower",
        )
    yield Figure(
        name=f"growth with past acts, {PAST[-1]} against {FEW}, milliseconds per act",
        ours=median(of_much for of_much, _ in spent),
        peer=median(of_few for _, of_few in spent),
        ratio=median(of_much / of_few for of_much, of_few in spent),
        target=1.2,
        better="lower",
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
