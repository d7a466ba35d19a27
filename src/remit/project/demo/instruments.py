"""The demonstration's two instruments: the town's own, and the remit it grants to its residents.

The election is Wieliczka's; who granted, backed and paid is made up, and says so.
"""

from __future__ import annotations

from datetime import UTC, datetime

from remit.core.bounds import (
    Cap,
    Clause,
    Duties,
    Envelope,
    Evidence,
    Instrument,
    Period,
    Powers,
    Purpose,
    Reserved,
)

ROOT = "ROOT"
REMIT = "W-2023"
CURRENCY = "PLN"
ENVELOPE = 100_000_000
"""1,000,000 PLN in groszy: the sum that the town put to the vote."""
CAP = 10_000_000
"""100,000 PLN: the most that any project on the ballot asked for."""
STARTS = datetime(2023, 3, 1, tzinfo=UTC)
ENDS = datetime(2024, 1, 1, tzinfo=UTC)

POSITIONS = {
    "accountable-officer": {"en": "the accountable officer", "pl": "dysponent środków"},
    "backer": {"en": "the backer", "pl": "poręczający"},
    "clerk": {"en": "the clerk", "pl": "referent"},
    "treasurer": {"en": "the treasurer", "pl": "skarbnik"},
    "calendar": {"en": "the calendar", "pl": "kalendarz"},
}
AGENCY = {"en": "Wieliczka, as a demonstration", "pl": "Wieliczka, na potrzeby pokazu"}
GREEN = (
    "green",
    {
        "en": "greenery, nature and a cleaner environment, as the residents propose",
        "pl": "zieleń, przyroda i czystsze otoczenie, według propozycji mieszkańców",
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


def root() -> Instrument:
    """What the agency itself may do, from which every remit is cut."""
    return Instrument(
        code=ROOT,
        version=1,
        title={"en": "The town’s own authority", "pl": "Uprawnienia własne gminy"},
        authority={
            "en": "Demonstration: stands for the council’s budget resolution.",
            "pl": "Pokaz: zastępuje uchwałę budżetową rady.",
        },
        vehicle="officer_delegation",
        binding="delegation",
        parent=None,
        grantor="accountable-officer",
        holder={"en": "the accountable officer", "pl": "dysponent środków"},
        currency=CURRENCY,
        scope={"en": "The green budget of 2023.", "pl": "Zielony budżet 2023."},
        clauses=(
            Period(id="B1", starts=datetime(2023, 1, 1, tzinfo=UTC), ends=ENDS.replace(year=2025)),
            Purpose(id="B2", purposes=(GREEN,)),
            Envelope(id="B3", amount=ENVELOPE, currency=CURRENCY),
            Powers(
                id="B4",
                powers={
                    "grant": ("accountable-officer",),
                    "back": ("backer",),
                    "lapse": ("calendar",),
                    **POWERS,
                },
            ),
        ),
        backer="backer",
        backing_terms={
            "en": "The head of the agency answers for what is done under this authority.",
            "pl": "Kierownictwo gminy odpowiada za działania w ramach tych uprawnień.",
        },
        backed_until=ENDS.replace(year=2025),
        appeal={"en": "To the council.", "pl": "Do rady gminy."},
        promise={
            "en": "The council is told of every remit.",
            "pl": "Rada wie o każdym upoważnieniu.",
        },
        ending={"en": "With the year after the budget.", "pl": "Z końcem roku po budżecie."},
        demonstration=True,
    )


def residents() -> Instrument:
    """The remit: a million for green projects, which the residents' vote decides."""
    return Instrument(
        code=REMIT,
        version=1,
        title={"en": "The Green Million of 2023", "pl": "Zielony Milion 2023"},
        authority={
            "en": "Demonstration: stands for the council’s resolution on the green budget.",
            "pl": "Pokaz: zastępuje uchwałę rady o zielonym budżecie.",
        },
        vehicle="statutory_ballot",
        binding="statutory_ballot",
        parent=ROOT,
        grantor="accountable-officer",
        holder={"en": "the residents of Wieliczka", "pl": "mieszkańcy gminy Wieliczka"},
        currency=CURRENCY,
        scope={
            "en": "The residents decide by a vote which green projects the town carries out in "
            "2023. What wins inside these bounds is decided: nobody else signs.",
            "pl": "Mieszkańcy decydują w głosowaniu, które zielone projekty gmina zrealizuje w "
            "2023 roku. Co wygra w tych granicach, jest postanowione: nikt więcej nie podpisuje.",
        },
        clauses=bounds(),
        backer="backer",
        backing_terms={
            "en": "If something goes wrong inside these bounds, I answer for it, not those who "
            "acted: residents and staff kept to what they were given.",
            "pl": "Jeśli coś pójdzie źle w tych granicach, odpowiadam za to ja, a nie ci, którzy "
            "działali: mieszkańcy i pracownicy trzymali się tego, co im powierzono.",
        },
        backed_until=ENDS,
        appeal={
            "en": "Anybody may ask the accountable officer to look again, in writing.",
            "pl": "Każdy może na piśmie prosić dysponenta środków o ponowne rozpatrzenie.",
        },
        promise={
            "en": "What the vote decides inside the bounds is carried out, and paid for in public.",
            "pl": "Co głosowanie postanowi w tych granicach, będzie wykonane i jawnie zapłacone.",
        },
        ending={
            "en": "It ends by itself with its period. Money that is free then goes back.",
            "pl": "Kończy się sam wraz z okresem. Wolne pieniądze wracają.",
        },
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
