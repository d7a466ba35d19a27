"""What a remit says of deeds that are done under the remits below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from remit.core.bounds import (
    KINDS,
    Above,
    Answer,
    AskTotal,
    Clause,
    Deed,
    Entry,
    Facts,
    Filed,
    History,
    Instrument,
    Share,
    Stop,
    Total,
    ask,
    clause_from_json,
    questions,
)
from tests.core.bounds.clauses.samples import (
    DAY,
    DEED,
    DEEDS,
    FACTS,
    FACTS_DRAWN,
    MAY,
    TICK,
    entry,
    numbered,
)

REQUIRED = ("period", "purpose", "envelope", "powers")
REACHING = {"total", "share", "stop", "ask_total"}
KNOWN = replace(FACTS, envelope_free=10_000, envelope=1000)
NOTHING = History()
TOTAL = Total(id="B5", power="commit", of="all", days=0, amount=500, currency="PLN")
SHARE = Share(id="B5", power="commit", of="recipient", per_mille=300)
STOP = Stop(id="B5", topic="concern", level=1, lifted_by="backer")
ASK = AskTotal(
    id="B5", power="commit", amount=500, currency="PLN", position="backer", days=7, silence="no"
)
Grant = Callable[..., Instrument]


@pytest.fixture(scope="session")
def grant(remit: Instrument) -> Grant:
    """A sound remit of this code whose fifth clause is the first of these."""
    required = [clause for clause in remit.clauses if clause.kind in REQUIRED]

    def granted(code: str, *clauses: Clause, parent: str | None = "PARENT") -> Instrument:
        return replace(remit, code=code, parent=parent, clauses=numbered([*required, *clauses]))

    return granted


def known(
    instrument: Instrument, deed: Deed, history: History, facts: Facts, *, reaching: bool = False
) -> Facts:
    """The facts, with what is asked answered from this history."""
    person = facts.person or ""
    asked = questions(instrument, deed, at=facts.at, person=person, reaching=reaching)
    return replace(facts, answers=history.answers(asked))


def under(
    child: Instrument,
    parent: Instrument,
    deed: Deed,
    *,
    below: History = NOTHING,
    whole: History = NOTHING,
    facts: Facts = KNOWN,
) -> Answer:
    """The answer under the child, of which `below` is known, and `whole` under the parent."""
    above = Above(instrument=parent, facts=known(parent, deed, whole, facts, reaching=True))
    return ask(child, deed, known(child, deed, below, facts), [above])


def last(answer: Answer) -> tuple[str, str]:
    """Which clause answered last, and what it found."""
    return answer.findings[-1].clause, answer.findings[-1].code


def moved(amount: int, **more: Any) -> History:
    """One use of the power so far."""
    return NOTHING.with_use(replace(DEED, amount=amount, **more), MAY - DAY)


def raised(*entries: tuple[str, Entry]) -> History:
    """Entries by topic, on the remit's own file."""
    return History(filed=[Filed(topic=t, scope="remit", about="", entry=e) for t, e in entries])


def test_two_children_within_their_own_limits_keep_their_parents(grant: Grant) -> None:
    child, parent = grant("CHILD", replace(TOTAL, amount=400)), grant("PARENT", TOTAL)
    whole = moved(300)
    answer = under(child, parent, replace(DEED, amount=200), whole=whole)
    assert (answer.verdict, last(answer)) == ("yes", ("PARENT:B5", "total_within"))
    answer = under(child, parent, replace(DEED, amount=201), whole=whole)
    assert (answer.verdict, last(answer)) == ("no", ("PARENT:B5", "total_exceeded"))
    assert [found.clause for found in answer.refusals] == ["PARENT:B5"]
    answer = under(child, parent, replace(DEED, amount=401), below=moved(0), whole=moved(0))
    assert [found.clause for found in answer.refusals] == ["B5"]


def test_a_share_is_of_the_parents_envelope(grant: Grant) -> None:
    child, parent = grant("CHILD"), grant("PARENT", SHARE)
    whole, for_a = moved(250, recipient="a"), replace(DEED, recipient="a", amount=50)
    assert under(child, parent, for_a, whole=whole).verdict == "yes"
    answer = under(child, parent, replace(for_a, amount=51), whole=whole)
    assert (answer.verdict, last(answer)) == ("no", ("PARENT:B5", "share_exceeded"))
    for_b = replace(for_a, recipient="b", amount=300)
    assert under(child, parent, for_b, whole=whole).verdict == "yes"


def test_a_concern_about_the_parent_stops_what_is_done_below(grant: Grant) -> None:
    child, parent = grant("CHILD", STOP), grant("PARENT", STOP)
    concern, lifting = entry(), entry("concern", at=MAY - DAY + TICK)
    assert under(child, parent, DEED).verdict == "yes"
    answer = under(child, parent, DEED, whole=raised(("concern", concern)))
    assert (answer.verdict, last(answer)) == ("no", ("PARENT:B5", "stop_stopped"))
    assert [found.clause for found in answer.refusals] == ["PARENT:B5"]
    for power in ("raise", "lift", "advise", "end"):
        deed = replace(DEED, power=power)
        answer = under(child, parent, deed, whole=raised(("concern", concern)))
        assert last(answer) == ("PARENT:B5", "stop_not_touched")
    both = raised(("concern", concern), ("lifting", lifting))
    assert under(child, parent, DEED, whole=both).verdict == "yes"
    # One about the child alone stops the child alone.
    answer = under(child, parent, DEED, below=raised(("concern", concern)))
    assert [found.clause for found in answer.refusals] == ["B5"]


def test_above_what_the_parent_leaves_free_somebody_is_asked(grant: Grant) -> None:
    child, parent = grant("CHILD"), grant("PARENT", ASK)
    assert under(child, parent, DEED, whole=moved(400)).verdict == "yes"
    answer = under(child, parent, DEED, whole=moved(401))
    assert (answer.verdict, answer.whom) == ("ask", "backer")
    assert last(answer) == ("PARENT:B5", "ask_total_needed")
    assert (answer.findings[-1].by_days, answer.findings[-1].silence) == (7, "no")
    agreed = replace(KNOWN, agreed=frozenset({"backer"}))
    assert under(child, parent, DEED, whole=moved(401), facts=agreed).verdict == "yes"


def test_a_no_above_is_stronger_than_an_ask_below(grant: Grant) -> None:
    child, parent = grant("CHILD"), grant("PARENT", TOTAL, replace(ASK, amount=0))
    answer = under(child, parent, DEED, whole=moved(401))
    assert (answer.verdict, answer.whom) == ("no", "backer")
    assert [found.clause for found in answer.findings[-2:]] == ["PARENT:B5", "PARENT:B6"]


def test_each_remit_above_answers_from_its_own_facts_the_nearest_first(grant: Grant) -> None:
    child, parent = grant("CHILD"), grant("PARENT", TOTAL, parent="ROOT")
    root = grant("ROOT", TOTAL, parent=None)
    near, far = (known(one, DEED, moved(n), KNOWN) for one, n in ((parent, 400), (root, 401)))
    facts = known(child, DEED, NOTHING, KNOWN)
    higher = [Above(instrument=parent, facts=near), Above(instrument=root, facts=far)]
    found = ask(child, DEED, facts, higher).findings
    assert found[:-2] == ask(child, DEED, facts).findings
    assert [(f.clause, f.code) for f in found[-2:]] == [
        ("PARENT:B5", "total_within"),
        ("ROOT:B5", "total_exceeded"),
    ]


@pytest.mark.parametrize("clause", [TOTAL, SHARE, STOP, ASK], ids=lambda clause: clause.kind)
def test_what_is_not_known_above_refuses(grant: Grant, clause: Clause) -> None:
    child, parent = grant("CHILD"), grant("PARENT", clause)
    deed, facts = replace(DEED, recipient="a"), known(grant("CHILD"), DEED, NOTHING, KNOWN)
    assert ask(child, deed, facts).verdict == "yes"
    answer = ask(child, deed, facts, [Above(instrument=parent, facts=facts)])
    assert [(f.clause, f.verdict) for f in answer.refusals] == [("PARENT:B5", "unknown")]


def test_which_kinds_reach_below() -> None:
    assert {name for name, kind in KINDS.items() if kind.REACHES} == REACHING


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=20, deadline=None)
@given(DEEDS, FACTS_DRAWN)
def test_only_what_reaches_below_asks_and_answers_there(
    grant: Grant, kind: str, deed: Deed, facts: Facts
) -> None:
    parent = replace(grant("PARENT"), clauses=(clause_from_json(KINDS[kind].EXAMPLE, where="B1"),))
    child = grant("CHILD")
    own = ask(child, deed, facts).findings
    above = ask(child, deed, facts, [Above(instrument=parent, facts=facts)]).findings
    assert above[: len(own)] == own
    reached = [found.clause for found in above[len(own) :]]
    assert reached == ([f"PARENT:{parent.clauses[0].id}"] if kind in REACHING else [])
    person = facts.person or ""
    asked_below = questions(parent, deed, at=facts.at, person=person, reaching=True)
    all_asked = questions(parent, deed, at=facts.at, person=person)
    assert asked_below == (all_asked if kind in REACHING else ())


ACTS = st.lists(
    st.tuples(st.integers(0, 1), st.integers(0, 4), st.sampled_from("ab"), st.integers(0, 9)),
    max_size=12,
)
"""Under which of two children, how much, for whom, and how many days after the act before."""


@settings(max_examples=150, deadline=None)
@given(ACTS, st.integers(0, 12), st.integers(0, 8), st.integers(0, 8))
def test_what_is_done_below_stays_within_every_limit_above(
    grant: Grant, acts: list[tuple[int, int, str, int]], all_of: int, for_one: int, own: int
) -> None:
    limit = replace(TOTAL, amount=all_of)
    window = replace(TOTAL, of="recipient", days=10, amount=for_one)
    parent, child = grant("PARENT", limit, window), grant("CHILD", replace(TOTAL, amount=own))
    below, whole, at = [NOTHING, NOTHING], NOTHING, MAY
    for which, amount, whom, days in acts:
        at += days * DAY
        deed, facts = replace(DEED, amount=amount, recipient=whom), replace(KNOWN, at=at)
        answer = under(child, parent, deed, below=below[which], whole=whole, facts=facts)
        fits = (
            total(below[which]) + amount <= own
            and total(whole) + amount <= all_of
            and total(whole, since=at - 10 * DAY, whom=whom) + amount <= for_one
        )
        event(answer.verdict)
        assert (answer.verdict == "yes") == fits
        if fits:
            below[which], whole = below[which].with_use(deed, at), whole.with_use(deed, at)
    assert total(whole) == sum(map(total, below)) <= all_of


def total(history: History, *, since: datetime = MAY, whom: str | None = None) -> int:
    """What was moved since, for anybody or for one; counted here once more."""
    uses = [use for use in history.uses if use.at >= since]
    return sum(use.amount for use in uses if whom in (None, use.recipient))
