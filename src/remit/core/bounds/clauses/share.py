"""Which share of the whole envelope may go to one recipient, one category or one area."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from remit.core.bounds import checks
from remit.core.bounds.clause import Clause
from remit.core.bounds.counting import OF, moved_with
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.finding import Finding
from remit.core.bounds.labels import POWERS
from remit.core.bounds.labels import power as power_label
from remit.core.bounds.question import Moved
from remit.core.words import Money, Words, gettext_noop, words

PER_MILLE = 1000
_RULES: Mapping[str, str] = {
    "recipient": gettext_noop(
        "What is moved to {power} for one recipient comes to at most this share of the whole "
        "envelope: {share}."
    ),
    "category": gettext_noop(
        "What is moved to {power} in one category comes to at most this share of the whole "
        "envelope: {share}."
    ),
    "area": gettext_noop(
        "What is moved to {power} in one area comes to at most this share of the whole "
        "envelope: {share}."
    ),
}
"""By what is counted together, the rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Clause):
    """Uses of `power` for one recipient, category or area move together at most `per_mille` / 1000
    of the whole envelope, ever.
    """

    power: str
    of: Literal["recipient", "category", "area"]
    per_mille: int

    REACHES: ClassVar[bool] = True
    kind: ClassVar[str] = "share"
    HEADING: ClassVar[str] = gettext_noop("Share of the envelope")
    ABOUT: ClassVar[str] = gettext_noop(
        "Which share of the whole envelope may go to one recipient, category or area."
    )
    PARAMS: ClassVar[Mapping[str, str]] = {
        "power": "the code of the power that it limits",
        "of": "recipient, category or area: what is counted together",
        "per_mille": "the largest share, in thousandths of the whole envelope, 1 to 1000",
    }
    CODES: ClassVar[Mapping[str, str]] = {
        "share_not_touched": gettext_noop("The limit by share is not about this."),
        "share_within": gettext_noop(
            "With it {sum} would be moved together, of at most {most}. Share of the envelope: "
            "{share}."
        ),
        "share_exceeded": gettext_noop(
            "With it {sum} would be moved together, and only {most} may be. Share of the "
            "envelope: {share}. Moved before: {before}."
        ),
        "share_unnamed": gettext_noop("It must be said what it is counted with: {of}."),
        "share_unknown": gettext_noop("It is not known how much was moved before."),
        "share_envelope_unknown": gettext_noop("It is not known how large the whole envelope is."),
        "share_currency_unnamed": gettext_noop("It must be said in which currency it is."),
    }
    EXAMPLE: ClassVar[Mapping[str, object]] = {
        "id": "B12",
        "kind": "share",
        "power": "commit",
        "of": "area",
        "per_mille": 125,
    }

    def __post_init__(self) -> None:
        checks.one_of(self.power, POWERS, where=f"{self.id}.power")
        checks.one_of(self.of, _RULES, where=f"{self.id}.of")
        checks.whole(self.per_mille, where=f"{self.id}.per_mille", least=1, most=PER_MILLE)

    def questions(self, deed: Deed, *, at: datetime, person: str) -> tuple[Moved, ...]:
        question = self._question(deed)
        return (question,) if question else ()

    def _question(self, deed: Deed) -> Moved | None:
        """What was moved before; None when that is not asked, or not said of what."""
        if deed.power != self.power or deed.amount is None:
            return None
        return moved_with(deed, power=self.power, of=self.of)

    def check(self, deed: Deed, facts: Facts) -> Finding:
        if deed.power != self.power or deed.amount is None:
            return self.found("met", "share_not_touched")
        if deed.currency is None:
            return self.found("unknown", "share_currency_unnamed")
        question = self._question(deed)
        if question is None:
            return self.found("unknown", "share_unnamed", of=words(OF[self.of]))
        if facts.envelope is None:
            return self.found("unknown", "share_envelope_unknown")
        before = facts.moved(question)
        if before is None:
            return self.found("unknown", "share_unknown")
        # Another currency than the remit's is for its clause of the envelope to refuse.
        minor, thousandths = before + deed.amount, self.per_mille * facts.envelope
        together = Money(minor, deed.currency)
        most = Money(thousandths // PER_MILLE, deed.currency)
        share = _per_cent(self.per_mille)
        if minor * PER_MILLE > thousandths:
            return self.found(
                "breached",
                "share_exceeded",
                sum=together,
                most=most,
                share=share,
                before=Money(before, deed.currency),
            )
        return self.found("met", "share_within", sum=together, most=most, share=share)

    def covers(self, narrower: Clause) -> bool:
        # Of one envelope the smaller share is less. That the envelope below is no larger than the
        # one above is for the clauses of the envelope; and this one also judges what is done
        # below, by its own envelope.
        return (
            isinstance(narrower, Share)
            and narrower.power == self.power
            and narrower.of == self.of
            and narrower.per_mille <= self.per_mille
        )

    def in_words(self) -> Words:
        return words(
            _RULES[self.of], power=power_label(self.power), share=_per_cent(self.per_mille)
        )


def _per_cent(per_mille: int) -> Words:
    whole, tenths = divmod(per_mille, 10)
    if tenths:
        return words(gettext_noop("{whole}.{tenths} per cent"), whole=whole, tenths=tenths)
    return words(gettext_noop("{whole} per cent"), whole=whole)
