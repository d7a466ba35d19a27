"""Every kind of clause there is, by its name in JSON. A new kind is a line here."""

from __future__ import annotations

from collections.abc import Mapping

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
from remit.core.bounds.errors import BadInstrument

KINDS: Mapping[str, type[Clause]] = {
    kind.kind: kind
    for kind in (
        Period,
        Purpose,
        Envelope,
        Cap,
        Reserved,
        Powers,
        Evidence,
        Duties,
        AskAbove,
        Total,
        Opinion,
        AskTotal,
        Report,
        RiskLane,
        SubRemits,
        Stop,
        Share,
        LastDates,
        Scope,
        EvidenceAbove,
        DualControl,
        Ladder,
        Window,
        CoolingOff,
        Meeting,
        Notice,
        Consultation,
        Document,
        Attestation,
        Clearance,
        Interests,
        Reversible,
    )
}


def clause_from_json(data: object, *, where: str) -> Clause:
    """The clause that its `to_json` wrote. BadInstrument for anything else."""
    if not isinstance(data, Mapping):
        raise BadInstrument("not_object", where=where)
    if "kind" not in data:
        raise BadInstrument("field_missing", where=where, field="kind")
    kind = data["kind"]
    if not isinstance(kind, str) or kind not in KINDS:
        raise BadInstrument("kind_unknown", where=where, value=kind, allowed=tuple(KINDS))
    return KINDS[kind].from_json(data, where=where)
