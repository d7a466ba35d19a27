"""Faults that would let pass what must not: the tests of the bounds notice each of them.

`python -m tools.mutants` makes faults by the hundred; these are the ones that would hurt most.
"""

from __future__ import annotations

import pytest

from tools.mutants import PACKAGE, ROOT, Copy, about

FAULTS: dict[str, tuple[str, str, str]] = {
    "an unsound remit is used": ("standing", "    if problems:\n", "    if problems and False:\n"),
    "backing holds for a moment too long": (
        "standing",
        "facts.at >= facts.backed_until",
        "facts.at > facts.backed_until",
    ),
    "what is not known may be agreed to": (
        "asking",
        "verdicts.isdisjoint(REFUSING)",
        '"breached" not in verdicts',
    ),
    "remits above are not asked": ("asking", "if clause.REACHES\n    ]", "if False\n    ]"),
    "what is filed later counts before": (
        "deed",
        "tuple(entry for entry in found if entry.at <= self.at)",
        "tuple(found)",
    ),
    "what names nobody counts with nobody": (
        "counting",
        "None if code is None else Moved(power=power, of=of, code=code, since=since)",
        'Moved(power=power, of=of, code=code or "", since=since)',
    ),
    "any clause of the kind will do": (
        "cover",
        "any(clause.covers(other) for other in alike)",
        "alike",
    ),
    "any position has every power": (
        "clauses/powers",
        "facts.positions.isdisjoint(may)",
        "not facts.positions",
    ),
    "the envelope is never used up": (
        "clauses/envelope",
        "deed.amount > facts.envelope_free",
        "deed.amount > self.amount",
    ),
    "earlier acts are forgotten": (
        "clauses/total",
        "together.minor > self.amount",
        "deed.amount > self.amount",
    ),
    "a limit for a month bounds one for good": (
        "clauses/total",
        "(narrower.days == 0 or 0 < self.days <= narrower.days)",
        "(narrower.days == 0 or self.days <= narrower.days)",
    ),
    "whoever is asked may be anybody": (
        "clauses/ask_above",
        "and narrower.position == self.position",
        "and True",
    ),
    "one clears oneself": ("clauses/clearance", "if entry.person != facts.person", "if True"),
    "one attests one's own work": (
        "clauses/attestation",
        "if entry.person != facts.person",
        "if True",
    ),
    "anybody lifts a stop": ("clauses/stop", "entry.position == self.lifted_by", "True"),
    "the same person does both": (
        "clauses/duties",
        "facts.duties.get(duty) == facts.person",
        "False",
    ),
}
"""By what goes wrong: the file, what it says, and what it would say."""


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The checkout once more, to be broken."""
    return Copy(tmp_path_factory.mktemp("checkout"))


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_noticed(broken: Copy, fault: str) -> None:
    name, says, would_say = FAULTS[fault]
    path = (PACKAGE / name).with_suffix(".py")
    text = (ROOT / path).read_text(encoding="utf-8")
    assert text.count(says) == 1, f"{path} no longer says {says!r}: change the fault with it"
    assert broken.notices(path, text.replace(says, would_say), about(path)), fault


@pytest.mark.slow
def test_without_a_fault_nothing_is_noticed(broken: Copy) -> None:
    assert broken.passes(about((PACKAGE / "clauses/total").with_suffix(".py")))
