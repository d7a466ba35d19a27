"""The demonstration's two instruments: the town's own, and the remit it grants to its residents.

The election is Wieliczka's; who granted, backed and paid is made up, and says so.
"""

from __future__ import annotations

from datetime import UTC, datetime

from remit.core.bounds import (
    Appeal,
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

ROOT = "ROOT"
REMIT = "W-2023"
CURRENCY = "PLN"
ENVELOPE = 100_000_000
"""1,000,000 PLN in groszy: the sum that the town put to the vote."""
FAMILIES = 20_000_000
"""200,000 PLN in groszy, for the second remit."""
CAP = 10_000_000
"""100,000 PLN: the most that any project on the ballot asked for."""
STARTS = datetime(2023, 3, 1, tzinfo=UTC)
REVIEW = datetime(2023, 10, 2, tzinfo=UTC)
ENDS = datetime(2024, 1, 1, tzinfo=UTC)

POSITIONS = {
    "accountable-officer": {"en": "the accountable officer", "pl": "dysponent środków"},
    "backer": {"en": "the backer", "pl": "poręczający"},
    "clerk": {"en": "the clerk", "pl": "referent"},
    "treasurer": {"en": "the treasurer", "pl": "skarbnik"},
    "calendar": {"en": "the calendar", "pl": "kalendarz"},
    "social-worker": {"en": "the social worker", "pl": "pracownik socjalny"},
}
AGENCY = {"en": "Wieliczka, as a demonstration", "pl": "Wieliczka, na potrzeby pokazu"}
STATUTE = "Ustawa z dnia 8 marca 1990 r. o samorządzie gminnym"
"""The Polish law on municipal government."""
APPROPRIATION = "dz. 900, rozdz. 90004"
"""Upkeep of greenery, in the Polish classification of budgets."""
RETENTION = Retention(code="b5", years=5)
"""Made up, as the agency is; a town takes the class from its own schedule."""
GREEN = (
    "green",
    {
        "en": "greenery, nature and a cleaner environment, as the residents propose",
        "pl": "zieleń, przyroda i czystsze otoczenie, według propozycji mieszkańców",
    },
)
HOME = (
    "home",
    {
        "en": "what helps a child stay safely at home",
        "pl": "to, co pomaga dziecku bezpiecznie pozostać w domu",
    },
)
SCOPE = {
    "en": "The residents decide by a vote which green projects the town carries out in 2023. What "
    "wins inside these bounds is decided: nobody else signs.",
    "pl": "Mieszkańcy decydują w głosowaniu, które zielone projekty gmina zrealizuje w 2023 roku. "
    "Co wygra w tych granicach, jest postanowione: nikt więcej nie podpisuje.",
}
BACKING = {
    "en": "If something goes wrong inside these bounds, I answer for it, not those who acted: "
    "residents and staff kept to what they were given.",
    "pl": "Jeśli coś pójdzie źle w tych granicach, odpowiadam za to ja, a nie ci, którzy działali: "
    "mieszkańcy i pracownicy trzymali się tego, co im powierzono.",
}
APPEAL = Appeal(
    text={
        "en": "Anybody may complain in writing to the council’s complaints committee, which had "
        "no part in it.",
        "pl": "Każdy może na piśmie poskarżyć się do komisji skarg, wniosków i petycji rady gminy, "
        "która nie brała w tym udziału.",
    },
    office="complaints-committee",
)
PROMISE = Promise(
    level="decides",
    text={
        "en": "What the vote decides inside the bounds is carried out, and paid for in public.",
        "pl": "Co głosowanie postanowi w tych granicach, będzie wykonane i jawnie zapłacone.",
    },
)
POWERS = {
    "open_ballot": ("clerk",),
    "import_ballots": ("clerk",),
    "publish_tally": ("clerk",),
    "adopt": ("clerk",),
    "commit": ("clerk",),
    "submit": ("clerk",),
    "approve": ("accountable-officer",),
    "pay": ("treasurer",),
    "release": ("clerk", "accountable-officer"),
}


OFFICE = Holder(
    kind="position",
    name={"en": "the accountable officer", "pl": "dysponent środków"},
    quorum=0,
    rule="one_acts",
    accepts=None,
)


def root() -> Instrument:
    """What the agency itself may do, from which every remit is cut."""
    return Instrument(
        code=ROOT,
        version=1,
        title={"en": "The town’s own authority", "pl": "Uprawnienia własne gminy"},
        authority=Authority(
            text={
                "en": "Demonstration: stands for the council’s budget resolution.",
                "pl": "Pokaz: zastępuje uchwałę budżetową rady.",
            },
            statute=STATUTE,
            section="art. 18 ust. 2 pkt 4",
            appropriation=APPROPRIATION,
        ),
        vehicle="officer_delegation",
        binding="delegation",
        undertaking=None,
        parent=None,
        grantor="accountable-officer",
        holder=OFFICE,
        currency=CURRENCY,
        scope={
            "en": "The green budget and the family budgets of 2023.",
            "pl": "Zielony budżet i budżety rodzinne 2023.",
        },
        clauses=root_bounds(),
        backer="backer",
        backing_terms={
            "en": "The head of the agency answers for what is done under this authority.",
            "pl": "Kierownictwo gminy odpowiada za działania w ramach tych uprawnień.",
        },
        backed_until=ENDS.replace(year=2025),
        appetite={"money": "cautious", "service": "open", "compliance": "averse"},
        review=None,
        appeal=Appeal(text={"en": "To the council.", "pl": "Do rady gminy."}, office="council"),
        promise=Promise(
            level="informed",
            text={
                "en": "The public and the council are told of every remit.",
                "pl": "Mieszkańcy i rada wiedzą o każdym upoważnieniu.",
            },
        ),
        ending={"en": "With the year after the budget.", "pl": "Z końcem roku po budżecie."},
        retention=RETENTION,
        demonstration=True,
    )


def root_bounds() -> tuple[Clause, ...]:
    """The clauses of the agency's own authority."""
    return (
        Period(id="B1", starts=datetime(2023, 1, 1, tzinfo=UTC), ends=ENDS.replace(year=2025)),
        Purpose(id="B2", purposes=(GREEN, HOME)),
        Envelope(id="B3", amount=ENVELOPE + FAMILIES, currency=CURRENCY),
        Powers(
            id="B4",
            powers={
                "draft": ("accountable-officer", "clerk"),
                "suspend": ("accountable-officer",),
                "resume": ("accountable-officer",),
                "vary": ("accountable-officer",),
                "revoke": ("accountable-officer",),
                "end": ("accountable-officer",),
                "decide": ("social-worker",),
                "agree": ("accountable-officer",),
                "advise": ("accountable-officer",),
                "declare": ("social-worker", "clerk"),
                "file": ("social-worker", "clerk"),
                "raise": ("social-worker", "clerk", "treasurer"),
                "lift": ("accountable-officer",),
                "grant": ("accountable-officer",),
                "back": ("backer",),
                "lapse": ("calendar",),
                **POWERS,
            },
        ),
    )


def residents() -> Instrument:
    """The remit: a million for green projects, which the residents' vote decides."""
    return Instrument(
        code=REMIT,
        version=1,
        title={"en": "The Green Million of 2023", "pl": "Zielony Milion 2023"},
        authority=Authority(
            text={
                "en": "Demonstration: stands for the council’s resolution on the green budget.",
                "pl": "Pokaz: zastępuje uchwałę rady o zielonym budżecie.",
            },
            statute=STATUTE,
            section="art. 5a",
            appropriation=APPROPRIATION,
        ),
        vehicle="statutory_ballot",
        binding="statutory_ballot",
        undertaking=None,
        parent=ROOT,
        grantor="accountable-officer",
        holder=Holder(
            kind="residents",
            name={"en": "the residents of Wieliczka", "pl": "mieszkańcy gminy Wieliczka"},
            quorum=0,
            rule="vote",
            accepts=None,
        ),
        currency=CURRENCY,
        scope=SCOPE,
        clauses=bounds(),
        backer="backer",
        backing_terms=BACKING,
        backed_until=ENDS,
        appetite={"money": "cautious", "service": "open", "reputation": "open"},
        review=REVIEW,
        appeal=APPEAL,
        promise=PROMISE,
        ending={
            "en": "It ends by itself with its period. Money that is free then goes back.",
            "pl": "Kończy się sam wraz z okresem. Wolne pieniądze wracają.",
        },
        retention=RETENTION,
        demonstration=True,
    )


def bounds() -> tuple[Clause, ...]:
    """The remit's clauses."""
    return (
        Period(id="B1", starts=STARTS, ends=ENDS),
        Purpose(id="B2", purposes=(GREEN,)),
        Envelope(id="B3", amount=ENVELOPE, currency=CURRENCY),
        Cap(id="B4", power="adopt", amount=CAP, currency=CURRENCY),
        Reserved(
            id="B5",
            matters=(
                (
                    "land-sale",
                    {
                        "en": "selling or letting the town’s land",
                        "pl": "sprzedaż lub najem gruntów gminy",
                    },
                ),
                (
                    "staff",
                    {
                        "en": "posts and pay of the town’s staff",
                        "pl": "etaty i płace pracowników gminy",
                    },
                ),
            ),
        ),
        Powers(id="B6", powers=POWERS),
        Evidence(id="B7", evidence={"adopt": ("tally",), "submit": ("receipt",)}),
        Duties(id="B8", pairs=(("submit", "approve"), ("approve", "pay"), ("submit", "pay"))),
    )
