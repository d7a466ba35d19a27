"""May this deed be done? All clauses answer, and what is not known never lets anything pass."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.bounds import (
    POWERS,
    Deed,
    Facts,
    Instrument,
    ask,
    finding_from_json,
    finding_json,
    leaf_finding,
    standing,
)
from remit.core.log import decode_leaf, encode_leaf
from remit.core.words import PLAIN

AT = datetime(2023, 6, 1, 12, tzinfo=UTC)
UNTIL = datetime(2024, 1, 1, tzinfo=UTC)
COMMIT = Deed(
    kind="fund.commit",
    power="commit",
    amount=9_000_000,
    currency="PLN",
    purpose="green",
    matter="park",
    evidence=frozenset(),
)
PAY = replace(COMMIT, kind="fund.pay", power="pay", evidence=frozenset({"receipt"}))
FACTS = Facts(
    at=AT,
    state="in_force",
    backed=True,
    backed_until=UNTIL,
    positions=frozenset({"clerk", "treasurer"}),
    person="one",
    envelope_free=90_000_000,
    duties={"submit": "one", "approve": "two"},
)


def test_in_bounds_is_yes(remit: Instrument) -> None:
    for deed in (COMMIT, PAY):
        answer = ask(remit, deed, FACTS)
        assert answer.verdict == "yes"
        assert answer.whom is None
        assert answer.refusals == ()


def test_everything_answers_in_order(remit: Instrument) -> None:
    findings = ask(remit, COMMIT, FACTS).findings
    assert [found.clause for found in findings] == [
        "B0",
        "backing",
        *(f"B{n}" for n in range(1, 10)),
    ]
    assert [found.kind for found in findings[:3]] == ["in_force", "backing", "period"]


def test_above_the_amount_somebody_is_asked(remit: Instrument) -> None:
    deed = replace(COMMIT, amount=10_000_001)
    answer = ask(remit, deed, FACTS)
    assert (answer.verdict, answer.whom, answer.refusals) == ("ask", "backer", ())
    assert ask(remit, deed, replace(FACTS, agreed=frozenset({"backer"}))).verdict == "yes"
    assert ask(remit, replace(COMMIT, amount=10_000_000), FACTS).verdict == "yes"


def test_a_no_is_stronger_than_an_ask_and_gives_all_its_reasons(remit: Instrument) -> None:
    deed = replace(COMMIT, amount=20_000_001, purpose="war", matter=None)
    answer = ask(remit, deed, FACTS)
    assert answer.verdict == "no"
    assert answer.whom == "backer"
    codes = ["purpose_not_listed", "cap_exceeded", "reserved_unnamed"]
    assert [found.code for found in answer.refusals] == codes


def test_what_is_not_known_is_not_asked_about(remit: Instrument) -> None:
    answer = ask(remit, replace(COMMIT, amount=10_000_001), replace(FACTS, envelope_free=None))
    assert {found.verdict for found in answer.findings} == {"met", "needs", "unknown"}
    assert answer.verdict == "no"


STANDING: list[tuple[dict[str, Any], str, str, str]] = [
    ({"state": "in_force"}, "B0", "met", "in_force"),
    ({"state": "granted"}, "B0", "breached", "granted"),
    ({"state": "suspended"}, "B0", "breached", "suspended"),
    ({"state": "ended"}, "B0", "breached", "ended"),
    ({"state": None}, "B0", "unknown", "state_unknown"),
    ({"state": "renewed"}, "B0", "unknown", "state_unknown"),
    ({"at": UNTIL - timedelta(microseconds=1)}, "backing", "met", "backed"),
    ({"at": UNTIL}, "backing", "breached", "backing_over"),
    ({"backed": False}, "backing", "breached", "not_backed"),
    ({"backed": False, "backed_until": None}, "backing", "breached", "not_backed"),
    ({"backed": None}, "backing", "unknown", "backing_unknown"),
    ({"backed_until": None}, "backing", "unknown", "backing_unknown"),
]


@pytest.mark.parametrize(("facts", "clause", "verdict", "code"), STANDING)
def test_a_remit_must_stand(
    remit: Instrument, facts: dict[str, Any], clause: str, verdict: str, code: str
) -> None:
    answer = ask(remit, COMMIT, replace(FACTS, **facts))
    (found,) = [found for found in answer.findings if found.clause == clause]
    assert (found.verdict, found.code) == (verdict, code)
    assert "{" not in found.words.render(PLAIN)
    assert (answer.verdict == "yes") == (verdict == "met")


ALWAYS = ("ends_only", "backing_not_needed")


@pytest.mark.parametrize("state", ["granted", "in_force", "suspended", "ended"])
def test_what_only_ends_a_remit_is_bound_by_neither_state_nor_backing(
    remit: Instrument, state: str
) -> None:
    over = replace(FACTS, state=state, backed=False, at=UNTIL)
    deed = replace(COMMIT, kind="charter.lapse", power="lapse", amount=None, currency=None)
    findings = ask(remit, deed, over).findings
    assert tuple(found.code for found in findings[:3]) == (*ALWAYS, "period_not_touched")
    assert {found.verdict for found in findings[:3]} == {"met"}
    assert ask(remit, COMMIT, over).verdict == "no"


def test_every_code_of_standing_is_found_in_a_case() -> None:
    codes = {code for *_, code in STANDING} | {"unsound", *ALWAYS}
    assert codes == set(standing.IN_FORCE_CODES) | set(standing.BACKING_CODES)


@pytest.mark.parametrize("kind", ["period", "purpose", "envelope", "powers"])
def test_without_a_clause_that_is_required_nothing_is_done(remit: Instrument, kind: str) -> None:
    left = tuple(clause for clause in remit.clauses if clause.kind != kind)
    answer = ask(replace(remit, clauses=left), COMMIT, FACTS)
    assert answer.verdict == "no"
    assert answer.findings[0].code == "unsound"
    assert "{" not in answer.findings[0].words.render(PLAIN)


SPECIAL = ("at", "agreed", "envelope", "depth", "answers")
"""Facts that not every act needs; which kinds do is tried in test_bounds_cover_properties."""
FORGETTABLE = [field.name for field in fields(Facts) if field.name not in SPECIAL]


@pytest.mark.parametrize("name", FORGETTABLE)
def test_a_missing_fact_never_gives_a_yes(remit: Instrument, name: str) -> None:
    assert ask(remit, PAY, FACTS).verdict == "yes"
    answer = ask(remit, PAY, replace(FACTS, **{name: None}))
    assert answer.verdict == "no"
    assert all(found.verdict == "unknown" for found in answer.refusals)


def test_not_knowing_who_agreed_refuses(remit: Instrument) -> None:
    deed = replace(COMMIT, amount=10_000_001)
    assert ask(remit, deed, replace(FACTS, agreed=None)).verdict == "no"


@pytest.mark.parametrize("name", ["currency", "purpose", "matter"])
def test_a_deed_with_money_says_what_it_is(remit: Instrument, name: str) -> None:
    assert ask(remit, replace(PAY, **{name: None}), FACTS).verdict == "no"


DEEDS = st.builds(
    Deed,
    kind=st.just("a.b"),
    power=st.sampled_from([*POWERS, "unheard_of"]),
    amount=st.none() | st.integers(0, 30_000_000),
    currency=st.sampled_from([None, "PLN", "EUR"]),
    purpose=st.sampled_from([None, "green", "war"]),
    matter=st.sampled_from([None, "park", "cemetery"]),
    evidence=st.frozensets(st.sampled_from(["receipt", "tally"])),
)
KNOWN = st.builds(
    Facts,
    at=st.sampled_from([AT, UNTIL, AT - timedelta(days=365)]),
    state=st.sampled_from(["granted", "in_force", "suspended", "ended"]),
    backed=st.booleans(),
    backed_until=st.sampled_from([AT, UNTIL]),
    positions=st.frozensets(st.sampled_from(["clerk", "treasurer", "accountable-officer"])),
    person=st.sampled_from(["one", "two"]),
    envelope_free=st.integers(-5, 30_000_000),
    duties=st.dictionaries(st.sampled_from(["submit", "approve", "pay"]), st.just("one")),
    agreed=st.frozensets(st.just("backer")),
)


@settings(max_examples=200, deadline=None)
@given(DEEDS, KNOWN, st.sets(st.sampled_from(FORGETTABLE)))
def test_ask_is_total_and_forgetting_never_helps(
    remit: Instrument, deed: Deed, facts: Facts, gone: set[str]
) -> None:
    known = ask(remit, deed, facts)
    less = ask(remit, deed, replace(facts, **dict.fromkeys(gone, None)))
    order = ["no", "ask", "yes"]
    assert order.index(less.verdict) <= order.index(known.verdict)
    for answer in (known, less):
        assert len(answer.findings) == len(remit.clauses) + 2
        verdicts = {found.verdict for found in answer.findings}
        assert (answer.verdict == "yes") == (verdicts == {"met"})
        assert (answer.verdict == "no") == bool(answer.refusals)
        for found in answer.findings:
            assert "{" not in found.words.render(PLAIN)
            assert finding_from_json(finding_json(found)) == found


def test_a_finding_survives_the_record(remit: Instrument) -> None:
    answer = ask(remit, replace(COMMIT, amount=10_000_001), replace(FACTS, at=UNTIL))
    for found in answer.findings:
        data = decode_leaf(encode_leaf({"finding": finding_json(found)}))["finding"]
        assert isinstance(data, dict)
        again = finding_from_json(data)
        assert finding_json(again) == finding_json(found)
        assert again.words.render(PLAIN) == found.words.render(PLAIN)
        assert set(leaf_finding(found)) == {"clause", "kind", "verdict", "code"}
    asked = finding_json(answer.findings[-1])
    assert (asked["whom"], asked["by_days"]) == ("backer", 7)


BAD_FINDINGS: list[dict[str, object]] = [
    {"clause": 1},
    {"verdict": "perhaps"},
    {"words": "It is not."},
    {"whom": 1},
    {"by_days": True},
    {"more": 1},
]


@pytest.mark.parametrize("change", BAD_FINDINGS)
def test_what_is_no_finding_is_not_read(remit: Instrument, change: dict[str, object]) -> None:
    data = finding_json(ask(remit, COMMIT, FACTS).findings[0])
    with pytest.raises(ValueError):
        finding_from_json(data | change)
