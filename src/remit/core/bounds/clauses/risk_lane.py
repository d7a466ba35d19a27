"""How much risk needs nobody's agreement, how much needs a panel's, and what goes beyond both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from typing import ClassVar

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import RISK_MAX, Deed, Facts
from remit.core.bounds.finding import Finding, Silence
from remit.core.bounds.labels import POSITIONS, POWERS, SILENCES, label
from remit.core.bounds.labels import power as power_label
from remit.core.words import Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskLane(Clause):
    """A use of `power` with a risk up to `light` is free; up to `panel`, `position` must agree.

    What is riskier leaves this way: safeguarding decides it, and no panel. `days` is how many days
    the position has to answer, and `silence` what it means if it does not.
    """

    power: str
    light: int
    panel: int
    position: str
    days: int
    silence: Silence

    kind: ClassVar[str] = "risk_lane"
    HEADING: ClassVar[str] = gettext_noop("Risk enablement")
    ABOUT: ClassVar[str] = gettext_noop(
        "How much risk may be taken freely or with agreement, as not acting can harm too."
    )
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it is about",
        "light": "the highest risk that needs nobody's agreement, 0 to 5; 0 for none",
        "panel": "the highest risk that the position can agree to, from light to 5; what is above "
        "it goes to safeguarding",
        "position": "the code of the position that must agree, such as a panel",
        "days": "how many days this position has to answer, 1 to 366",
        "silence": "yes or no: what it means if it does not answer in these days",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "risk_not_touched": gettext_noop("The risk of this need not be weighed."),
        "risk_unweighed": gettext_noop(
            "The risk must be weighed first, from 1 to {most}: what can go wrong if it is done, "
            "and what harm it does if it is not done."
        ),
        "risk_light": gettext_noop(
            "The risk is weighed at {risk}. Up to {light} nobody need agree: a light touch is "
            "enough."
        ),
        "risk_agreed": gettext_noop("This position has agreed to take the risk: {position}."),
        "risk_panel": gettext_noop(
            "The risk is weighed at {risk}. This position must agree to take it: {position}. It "
            "also weighs what harm it does if it is not done. Days to answer: {days}."
        ),
        "risk_agreement_unknown": gettext_noop("It is not known who has agreed to take the risk."),
        "risk_safeguarding": gettext_noop(
            "The risk is weighed at {risk}, above {panel}: it goes to safeguarding, not to a "
            "panel. There too it is weighed what harm it does if it is not done."
        ),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B32",
        "kind": "risk_lane",
        "power": "decide",
        "light": 2,
        "panel": 4,
        "position": "risk-panel",
        "days": 14,
        "silence": "no",
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, POWERS, where=f"{self.id}.power")
        checks.whole(self.light, where=f"{self.id}.light", most=RISK_MAX)
        checks.whole(self.panel, where=f"{self.id}.panel", least=self.light, most=RISK_MAX)
        checks.code(self.position, where=f"{self.id}.position")
        checks.whole(self.days, where=f"{self.id}.days", least=1, most=checks.DAYS_MAX)
        checks.one_of(self.silence, SILENCES, where=f"{self.id}.silence")

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power:
            return self.found("met", "risk_not_touched")
        risk = deed.risk
        if risk is None:
            return self.found("unknown", "risk_unweighed", most=RISK_MAX)
        if risk <= self.light:
            return self.found("met", "risk_light", risk=risk, light=self.light)
        if risk > self.panel:
            return self.found("breached", "risk_safeguarding", risk=risk, panel=self.panel)
        return self.asks(
            facts,
            whom=self.position,
            days=self.days,
            silence=self.silence,
            codes=("risk_agreed", "risk_panel", "risk_agreement_unknown"),
            risk=risk,
        )

    def covers(self, narrower: Clause) -> bool:
        # How long the answer may take makes neither of the two wider.
        return (
            isinstance(narrower, RiskLane)
            and narrower.power == self.power
            and narrower.light <= self.light
            and narrower.panel <= self.panel
            and narrower.position == self.position
            and self.silence in (narrower.silence, "yes")
        )

    def in_words(self) -> Words:
        rule = words(
            gettext_noop(
                "Whoever would {power} weighs the risk first, from 1 to {most}: what can go wrong "
                "if it is done, and what harm it does if it is not done."
            ),
            power=power_label(self.power),
            most=RISK_MAX,
        )
        return reduce(
            lambda before, after: words(gettext_noop("{a} {b}"), a=before, b=after),
            self._lanes(),
            rule,
        )

    def _lanes(self) -> list[Words]:
        """A sentence for each way that some risk goes."""
        lanes = []
        if self.light:
            lanes.append(
                words(
                    gettext_noop("A risk of up to {light} needs nobody’s agreement."),
                    light=self.light,
                )
            )
        if self.light < self.panel:
            lanes.append(
                words(
                    gettext_noop(
                        "To a risk above {light} and up to {panel} this position must agree first: "
                        "{position}. Days to answer: {days}. {silence}"
                    ),
                    light=self.light,
                    panel=self.panel,
                    position=label(self.position, POSITIONS),
                    days=self.days,
                    silence=words(SILENCES[self.silence]),
                )
            )
        if self.panel < RISK_MAX:
            lanes.append(
                words(
                    gettext_noop("A risk above {panel} goes to safeguarding, not to a panel."),
                    panel=self.panel,
                )
            )
        return lanes
