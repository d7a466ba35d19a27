"""An act from a file: what it says is taken exactly, and what it does not say is not known."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from remit.core.bounds import BadInstrument, Instrument, act_from_text, ask, instrument_from_json
from remit.core.bounds.act_yaml import STATES, act_from_data
from remit.core.bounds.yaml_writing import yaml_text
from tests.core.bounds.wrong import JUNK

AT = "2023-06-01T12:00:00Z"
ACT: dict[str, Any] = {
    "power": "commit",
    "amount": "90000.00",
    "purpose": "green",
    "matter": "park",
    "evidence": ["receipt"],
    "recipient": "family-7",
    "item": "green.4",
    "effect": "pilot",
    "until": "2023-07-01T00:00:00Z",
    "made": "2023-05-01T00:00:00Z",
    "risk": 2,
    "at": AT,
    "by": {"position": "clerk", "person": "one"},
    "facts": {
        "state": "in_force",
        "backed_until": "2024-01-01T00:00:00Z",
        "envelope_free": 500_000,
        "depth": 1,
        "duties": {"submit": "two"},
        "agreed": ["backer"],
        "history": [
            {"power": "commit", "amount": "10.01", "at": "2023-05-30T00:00:00Z"},
            {"power": "commit", "amount": 5, "at": AT, "recipient": "family-7"},
            {"power": "commit", "amount": 7, "at": "2023-06-01T12:00:00.000001Z"},
            {"power": "pay", "amount": 9, "at": "2023-05-30T00:00:00Z"},
        ],
        "file": [
            {
                "topic": "opinion",
                "scope": "matter",
                "about": "green.4",
                "code": "legal",
                "stance": "for",
                "position": "legal-adviser",
                "person": "three",
                "at": "2023-05-30T00:00:00Z",
                "until": None,
                "figures": {"days": 3},
            },
            {"topic": "concern", "scope": "remit", "at": "2023-05-30T00:00:00Z"},
        ],
    },
}
MORE: list[dict[str, Any]] = [
    {
        "kind": "total",
        "power": "commit",
        "of": "all",
        "days": 30,
        "amount": 20_000_000,
        "currency": "PLN",
    },
    {"kind": "opinion", "power": "commit", "about": "legal", "position": "legal-adviser"},
]


@pytest.fixture(scope="session")
def asking(sample: Any) -> Instrument:
    """The sample with clauses that ask what was done before, and what is on file."""
    data = sample()
    data["clauses"][3]["powers"]["advise"] = ["legal-adviser"]
    data["clauses"] += [MORE[0] | {"id": "B10"}, MORE[1] | {"id": "B11", "veto": True}]
    return instrument_from_json(data)


def test_every_field_is_taken_as_it_is(asking: Instrument) -> None:
    deed, facts = act_from_data(ACT, asking)
    assert (deed.power, deed.amount, deed.currency) == ("commit", 9_000_000, "PLN")
    assert (deed.purpose, deed.matter, deed.recipient) == ("green", "park", "family-7")
    assert (deed.effect, deed.risk, deed.item) == ("pilot", 2, "green.4")
    assert deed.until == datetime(2023, 7, 1, tzinfo=UTC)
    assert deed.evidence == frozenset({"receipt"})
    assert (facts.state, facts.backed, facts.depth) == ("in_force", True, 1)
    assert (facts.envelope_free, facts.envelope) == (50_000_000, 90_000_000)
    assert facts.positions == frozenset({"clerk"}) and facts.person == "one"
    assert facts.agreed == frozenset({"backer"}) and facts.duties == {"submit": "two"}
    moved, opinions = (facts.answers or {}).values()
    assert moved == 1501, "what is done later, and by another power, is not counted"
    assert isinstance(opinions, tuple)
    (entry,) = opinions
    assert (entry.stance, entry.person, entry.figure("days")) == ("for", "three", 3)
    assert ask(asking, deed, facts).verdict == "yes"


def test_yaml_and_json_say_the_same(asking: Instrument) -> None:
    expected = act_from_data(ACT, asking)
    assert act_from_text(json.dumps(ACT), asking) == expected
    assert act_from_text(yaml_text(ACT), asking) == expected
    decimal = json.dumps(ACT).replace('"10.01"', "10.01")
    assert act_from_text(decimal, asking) == expected


def test_what_is_not_said_is_not_known(asking: Instrument) -> None:
    deed, facts = act_from_text(f"power: commit\namount: 1\nat: {AT}\n", asking)
    assert (deed.currency, deed.purpose, deed.evidence) == ("PLN", None, frozenset())
    for name in ("state", "backed", "backed_until", "positions", "person", "envelope_free"):
        assert getattr(facts, name) is None
    assert (facts.depth, facts.duties, facts.answers) == (None, None, {})
    assert facts.agreed == frozenset(), "nobody has agreed who is not said to have"
    assert ask(asking, deed, facts).verdict == "no"


LEFT_OUT = ["purpose", "matter", "item", "by", "facts"]
FACTS_LEFT_OUT = ["state", "backed_until", "envelope_free", "history", "file"]


@pytest.mark.parametrize("name", [*LEFT_OUT, *FACTS_LEFT_OUT])
@pytest.mark.parametrize("null", [True, False])
def test_a_field_left_out_or_null_refuses(asking: Instrument, name: str, null: bool) -> None:
    act = {**ACT, "facts": dict(ACT["facts"])}
    inside = act if name in act else act["facts"]
    if null:
        inside[name] = None
    else:
        del inside[name]
    answer = ask(asking, *act_from_data(act, asking))
    assert answer.verdict == "no"
    assert all(found.verdict == "unknown" for found in answer.refusals)


def test_without_an_amount_no_money_moves(asking: Instrument) -> None:
    deed, _ = act_from_text(f"power: decide\nat: {AT}\n", asking)
    assert (deed.amount, deed.currency) == (None, None)


def test_an_amount_in_another_currency_has_its_decimals(asking: Instrument) -> None:
    deed, _ = act_from_data(ACT | {"amount": "1.234", "currency": "KWD"}, asking)
    assert (deed.amount, deed.currency) == (1234, "KWD")
    assert ask(asking, *act_from_data(ACT | {"currency": "EUR"}, asking)).verdict == "no"


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_one_that_is_known(asking: Instrument, state: str) -> None:
    act = {**ACT, "facts": {**ACT["facts"], "state": state}}
    found = ask(asking, *act_from_data(act, asking)).findings[0]
    assert found.code == state


ENTRY = {"topic": "concern", "scope": "remit", "at": AT}
USE = {"power": "commit", "amount": 1, "at": AT}
BAD: list[tuple[dict[str, Any], str, str]] = [
    ({"amuont": 1}, "field_unknown", "act"),
    ({"kind": "fund.commit"}, "field_unknown", "act"),
    ({"power": None}, "field_missing", "act"),
    ({"at": None}, "field_missing", "act"),
    ({"power": "fly"}, "not_one_of", "power"),
    ({"at": "2023-06-01"}, "not_moment", "at"),
    ({"at": "0001-01-01T00:00:00Z"}, "moment_far", "at"),
    ({"made": "9999-12-31T00:00:00Z"}, "moment_far", "made"),
    ({"amount": "1.001"}, "amount_decimals", "amount"),
    ({"amount": "much"}, "not_amount", "amount"),
    ({"amount": -1}, "not_amount", "amount"),
    ({"amount": 10**17}, "not_whole", "amount"),
    ({"currency": "zloty"}, "currency_shape", "currency"),
    ({"purpose": 7}, "not_text", "purpose"),
    ({"purpose": " "}, "text_missing", "purpose"),
    ({"matter": "x" * 201}, "text_too_long", "matter"),
    ({"evidence": "receipt"}, "not_list", "evidence"),
    ({"effect": "none"}, "not_one_of", "effect"),
    ({"risk": 6}, "not_whole", "risk"),
    ({"by": "clerk"}, "not_object", "by"),
    ({"by": {"office": "clerk"}}, "field_unknown", "by"),
    ({"by": {"person": 1}}, "not_text", "by.person"),
    ({"facts": []}, "not_object", "facts"),
    ({"facts": {"agreeed": []}}, "field_unknown", "facts"),
    ({"facts": {"state": "drafted"}}, "not_one_of", "facts.state"),
    ({"facts": {"backed_until": "soon"}}, "not_moment", "facts.backed_until"),
    ({"facts": {"depth": -1}}, "not_whole", "facts.depth"),
    ({"facts": {"agreed": "backer"}}, "not_list", "facts.agreed"),
    ({"facts": {"duties": {"fly": "one"}}}, "field_unknown", "facts.duties"),
    ({"facts": {"duties": {"pay": 1}}}, "not_text", "facts.duties.pay"),
    ({"facts": {"history": {}}}, "not_list", "facts.history"),
    ({"facts": {"history": [1]}}, "not_object", "facts.history.0"),
    ({"facts": {"history": [USE | {"amount": None}]}}, "field_missing", "facts.history.0"),
    ({"facts": {"history": [USE, USE | {"for": "a"}]}}, "field_unknown", "facts.history.1"),
    ({"facts": {"history": [USE | {"amount": "x"}]}}, "not_amount", "facts.history.0.amount"),
    ({"facts": {"file": [ENTRY | {"topic": "gossip"}]}}, "not_one_of", "facts.file.0.topic"),
    ({"facts": {"file": [ENTRY | {"about": "x"}]}}, "about_remit", "facts.file.0"),
    ({"facts": {"file": [ENTRY | {"scope": "matter"}]}}, "field_missing", "facts.file.0"),
    ({"facts": {"file": [ENTRY | {"figures": []}]}}, "not_object", "facts.file.0.figures"),
    (
        {"facts": {"file": [ENTRY | {"figures": {"days": "3"}}]}},
        "not_whole",
        "facts.file.0.figures.days",
    ),
]


@pytest.mark.parametrize(("change", "code", "where"), BAD)
def test_a_mistake_is_named_with_its_place(
    asking: Instrument, change: dict[str, Any], code: str, where: str
) -> None:
    with pytest.raises(BadInstrument) as caught:
        act_from_data(ACT | change, asking)
    assert (caught.value.code, caught.value.where) == (code, where)
    assert "{" not in str(caught.value)


def test_an_unknown_field_is_answered_with_those_that_are_known(asking: Instrument) -> None:
    with pytest.raises(BadInstrument) as caught:
        act_from_data(ACT | {"by": {"office": "clerk"}}, asking)
    assert "“office”" in str(caught.value) and "position, person" in str(caught.value)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_junk_raises_nothing_else(asking: Instrument, data: st.DataObject) -> None:
    act = {**ACT, "facts": dict(ACT["facts"])}
    inside = act["facts"] if data.draw(st.booleans()) else act
    inside[data.draw(st.sampled_from(sorted(inside)))] = data.draw(JUNK)
    try:
        found = act_from_data(act, asking)
    except BadInstrument as error:
        assert str(error)
    else:
        ask(asking, *found)
