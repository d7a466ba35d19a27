"""The grant of authority as a thing that a computer can hold to: its clauses, and what they say.

`ask` answers whether a deed may be done under an instrument: yes, ask or no, with one finding from
every clause. A fact that is missing refuses. `covers` proves that a sub-remit is no wider than the
remit it is granted under. Clauses are data and one small class each; there is no policy language.
"""

from remit.core.bounds.act_yaml import act_from_text
from remit.core.bounds.asking import Above, ask, questions
from remit.core.bounds.clause import Clause
from remit.core.bounds.clauses.ask_above import AskAbove
from remit.core.bounds.clauses.ask_total import AskTotal
from remit.core.bounds.clauses.attestation import Attestation
from remit.core.bounds.clauses.cap import Cap
from remit.core.bounds.clauses.clearance import Clearance
from remit.core.bounds.clauses.consultation import Consultation
from remit.core.bounds.clauses.cooling_off import CoolingOff
from remit.core.bounds.clauses.document import Document
from remit.core.bounds.clauses.dual_control import DualControl
from remit.core.bounds.clauses.duties import Duties
from remit.core.bounds.clauses.envelope import Envelope
from remit.core.bounds.clauses.evidence import Evidence
from remit.core.bounds.clauses.evidence_above import EvidenceAbove
from remit.core.bounds.clauses.interests import Interests
from remit.core.bounds.clauses.ladder import Ladder
from remit.core.bounds.clauses.last_dates import LastDates
from remit.core.bounds.clauses.meeting import Meeting
from remit.core.bounds.clauses.notice import Notice
from remit.core.bounds.clauses.opinion import Opinion
from remit.core.bounds.clauses.period import Period
from remit.core.bounds.clauses.powers import Powers
from remit.core.bounds.clauses.purpose import Purpose
from remit.core.bounds.clauses.report import Report
from remit.core.bounds.clauses.reserved import Reserved
from remit.core.bounds.clauses.reversible import Reversible
from remit.core.bounds.clauses.risk_lane import RiskLane
from remit.core.bounds.clauses.scope import Scope
from remit.core.bounds.clauses.share import Share
from remit.core.bounds.clauses.stop import Stop
from remit.core.bounds.clauses.sub_remits import SubRemits
from remit.core.bounds.clauses.total import Total
from remit.core.bounds.clauses.window import Window
from remit.core.bounds.cover import Problem, covers, widened
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
from remit.core.bounds.instrument_json import (
    draft_from_json,
    instrument_from_json,
    instrument_json,
)
from remit.core.bounds.instrument_yaml import (
    draft_from_text,
    instrument_from_text,
    instrument_from_yaml,
    instrument_yaml,
)
from remit.core.bounds.labels import (
    ALWAYS,
    APPETITES,
    ATTESTATIONS,
    BINDING_ABOUT,
    BINDING_LEVEL,
    BINDINGS,
    CLEARANCES,
    DECISION_RULES,
    EVIDENCE,
    FILING,
    HOLDERS,
    LEVELS,
    OPINIONS,
    OUTCOMES,
    POSITIONS,
    POWERS,
    PROMISES,
    SILENCES,
    VEHICLE_ABOUT,
    VEHICLES,
)
from remit.core.bounds.parts import (
    Appeal,
    Authority,
    Holder,
    Part,
    Promise,
    Retention,
    Undertaking,
)
from remit.core.bounds.preflight import Ground, Point, fails, preflight
from remit.core.bounds.prose import back_words, front_words, instrument_words, text
from remit.core.bounds.question import TOPICS, Answers, Entry, Moved, OnFile, Question
from remit.core.bounds.registry import KINDS, clause_from_json

__all__ = [
    "ALWAYS",
    "APPETITES",
    "ATTESTATIONS",
    "BINDINGS",
    "BINDING_ABOUT",
    "BINDING_LEVEL",
    "CLEARANCES",
    "DECISION_RULES",
    "EFFECTS",
    "EVIDENCE",
    "FILING",
    "HOLDERS",
    "KINDS",
    "LEVELS",
    "OPINIONS",
    "OUTCOMES",
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
    "Appeal",
    "AskAbove",
    "AskTotal",
    "Attestation",
    "Authority",
    "BadInstrument",
    "Cap",
    "Clause",
    "Clearance",
    "Consultation",
    "CoolingOff",
    "Deed",
    "Document",
    "DualControl",
    "Duties",
    "Entry",
    "Envelope",
    "Evidence",
    "EvidenceAbove",
    "Facts",
    "Filed",
    "Finding",
    "Ground",
    "History",
    "Holder",
    "Instrument",
    "Interests",
    "Ladder",
    "LastDates",
    "Meeting",
    "Moved",
    "Notice",
    "OnFile",
    "Opinion",
    "Part",
    "Period",
    "Point",
    "Powers",
    "Problem",
    "Promise",
    "Purpose",
    "Question",
    "Report",
    "Reserved",
    "Retention",
    "Reversible",
    "RiskLane",
    "Scope",
    "Share",
    "Stop",
    "SubRemits",
    "Total",
    "Undertaking",
    "Use",
    "Window",
    "act_from_text",
    "ask",
    "back_words",
    "clause_from_json",
    "covers",
    "deed_from_json",
    "deed_json",
    "draft_from_json",
    "draft_from_text",
    "facts_from_json",
    "facts_json",
    "fails",
    "finding_from_json",
    "finding_json",
    "front_words",
    "instrument_from_json",
    "instrument_from_text",
    "instrument_from_yaml",
    "instrument_json",
    "instrument_words",
    "instrument_yaml",
    "leaf_finding",
    "preflight",
    "questions",
    "text",
    "widened",
]
