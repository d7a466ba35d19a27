"""The same remit for pycasbin: a row for each power and position, and one matcher for the rest.

The matcher stops at the first condition that fails, and only rows of the power in hand are looked
at (`FastEnforcer`): the quickest form that pycasbin has. It says yes or not yes; an `ask` is not
yes for it, and there is neither a reason nor a clause. What it can't express is handed over as a
finished value, as for Cedar (`_flat`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bench._deeds import Case
from bench._flat import flat, seconds
from bench._policy import EACH, ENDS, OFFICER, POWERS, STARTS, LastDates, Report

DAY = 86_400
ALWAYS = '("lapse", "suspend", "revoke", "end", "raise")'
FILING = '("advise", "verify", "declare", "file", "attest", "raise", "lift")'
NAMES = (
    *("amount", "currency", "purpose", "matter", "recipient", "category", "area", "item"),
    *("effect", "risk", "until", "made", "evidence", "at", "state", "backed", "backed_until"),
    *("free", "envelope", "depth", "done", "done_by_self", "agreed", "moved_all"),
    *("moved_to_recipient", "moved_in_category", "opinion", "present", "notice_days"),
    *("notice_at", "open_days", "answers", "documents", "attested_at", "clearance"),
    *("interests", "report_at", "incident_level"),
)
"""All that may be known; what is not known is None."""


def _agreed(position: str = OFFICER) -> str:
    return f'"{position}" in r.known.agreed'


def _frame() -> list[str]:
    return [
        f'(r.known.state == "in_force" || r.act in {ALWAYS})',
        f"(r.act in {ALWAYS} || (r.known.backed == True && r.known.at < r.known.backed_until))",
        f"(r.act in {ALWAYS} || ({seconds(STARTS)} <= r.known.at && r.known.at < {seconds(ENDS)}))",
        '(r.known.purpose in ("green", "sport", "care") || '
        "(r.known.purpose == None && r.known.amount == None))",
        '(r.known.amount == None || (r.known.currency == "GBP" && r.known.free != None && '
        "r.known.amount <= r.known.free))",
        '(!(r.known.matter in ("land", "staff")) && '
        "(r.known.matter != None || r.known.amount == None))",
        f"(r.act in {FILING} || r.act in {ALWAYS} || r.known.incident_level < 4)",
        '(r.known.area in ("north", "harbour") || '
        "(r.known.area == None && r.known.amount == None))",
    ]


def _commit() -> str:
    report = next(clause for clause in EACH if isinstance(clause, Report))
    last = next(clause for clause in EACH if isinstance(clause, LastDates))
    money = [
        "r.known.amount <= 2000000",
        f"(r.known.amount <= 1000000 || {_agreed()})",
        "r.known.recipient != None && r.known.moved_to_recipient + r.known.amount <= 2500000",
        f"(r.known.moved_all + r.known.amount <= 6000000 || {_agreed()})",
        "r.known.category != None && r.known.envelope != None",
        "(r.known.moved_in_category + r.known.amount) * 1000 <= r.known.envelope * 400",
    ]
    return " && ".join(
        [
            f"(r.known.at < {seconds(report.first)} || (r.known.report_at != None && "
            f"r.known.at - r.known.report_at <= {92 * DAY}) || {_agreed()})",
            f"r.known.at < {seconds(last.dates['commit'])}",
            f"r.known.made != None && r.known.at - r.known.made >= {14 * DAY}",
            f"(r.known.amount == None || ({' && '.join(money)}))",
        ]
    )


def _decide() -> str:
    return " && ".join(
        [
            'r.known.item != None && r.known.opinion == "for"',
            "r.known.risk != None && r.known.risk <= 4",
            f"(r.known.risk <= 2 || {_agreed('risk-panel')})",
            "r.known.present != None && r.known.present >= 7 && r.known.notice_days >= 14",
            f"r.known.notice_at != None && r.known.at - r.known.notice_at >= {14 * DAY}",
            "r.known.open_days != None && r.known.open_days >= 28 && r.known.answers >= 20",
            '"minutes" in r.known.documents && "plan" in r.known.documents',
            'r.known.clearance == "cleared"',
            '!("particular" in r.known.interests)',
            f'(!("relative" in r.known.interests) || {_agreed()})',
            '(r.known.effect == "reversible" || (r.known.effect == "pilot" && '
            "r.known.until != None && r.known.at < r.known.until && "
            f"r.known.until - r.known.at <= {180 * DAY}))",
        ]
    )


def _pay() -> str:
    shown = (
        '("invoice" in r.known.evidence && "quotes" in r.known.evidence)',
        '("receipt" in r.known.evidence)',
        '("note" in r.known.evidence)',
    )
    return " && ".join(
        [
            f"(r.known.amount == None || r.known.amount == 0 || "
            f"(r.known.amount > 500000 && {shown[0]}) || "
            f"(r.known.amount > 10000 && r.known.amount <= 500000 && {shown[1]}) || "
            f"(r.known.amount <= 10000 && {shown[2]}))",
            f"(r.known.amount == None || r.known.amount <= 250000 || {_agreed()})",
            '!("submit" in r.known.done_by_self) && !("approve" in r.known.done_by_self)',
        ]
    )


def _by_power() -> dict[str, str]:
    window = (
        "r.known.made != None && r.known.made <= r.known.at && "
        f"r.known.at - r.known.made < {90 * DAY}"
    )
    return {
        "commit": _commit(),
        "decide": _decide(),
        "pay": _pay(),
        "adopt": '"tally" in r.known.evidence',
        "submit": '"receipt" in r.known.evidence && !("approve" in r.known.done_by_self) && '
        '!("pay" in r.known.done_by_self)',
        "approve": '!("submit" in r.known.done_by_self) && !("pay" in r.known.done_by_self) && '
        "r.known.item != None && r.known.attested_at != None && "
        f"r.known.at - r.known.attested_at <= {30 * DAY}",
        "grant": f"r.known.depth != None && r.known.depth + 1 <= 2 && {_agreed()}",
        "query": window,
        "note": '"query" in r.known.done',
        "recover": f'"note" in r.known.done && {window}',
    }


def model() -> str:
    """What pycasbin calls a model: what is asked, what a row is, and when a row lets pass."""
    rules = [f'(r.act != "{power}" || ({rule}))' for power, rule in _by_power().items()]
    matcher = " && ".join(["r.position == p.position", "r.act == p.act", *_frame(), *rules])
    return "\n".join(
        [
            "[request_definition]",
            "r = position, act, known",
            "[policy_definition]",
            "p = position, act",
            "[policy_effect]",
            "e = some(where (p.eft == allow))",
            "[matchers]",
            f"m = {matcher}",
        ]
    )


class Known:
    """The facts of one deed as attributes."""

    def __init__(self, values: dict[str, object]) -> None:
        for name in NAMES:
            setattr(self, name, values.get(name))


@dataclass(frozen=True, slots=True)
class Casbin:
    """An enforcer with its rows, and each deed as it takes it."""

    enforcer: Any
    requests: dict[str, tuple[object, ...]]

    def allowed(self, name: str) -> bool:
        """Whether it is a yes."""
        return bool(self.enforcer.enforce(*self.requests[name]))


def casbin(cases: tuple[Case, ...]) -> Casbin:
    """ImportError where pycasbin is not installed."""
    from casbin import FastEnforcer
    from casbin.model import FastModel

    rules = FastModel([1, 0])
    rules.load_model_from_text(model())
    enforcer = FastEnforcer(rules, cache_key_order=[1, 0])
    for power, positions in POWERS.items():
        enforcer.add_policies([[position, power] for position in positions])
    requests = {}
    for case in cases:
        (position,) = case.facts.positions or ("",)
        requests[case.name] = (position, case.deed.power, Known(flat(case)))
    return Casbin(enforcer, requests)
