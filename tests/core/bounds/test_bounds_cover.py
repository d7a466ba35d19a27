"""Is a child shown to be within its parent, and if not, which clause says so?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from remit.core.bounds import KINDS, Instrument, clause_from_json, covers, instrument_from_json
from remit.core.bounds.cover import MESSAGES
from remit.core.words import PLAIN


@pytest.mark.parametrize("kind", KINDS)
def test_a_clause_covers_none_of_another_kind(kind: str) -> None:
    clauses = [clause_from_json(other.EXAMPLE, where="B1") for other in KINDS.values()]
    clause = clause_from_json(KINDS[kind].EXAMPLE, where="B1")
    assert [other.kind for other in clauses if clause.covers(other)] == [kind]


NOT_COVERED: list[tuple[str, dict[str, object]]] = [
    ("envelope", {"currency": "EUR"}),
    ("cap", {"currency": "EUR"}),
    ("cap", {"power": "pay"}),
    ("ask_above", {"currency": "EUR"}),
    ("ask_above", {"power": "pay"}),
    ("ask_above", {"position": "clerk"}),
    ("evidence", {"evidence": {"adopt": ["tally"], "pay": ["tally"]}}),
    ("duties", {"pairs": [["submit", "approve"], ["submit", "pay"]]}),
    ("powers", {"powers": {"pay": ["clerk"]}}),
]


@pytest.mark.parametrize(("kind", "change"), NOT_COVERED)
def test_what_is_only_different_is_not_covered(kind: str, change: dict[str, object]) -> None:
    example = KINDS[kind].EXAMPLE
    other = clause_from_json({**example, **change}, where="B1")
    assert not clause_from_json(example, where="B1").covers(other)


WIDER: list[tuple[str, str, dict[str, object]]] = [
    ("B1", "clause_wider", {"starts": "2023-04-30T23:59:59Z"}),
    ("B1", "clause_wider", {"ends": "2024-01-01T00:00:01Z"}),
    ("B2", "clause_wider", {"purposes": [{"code": "war", "text": {"en": "war"}}]}),
    ("B2", "clause_wider", {"purposes": [{"code": "green", "text": {"en": "anything"}}]}),
    ("B3", "clause_wider", {"amount": 90_000_001}),
    ("B4", "clause_wider", {"powers": {"grant": ["clerk"], "agree": ["backer"]}}),
    ("B4", "clause_wider", {"powers": {"pay": ["treasurer", "clerk"], "agree": ["backer"]}}),
    ("B5", "clause_wider", {"amount": 20_000_001}),
    ("B5", "clause_wider", {"power": "pay"}),
    ("B6", "clause_wider", {"matters": [{"code": "park", "text": {"en": "the park"}}]}),
    ("B7", "clause_wider", {"evidence": {"pay": ["receipt"]}}),
    ("B8", "clause_wider", {"pairs": [["submit", "approve"]]}),
    ("B9", "clause_wider", {"amount": 10_000_001}),
]


def child_of(parent: Instrument, data: dict[str, Any]) -> Instrument:
    return instrument_from_json(data | {"code": "CHILD", "parent": parent.code})


def test_somebody_else_who_is_asked_is_wider(
    remit: Instrument, sample: Callable[[], dict[str, Any]]
) -> None:
    data = sample()
    data["clauses"][8]["position"] = "clerk"
    data["clauses"][3]["powers"]["agree"] = ["clerk"]
    found = covers(remit, child_of(remit, data))
    assert [problem.clause for problem in found] == ["B4", "B9"]


@pytest.mark.parametrize(("clause", "code", "change"), WIDER)
def test_a_wider_clause_is_named(
    remit: Instrument,
    sample: Callable[[], dict[str, Any]],
    clause: str,
    code: str,
    change: dict[str, object],
) -> None:
    data = sample()
    data["clauses"][int(clause[1:]) - 1].update(change)
    (problem,) = covers(remit, child_of(remit, data))
    assert (problem.clause, problem.code) == (clause, code)
    assert "{" not in str(problem)
    assert f"{clause} of CHILD" in str(problem) and "of W-2023" in str(problem)


def test_the_same_bounds_are_within(
    remit: Instrument, sample: Callable[[], dict[str, Any]]
) -> None:
    assert covers(remit, child_of(remit, sample())) == ()


def test_more_clauses_only_narrow(remit: Instrument, sample: Callable[[], dict[str, Any]]) -> None:
    data = sample()
    data["clauses"].append(KINDS["reserved"].EXAMPLE | {"id": "B10"})
    assert covers(remit, child_of(remit, data)) == ()


def test_a_clause_left_out_is_missed(
    remit: Instrument, sample: Callable[[], dict[str, Any]]
) -> None:
    data = sample()
    del data["clauses"][8]
    (problem,) = covers(remit, child_of(remit, data))
    assert (problem.clause, problem.code) == ("B9", "clause_absent")
    assert "ask_above" in problem.words.render(PLAIN)


FRAMES: list[tuple[dict[str, Any], str, str]] = [
    ({"parent": "OTHER"}, "parent", "parent_differs"),
    ({"parent": None}, "parent", "parent_differs"),
    ({"currency": "EUR"}, "currency", "currency_differs"),
]


@pytest.mark.parametrize(("change", "clause", "code"), FRAMES)
def test_a_child_belongs_to_its_parent(
    remit: Instrument, change: dict[str, Any], clause: str, code: str
) -> None:
    child = replace(remit, **({"code": "CHILD", "parent": remit.code} | change))
    (problem,) = covers(remit, child)
    assert (problem.clause, problem.code) == (clause, code)
    assert "{" not in str(problem)


@pytest.mark.parametrize(
    ("above", "below", "within"),
    [
        ("delegation", "statutory_ballot", True),
        ("statutory_ballot", "advice", True),
        ("undertaking", "advice", True),
        ("undertaking", "delegation", False),
        ("advice", "undertaking", False),
    ],
)
def test_a_child_promises_no_more_than_its_parent(
    remit: Instrument, above: str, below: str, within: bool
) -> None:
    parent = replace(remit, binding=above)
    child = replace(remit, code="CHILD", parent=remit.code, binding=below)
    codes = [problem.code for problem in covers(parent, child)]
    assert codes == ([] if within else ["binding_wider"])


def test_every_problem_is_in_a_case() -> None:
    codes = {code for _, code, _ in WIDER} | {code for *_, code in FRAMES}
    assert codes | {"clause_absent", "binding_wider"} == set(MESSAGES)
