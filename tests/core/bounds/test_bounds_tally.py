"""The quick way to look up what was moved and filed answers as the plain one does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from remit.core.bounds import Deed, Entry, Filed, History, Moved, OnFile
from remit.core.bounds.question import OFS
from remit.core.bounds.tally import Tally
from tests.core.bounds.clauses.samples import DAY, DEED, DEEDS, MAY

CODES = st.sampled_from(["a", "b", "c", ""])
MOVED = st.builds(
    Moved,
    power=st.sampled_from(["commit", "pay"]),
    of=st.sampled_from(OFS),
    code=CODES,
    since=st.none() | st.integers(-1, 6).map(lambda days: MAY + days * DAY),
)


@given(deeds=st.lists(DEEDS), question=MOVED, days=st.lists(st.integers(0, 5), min_size=1))
def test_sums_are_those_of_the_history(deeds: list[Deed], question: Moved, days: list[int]) -> None:
    question = replace(question, code="") if question.of == "all" else question
    history, tally = History(), Tally()
    moments = sorted(MAY + days[n % len(days)] * DAY for n in range(len(deeds)))
    for deed, at in zip(deeds, moments, strict=True):
        history = history.with_use(deed, at)
        tally.add(deed, at)
        assert tally.answers([question], at=at) == history.answers([question])


def entry(code: str, days: int) -> Filed:
    made = Entry(code=code, stance="for", position="clerk", person="one", at=MAY + days * DAY)
    return Filed(topic="opinion", scope="matter", about="x", entry=made)


def test_what_is_filed_later_is_not_there_yet() -> None:
    filed = [entry("legal", 1), entry("finance", 2), entry("legal", 3)]
    tally = Tally(filed)
    legal = OnFile(topic="opinion", code="legal", scope="matter", about="x")
    every = replace(legal, code="")

    def count(question: OnFile, days: int) -> int:
        found = tally.answers([question], at=MAY + days * DAY)[question]
        assert isinstance(found, tuple)
        return len(found)

    assert [count(legal, days) for days in (0, 1, 2, 3)] == [0, 1, 1, 2]
    assert [count(every, days) for days in (0, 1, 2, 3)] == [0, 1, 2, 3]
    assert count(replace(legal, about="y"), 9) == count(replace(legal, scope="remit"), 9) == 0
    history = History(filed=filed)
    assert tally.answers([legal, every], at=MAY + 9 * DAY) == history.answers([legal, every])


def test_a_deed_that_moves_nothing_is_not_counted() -> None:
    tally = Tally()
    tally.add(replace(DEED, amount=None, currency=None), MAY)
    question = Moved(power="commit")
    assert tally.answers([question], at=MAY + timedelta(days=1)) == {question: 0}
