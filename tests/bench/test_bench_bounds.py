"""The benchmark compares what is alike: we and both peers answer every deed the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bench._casbin import casbin
from bench._cedar import cedar
from bench._deeds import AT, BARE, PARTICULAR, RELATIVE, VETOED, WHOLE, Case, cases, known
from bench._policy import OFFICER, check_whole, of_size, remit
from bench._timing import Figure, in_turns, ratio
from bench.bounds import SIZES, above, check_alike, ours
from remit.core.bounds import ask

DAY = timedelta(days=1)
DEEDS: dict[str, list[Any]] = {
    "power": ["commit", "decide", "pay", "submit", "approve", "query", "note", "recover", "grant"],
    "amount": [None, 0, 1, 10_000, 10_001, 250_000, 250_001, 500_001, 1_000_001, 2_000_001],
    "purpose": [None, "war"],
    "matter": [None, "land"],
    "recipient": [None, "firm-2"],
    "category": [None, "benches"],
    "area": [None, "south", "harbour"],
    "item": [None, WHOLE, RELATIVE, PARTICULAR, VETOED, BARE],
    "effect": [None, "reversible", "pilot", "lasting"],
    "until": [AT, AT + DAY, AT + 180 * DAY, AT + 181 * DAY],
    "made": [None, AT + DAY, AT, AT - 14 * DAY, AT - 13 * DAY, AT - 89 * DAY, AT - 90 * DAY],
    "risk": [None, 2, 3, 4, 5],
    "evidence": [frozenset(), frozenset({"receipt"}), frozenset({"invoice", "quotes", "tally"})],
}
"""By field of a deed, what it may be instead."""
FACTS: dict[str, list[Any]] = {
    "at": [AT - 60 * DAY, AT - 10 * DAY, AT + 50 * DAY, AT + 200 * DAY],
    "state": ["suspended", None],
    "backed": [False, None],
    "positions": [frozenset({"treasurer"}), frozenset({OFFICER})],
    "person": ["two"],
    "envelope_free": [0, None],
    "envelope": [None, 3_000_000],
    "depth": [0, 2, None],
    "duties": [{"approve": "one", "submit": "two"}, {"query": "nine", "note": "nine"}],
    "agreed": [frozenset({OFFICER, "risk-panel"})],
}
"""The same for what is known."""


def varied() -> Iterator[Case]:
    """Each of the benchmark's deeds, and each with one thing changed."""
    for case in cases():
        yield case
        for field, values in DEEDS.items():
            for n, value in enumerate(values):
                deed = replace(case.deed, **{field: value})
                yield known(replace(case, name=f"{case.name}, {field} {n}", deed=deed))
        for field, values in FACTS.items():
            for n, value in enumerate(values):
                facts = replace(case.facts, **{field: value})
                yield known(replace(case, name=f"{case.name}, {field} {n}", facts=facts))


def test_we_and_both_peers_answer_each_timed_deed_alike() -> None:
    pytest.importorskip("cedarpy", reason="cedarpy is not here: ./remit bench installs it")
    pytest.importorskip("casbin", reason="pycasbin is not here: ./remit bench installs it")
    found = cases()
    check_alike(remit(), found, cedar(found), casbin(found))
    with pytest.raises(AssertionError):
        check_alike(remit(), (replace(found[0], verdict="no"),), cedar(found), casbin(found))


def test_cedar_names_the_same_clauses_whatever_is_changed() -> None:
    pytest.importorskip("cedarpy", reason="cedarpy is not here: ./remit bench installs it")
    found, instrument = tuple(varied()), remit()
    other = cedar(found)
    assert len(found) > 2000
    for case in found:
        assert other.verdict(case.name) == ours(instrument, case), case.name


def test_pycasbin_says_yes_to_the_same_whatever_is_changed() -> None:
    pytest.importorskip("casbin", reason="pycasbin is not here: ./remit bench installs it")
    found, instrument = tuple(varied()), remit()
    other = casbin(found)
    for case in found:
        assert other.allowed(case.name) == (ours(instrument, case)[0] == "yes"), case.name


def test_the_timed_remits_are_sound() -> None:
    check_whole()
    for size in SIZES:
        assert len(of_size(size).clauses) == size
        assert not of_size(size).problems()


def test_remits_above_answer_with_their_own_code() -> None:
    case = cases()[0]
    findings = ask(remit(), case.deed, case.facts, above(case, 2)).findings
    found = {f.clause.split(":")[0] for f in findings if ":" in f.clause}
    assert found == {"N-2", "N-3"}
    assert all(f.verdict == "met" for f in findings)


def test_a_figure_is_held_against_its_target() -> None:
    figure = Figure(name="x", ours=20.0, peer=10.0, ratio=2.0, target=1.0, better="higher")
    assert figure.met
    assert not replace(figure, better="lower").met
    assert not replace(figure, ratio=0.9).met
    assert replace(figure, ratio=None, target=None).met
    assert not replace(figure, ratio=None, target=21).met
    assert json.loads(replace(figure, ours=1234567.0).line())["ours"] == 1_235_000


def test_turns_are_taken_by_all() -> None:
    spent = in_turns({"one": lambda: sum(range(100)), "two": lambda: None}, turns=3)
    assert {name: len(seconds) for name, seconds in spent.items()} == {"one": 3, "two": 3}
    assert ratio(spent["one"], spent["two"]) > 1
