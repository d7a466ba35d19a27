"""What somebody else must agree to first is asked and recorded, and moves nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from remit.core.bounds import finding_from_json
from remit.record.models import Record
from remit.record.perform import Asked, NotDone, Refused, clauses
from remit.record.reads import balances
from tests.record.tables import contents, grown
from tests.town import ASK_ABOVE, REMIT, Town, commit


@pytest.fixture
def adopted(town_at: Callable[[str], Town]) -> Town:
    """400 000 are set aside for the project 1."""
    return town_at("adopted")


def test_above_the_amount_it_is_asked(adopted: Town) -> None:
    before = contents()
    with pytest.raises(Asked) as caught:
        adopted.do(commit("1", ASK_ABOVE + 1))
    assert grown(before, contents()) == {
        "record_record": 1,
        "record_attribution": 1,
        "record_request": 1,
        "record_job": 1,
    }
    record = caught.value.record
    assert Record.objects.get(key=record.key).outcome == "asked"
    (asked,) = (f for f in map(finding_from_json, record.reasons) if f.verdict != "met")
    assert (asked.clause, asked.code, asked.whom, asked.by_days) == (
        "B9",
        "ask_needed",
        "backer",
        5,
    )
    assert str(caught.value) == "fund.commit asked: B9"


def test_up_to_the_amount_nobody_is_asked(adopted: Town) -> None:
    assert adopted.do(commit("1", ASK_ABOVE)).outcome == "done"
    assert balances(REMIT)[f"{REMIT}/committed/park.1"] == ASK_ABOVE


def test_the_question_stays_one_under_its_key(adopted: Town) -> None:
    key = adopted.key()
    with pytest.raises(Asked) as first:
        adopted.do(commit("1", ASK_ABOVE + 1), key=key)
    before = contents()
    with pytest.raises(Asked) as again:
        adopted.do(commit("1", ASK_ABOVE + 1), key=key)
    assert again.value.record.pk == first.value.record.pk
    assert contents() == before


@pytest.mark.parametrize(
    ("by", "amount", "against"),
    [("treasurer", ASK_ABOVE + 1, ["B6", "B9"]), ("clerk", 400_001, ["B3", "B9"])],
)
def test_what_is_out_of_bounds_is_not_even_asked(
    adopted: Town, by: str, amount: int, against: list[str]
) -> None:
    with pytest.raises(Refused) as caught:
        adopted.do(commit("1", amount), by=by)
    assert clauses(caught.value.record) == against


def test_both_are_not_done() -> None:
    assert issubclass(Asked, NotDone) and issubclass(Refused, NotDone)
    assert not issubclass(Asked, Refused)
