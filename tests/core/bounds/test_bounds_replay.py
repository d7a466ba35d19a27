"""A draft that is tried on acts of the past answers as it would have, to the last penny."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import permutations

import pytest

from remit.core.bounds import (
    Duties,
    Entry,
    Evidence,
    Filed,
    Opinion,
    Powers,
    Total,
    clause_from_json,
)
from remit.core.bounds.replay import Replay, Sum, Trial, replay
from tests.core.bounds.trials import ASK, AT, CAP, DEED, FAMILIES, ruled, trial


def verdicts(found: Replay) -> list[str]:
    return [one.answer.verdict for one in found.tried]


def test_up_to_the_last_penny() -> None:
    asks = ruled(FAMILIES, ASK)
    assert verdicts(replay(asks, [trial(49_999)])) == ["yes"]
    assert verdicts(replay(asks, [trial(50_000)])) == ["yes"]
    assert verdicts(replay(asks, [trial(50_001)])) == ["ask"]
    rich = replace(FAMILIES.clauses[2], amount=9_000_000)
    capped = ruled(
        replace(FAMILIES, clauses=(*FAMILIES.clauses[:2], rich, FAMILIES.clauses[3])), CAP
    )
    assert verdicts(replay(capped, [trial(1_000_000)])) == ["yes"]
    assert verdicts(replay(capped, [trial(1_000_001)])) == ["no"]


def test_the_sums_are_exact() -> None:
    draft = ruled(FAMILIES, ASK, replace(CAP, amount=60_000))
    trials = [
        trial(49_999, day=1),
        trial(50_001, day=2),
        trial(60_001, day=3),
        trial(700, day=4, purpose="war"),
        trial(60_002, day=5, purpose=None),
        trial(None, day=6),
        trial(300, day=7, purpose=None),
    ]
    found = replay(draft, trials)
    assert verdicts(found) == ["yes", "ask", "no", "no", "no", "yes", "no"]
    assert found.answered("yes") == Sum(2, 49_999)
    assert found.answered("ask") == Sum(1, 50_001)
    assert found.answered("no") == Sum(4, 60_001 + 700 + 60_002 + 300)
    assert found.unknown == Sum(1, 300)
    assert [one.done for one in found.tried] == [True, False, False, False, False, True, False]
    by_clause = {c.clause: (c.stopped, c.asked, c.unknown) for c in found.clauses}
    nothing = (Sum(), Sum(), Sum())
    assert list(by_clause) == ["B0", "backing", *(f"B{n}" for n in range(1, 7))]
    assert by_clause["B2"] == (Sum(1, 700), Sum(), Sum(2, 60_302))
    assert by_clause["B5"] == (Sum(), Sum(1, 50_001), Sum())
    assert by_clause["B6"] == (Sum(2, 120_003), Sum(), Sum())
    for clause in ("B0", "backing", "B1", "B3", "B4"):
        assert by_clause[clause] == nothing


def test_the_envelope_goes_down_with_what_is_done() -> None:
    trials = [trial(600_000, day=1), trial(400_001, day=2), trial(400_000, day=3), trial(1, day=4)]
    found = replay(FAMILIES, trials)
    assert verdicts(found) == ["yes", "no", "yes", "no"]
    short = [[f.code for f in one.answer.refusals] for one in found.tried]
    assert short == [[], ["envelope_short"], [], ["envelope_short"]]


def test_what_is_asked_is_done_only_if_that_is_assumed() -> None:
    draft = ruled(FAMILIES, ASK)
    trials = [trial(600_000, day=1), trial(600_000, day=2)]
    assert verdicts(replay(draft, trials)) == ["ask", "ask"]
    assert verdicts(replay(draft, trials, assume_agreed=True)) == ["ask", "no"]
    agreed = [replace(one, agreed=frozenset({"backer"})) for one in trials]
    assert verdicts(replay(draft, agreed)) == ["yes", "no"]


def test_an_item_takes_from_the_envelope_once() -> None:
    steps = [
        trial(900_000, day=1, power="adopt", item="x"),
        trial(900_000, day=2, power="commit", item="x"),
        trial(500_000, day=3, power="pay", item="x"),
        trial(400_001, day=4, power="pay", item="x"),
        trial(400_000, day=4, power="pay", item="x"),
        trial(100_001, day=5, item="y"),
        trial(100_000, day=5, item="y"),
    ]
    found = replay(FAMILIES, steps)
    assert verdicts(found) == ["yes", "yes", "yes", "no", "yes", "no", "yes"]


def test_what_is_released_is_free_again() -> None:
    steps = [
        trial(1_000_000, day=1, item="x"),
        trial(700_000, day=2, power="pay", item="x"),
        trial(300_001, day=3, power="release", item="x"),
        trial(300_000, day=3, power="release", item="x"),
        trial(300_001, day=4, item="y"),
        trial(300_000, day=4, item="y"),
    ]
    assert verdicts(replay(FAMILIES, steps)) == ["yes", "yes", "no", "yes", "no", "yes"]


def test_what_is_released_can_no_longer_be_paid() -> None:
    steps = [
        trial(1_000_000, day=1, item="x"),
        trial(300_000, day=2, power="release", item="x"),
        trial(700_001, day=3, power="pay", item="x"),
        trial(700_000, day=3, power="pay", item="x"),
    ]
    assert verdicts(replay(FAMILIES, steps)) == ["yes", "yes", "no", "yes"]


def test_payments_alone_are_held_against_the_envelope() -> None:
    steps = [trial(900_000, day=1, power="pay"), trial(100_001, day=2, power="pay")]
    assert verdicts(replay(FAMILIES, steps)) == ["yes", "no"]
    mixed = [trial(900_000, day=1), trial(900_000, day=2, power="pay")]
    assert verdicts(replay(FAMILIES, mixed)) == ["yes", "yes"]
    assert verdicts(replay(FAMILIES, mixed, draws=frozenset({"commit", "pay"}))) == ["yes", "no"]


def test_history_and_duties_grow() -> None:
    total = Total(id="B5", power="commit", of="recipient", days=0, amount=500, currency="GBP")
    draft = ruled(FAMILIES, total, Duties(id="B6", pairs=(("submit", "pay"),)))
    steps = [
        trial(500, day=1, recipient="a"),
        trial(1, day=2, recipient="a"),
        trial(500, day=3, recipient="b"),
        trial(9, day=4, power="submit", item="x"),
        trial(9, day=5, power="pay", item="x"),
        trial(9, day=5, power="pay", item="x", person="two"),
        trial(9, day=6, power="pay", item="y"),
    ]
    assert verdicts(replay(draft, steps)) == ["yes", "no", "yes", "yes", "no", "yes", "yes"]


def test_what_is_not_said_is_not_known() -> None:
    duties = Duties(id="B5", pairs=(("submit", "pay"),))
    draft = ruled(FAMILIES, duties)
    unsaid = [
        trial(9, position=None),
        trial(9, power="pay", person=None, item="x"),
        trial(9, power="pay"),
        trial(9, day=2, power="submit", item="x"),
        trial(9, day=3, power="pay", item="x", person="two"),
    ]
    found = replay(draft, unsaid)
    assert verdicts(found) == ["no", "no", "no", "yes", "yes"]
    assert found.unknown == Sum(3, 27)
    one_nameless = [replace(unsaid[3], person=None, deed=replace(DEED, item="x")), unsaid[4]]
    found = replay(draft, one_nameless)
    assert (verdicts(found), found.unknown) == (["yes", "no"], Sum(1, 9))


def test_evidence_that_nobody_noted_is_not_known() -> None:
    draft = ruled(FAMILIES, Evidence(id="B5", evidence={"commit": ("receipt",)}))
    noted, unnoted = trial(), trial(evidence_known=False)
    found = replay(draft, [noted, unnoted, trial(evidence=frozenset({"receipt"}))])
    assert verdicts(found) == ["no", "no", "yes"]
    assert [one.unknown for one in found.tried] == [False, True, False]
    assert (found.clauses[-1].stopped, found.clauses[-1].unknown) == (Sum(1, 100), Sum(1, 100))


def test_the_file_is_not_known_unless_it_is_given() -> None:
    opinion = Opinion(id="B5", power="commit", about="legal", position="lawyer", veto=False)
    draft, tried = ruled(FAMILIES, opinion), [trial(item="x")]
    entry = Entry(code="legal", stance="for", position="lawyer", person="l", at=AT)
    given_ = Filed(topic="opinion", scope="matter", about="x", entry=entry)
    assert replay(draft, tried).unknown == Sum(1, 100)
    found = replay(draft, tried, filed=())
    assert (verdicts(found), found.unknown) == (["no"], Sum())
    assert verdicts(replay(draft, tried, filed=(given_,))) == ["yes"]


def test_how_many_remits_stand_above() -> None:
    powers = Powers(id="B4", powers={"grant": ("worker",)})
    own = replace(FAMILIES, clauses=(*FAMILIES.clauses[:3], powers))
    draft = ruled(
        own,
        clause_from_json(
            {"id": "B5", "kind": "sub_remits", "depth": 2, "position": "", "days": 0}, where="B5"
        ),
    )
    below, tried = replace(draft, parent="ROOT"), [trial(None, power="grant")]
    assert verdicts(replay(draft, tried)) == ["yes"]
    assert replay(below, tried).unknown == Sum(1, 0)
    assert verdicts(replay(below, tried, depth=1)) == ["yes"]
    assert verdicts(replay(below, tried, depth=2)) == ["no"]


def test_an_instrument_that_is_unsound_lets_nothing_pass() -> None:
    bad = replace(FAMILIES, clauses=FAMILIES.clauses[:2])
    found = replay(bad, [trial(), trial()])
    assert (verdicts(found), found.unknown) == (["no", "no"], Sum())
    assert found.clauses[0].stopped == Sum(2, 200)


def test_another_currency_is_counted_and_not_added() -> None:
    found = replay(FAMILIES, [trial(100, currency="EUR"), trial(100)])
    assert (found.answered("no"), found.answered("yes")) == (Sum(1, 0), Sum(1, 100))


def test_time_orders_and_of_one_moment_the_order_given() -> None:
    same = [trial(600_000, label="a"), trial(500_000, label="b"), trial(400_000, label="c")]
    for order in permutations(same):
        found = replay(FAMILIES, [*order, trial(1, day=1, label="d")])
        assert [one.trial.label for one in found.tried] == [*(t.label for t in order), "d"]
    late = [trial(600_000, day=9, label="late"), trial(600_000, day=2, label="early")]
    found = replay(FAMILIES, late)
    assert [(t.trial.label, t.done) for t in found.tried] == [("early", True), ("late", False)]
    assert replay(FAMILIES, []).answered("yes") == Sum()


def test_a_moment_has_its_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Trial(deed=DEED, at=datetime.fromisoformat("2023-06-01T00:00:00"))
