"""Rules with a name: three cities' own, and that of a well-known library.

The cities' were found by recounting: with these details the published winners come out of the
published ballots, with others they don't. Where no tie came up, the criteria are the customary
ones (cheaper first, then more votes), and a tie that these leave open is refused, so that lots
are drawn by people.
"""

from __future__ import annotations

from remit.core.voting.rules import Add1, Comparison, EqualSharesRule, GreedyRule, Rule

_GREEDY = GreedyRule(min_votes=1, unaffordable="skip", ties=("min_cost", "refuse"))

_CITY = EqualSharesRule(
    utility="cost",
    start="floor",
    completion=Add1(step=1, stop="infeasible"),
    comparison=None,
    ties=("min_cost", "max_votes", "refuse"),
)

PRESETS: dict[str, Rule] = {
    "wieliczka2023": EqualSharesRule(
        utility="cost",
        start="floor",
        completion=Add1(step=1, stop="infeasible"),
        comparison=Comparison(satisfaction="count", even="equal_shares", rival=_GREEDY),
        ties=("min_cost", "max_votes", "refuse"),
    ),
    "swiecie2023": _CITY,
    "assen2024": _CITY,
    "pabutools_add1": EqualSharesRule(
        utility="cost",
        start="exact",
        completion=Add1(step=1, stop="exhaustive"),
        comparison=None,
        ties=("lexicographic",),
    ),
}
