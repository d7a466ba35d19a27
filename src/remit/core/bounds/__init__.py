"""The grant of authority as a thing that a computer can hold to: its clauses, and what they say.

`ask` answers whether a deed may be done under an instrument: yes, ask or no, with one finding from
every clause. A fact that is missing refuses. `covers` proves that a sub-remit is no wider than the
remit it is granted under. Clauses are data and one small class each; there is no policy language.
"""

from remit.core.bounds.asking import Above, ask, questions
from remit.core.bounds.clause import Clause
from remit.core.bounds.clauses.ask_above import AskAbove
from remit.core.bounds.clauses.cap import Cap
from remit.core.bounds.clauses.duties import Duties
from remit.core.bounds.clauses.envelope import Envelope
from remit.core.bounds.clauses.evidence import Evidence
from remit.core.bounds.clauses.opinion import Opinion
from remit.core.bounds.clauses.period import Period
from remit.core.bounds.clauses.powers import Powers
from remit.core.bounds.clauses.purpose import Purpose
from remit.core.bounds.clauses.reserved import Reserved
from remit.core.bounds.clauses.total import Total
from remit.core.bounds.cover import Problem, covers
from remit.core.bounds.deed import EFFECTS, RISK_MAX, Deed, Facts
from remit.core.bounds.errors import BadInstrument
from remit.core.bounds.facts_json import deed_from_json, deed_json, facts_from_json, facts_json
from remit.core.bounds.finding import (
    Answer,
    Finding,
    finding_from_json,
    finding_json,
    leaf_finding,
)
from remit.core.bounds.history import Filed, History, Use
from remit.core.bounds.instrument import Instrument
from remit.core.bounds.instrument_json import instrument_from_json, instrument_json
from remit.core.bounds.labels import (
    ALWAYS,
    BINDING_ABOUT,
    BINDINGS,
    EVIDENCE,
    FILING,
    OPINIONS,
    POSITIONS,
    POWERS,
    PROMISES,
    SILENCES,
    VEHICLE_ABOUT,
    VEHICLES,
)
from remit.core.bounds.prose import back_words, front_words, instrument_words, text
from remit.core.bounds.question import TOPICS, Answers, Entry, Moved, OnFile, Question
from remit.core.bounds.registry import KINDS, clause_from_json

__all__ = [
    "ALWAYS",
    "BINDINGS",
    "BINDING_ABOUT",
    "EFFECTS",
    "EVIDENCE",
    "FILING",
    "KINDS",
    "OPINIONS",
    "POSITIONS",
    "POWERS",
    "PROMISES",
    "RISK_MAX",
    "SILENCES",
    "TOPICS",
    "VEHICLES",
    "VEHICLE_ABOUT",
    "Above",
    "Answer",
    "Answers",
    "AskAbove",
    "BadInstrument",
    "Cap",
    "Clause",
    "Deed",
    "Duties",
    "Entry",
    "Envelope",
    "Evidence",
    "Facts",
    "Filed",
    "Finding",
    "History",
    "Instrument",
    "Moved",
    "OnFile",
    "Opinion",
    "Period",
    "Powers",
    "Problem",
    "Purpose",
    "Question",
    "Reserved",
    "Total",
    "Use",
    "ask",
    "back_words",
    "clause_from_json",
    "covers",
    "deed_from_json",
    "deed_json",
    "facts_from_json",
    "facts_json",
    "finding_from_json",
    "finding_json",
    "front_words",
    "instrument_from_json",
    "instrument_json",
    "instrument_words",
    "leaf_finding",
    "questions",
    "text",
]
