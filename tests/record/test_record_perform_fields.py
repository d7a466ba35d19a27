"""Fields that no act can be done with: said by name, before anything is asked or written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from remit.core.words import PLAIN
from remit.record.act import Act, Impossible
from tests.record.tables import contents
from tests.town import Town, adopt, commit, open_ballot, said, submit

LONG = "x" * 201
BAD: dict[str, tuple[Callable[[], Act], str, str]] = {
    "an amount below zero": (lambda: adopt(amount=-1), "amount_shape", "amount"),
    "no amount": (lambda: submit(amount=0), "amount_shape", "amount"),
    "half a unit": (lambda: commit(amount=0.5), "amount_shape", "amount"),  # type: ignore[arg-type]
    "a yes for an amount": (lambda: commit(amount=True), "amount_shape", "amount"),
    "more than any budget": (lambda: commit(amount=2**53), "amount_shape", "amount"),
    "a budget below zero": (lambda: replace(open_ballot(), budget=-5), "amount_shape", "budget"),
    "a long code": (lambda: submit(payment=LONG), "text_shape", "payment"),
    "a NUL": (lambda: adopt(matter="a\0b"), "text_shape", "matter"),
    "two lines": (lambda: adopt(project="1\n2"), "text_shape", "project"),
    "half a character": (lambda: adopt(project="\ud800"), "text_shape", "project"),
    "no words": (lambda: replace(commit(), payee={}), "said_shape", "payee"),
    "blank words": (lambda: replace(commit(), payee=said(" ")), "said_shape", "payee"),
    "endless words": (lambda: replace(commit(), payee=said("x" * 2001)), "said_shape", "payee"),
}


@pytest.mark.parametrize("name", BAD)
def test_it_is_named_and_leaves_no_trace(town_at: Callable[[str], Town], name: str) -> None:
    build, code, field = BAD[name]
    town = town_at("adopted")
    before = contents()
    with pytest.raises(Impossible) as caught:
        town.do(build())
    assert caught.value.code == code
    assert f"The field {field} must" in caught.value.words.render(PLAIN)
    assert contents() == before


def test_what_is_too_much_for_a_leaf_is_refused_whole(town_at: Callable[[str], Town]) -> None:
    """Each text is short enough, and there are too many of them."""
    town = town_at("adopted")
    before = contents()
    payee = {f"x{number}": "y" * 2000 for number in range(40)}
    with pytest.raises(Impossible) as caught:
        town.do(replace(commit(), payee=payee))
    assert caught.value.code == "too_large"
    assert contents() == before


def test_a_rule_that_nobody_can_count_by_is_no_ballot() -> None:
    with pytest.raises(ValueError, match="rule must be"):
        replace(open_ballot(), rule={"rule": "whatever"})
