"""Real cases with published figures, as data alone: every remit holds, every act has its answer."""

from __future__ import annotations

import pytest

from remit.core.bounds import (
    Ground,
    Instrument,
    ask,
    back_words,
    covers,
    fails,
    front_words,
    instrument_from_yaml,
    instrument_words,
    instrument_yaml,
    preflight,
)
from remit.core.bounds.act_yaml import act_from_data
from remit.core.bounds.easy_read import easy_read
from remit.core.words import PLAIN
from tests.scenarios.cases import SCENARIOS, Case, cases, instruments, parent_of

EXPECTED_SCENARIOS = ("S1", "S2", "S3", "S4", "S5", "S6")
INSTRUMENTS = [(scenario, name) for scenario in SCENARIOS for name in instruments(scenario)]
CASES = [case for scenario in SCENARIOS for case in cases(scenario)]


def test_every_scenario_is_there() -> None:
    assert SCENARIOS == EXPECTED_SCENARIOS


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_something_is_granted_in_every_scenario(scenario: str) -> None:
    assert any(parent_of(scenario, found) for found in instruments(scenario).values())


@pytest.mark.parametrize(("scenario", "name"), INSTRUMENTS)
class TestInstrument:
    def test_it_holds_together(self, scenario: str, name: str) -> None:
        found = instruments(scenario)[name]
        assert found.problems() == ()
        assert instrument_from_yaml(instrument_yaml(found)) == found

    def test_it_is_no_wider_than_what_it_stands_under(self, scenario: str, name: str) -> None:
        child = instruments(scenario)[name]
        parent = parent_of(scenario, child)
        assert parent is None or [str(problem) for problem in covers(parent, child)] == []

    def test_it_is_fit_to_be_granted(self, scenario: str, name: str) -> None:
        found = instruments(scenario)[name]
        points = fails(preflight(found, ground(found, parent_of(scenario, found))))
        assert [point.words.render(PLAIN) for point in points] == []

    def test_people_can_read_it(self, scenario: str, name: str) -> None:
        found = instruments(scenario)[name]
        said = [*front_words(found), *back_words(found)]
        said += [text for _, _, text in instrument_words(found)]
        for section in easy_read(found):
            said += [section.heading, *section.sentences]
        assert all("{" not in text.render(PLAIN) for text in said)


def ground(found: Instrument, parent: Instrument | None) -> Ground:
    """The day on which it begins, with all the money of its parent still there."""
    return Ground(
        at=found.period.starts,
        parent=parent,
        parent_state="in_force" if parent else None,
        parent_backed_until=parent.backed_until if parent else None,
        free=parent.envelope.amount if parent else None,
        held=None,
    )


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_act_has_its_answer(case: Case) -> None:
    instrument = instruments(case.scenario)[case.under]
    answer = ask(instrument, *act_from_data(case.act, instrument))
    told = [f"{f.clause} {f.code}" for f in answer.findings if f.verdict != "met"]
    assert answer.verdict == case.expect, told
    (decisive,) = [f for f in answer.findings if f.clause == case.by_clause]
    if case.expect != "yes":
        assert told == [f"{decisive.clause} {decisive.code}"], "this clause alone decides"
    if case.finding is not None:
        assert decisive.code == case.finding
    assert (decisive.whom, decisive.by_days, decisive.silence) == (
        case.whom,
        case.days,
        case.silence,
    )


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_two_acts_have_one_name(scenario: str) -> None:
    names = [str(case) for case in CASES if case.scenario == scenario]
    assert len(set(names)) == len(names)
