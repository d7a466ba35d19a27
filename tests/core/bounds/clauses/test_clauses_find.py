"""What each kind of clause says of a deed, up to the last unit and the last moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from remit.core.bounds import KINDS, Clause, Powers, clause_from_json
from remit.core.words import PLAIN
from tests.core.bounds.clauses.samples import DEED, FACTS, cases_of

CASES = [case for kind in KINDS for case in cases_of(kind).CASES]
POWERS, ENVELOPE = cases_of("powers").CLAUSE, cases_of("envelope").CLAUSE


@pytest.mark.parametrize(("clause", "deed", "facts", "verdict", "code"), CASES)
def test_a_clause_finds(
    clause: Clause, deed: dict[str, Any], facts: dict[str, Any], verdict: str, code: str
) -> None:
    found = clause.check(replace(DEED, **deed), replace(FACTS, **facts))
    assert (found.verdict, found.code) == (verdict, code)
    assert (found.clause, found.kind) == (clause.id, clause.kind)
    read = found.words.render(PLAIN)
    assert read and "{" not in read
    asks = (found.whom, found.by_days, found.silence is not None)
    assert asks == (("backer", 7, True) if verdict == "needs" else (None, None, False))


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.kind)
def test_every_code_is_found_in_a_case(kind: type[Clause]) -> None:
    assert {code for clause, *_, code in CASES if type(clause) is kind} == set(kind.CODES)


def test_a_code_belongs_to_one_kind_and_has_one_verdict() -> None:
    codes = [code for kind in KINDS.values() for code in kind.CODES]
    assert len(codes) == len(set(codes))
    verdicts = {(verdict, code) for *_, verdict, code in CASES}
    assert len(verdicts) == len(codes)


def test_a_refusal_says_what_would_do() -> None:
    found = POWERS.check(replace(DEED, power="pay"), FACTS)
    assert found.words.render(PLAIN) == (
        "The position does not have the power to make a payment. These have it: treasurer."
    )
    found = ENVELOPE.check(replace(DEED, amount=12_345), FACTS)
    assert found.words.render(PLAIN) == "It would take 123.45 PLN, and only 1.00 PLN is free."


CLAUSES = sorted({id(clause): clause for clause, *_ in CASES}.values(), key=lambda c: c.id)


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.kind)
def test_a_clause_comes_back_from_json_as_it_was(clause: Clause) -> None:
    data = clause.to_json()
    assert clause_from_json(data, where="B1") == clause
    assert type(clause).from_json(data, where="B1") == clause
    assert list(data)[:2] == ["id", "kind"]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.kind)
def test_a_kind_is_documented_by_an_example_that_works(kind: type[Clause]) -> None:
    clause = clause_from_json(kind.EXAMPLE, where="B1")
    assert type(clause) is kind
    assert clause.to_json() == kind.EXAMPLE
    assert set(kind.PARAMS) == set(kind.EXAMPLE) - {"id", "kind"}
    assert kind.HEADING and kind.ABOUT.endswith(".")
    read = clause.in_words().render(PLAIN)
    assert read.endswith(".") and "{" not in read


def test_what_a_remit_does_not_name_is_shown_by_its_code() -> None:
    powers = Powers(id="B1", powers={"pay": ("harbour-master",)})
    assert "harbour-master: make a payment" in powers.in_words().render(PLAIN)


@pytest.mark.parametrize("amount", [-1, True, 1.0, "1"])
def test_a_deed_has_a_whole_amount(amount: Any) -> None:
    with pytest.raises(ValueError, match="amount"):
        replace(DEED, amount=amount)


@pytest.mark.parametrize("change", [{"effect": "none"}, {"risk": 0}, {"risk": 6}, {"risk": True}])
def test_a_deed_has_an_effect_and_a_risk_that_there_are(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(change))):
        replace(DEED, **change)


@pytest.mark.parametrize("field", ["until", "made"])
def test_a_moment_of_a_deed_has_its_time_zone(field: str) -> None:
    with pytest.raises(ValueError, match="time zone"):
        replace(DEED, **{field: datetime.fromisoformat("2023-05-01T00:00:00")})


@pytest.mark.parametrize("field", ["at", "backed_until"])
def test_a_fact_has_its_time_zone(field: str) -> None:
    with pytest.raises(ValueError, match="time zone"):
        replace(FACTS, **{field: datetime.fromisoformat("2023-05-01T00:00:00")})
