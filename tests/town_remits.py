"""The town's instruments: its own authority, and the remit that it grants to its residents."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from remit.core.bounds import (
    Appeal,
    AskAbove,
    Authority,
    Cap,
    Clause,
    Duties,
    Envelope,
    Evidence,
    Holder,
    Instrument,
    Period,
    Powers,
    Promise,
    Purpose,
    Reserved,
    Retention,
)

ROOT, REMIT = "ROOT", "T-1"
CURRENCY = "PLN"
ENVELOPE, CAP, ASK_ABOVE = 1_000_000, 500_000, 300_000
STARTS, ENDS = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
OTHERS = {
    "open_ballot": ("clerk",),
    "import_ballots": ("clerk",),
    "publish_tally": ("clerk",),
    "adopt": ("clerk",),
    "commit": ("clerk",),
    "submit": ("clerk",),
    "approve": ("accountable-officer", "clerk"),
    "pay": ("treasurer", "clerk"),
    "release": ("clerk",),
    "decide": ("clerk",),
    "accept": ("clerk",),
    "alter": ("clerk",),
    "decline": ("clerk",),
    "agree": ("backer", "accountable-officer"),
    "advise": ("accountable-officer",),
    "verify": ("accountable-officer",),
    "declare": ("clerk",),
    "file": ("clerk",),
    "attest": ("treasurer",),
    "raise": ("clerk", "treasurer"),
    "lift": ("accountable-officer",),
    "direct": ("backer",),
}
PURPOSE = ("park", {"en": "a park for everybody", "pl": "park dla wszystkich"})
MATTERS = (("land", {"en": "selling land", "pl": "sprzedaż gruntów"}),)


def said(text: str) -> dict[str, str]:
    return {"en": text}


def holder(kind: str, name: str) -> Holder:
    """Who may act; the remit needs no acceptance."""
    return Holder(kind=kind, name=said(name), quorum=0, rule="one_acts", accepts=None)


def root() -> Instrument:
    """What the town may do itself."""
    return Instrument(
        code=ROOT,
        version=1,
        title=said("The town"),
        authority=Authority(
            text=said("The town’s charter"),
            statute="The Towns Act",
            section="4",
            appropriation="A-1",
        ),
        vehicle="officer_delegation",
        binding="delegation",
        undertaking=None,
        parent=None,
        grantor="accountable-officer",
        holder=holder("position", "the town"),
        currency=CURRENCY,
        scope=said("Everything that the town does."),
        clauses=root_bounds(),
        backer="backer",
        backing_terms=said("I answer for it."),
        backed_until=ENDS + timedelta(days=365),
        appetite={"money": "cautious"},
        review=None,
        appeal=Appeal(text=said("To the council."), office="council"),
        promise=Promise(level="informed", text=said("We keep to it.")),
        ending=said("It ends with its period."),
        retention=Retention(code="finance", years=10),
        demonstration=False,
    )


def root_bounds() -> tuple[Clause, ...]:
    """The clauses of its own authority."""
    return (
        Period(id="B1", starts=STARTS, ends=ENDS),
        Purpose(id="B2", purposes=(PURPOSE,)),
        Envelope(id="B3", amount=ENVELOPE, currency=CURRENCY),
        Powers(
            id="B4",
            powers={
                "draft": ("accountable-officer", "clerk"),
                "grant": ("accountable-officer",),
                "back": ("backer",),
                "lapse": ("calendar",),
                "take_up": ("clerk",),
                "suspend": ("accountable-officer",),
                "resume": ("accountable-officer",),
                "vary": ("accountable-officer",),
                "revoke": ("accountable-officer",),
                "end": ("accountable-officer",),
                **OTHERS,
            },
        ),
    )


def bounds() -> tuple[Clause, ...]:
    """The remit's clauses: one of each kind there is."""
    return (
        Period(id="B1", starts=STARTS, ends=ENDS),
        Purpose(id="B2", purposes=(PURPOSE,)),
        Envelope(id="B3", amount=ENVELOPE, currency=CURRENCY),
        Cap(id="B4", power="adopt", amount=CAP, currency=CURRENCY),
        Reserved(id="B5", matters=MATTERS),
        Powers(id="B6", powers=OTHERS),
        Evidence(id="B7", evidence={"adopt": ("tally",), "submit": ("receipt",)}),
        Duties(id="B8", pairs=(("submit", "approve"), ("approve", "pay"), ("submit", "pay"))),
        AskAbove(
            id="B9",
            power="commit",
            amount=ASK_ABOVE,
            currency=CURRENCY,
            position="backer",
            days=5,
            silence="no",
        ),
    )


def residents(**changes: object) -> Instrument:
    """The remit that the residents get; `changes` replace its fields."""
    whole = replace(
        root(),
        code=REMIT,
        title=said("A park"),
        vehicle="statutory_ballot",
        parent=ROOT,
        holder=holder("residents", "the residents"),
        scope=said("The residents decide about the park."),
        clauses=bounds(),
        backed_until=ENDS,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]
