"""The same remit in Cedar's words, one policy for each clause and each way that it stops a deed.

Cedar says allow or deny. That somebody must agree first is told from the ids of the policies that
forbid: `ask` is a deny for which all of them are called `ask:`. Cedar skips a policy that fails, so
that an unknown fact would let a deed pass: each policy therefore asks first whether it is known.
What Cedar can't express, and is given as a finished value instead (`_flat`): which entry on a file
counts, sums over earlier acts. It gives no words, no figures and no position to ask.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bench._deeds import Case
from bench._flat import flat, seconds
from bench._policy import CODE, ENDS, OFFICER, POWERS, STARTS

DAY = 86_400
ALWAYS = '[Action::"lapse", Action::"suspend", Action::"revoke", Action::"end", Action::"raise"]'
FILING = '[Action::"advise", Action::"verify", Action::"declare", Action::"file", ' + (
    'Action::"attest", Action::"raise", Action::"lift"]'
)


def _only(ids: str, power: str, unless: str) -> str:
    """A policy that forbids this power unless something holds."""
    action = f'action == Action::"{power}"' if power else "action"
    return f'@id("{ids}") forbid(principal, {action}, resource) unless {{ {unless} }};'


def _agreed(position: str = OFFICER) -> str:
    return f'context has agreed && context.agreed.contains("{position}")'


def _powers() -> str:
    """Who may do what. Positions are groups that a person acts in."""
    by: dict[tuple[str, ...], list[str]] = {}
    for power, positions in POWERS.items():
        by.setdefault(positions, []).append(f'Action::"{power}"')
    ways = (
        f"(action in [{', '.join(actions)}] && ("
        + " || ".join(f'principal in Position::"{position}"' for position in positions)
        + "))"
        for positions, actions in by.items()
    )
    return " || ".join(ways)


MONEY = 'context has amount && context has currency && context.currency == "GBP"'
"""That it moves money, in the remit's currency."""
UNTOUCHED = "!(context has amount)"
"""That it moves none."""


def _frame() -> list[str]:
    starts, ends = seconds(STARTS), seconds(ENDS)
    return [
        "permit(principal, action, resource);",
        _only(
            "B0", "", f'context has state && (context.state == "in_force" || action in {ALWAYS})'
        ),
        _only(
            "backing",
            "",
            f"action in {ALWAYS} || (context has backed && context.backed && "
            "context has backed_until && context.at < context.backed_until)",
        ),
        _only("B1", "", f"action in {ALWAYS} || ({starts} <= context.at && context.at < {ends})"),
        _only(
            "B2",
            "",
            'if context has purpose then ["green", "sport", "care"].contains(context.purpose) '
            f"else {UNTOUCHED}",
        ),
        _only(
            "B3",
            "",
            f"{UNTOUCHED} || ({MONEY} && context has free && context.amount <= context.free)",
        ),
        _only("B4", "", _powers()),
        _only(
            "B6",
            "",
            'if context has matter then !(["land", "staff"].contains(context.matter)) '
            f"else {UNTOUCHED}",
        ),
        _only("B7", "adopt", 'context.evidence.contains("tally")'),
        _only("B7", "submit", 'context.evidence.contains("receipt")'),
        _only("B8", "submit", '!context.done_by_self.containsAny(["approve", "pay"])'),
        _only("B8", "approve", '!context.done_by_self.containsAny(["submit", "pay"])'),
        _only("B8", "pay", '!context.done_by_self.containsAny(["submit", "approve"])'),
        _only(
            "B16",
            "",
            f"action in {FILING} || action in {ALWAYS} || "
            "(context has incident_level && context.incident_level < 4)",
        ),
        _only(
            "B19",
            "",
            'if context has area then ["north", "harbour"].contains(context.area) '
            f"else {UNTOUCHED}",
        ),
    ]


def _of_commit() -> list[str]:
    first = seconds(datetime(2026, 4, 1, tzinfo=UTC))
    last = seconds(datetime(2026, 11, 1, tzinfo=UTC))
    free = f"{UNTOUCHED} || "
    return [
        _only("B5", "commit", f"{free}({MONEY} && context.amount <= 2000000)"),
        _only("B9", "commit", f"{free}({MONEY})"),
        _only(
            "ask:B9",
            "commit",
            f"{free}!({MONEY}) || context.amount <= 1000000 || ({_agreed()})",
        ),
        _only(
            "B10",
            "commit",
            f"{free}({MONEY} && context has recipient && context has moved_to_recipient && "
            "context.moved_to_recipient + context.amount <= 2500000)",
        ),
        _only("B12", "commit", f"{free}({MONEY} && context has moved_all)"),
        _only(
            "ask:B12",
            "commit",
            f"{free}!({MONEY}) || !(context has moved_all) || "
            f"context.moved_all + context.amount <= 6000000 || ({_agreed()})",
        ),
        _only(
            "ask:B13",
            "commit",
            f"context.at < {first} || (context has report_at && "
            f"context.at - context.report_at <= {92 * DAY}) || ({_agreed()})",
        ),
        _only(
            "B17",
            "commit",
            f"{free}({MONEY} && context has category && context has moved_in_category && "
            "context has envelope && (context.moved_in_category + context.amount) * 1000 <= "
            "context.envelope * 400)",
        ),
        _only("B18", "commit", f"context.at < {last}"),
        _only("B24", "commit", f"context has made && context.at - context.made >= {14 * DAY}"),
    ]


def _of_decide() -> list[str]:
    return [
        _only(
            "B11", "decide", 'context has item && context has opinion && context.opinion == "for"'
        ),
        _only("B14", "decide", "context has risk && context.risk <= 4"),
        _only(
            "ask:B14",
            "decide",
            "!(context has risk) || context.risk <= 2 || context.risk > 4 || "
            f"({_agreed('risk-panel')})",
        ),
        _only(
            "B25",
            "decide",
            "context has item && context has present && context.present >= 7 && "
            "context.notice_days >= 14",
        ),
        _only(
            "B26",
            "decide",
            "context has item && context has notice_at && "
            f"context.at - context.notice_at >= {14 * DAY}",
        ),
        _only(
            "B27",
            "decide",
            "context has item && context has open_days && context.open_days >= 28 && "
            "context.answers >= 20",
        ),
        _only(
            "B28",
            "decide",
            'context has item && context.documents.containsAll(["minutes", "plan"])',
        ),
        _only("B30", "decide", 'context has clearance && context.clearance == "cleared"'),
        _only("B31", "decide", '!context.interests.contains("particular")'),
        _only(
            "ask:B31",
            "decide",
            'context.interests.contains("particular") || '
            f'!context.interests.contains("relative") || ({_agreed()})',
        ),
        _only(
            "B32",
            "decide",
            'context has effect && (context.effect == "reversible" || (context.effect == "pilot" '
            "&& context has until && context.at < context.until && "
            f"context.until - context.at <= {180 * DAY}))",
        ),
    ]


def _of_others() -> list[str]:
    steps = (
        'context.amount <= 0 || (if context.amount > 500000 then context.evidence.containsAll(["'
        'invoice", "quotes"]) else if context.amount > 10000 then context.evidence.contains("receipt'
        '") else context.evidence.contains("note"))'
    )
    window = (
        f"context has made && context.made <= context.at && context.at - context.made < {90 * DAY}"
    )
    return [
        _only("B15", "grant", "context has depth && context.depth + 1 <= 2"),
        _only(
            "ask:B15",
            "grant",
            f"!(context has depth) || context.depth + 1 > 2 || ({_agreed()})",
        ),
        _only("B20", "pay", f"{UNTOUCHED} || ({MONEY} && ({steps}))"),
        _only("B21", "pay", f"{UNTOUCHED} || ({MONEY})"),
        _only(
            "ask:B21",
            "pay",
            f"{UNTOUCHED} || !({MONEY}) || context.amount <= 250000 || ({_agreed()})",
        ),
        _only("B22", "note", 'context has done && context.done.contains("query")'),
        _only("B22", "recover", 'context has done && context.done.contains("note")'),
        _only("B23", "query", window),
        _only("B23", "recover", window),
        _only(
            "B29",
            "approve",
            "context has item && context has attested_at && "
            f"context.at - context.attested_at <= {30 * DAY}",
        ),
    ]


def policies() -> str:
    """The whole remit as Cedar reads it."""
    return "\n".join([*_frame(), *_of_commit(), *_of_decide(), *_of_others()])


@dataclass(frozen=True, slots=True)
class Cedar:
    """Policies and people, parsed once; each deed as the request that is cheapest to read."""

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
        if found.allowed:
            return "yes", frozenset()
        assert not found.diagnostics.errors, found.diagnostics.errors
        ids = set(found.diagnostics.id_annotations_by_reason.values())
        clauses = frozenset(each.removeprefix("ask:") for each in ids)
        return ("ask" if all(each.startswith("ask:") for each in ids) else "no"), clauses


def cedar(cases: tuple[Case, ...]) -> Cedar:
    """ImportError where cedarpy is not installed."""
    import cedarpy

    people = {f"{c.facts.person} as {p}": p for c in cases for p in c.facts.positions or ()}
    entities = [
        {"uid": {"type": "Person", "id": who}, "attrs": {}, "parents": [position_of(position)]}
        for who, position in people.items()
    ]
    entities += [
        {"uid": position_of(position), "attrs": {}, "parents": []}
        for position in sorted(set(people.values()))
    ]
    return Cedar(
        policies=cedarpy.PolicySet.from_str(policies()),
        entities=cedarpy.Entities.from_json_str(json.dumps(entities)),
        requests={case.name: request(case) for case in cases},
    )


def position_of(code: str) -> dict[str, str]:
    return {"type": "Position", "id": code}


def request(case: Case) -> dict[str, Any]:
    (position,) = case.facts.positions or ("",)
    return {
        "principal": {"type": "Person", "id": f"{case.facts.person} as {position}"},
        "action": {"type": "Action", "id": case.deed.power},
        "resource": {"type": "Remit", "id": CODE},
        "context": json.dumps(flat(case)),
    }
