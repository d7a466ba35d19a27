"""Which powers are given, and to which positions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any, ClassVar

from remit.core.bounds import checks, reading
from remit.core.bounds.clause import Clause
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import POSITIONS, POWERS, named, power
from remit.core.words import Words, gettext_noop, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Powers(Clause):
    """By power, the codes of the positions that have it. A power that isn't there isn't given."""

    powers: Mapping[str, tuple[str, ...]]

    kind: ClassVar[str] = "powers"
    HEADING: ClassVar[str] = gettext_noop("Powers")
    ABOUT: ClassVar[str] = gettext_noop("Which powers the remit gives, and who has each of them.")
    PARAMS: ClassVar[Mapping[str, str]] = {
        "powers": "by the code of each power, the codes of the positions that have it",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "power_held": gettext_noop("The position has the power to {power}."),
        "power_not_given": gettext_noop("This remit does not give the power to {power}."),
        "power_not_held": gettext_noop(
            "The position does not have the power to {power}. These have it: {positions}."
        ),
        "power_position_unknown": gettext_noop("It is not known in which position this is done."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B6",
        "kind": "powers",
        "powers": {
            "adopt": ["accountable-officer"],
            "open_ballot": ["clerk"],
            "pay": ["treasurer"],
        },
    }

    def __post_init__(self) -> None:
        checks.some(self.powers, where=f"{self.id}.powers")
        for given, positions in self.powers.items():
            checks.one_of(given, POWERS, where=f"{self.id}.powers")
            checks.codes(positions, where=f"{self.id}.powers.{given}")

    def check(self, deed: Deed, facts: Facts) -> Finding:
        may = self.powers.get(deed.power)
        if may is None:
            return self.found("breached", "power_not_given", power=power(deed.power))
        if facts.positions is None:
            return self.found("unknown", "power_position_unknown")
        if facts.positions.isdisjoint(may):
            return self.found(
                "breached",
                "power_not_held",
                power=power(deed.power),
                positions=named(may, POSITIONS),
            )
        return self.found("met", "power_held", power=power(deed.power))

    def covers(self, narrower: Clause) -> bool:
        return isinstance(narrower, Powers) and all(
            set(positions) <= set(self.powers.get(given, ()))
            for given, positions in narrower.powers.items()
        )

    def in_words(self) -> Words:
        together: dict[tuple[str, ...], list[str]] = {}
        for code in POWERS:
            if code in self.powers:
                together.setdefault(self.powers[code], []).append(code)
        given = [
            words(
                gettext_noop("{positions}: {powers}"),
                positions=named(positions, POSITIONS),
                powers=named(powers, POWERS),
            )
            for positions, powers in together.items()
        ]
        joined = reduce(
            lambda before, after: words(gettext_noop("{a};\n{b}"), a=before, b=after), given
        )
        return words(gettext_noop("Who may do what, and nobody else:\n{powers}."), powers=joined)

    @classmethod
    def read(cls, found: Mapping[str, Any], *, where: str) -> dict[str, Any]:
        return {"powers": reading.lists(found["powers"], where=f"{where}.powers")}
