"""The deeds that are judged, what is known of each, and what must come of it.

Answers to the clauses' questions come from one history, as the database would give them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bench._policy import CURRENCY, ENDS, ENVELOPE, OFFICER, remit
from remit.core.bounds import Deed, Entry, Facts, Filed, History, Use, questions

AT = datetime(2026, 6, 15, 12, tzinfo=UTC)
DAY = timedelta(days=1)
WHOLE, RELATIVE, PARTICULAR, BARE, VETOED = "oak.1", "elm.2", "ash.3", "bare.9", "yew.4"
"""Items: with everything on file; of these, where somebody has an interest; with nothing on file;
with an opinion against it."""


def _filed(topic: str, about: str, code: str = "", **more: Any) -> Filed:
    scope = "person" if about in ("one", "two") else "matter" if about else "remit"
    given: dict[str, Any] = {"stance": "for", "position": "clerk", "person": "nine", **more}
    entry = Entry(code=code, **{"at": AT - 20 * DAY, **given})
    return Filed(topic=topic, scope=scope, about=about, entry=entry)  # type: ignore[arg-type]


def _of_item(item: str, stance: str = "for") -> list[Filed]:
    """Everything that is asked for, on the file of one item."""
    return [
        _filed("opinion", item, "legal", stance="for", position="legal-adviser", at=AT - 30 * DAY),
        _filed("opinion", item, "legal", stance=stance, position="legal-adviser"),
        _filed("meeting", item, figures={"present": 9, "notice": 21}),
        _filed("notice", item, at=AT - 41 * DAY),
        _filed("consultation", item, figures={"days": 30, "answers": 44}),
        _filed("document", item, "minutes"),
        _filed("document", item, "plan"),
        _filed("attestation", item, "works", at=AT - 10 * DAY),
    ]


HISTORY = History(
    uses=tuple(
        Use(
            power="commit",
            amount=50_000,
            at=AT - place * DAY,
            recipient=f"firm-{place % 5}",
            category=("trees", "benches")[place % 2],
        )
        for place in range(1, 41)
    ),
    filed=(
        *_of_item(WHOLE),
        *_of_item(RELATIVE),
        *_of_item(PARTICULAR),
        *_of_item(VETOED, stance="against"),
        _filed("clearance", "one", "working-with-children", stance="cleared"),
        _filed("clearance", "two", "working-with-children", stance="barred"),
        _filed("interest", "one", RELATIVE, stance="relative"),
        _filed("interest", "one", PARTICULAR, stance="particular"),
        _filed("interest", "one", WHOLE, stance="shared"),
        _filed("report", ""),
        _filed("incident", "", figures={"level": 2}),
        _filed("incident", "", figures={"level": 5}, at=AT - 60 * DAY),
        _filed("lifting", "", "incident", position=OFFICER, at=AT - 50 * DAY),
    ),
)
"""Two million pence were committed, in forty acts, one a day."""

_COMMIT: dict[str, Any] = {
    "kind": "fund.commit",
    "power": "commit",
    "amount": 300_000,
    "currency": CURRENCY,
    "purpose": "green",
    "matter": "trees",
    "evidence": frozenset(),
    "recipient": "firm-1",
    "category": "trees",
    "area": "north",
    "item": WHOLE,
    "made": AT - 30 * DAY,
}
_PAY = {**_COMMIT, "kind": "fund.pay", "power": "pay", "amount": 80_000}
_PAY["evidence"] = frozenset({"receipt"})
_DECIDE = {**_COMMIT, "kind": "decide.decide", "power": "decide"}
_DECIDE |= {"effect": "reversible", "risk": 1}
_NO_MONEY = {"amount": None, "currency": None}
_QUERY = {**_COMMIT, **_NO_MONEY, "kind": "fund.query", "power": "query"}
_GRANT = {**_NO_MONEY, "kind": "charter.grant", "power": "grant"}
_OFFICER = {"positions": frozenset({OFFICER})}
_TREASURER = {"positions": frozenset({"treasurer"}), "person": "four"}
_DUTIES = {"duties": {"submit": "two", "approve": "three"}}
_FACTS: dict[str, Any] = {
    "at": AT,
    "state": "in_force",
    "backed": True,
    "backed_until": ENDS,
    "positions": frozenset({"clerk"}),
    "person": "one",
    "envelope_free": 7_000_000,
    "envelope": ENVELOPE,
    "depth": 1,
    "duties": {},
}


@dataclass(frozen=True, slots=True)
class Case:
    """One deed, what is known of it, and the verdict that it must get."""

    name: str
    verdict: str
    deed: Deed
    facts: Facts


Change = Mapping[str, Any]
_CASES: tuple[tuple[str, str, Change, Change, Change], ...] = (
    ("commit", "yes", _COMMIT, {}, {}),
    (
        "commit more, agreed",
        "yes",
        _COMMIT,
        {"amount": 1_200_000},
        {"agreed": frozenset({OFFICER})},
    ),
    ("decide", "yes", _DECIDE, {}, {}),
    ("decide on a pilot", "yes", _DECIDE, {"effect": "pilot", "until": AT + 90 * DAY}, {}),
    ("pay", "yes", _PAY, {}, {**_TREASURER, **_DUTIES}),
    ("submit", "yes", {**_PAY, "power": "submit"}, {}, {}),
    ("approve", "yes", {**_PAY, "power": "approve"}, {}, {**_TREASURER, "duties": {}}),
    ("query", "yes", _QUERY, {}, _OFFICER),
    ("grant, agreed", "yes", _COMMIT, _GRANT, {**_OFFICER, "agreed": frozenset({OFFICER})}),
    ("file", "yes", _COMMIT, {**_NO_MONEY, "power": "file"}, {"state": "in_force"}),
    ("commit more", "ask", _COMMIT, {"amount": 1_200_000}, {}),
    ("a report is late", "ask", _COMMIT, {}, {"at": AT + 100 * DAY}),
    ("decide at risk", "ask", _DECIDE, {"risk": 3}, {}),
    ("a relative's matter", "ask", _DECIDE, {"item": RELATIVE}, {}),
    ("pay much", "ask", _PAY, {"amount": 300_000}, {**_TREASURER, **_DUTIES}),
    ("grant", "ask", _COMMIT, _GRANT, _OFFICER),
    ("commit too much", "no", _COMMIT, {"amount": 2_400_000, "purpose": "war"}, {}),
    ("commit too early", "no", _COMMIT, {"made": AT - 3 * DAY, "recipient": None}, {}),
    ("commit for land", "no", _COMMIT, {"matter": "land", "area": "south"}, {}),
    ("nothing on file", "no", _DECIDE, {"item": BARE}, {}),
    ("an opinion against it", "no", _DECIDE, {"item": VETOED, "risk": 5}, {}),
    ("one's own interest", "no", _DECIDE, {"item": PARTICULAR, "effect": "lasting"}, {}),
    ("without a clearance", "no", _DECIDE, {"effect": None}, {"person": "two"}),
    ("no receipt", "no", _PAY, {"evidence": frozenset()}, {**_TREASURER, **_DUTIES}),
    ("two duties", "no", _PAY, {}, {**_TREASURER, "duties": {"approve": "four"}}),
    ("recover at once", "no", _QUERY, {"power": "recover", "made": AT - 100 * DAY}, _OFFICER),
    ("not theirs to pay", "no", _PAY, {}, _DUTIES),
    ("suspended", "no", _COMMIT, {}, {"state": "suspended", "backed": False}),
    ("the year is over", "no", _COMMIT, {}, {"at": ENDS}),
    ("too deep", "no", _COMMIT, _GRANT, {**_OFFICER, "depth": 2}),
)


def cases() -> tuple[Case, ...]:
    """Ten that are yes, six that ask and fourteen that are no."""
    return tuple(
        known(Case(name, verdict, Deed(**{**base, **change}), Facts(**{**_FACTS, **facts})))
        for name, verdict, base, change, facts in _CASES
    )


def known(case: Case) -> Case:
    """The case with what its remit's clauses ask answered from the history."""
    person = case.facts.person or ""
    asked = questions(remit(), case.deed, at=case.facts.at, person=person)
    return replace(case, facts=replace(case.facts, answers=HISTORY.answers(asked)))
