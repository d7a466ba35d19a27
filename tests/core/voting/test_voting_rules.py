"""Rules are data: every field explicit, in JSON and back, and nonsense refused."""

from __future__ import annotations

import dataclasses
import json

import pytest

from remit.core.voting import (
    PRESETS,
    Add1,
    Comparison,
    EqualSharesRule,
    GreedyRule,
    Rule,
    rule_from_json,
    rule_json,
)

GREEDY = GreedyRule(min_votes=3, unaffordable="stop", ties=("max_cost", "lexicographic"))


@pytest.mark.parametrize("rule", [*PRESETS.values(), GREEDY])
def test_a_rule_survives_json(rule: Rule) -> None:
    assert rule_from_json(json.loads(json.dumps(rule_json(rule)))) == rule


@pytest.mark.parametrize("kind", [GreedyRule, EqualSharesRule, Add1, Comparison])
def test_no_field_has_a_default(kind: type) -> None:
    for field in dataclasses.fields(kind):
        assert field.default is dataclasses.MISSING, field.name
        assert field.default_factory is dataclasses.MISSING, field.name


def test_the_json_of_a_preset_spells_out_everything() -> None:
    assert rule_json(PRESETS["wieliczka2023"]) == {
        "rule": "equal_shares",
        "utility": "cost",
        "start": "floor",
        "completion": {"kind": "add1", "step": 1, "stop": "infeasible"},
        "comparison": {
            "kind": "satisfaction",
            "satisfaction": "count",
            "even": "equal_shares",
            "rival": {
                "rule": "greedy",
                "score": "votes",
                "min_votes": 1,
                "unaffordable": "skip",
                "ties": ["min_cost", "refuse"],
            },
        },
        "ties": ["min_cost", "max_votes", "refuse"],
    }


BAD_FIELDS: list[dict[str, object]] = [
    {"rule": "guess"},
    {"utility": "joy"},
    {"start": None},
    {"completion": {"kind": "add1", "step": 0, "stop": "infeasible"}},
    {"completion": {"kind": "add1", "step": True, "stop": "infeasible"}},
    {"completion": {"kind": "add1", "step": 1, "stop": "tired"}},
    {"completion": {"kind": "add2", "step": 1, "stop": "infeasible"}},
    {"completion": None},
    {"comparison": {"kind": "none", "even": "greedy"}},
    {"comparison": {"kind": "satisfaction", "satisfaction": "count", "even": "greedy"}},
    {"ties": ["min_cost"]},
    {"ties": []},
    {"ties": ["refuse", "min_cost"]},
    {"ties": ["refuse", "lexicographic"]},
    {"ties": ["min_cost", "min_cost", "refuse"]},
    {"ties": ["coin", "refuse"]},
    {"ties": "refuse"},
    {"ties": [1]},
    {"extra": 1},
]


@pytest.mark.parametrize("bad", BAD_FIELDS)
def test_a_rule_that_is_not_understood_is_refused(bad: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        rule_from_json({**rule_json(PRESETS["swiecie2023"]), **bad})


@pytest.mark.parametrize("field", list(rule_json(PRESETS["swiecie2023"])))
def test_no_field_may_be_left_out(field: str) -> None:
    data = rule_json(PRESETS["swiecie2023"])
    del data[field]
    with pytest.raises(ValueError, match=r".+"):
        rule_from_json(data)


@pytest.mark.parametrize("bad", [None, [], "greedy", 1])
def test_what_is_no_object_is_refused(bad: object) -> None:
    with pytest.raises(ValueError, match="object"):
        rule_from_json(bad)
