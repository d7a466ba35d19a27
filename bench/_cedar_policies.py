"""The remit that is timed in Cedar's words: one policy for each clause and way to stop a deed.

Cedar skips a policy that fails, so that an unknown fact would let a deed pass: each policy asks
first whether what it needs is known. `ask:` stands before the id of one that only asks for
somebody's agreement. What Cedar can't express comes as a finished value (`_flat`): which entry on
a file counts, and what earlier acts moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from bench._flat import seconds
from bench._policy import ENDS, OFFICER, POWERS, STARTS

DAY = 86_400
Rules = Mapping[str, str]
"""By the policy's id, what must hold; else it forbids."""
MONEY = 'context has amount && context has currency && context.currency == "GBP"'
"""That it moves money, in the remit's currency."""
NONE_MOVED = "!(context has amount)"


def policies() -> str:
    """The whole remit as Cedar reads it."""
    rules = {"": {**_frame(), "B4": _powers()}, "commit": _commit(), "decide": _decide(), **_rest()}
    lines = (
        f'@id("{name}") forbid(principal, {_action(power)}, resource) unless {{ {unless} }};'
        for power, of_power in rules.items()
        for name, unless in of_power.items()
    )
    return "\n".join(["permit(principal, action, resource);", *lines])


def _action(power: str) -> str:
    return f'action == Action::"{power}"' if power else "action"


def _one_of(powers: Iterable[str]) -> str:
    listed = ", ".join(f'Action::"{power}"' for power in powers)
    return f"action in [{listed}]"


ALWAYS = _one_of(("lapse", "suspend", "revoke", "end", "raise"))
FILING = _one_of(("advise", "verify", "declare", "file", "attest", "raise", "lift"))


def _agreed(position: str = OFFICER) -> str:
    return f'(context has agreed && context.agreed.contains("{position}"))'


def _named(field: str, listed: str) -> str:
    """It names one of these; it need name none if no money moves."""
    return f"if context has {field} then {listed} else {NONE_MOVED}"


def _powers() -> str:
    """Who may do what. Positions are groups that a person acts in."""
    together: dict[tuple[str, ...], list[str]] = {}
    for power, positions in POWERS.items():
        together.setdefault(positions, []).append(power)
    return " || ".join(
        f"({_one_of(powers)} && ("
        + " || ".join(f'principal in Position::"{position}"' for position in positions)
        + "))"
        for positions, powers in together.items()
    )


def _frame() -> Rules:
    """What is asked of every deed."""
    starts, ends = seconds(STARTS), seconds(ENDS)
    backed = "context has backed && context.backed && context has backed_until"
    return {
        "B0": f'context has state && (context.state == "in_force" || {ALWAYS})',
        "backing": f"{ALWAYS} || ({backed} && context.at < context.backed_until)",
        "B1": f"{ALWAYS} || ({starts} <= context.at && context.at < {ends})",
        "B2": _named("purpose", '["green", "sport", "care"].contains(context.purpose)'),
        "B3": f"{NONE_MOVED} || ({MONEY} && context has free && context.amount <= context.free)",
        "B6": _named("matter", '!(["land", "staff"].contains(context.matter))'),
        "B16": f"{FILING} || {ALWAYS} || "
        "(context has incident_level && context.incident_level < 4)",
        "B19": _named("area", '["north", "harbour"].contains(context.area)'),
    }


def _commit() -> Rules:
    first = seconds(datetime(2026, 4, 1, tzinfo=UTC))
    last = seconds(datetime(2026, 11, 1, tzinfo=UTC))
    share = "(context.moved_in_category + context.amount) * 1000 <= context.envelope * 400"
    return {
        "B5": f"{NONE_MOVED} || ({MONEY} && context.amount <= 2000000)",
        "B9": f"{NONE_MOVED} || ({MONEY})",
        "ask:B9": f"!({MONEY}) || context.amount <= 1000000 || {_agreed()}",
        "B10": f"{NONE_MOVED} || ({MONEY} && context has moved_to_recipient && "
        "context.moved_to_recipient + context.amount <= 2500000)",
        "B12": f"{NONE_MOVED} || ({MONEY} && context has moved_all)",
        "ask:B12": f"!({MONEY}) || !(context has moved_all) || "
        f"context.moved_all + context.amount <= 6000000 || {_agreed()}",
        "ask:B13": f"context.at < {first} || (context has report_at && "
        f"context.at - context.report_at <= {92 * DAY}) || {_agreed()}",
        "B17": f"{NONE_MOVED} || ({MONEY} && context has moved_in_category && "
        f"context has envelope && {share})",
        "B18": f"context.at < {last}",
        "B24": f"context has made && context.at - context.made >= {14 * DAY}",
    }


def _decide() -> Rules:
    pilot = (
        "context has until && context.at < context.until && "
        f"context.until - context.at <= {180 * DAY}"
    )
    return {
        "B11": 'context has opinion && context.opinion == "for"',
        "B14": "context has risk && context.risk <= 4",
        "ask:B14": "!(context has risk) || context.risk <= 2 || context.risk > 4 || "
        + _agreed("risk-panel"),
        "B25": "context has present && context.present >= 7 && context.notice_days >= 14",
        "B26": f"context has notice_at && context.at - context.notice_at >= {14 * DAY}",
        "B27": "context has open_days && context.open_days >= 28 && context.answers >= 20",
        "B28": 'context has item && context.documents.containsAll(["minutes", "plan"])',
        "B30": 'context has clearance && context.clearance == "cleared"',
        "B31": '!context.interests.contains("particular")',
        "ask:B31": 'context.interests.contains("particular") || '
        f'!context.interests.contains("relative") || {_agreed()}',
        "B32": 'context has effect && (context.effect == "reversible" || '
        f'(context.effect == "pilot" && {pilot}))',
    }


def _rest() -> dict[str, Rules]:
    shown = (
        "context.amount <= 0 || (if context.amount > 500000 "
        'then context.evidence.containsAll(["invoice", "quotes"]) '
        "else if context.amount > 10000 "
        'then context.evidence.contains("receipt") else context.evidence.contains("note"))'
    )
    window = (
        f"context has made && context.made <= context.at && context.at - context.made < {90 * DAY}"
    )
    deep = "context has depth && context.depth + 1 <= 2"
    recent = f"context.at - context.attested_at <= {30 * DAY}"
    return {
        "adopt": {"B7": 'context.evidence.contains("tally")'},
        "submit": {
            "B7": 'context.evidence.contains("receipt")',
            "B8": '!context.done_by_self.containsAny(["approve", "pay"])',
        },
        "approve": {
            "B8": '!context.done_by_self.containsAny(["submit", "pay"])',
            "B29": f"context has attested_at && {recent}",
        },
        "pay": {
            "B8": '!context.done_by_self.containsAny(["submit", "approve"])',
            "B20": f"{NONE_MOVED} || ({MONEY} && ({shown}))",
            "B21": f"{NONE_MOVED} || ({MONEY})",
            "ask:B21": f"!({MONEY}) || context.amount <= 250000 || {_agreed()}",
        },
        "grant": {"B15": deep, "ask:B15": f"!({deep}) || {_agreed()}"},
        "query": {"B23": window},
        "note": {"B22": 'context.done.contains("query")'},
        "recover": {"B22": 'context.done.contains("note")', "B23": window},
    }
