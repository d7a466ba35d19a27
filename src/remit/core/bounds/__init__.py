"""The grant of authority as a thing that a computer can hold to: its clauses, and what they say.

`ask` answers whether a deed may be done under an instrument: yes, ask or no, with one finding from
every clause. A fact that is missing refuses. `covers` proves that a sub-remit is no wider than the
remit it is granted under. Clauses are data and one small class each; there is no policy language.
"""

from remit.core.bounds.ask_above import AskAbove
from remit.core.bounds.asking import ask
from remit.core.bounds.cap import Cap
from remit.core.bounds.clause import Clause
from remit.core.bounds.cover import Problem, covers
from remit.core.bounds.deed import Deed, Facts
from remit.core.bounds.duties import Duties
from remit.core.bounds.envelope import Envelope
from remit.core.bounds.errors import BadInstrument
from remit.core.bounds.evidence import Evidence
from remit.core.bounds.finding import (
    Answer,
    Finding,
    finding_from_json,
    finding_json,
    leaf_finding,
)
from remit.core.bounds.instrument import Instrument
from remit.core.bounds.instrument_json import instrument_from_json, instrument_json
from remit.core.bounds.labels import (
    BINDING_ABOUT,
    BINDINGS,
    EVIDENCE,
    POSITIONS,
    POWERS,
    PROMISES,
    VEHICLE_ABOUT,
    VEHICLES,
)
from remit.core.bounds.period import Period
from remit.core.bounds.powers import Powers
from remit.core.bounds.prose import back_words, front_words, instrument_words, text
from remit.core.bounds.purpose import Purpose
from remit.core.bounds.registry import KINDS, clause_from_json
from remit.core.bounds.reserved import Reserved

__all__ = [
    "BINDINGS",
    "BINDING_ABOUT",
    "EVIDENCE",
    "KINDS",
    "POSITIONS",
    "POWERS",
    "PROMISES",
    "VEHICLES",
    "VEHICLE_ABOUT",
    "Answer",
    "AskAbove",
    "BadInstrument",
    "Cap",
    "Clause",
    "Deed",
    "Duties",
    "Envelope",
    "Evidence",
    "Facts",
    "Finding",
    "Instrument",
    "Period",
    "Powers",
    "Problem",
    "Purpose",
    "Reserved",
    "ask",
    "back_words",
    "clause_from_json",
    "covers",
    "finding_from_json",
    "finding_json",
    "front_words",
    "instrument_from_json",
    "instrument_json",
    "instrument_words",
    "leaf_finding",
    "text",
]
