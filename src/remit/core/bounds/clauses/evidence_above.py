"""What must be shown by amount: little for little money, more for more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from remit.core.bounds import checks, reading
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import EVIDENCE, POWERS, named
from remit.core.bounds.labels import power as power_label
from remit.core.words import Money, Words, gettext_noop, words

Step = tuple[int, tuple[str, ...]]
"""Above which amount in minor units, and the codes of all the evidence that is needed there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceAbove(Clause):
    """The evidence that one use of `power` needs, by steps that rise.

    Of the steps that the amount is above, the highest counts, and it alone: what lower ones need
    is not added. At or below the lowest nothing is needed.
    """

    power: str
    steps: tuple[Step, ...]
    currency: str

    kind: ClassVar[str] = "evidence_above"
    HEADING: ClassVar[str] = gettext_noop("Evidence by amount")
    ABOUT: ClassVar[str] = gettext_noop("What must be shown above which amount.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it is about",
        "steps": "a list of steps, each with the amount above which it counts, in the currency's "
        "smallest unit, and the codes of all the evidence that is needed there; the amounts rise",
        "currency": "its code of three capital letters, that of the remit",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "evidence_above_not_touched": gettext_noop("No evidence by amount is needed for this."),
        "evidence_above_below": gettext_noop("Up to {amount} no evidence is needed."),
        "evidence_above_given": gettext_noop(
            "The evidence that is needed above {amount} is there: {evidence}."
        ),
        "evidence_above_missing": gettext_noop(
            "Above {amount} this evidence is needed, and it is missing: {evidence}."
        ),
        "evidence_above_currency": gettext_noop(
            "It is in {found}, and the amounts that need evidence in {currency}."
        ),
        "evidence_above_currency_unnamed": gettext_noop("It must be said in which currency it is."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B15",
        "kind": "evidence_above",
        "power": "pay",
        "steps": [
            {"above": 0, "evidence": ["note"]},
            {"above": 10000, "evidence": ["receipt"]},
            {"above": 500000, "evidence": ["invoice", "quotes"]},
        ],
        "currency": "GBP",
    }

    def __post_init__(self) -> None:
        where = f"{self.id}.steps"
        checks.one_of(self.power, POWERS, where=f"{self.id}.power")
        checks.check_currency(self.currency, where=f"{self.id}.currency")
        checks.some(self.steps, where=where)
        least = 0
        for place, (above, evidence) in enumerate(self.steps):
            checks.whole(above, where=f"{where}.{place}.above", least=least)
            checks.codes(evidence, where=f"{where}.{place}.evidence")
            least = above + 1

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power or deed.amount is None:
            return self.found("met", "evidence_above_not_touched")
        if wrong := self.other_currency(deed, self.currency, code="evidence_above_currency"):
            return wrong
        step = self._step(deed.amount)
        if step is None:
            lowest = Money(self.steps[0][0], self.currency)
            return self.found("met", "evidence_above_below", amount=lowest)
        amount, needed = Money(step[0], self.currency), step[1]
        if missing := [code for code in needed if code not in deed.evidence]:
            lacks = named(missing, EVIDENCE)
            return self.found("breached", "evidence_above_missing", amount=amount, evidence=lacks)
        has = named(needed, EVIDENCE)
        return self.found("met", "evidence_above_given", amount=amount, evidence=has)

    def _step(self, amount: int) -> Step | None:
        """The step that counts for this amount; None at or below the lowest."""
        reached = [step for step in self.steps if step[0] < amount]
        return reached[-1] if reached else None

    def needed(self, amount: int) -> frozenset[str]:
        """Codes of the evidence for this many minor units."""
        step = self._step(amount)
        return frozenset(step[1]) if step else frozenset()

    def covers(self, narrower: Clause) -> bool:
        # What either needs changes only just above one of its steps, so these amounts stand for
        # all; below the first of them neither needs anything.
        return (
            isinstance(narrower, EvidenceAbove)
            and narrower.power == self.power
            and narrower.currency == self.currency
            and all(
                self.needed(above + 1) <= narrower.needed(above + 1)
                for above, _ in (*self.steps, *narrower.steps)
            )
        )

    def in_words(self) -> Words:
        steps = tuple(
            words(
                gettext_noop("above {amount} ({evidence})"),
                amount=Money(above, self.currency),
                evidence=named(evidence, EVIDENCE),
            )
            for above, evidence in self.steps
        )
        return words(
            gettext_noop(
                "Whoever would {power} must show what the amount calls for: {steps}. Of these "
                "steps the highest that the amount is above counts, and it alone."
            ),
            power=power_label(self.power),
            steps=steps,
        )

    def to_json(self) -> dict[str, object]:
        steps = [{"above": above, "evidence": list(evidence)} for above, evidence in self.steps]
        return {
            "id": self.id,
            "kind": self.kind,
            "power": self.power,
            "steps": steps,
            "currency": self.currency,
        }

    @classmethod
    def read(cls, found: Mapping[str, Any], *, where: str) -> dict[str, Any]:
        place = f"{where}.steps"
        steps = []
        for number, item in enumerate(reading.items(found["steps"], where=place)):
            here = f"{place}.{number}"
            step = reading.fields(item, ("above", "evidence"), where=here)
            evidence = reading.strings(step["evidence"], where=f"{here}.evidence")
            steps.append((step["above"], evidence))
        return {"power": found["power"], "steps": tuple(steps), "currency": found["currency"]}
