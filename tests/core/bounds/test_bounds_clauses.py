"""What each kind of clause says of a deed, up to the last unit and the last moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from remit.core.bounds import (
    KINDS,
    AskAbove,
    Cap,
    Clause,
    Deed,
    Duties,
    Envelope,
    Evidence,
    Facts,
    Period,
    Powers,
    Purpose,
    Reserved,
    clause_from_json,
)
from remit.core.words import PLAIN

MAY = datetime(2023, 5, 1, tzinfo=UTC)
JANUARY = datetime(2024, 1, 1, tzinfo=UTC)
TICK = timedelta(microseconds=1)

DEED = Deed(
    kind="fund.commit",
    power="commit",
    amount=100,
    currency="PLN",
    purpose="green",
    matter="park",
    evidence=frozenset(),
)
FACTS = Facts(
    at=MAY,
    state="in_force",
    backed=True,
    backed_until=JANUARY,
    positions=frozenset({"clerk"}),
    person="one",
    envelope_free=100,
    duties={},
)
NO_MONEY: dict[str, Any] = {"amount": None, "currency": None}

PERIOD = Period(id="B1", starts=MAY, ends=JANUARY)
PURPOSE = Purpose(id="B2", purposes=(("green", {"en": "green spaces"}), ("sport", {"en": "sport"})))
ENVELOPE = Envelope(id="B3", amount=500, currency="PLN")
CAP = Cap(id="B4", power="commit", amount=100, currency="PLN")
RESERVED = Reserved(id="B5", matters=(("cemetery", {"en": "the cemetery"}),))
POWERS = Powers(id="B6", powers={"commit": ("clerk", "treasurer"), "pay": ("treasurer",)})
EVIDENCE = Evidence(id="B7", evidence={"pay": ("receipt", "photo")})
DUTIES = Duties(id="B8", pairs=(("submit", "approve"), ("approve", "pay")))
ASK = AskAbove(id="B9", power="commit", amount=50, currency="PLN", position="backer", days=7)

Case = tuple[Clause, dict[str, Any], dict[str, Any], str, str]
CASES: list[Case] = [
    (PERIOD, {}, {"at": MAY}, "met", "period_within"),
    (PERIOD, {}, {"at": JANUARY - TICK}, "met", "period_within"),
    (PERIOD, {}, {"at": MAY - TICK}, "breached", "period_not_begun"),
    (PERIOD, {}, {"at": JANUARY}, "breached", "period_over"),
    (PERIOD, {"power": "lapse"}, {"at": JANUARY}, "met", "period_not_touched"),
    (PURPOSE, {}, {}, "met", "purpose_listed"),
    (PURPOSE, {"purpose": "war"}, {}, "breached", "purpose_not_listed"),
    (PURPOSE, {"purpose": "war"} | NO_MONEY, {}, "breached", "purpose_not_listed"),
    (PURPOSE, {"purpose": None}, {}, "unknown", "purpose_unnamed"),
    (PURPOSE, {"purpose": None, "amount": 0}, {}, "unknown", "purpose_unnamed"),
    (PURPOSE, {"purpose": None} | NO_MONEY, {}, "met", "purpose_not_touched"),
    (ENVELOPE, {}, {"envelope_free": 100}, "met", "envelope_enough"),
    (ENVELOPE, {"amount": 101}, {"envelope_free": 100}, "breached", "envelope_short"),
    (ENVELOPE, {"amount": 0}, {"envelope_free": -1}, "breached", "envelope_short"),
    (ENVELOPE, {"currency": "EUR"}, {}, "breached", "envelope_currency"),
    (ENVELOPE, {"currency": None}, {}, "unknown", "envelope_currency_unnamed"),
    (ENVELOPE, {}, {"envelope_free": None}, "unknown", "envelope_unknown"),
    (ENVELOPE, NO_MONEY, {"envelope_free": None}, "met", "envelope_not_touched"),
    (CAP, {"amount": 100}, {}, "met", "cap_within"),
    (CAP, {"amount": 101}, {}, "breached", "cap_exceeded"),
    (CAP, {"currency": "EUR"}, {}, "breached", "cap_currency"),
    (CAP, {"currency": None}, {}, "unknown", "cap_currency_unnamed"),
    (CAP, {"power": "pay", "amount": 101}, {}, "met", "cap_not_touched"),
    (CAP, NO_MONEY, {}, "met", "cap_not_touched"),
    (RESERVED, {}, {}, "met", "reserved_clear"),
    (RESERVED, {"matter": "cemetery"}, {}, "breached", "reserved_matter"),
    (RESERVED, {"matter": "cemetery"} | NO_MONEY, {}, "breached", "reserved_matter"),
    (RESERVED, {"matter": None}, {}, "unknown", "reserved_unnamed"),
    (RESERVED, {"matter": None} | NO_MONEY, {}, "met", "reserved_not_touched"),
    (POWERS, {}, {}, "met", "power_held"),
    (POWERS, {}, {"positions": frozenset({"x", "treasurer"})}, "met", "power_held"),
    (POWERS, {"power": "grant"}, {}, "breached", "power_not_given"),
    (POWERS, {"power": "grant"}, {"positions": None}, "breached", "power_not_given"),
    (POWERS, {"power": "pay"}, {}, "breached", "power_not_held"),
    (POWERS, {}, {"positions": frozenset()}, "breached", "power_not_held"),
    (POWERS, {}, {"positions": None}, "unknown", "power_position_unknown"),
    (EVIDENCE, {}, {}, "met", "evidence_not_needed"),
    (EVIDENCE, {"power": "pay", "evidence": {"receipt"}}, {}, "breached", "evidence_missing"),
    (EVIDENCE, {"power": "pay", "evidence": {"receipt", "photo"}}, {}, "met", "evidence_given"),
    (DUTIES, {}, {"duties": None, "person": None}, "met", "duties_not_touched"),
    (DUTIES, {"power": "pay"}, {"duties": {"approve": "two"}}, "met", "duties_separate"),
    (DUTIES, {"power": "pay"}, {"duties": {"submit": "one"}}, "met", "duties_separate"),
    (DUTIES, {"power": "pay"}, {"duties": {"pay": "one"}}, "met", "duties_separate"),
    (DUTIES, {"power": "pay"}, {"duties": {"approve": "one"}}, "breached", "duties_joined"),
    (DUTIES, {"power": "submit"}, {"duties": {"approve": "one"}}, "breached", "duties_joined"),
    (DUTIES, {"power": "approve"}, {"duties": {"pay": "one"}}, "breached", "duties_joined"),
    (DUTIES, {"power": "pay"}, {"person": None}, "unknown", "duties_person_unknown"),
    (DUTIES, {"power": "pay"}, {"duties": None}, "unknown", "duties_unknown"),
    (ASK, {"amount": 50}, {}, "met", "ask_below"),
    (ASK, {"amount": 51}, {}, "needs", "ask_needed"),
    (ASK, {"amount": 51}, {"agreed": frozenset({"clerk"})}, "needs", "ask_needed"),
    (ASK, {"amount": 51}, {"agreed": frozenset({"backer"})}, "met", "ask_agreed"),
    (ASK, {"amount": 51}, {"agreed": None}, "unknown", "ask_unknown"),
    (ASK, {"currency": "EUR"}, {}, "breached", "ask_currency"),
    (ASK, {"currency": None}, {}, "unknown", "ask_currency_unnamed"),
    (ASK, {"power": "pay"}, {}, "met", "ask_not_touched"),
    (ASK, NO_MONEY, {"agreed": None}, "met", "ask_not_touched"),
]


@pytest.mark.parametrize(("clause", "deed", "facts", "verdict", "code"), CASES)
def test_a_clause_finds(
    clause: Clause, deed: dict[str, Any], facts: dict[str, Any], verdict: str, code: str
) -> None:
    found = clause.check(replace(DEED, **deed), replace(FACTS, **facts))
    assert (found.verdict, found.code) == (verdict, code)
    assert (found.clause, found.kind) == (clause.id, clause.kind)
    read = found.words.render(PLAIN)
    assert read and "{" not in read
    assert (found.whom, found.by_days) == (("backer", 7) if verdict == "needs" else (None, None))


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


@pytest.mark.parametrize("field", ["at", "backed_until"])
def test_a_fact_has_its_time_zone(field: str) -> None:
    with pytest.raises(ValueError, match="time zone"):
        replace(FACTS, **{field: datetime.fromisoformat("2023-05-01T00:00:00")})
