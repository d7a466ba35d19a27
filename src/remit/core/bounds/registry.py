"""Every kind of clause there is, by its name in JSON. A new kind is a line here."""

from __future__ import annotations

from collections.abc import Mapping

from remit.core.bounds.ask_above import AskAbove
from remit.core.bounds.cap import Cap
from remit.core.bounds.clause import Clause
from remit.core.bounds.duties import Duties
from remit.core.bounds.envelope import Envelope
from remit.core.bounds.errors import BadInstrument
from remit.core.bounds.evidence import Evidence
from remit.core.bounds.period import Period
from remit.core.bounds.powers import Powers
from remit.core.bounds.purpose import Purpose
from remit.core.bounds.reserved import Reserved

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
