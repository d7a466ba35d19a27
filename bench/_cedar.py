"""Cedar beside us: its policies and people parsed once, each deed as the request it reads fastest.

Cedar says allow or deny, and by which policies. An ask is a deny for which all of them only ask
for an agreement. It gives no words, no figures and no position to ask; `ask` does.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from bench._cedar_policies import policies
from bench._deeds import Case
from bench._flat import flat
from bench._policy import CODE


@dataclass(frozen=True, slots=True)
class Cedar:
    """What it needs to answer, and each case's request by its name."""

    policies: Any
    entities: Any
    requests: dict[str, dict[str, Any]]

    def ask(self, name: str) -> Any:
        """Cedar's own answer to this request."""
        import cedarpy

        return cedarpy.is_authorized(self.requests[name], self.policies, self.entities)

    def verdict(self, name: str) -> tuple[str, frozenset[str]]:
        """yes, ask or no, and the ids of the clauses that stand in the way."""
        found = self.ask(name)
        assert not found.diagnostics.errors, found.diagnostics.errors
        if found.allowed:
            return "yes", frozenset()
        ids = set(found.diagnostics.id_annotations_by_reason.values())
        verdict = "ask" if all(each.startswith("ask:") for each in ids) else "no"
        return verdict, frozenset(each.removeprefix("ask:") for each in ids)


def cedar(cases: tuple[Case, ...]) -> Cedar:
    """ImportError where cedarpy is not installed."""
    import cedarpy

    acting = {_person(case): _position(case) for case in cases}
    entities = [
        {"uid": {"type": "Person", "id": who}, "attrs": {}, "parents": [_group(position)]}
        for who, position in acting.items()
    ]
    entities += [
        {"uid": _group(position), "attrs": {}, "parents": []}
        for position in sorted(set(acting.values()))
    ]
    return Cedar(
        policies=cedarpy.PolicySet.from_str(policies()),
        entities=cedarpy.Entities.from_json_str(json.dumps(entities)),
        requests={case.name: _request(case) for case in cases},
    )


def _position(case: Case) -> str:
    (position,) = case.facts.positions or ("nobody",)
    return position


def _person(case: Case) -> str:
    return f"{case.facts.person} as {_position(case)}"


def _group(position: str) -> dict[str, str]:
    return {"type": "Position", "id": position}


def _request(case: Case) -> dict[str, Any]:
    return {
        "principal": {"type": "Person", "id": _person(case)},
        "action": {"type": "Action", "id": case.deed.power},
        "resource": {"type": "Remit", "id": CODE},
        "context": json.dumps(flat(case)),
    }
