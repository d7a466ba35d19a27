"""What the bounds would say is what they say when it is done; and asking leaves no trace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from remit.core.bounds import Clearance, Deed, Interests, finding_from_json
from remit.record import supposing
from remit.record.perform import Asked, Refused, set_scene
from remit.record.registry import ACTS
from remit.stages.charter.acts import Declare, Verify
from tests.journeys.every_page import traces
from tests.record.examples import example_of
from tests.town import (
    ASK_ABOVE,
    CURRENCY,
    ENDS,
    ENVELOPE,
    NOON,
    REMIT,
    ROOT,
    Town,
    bounds,
    commit,
    person,
    residents,
    said,
)

UNDER_A_REMIT = sorted(ACTS.keys() - {"agency.establish"})


def deed(power: str = "decide", **more: object) -> Deed:
    given = {
        "kind": "may.i",
        "power": power,
        "amount": 100_000,
        "currency": CURRENCY,
        "purpose": "park",
        "matter": "none",
        "evidence": frozenset(),
        **more,
    }
    return Deed(**given)  # type: ignore[arg-type]


def codes(found: Deed, **more: object) -> dict[str, str]:
    """By clause, what it would find."""
    given = {"at": NOON, "position": "clerk", **more}
    answer = supposing.suppose(REMIT, found, **given)  # type: ignore[arg-type]
    assert answer is not None
    return {finding.clause: finding.code for finding in answer[0].findings}


@pytest.mark.parametrize("kind", UNDER_A_REMIT)
def test_it_says_beforehand_what_is_then_said(db: None, home: object, kind: str) -> None:
    example = example_of(kind)
    town, act = example.ready(), example.act()
    by = town.actor(example.by)
    assert example.under is not None
    scene = set_scene(act, by=by, under=example.under, at=example.at)
    supposed = supposing.suppose(
        example.under, act.deed(scene), at=example.at, position=by.position, person=by.person
    )
    assert supposed is not None
    answer, instrument = supposed
    assert instrument == scene.instrument
    record = town.do(act, by=example.by, under=example.under, at=example.at)
    then = [finding_from_json(found) for found in record.reasons]
    assert [(f.clause, f.code) for f in answer.findings] == [(f.clause, f.code) for f in then]
    assert answer.verdict == "yes"


def test_an_ask_and_a_no_are_said_beforehand_too(town_at: Callable[[str], Town]) -> None:
    town = town_at("adopted")
    for act, outcome in ((commit("1", ASK_ABOVE + 1), Asked), (commit("1", 400_001), Refused)):
        scene = set_scene(act, by=town.actor("clerk"), under=REMIT, at=NOON)
        supposed = supposing.suppose(REMIT, act.deed(scene), at=NOON, position="clerk")
        assert supposed is not None
        with pytest.raises(outcome) as caught:
            town.do(act)
        then = [f["code"] for f in caught.value.record.reasons]
        assert [found.code for found in supposed[0].findings] == then


def test_of_no_remit_nothing_is_said(town: Town) -> None:
    assert supposing.suppose("T-9", deed(), at=NOON, position="clerk") is None


def test_nothing_is_left_behind(town: Town) -> None:
    before = traces()
    codes(deed("commit"))
    assert traces() == before


def test_it_is_said_for_another_day(town: Town) -> None:
    assert codes(deed())["B1"] == "period_within"
    assert codes(deed(), at=ENDS)["B1"] == "period_over"
    assert codes(deed(), at=ENDS)["backing"] == "backing_over"


def test_it_is_said_for_a_position_whoever_holds_it(town: Town) -> None:
    assert codes(deed())["B6"] == "power_held"
    assert codes(deed(), position="treasurer")["B6"] == "power_not_held"


def test_money_that_was_set_aside_for_the_matter_is_what_it_draws_on(
    town_at: Callable[[str], Town],
) -> None:
    town_at("adopted")  # 500,000 of it
    item = {"item": "park.1"}
    assert codes(deed("commit", amount=400_000, **item))["B3"] == "envelope_enough"
    assert codes(deed("commit", amount=400_001, **item))["B3"] == "envelope_short"
    assert codes(deed("commit", amount=ENVELOPE - 500_000))["B3"] == "envelope_enough"
    assert codes(deed("commit", amount=ENVELOPE - 499_999))["B3"] == "envelope_short"


def test_the_agencys_own_money_is_what_was_appropriated(town_at: Callable[[str], Town]) -> None:
    town_at("founded")
    found = supposing.suppose(ROOT, deed("decide"), at=NOON, position="clerk")
    assert found is not None
    assert {f.clause: f.code for f in found[0].findings}["B3"] == "envelope_enough"


def test_a_visitors_file_is_empty_and_a_persons_own_counts(town_at: Callable[[str], Town]) -> None:
    town = town_at("founded")
    personal = (
        Clearance(id="B10", power="decide", about="criminal-record"),
        Interests(id="B11", power="decide", relatives="refuse", position="", days=0),
    )
    town.grant(residents(clauses=(*bounds(), *personal)))
    town.back()
    seen = Verify(
        person=person("clerk"),
        code="criminal-record",
        stance="cleared",
        until=ENDS,
        text=said("Seen."),
    )
    town.do(seen, by="accountable-officer")
    town.do(Declare(code="sister", stance="relative", text=said("My sister.")))
    asked = deed(recipient="sister")
    later = {"at": NOON + timedelta(hours=1)}
    nobody = codes(asked, **later)
    assert (nobody["B10"], nobody["B11"]) == ("clearance_not_held", "interests_none")
    clerk = codes(asked, person=person("clerk"), **later)
    assert (clerk["B10"], clerk["B11"]) == ("clearance_held", "interests_relative")
    other = codes(asked, person=person("treasurer"), **later)
    assert (other["B10"], other["B11"]) == ("clearance_not_held", "interests_none")
