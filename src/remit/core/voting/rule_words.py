"""A rule in plain sentences, so that whoever votes can read beforehand how it will be counted."""

from __future__ import annotations

from collections.abc import Iterator

from remit.core.voting.rules import Add1, Comparison, EqualSharesRule, GreedyRule, Rule
from remit.core.words import Words, gettext_noop, words

UTILITY = {
    "cost": gettext_noop(
        "A project is worth its cost to each supporter, so large ones need not be split up."
    ),
    "cardinality": gettext_noop("Every project is worth the same to a supporter, large or small."),
}
START = {
    "exact": gettext_noop("Everybody starts with an equal share of the budget, to the fraction."),
    "floor": gettext_noop(
        "Everybody starts with an equal share of the budget, in whole units of the currency."
    ),
}
STOP = {
    "infeasible": gettext_noop(
        "If money is left, everybody gets {step} more and the count is made again, as long as "
        "what wins fits the budget. The last result that fits counts."
    ),
    "exhaustive": gettext_noop(
        "If money is left, everybody gets {step} more and the count is made again, until no "
        "further project that has support fits the budget."
    ),
}
NO_COMPLETION = gettext_noop("What is left at the end stays in the envelope.")
SATISFACTION = {
    "count": gettext_noop(
        "The result is held against one by most votes alone. The one under which more voters see "
        "more of their projects win is taken."
    ),
    "cost": gettext_noop(
        "The result is held against one by most votes alone. The one under which more voters see "
        "more money go to their projects is taken."
    ),
}
UNAFFORDABLE = {
    "skip": gettext_noop("A project that costs more than is left is passed over."),
    "stop": gettext_noop("At the first project that costs more than is left, the count ends."),
}
TIES = {
    "min_cost": gettext_noop("the cheaper one first"),
    "max_cost": gettext_noop("the dearer one first"),
    "max_votes": gettext_noop("the one with more votes first"),
    "min_votes": gettext_noop("the one with fewer votes first"),
    "lexicographic": gettext_noop("the one whose code comes first"),
    "refuse": gettext_noop("or else lots are drawn in public"),
}


def rule_words(rule: Rule) -> tuple[Words, ...]:
    """The rule, a sentence for each of its details."""
    own = _greedy(rule) if isinstance(rule, GreedyRule) else _shares(rule)
    ties = tuple(words(TIES[criterion]) for criterion in rule.ties)
    return (*own, words(gettext_noop("If two are equal: {ties}."), ties=ties))


def _greedy(rule: GreedyRule) -> Iterator[Words]:
    yield words(
        gettext_noop("The project with the most votes comes first, as long as the money lasts.")
    )
    yield words(UNAFFORDABLE[rule.unaffordable])
    if rule.min_votes > 1:
        yield words(
            gettext_noop("A project with fewer than {votes} votes cannot win."),
            votes=rule.min_votes,
        )


def _shares(rule: EqualSharesRule) -> Iterator[Words]:
    yield words(
        gettext_noop(
            "Method of Equal Shares: the money belongs to the voters in equal parts, and the "
            "supporters of a project buy it together."
        )
    )
    yield words(START[rule.start])
    yield words(UTILITY[rule.utility])
    yield _completion(rule.completion)
    yield from _comparison(rule.comparison)


def _completion(found: Add1 | None) -> Words:
    return words(STOP[found.stop], step=found.step) if found else words(NO_COMPLETION)


def _comparison(found: Comparison | None) -> Iterator[Words]:
    if found:
        yield words(SATISFACTION[found.satisfaction])
