"""Limits by share, by amount, by order and by time: what they may be, and that they are exact."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.bounds import (
    ALWAYS,
    KINDS,
    POWERS,
    BadInstrument,
    CoolingOff,
    EvidenceAbove,
    LastDates,
    Moved,
    Share,
    Window,
    clause_from_json,
)
from remit.core.bounds.labels import TIMED
from remit.core.words import PLAIN
from tests.core.bounds.clauses.cases.evidence_above import MAKER
from tests.core.bounds.clauses.samples import DEED, FACTS, MAY, PROOFS, answers

LATE = "2024-01-01T00:00:00Z"


def step(above: object, *evidence: object) -> dict[str, object]:
    return {"above": above, "evidence": list(evidence)}


REFUSED: list[tuple[str, str, object, str, str]] = [
    ("share", "of", "all", "not_one_of", "of"),
    ("share", "per_mille", 0, "not_whole", "per_mille"),
    ("share", "per_mille", 1001, "not_whole", "per_mille"),
    ("last_dates", "dates", {}, "list_empty", "dates"),
    ("last_dates", "dates", [LATE], "not_object", "dates"),
    ("last_dates", "dates", {"pay": "2024-01-01"}, "not_moment", "dates.pay"),
    ("last_dates", "dates", {"fly": LATE}, "not_one_of", "dates"),
    ("last_dates", "dates", {"end": LATE}, "not_one_of", "dates"),
    ("scope", "of", "recipient", "not_one_of", "of"),
    ("scope", "codes", [], "list_empty", "codes"),
    ("evidence_above", "currency", "pln", "currency_shape", "currency"),
    ("evidence_above", "steps", [], "list_empty", "steps"),
    ("evidence_above", "steps", {}, "not_list", "steps"),
    ("evidence_above", "steps", [[0, ["note"]]], "not_object", "steps.0"),
    ("evidence_above", "steps", [{"above": 0}], "field_missing", "steps.0"),
    ("evidence_above", "steps", [step(-1, "note")], "not_whole", "steps.0.above"),
    ("evidence_above", "steps", [step(2**53, "note")], "not_whole", "steps.0.above"),
    ("evidence_above", "steps", [step(0)], "list_empty", "steps.0.evidence"),
    ("evidence_above", "steps", [step(0, "note", "note")], "repeated", "steps.0.evidence"),
    ("evidence_above", "steps", [step(5, "a"), step(5, "b")], "not_whole", "steps.1.above"),
    ("evidence_above", "steps", [step(5, "a"), step(4, "b")], "not_whole", "steps.1.above"),
    ("dual_control", "amount", -1, "not_whole", "amount"),
    ("dual_control", "days", 0, "not_whole", "days"),
    ("dual_control", "days", 367, "not_whole", "days"),
    ("dual_control", "position", "", "code_shape", "position"),
    ("ladder", "steps", [], "list_empty", "steps"),
    ("ladder", "steps", ["note"], "not_list", "steps"),
    ("ladder", "steps", ["note", "note"], "repeated", "steps"),
    ("ladder", "steps", ["note", "fly"], "not_one_of", "steps"),
    ("window", "powers", [], "list_empty", "powers"),
    ("window", "powers", ["query", "query"], "repeated", "powers"),
    ("window", "powers", ["query", "raise"], "not_one_of", "powers"),
    ("window", "days", 0, "not_whole", "days"),
    ("window", "days", 3661, "not_whole", "days"),
    ("cooling_off", "power", "suspend", "not_one_of", "power"),
    ("cooling_off", "days", 0, "not_whole", "days"),
    ("cooling_off", "days", 367, "not_whole", "days"),
]


@pytest.mark.parametrize(("kind", "field", "value", "code", "where"), REFUSED)
def test_a_limit_that_makes_no_sense_is_refused(
    kind: str, field: str, value: object, code: str, where: str
) -> None:
    with pytest.raises(BadInstrument) as caught:
        clause_from_json({**KINDS[kind].EXAMPLE, "id": "B1", field: value}, where="B1")
    assert (caught.value.code, caught.value.where) == (code, f"B1.{where}")
    assert "{" not in str(caught.value)


ALLOWED: list[tuple[str, str, object]] = [
    ("share", "per_mille", 1),
    ("share", "per_mille", 1000),
    ("dual_control", "amount", 0),
    ("window", "days", 3660),
    ("cooling_off", "days", 366),
    ("ladder", "steps", ["note", "query"]),
]


@pytest.mark.parametrize(("kind", "field", "value"), ALLOWED)
def test_a_limit_at_its_edge_is_allowed(kind: str, field: str, value: object) -> None:
    data = {**KINDS[kind].EXAMPLE, field: value}
    assert clause_from_json(data, where="B1").to_json() == data


NOT_COVERED: list[tuple[str, dict[str, object]]] = [
    ("share", {"power": "pay"}),
    ("share", {"of": "recipient"}),
    ("share", {"per_mille": 126}),
    ("last_dates", {"dates": {"pay": "2023-12-15T00:00:00Z"}}),
    ("last_dates", {"dates": {"commit": "2023-11-01T00:00:00.000001Z", "pay": LATE}}),
    ("scope", {"of": "category"}),
    ("scope", {"codes": [{"code": "harbour", "text": {"en": "anywhere"}}]}),
    ("scope", {"codes": [{"code": "south", "text": {"en": "the south"}}]}),
    ("evidence_above", {"power": "commit"}),
    ("evidence_above", {"currency": "PLN"}),
    ("dual_control", {"power": "commit"}),
    ("dual_control", {"currency": "PLN"}),
    ("dual_control", {"position": "clerk"}),
    ("dual_control", {"amount": 250001}),
    ("ladder", {"steps": ["query", "note", "condition", "recover", "hold"]}),
    ("ladder", {"steps": ["query", "note", "condition", "hold"]}),
    ("window", {"powers": ["query"]}),
    ("window", {"days": 91}),
    ("cooling_off", {"power": "pay"}),
    ("cooling_off", {"days": 13}),
]


@pytest.mark.parametrize(("kind", "change"), NOT_COVERED)
def test_a_wider_limit_is_not_covered(kind: str, change: dict[str, object]) -> None:
    example = KINDS[kind].EXAMPLE
    other = clause_from_json({**example, **change}, where="B1")
    assert not clause_from_json(example, where="B1").covers(other)


@settings(max_examples=500, deadline=None)
@given(MAKER, MAKER)
def test_evidence_by_amount_covers_just_what_needs_as_much_at_every_amount(
    wide: EvidenceAbove, narrow: EvidenceAbove
) -> None:
    narrow = replace(narrow, power=wide.power, currency=wide.currency)

    def given_enough(clause: EvidenceAbove, amount: int, evidence: frozenset[str]) -> bool:
        deed = replace(DEED, power=wide.power, currency=wide.currency)
        found = clause.check(replace(deed, amount=amount, evidence=evidence), FACTS)
        return found.verdict == "met"

    evidences = [frozenset(PROOFS[place:length]) for place in (0, 1) for length in (1, 2)]
    # The steps of MAKER are at 4 at most, so that nothing changes above 5.
    cases = [(amount, evidence) for amount in range(8) for evidence in (frozenset(), *evidences)]
    contained = all(given_enough(wide, *case) for case in cases if given_enough(narrow, *case))
    assert wide.covers(narrow) == contained


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 1000), st.integers(0, 3000), st.integers(0, 3000), st.integers(0, 3000))
def test_a_share_is_exact(per_mille: int, envelope: int, before: int, amount: int) -> None:
    clause = Share(id="B1", power="commit", of="area", per_mille=per_mille)
    asked = Moved(power="commit", of="area", code="a")
    facts = replace(FACTS, envelope=envelope, **answers(asked, before))
    found = clause.check(replace(DEED, area="a", amount=amount), facts)
    assert (found.verdict == "met") == ((before + amount) * 1000 <= per_mille * envelope)
    most = dict(found.words.params)["most"]
    assert most.minor == per_mille * envelope // 1000  # type: ignore[attr-defined]


def test_a_share_is_said_in_per_cent() -> None:
    clause = Share(id="B1", power="commit", of="area", per_mille=125)
    assert "12.5 per cent" in clause.in_words().render(PLAIN)
    assert "of the whole envelope: 100 per cent." in replace(
        clause, per_mille=1000
    ).in_words().render(PLAIN)
    assert "envelope: 0.1 per cent." in replace(clause, per_mille=1).in_words().render(PLAIN)


FIRST = datetime.min.replace(tzinfo=UTC)
LAST = datetime.max.replace(tzinfo=UTC)


@pytest.mark.parametrize(("made", "at"), [(FIRST, LAST), (LAST, FIRST), (LAST, LAST)])
def test_the_first_and_the_last_moment_raise_nothing(made: datetime, at: datetime) -> None:
    deed, facts = replace(DEED, made=made), replace(FACTS, at=at)
    for clause in (
        Window(id="B1", powers=("commit",), days=3660),
        CoolingOff(id="B1", power="commit", days=366),
        LastDates(id="B1", dates={"commit": made}),
    ):
        assert "{" not in clause.check(deed, facts).words.render(PLAIN)


@pytest.mark.parametrize("power", sorted(ALWAYS))
def test_what_only_stops_ends_or_warns_has_no_limit_in_time(power: str) -> None:
    assert power not in TIMED
    for build in (
        lambda: Window(id="B1", powers=(power,), days=1),
        lambda: CoolingOff(id="B1", power=power, days=1),
        lambda: LastDates(id="B1", dates={power: MAY}),
    ):
        with pytest.raises(BadInstrument):
            build()


def test_every_other_power_may_have_a_limit_in_time() -> None:
    assert {*TIMED, *ALWAYS} == set(POWERS)
