"""RiskLane: what it finds, and clauses that are narrower."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from remit.core.bounds import RISK_MAX, RiskLane
from tests.core.bounds.clauses.samples import AMOUNTS, POSITIONS, USED, Case, Draw

CLAUSE = RiskLane(
    id="B32", power="commit", light=2, panel=4, position="backer", days=7, silence="no"
)
AGREED, BY_ANOTHER = {"agreed": frozenset({"backer"})}, {"agreed": frozenset({"clerk"})}
CASES: list[Case] = [
    (CLAUSE, {"power": "pay"}, {}, "met", "risk_not_touched"),
    (CLAUSE, {"risk": None}, AGREED, "unknown", "risk_unweighed"),
    (CLAUSE, {"risk": 1}, {}, "met", "risk_light"),
    (CLAUSE, {"risk": 2}, {"agreed": None}, "met", "risk_light"),
    (CLAUSE, {"risk": 3}, {}, "needs", "risk_panel"),
    (CLAUSE, {"risk": 4}, BY_ANOTHER, "needs", "risk_panel"),
    (CLAUSE, {"risk": 4}, AGREED, "met", "risk_agreed"),
    (CLAUSE, {"risk": 4}, {"agreed": None}, "unknown", "risk_agreement_unknown"),
    (CLAUSE, {"risk": 5}, AGREED, "breached", "risk_safeguarding"),
    (replace(CLAUSE, light=0), {"risk": 1}, {}, "needs", "risk_panel"),
    (replace(CLAUSE, light=0, panel=0), {"risk": 1}, AGREED, "breached", "risk_safeguarding"),
    (replace(CLAUSE, panel=5, silence="yes"), {"risk": 5}, {}, "needs", "risk_panel"),
    (replace(CLAUSE, light=5, panel=5), {"risk": 5}, {}, "met", "risk_light"),
]
NOT_COVERED = [
    replace(CLAUSE, power="pay"),
    replace(CLAUSE, light=3),
    replace(CLAUSE, panel=5),
    replace(CLAUSE, position="clerk"),
    replace(CLAUSE, silence="yes"),
]
REFUSED = [
    {"power": "fly"},
    {"light": -1},
    {"light": 6},
    {"panel": 1},
    {"panel": 6},
    {"position": ""},
    {"days": 0},
    {"days": 367},
    {"silence": "perhaps"},
]
WEIGHED = (
    "Whoever would commit money weighs the risk first, from 1 to 5: what can go wrong if it is "
    "done, and what harm it does if it is not done. "
)
LIGHT = "A risk of up to {} needs nobody’s agreement."
PANEL = (
    "To a risk above {} and up to {} this position must agree first: backer. Days to answer: 7. "
    "No answer in time is a no."
)
SAFEGUARDING = "A risk above {} goes to safeguarding, not to a panel."
WORDS = [
    (
        CLAUSE,
        f"{WEIGHED}{LIGHT.format(2)} {PANEL.format(2, 4)} {SAFEGUARDING.format(4)}",
    ),
    (replace(CLAUSE, light=0, panel=5), WEIGHED + PANEL.format(0, 5)),
    (replace(CLAUSE, light=5, panel=5), WEIGHED + LIGHT.format(5)),
    (replace(CLAUSE, light=0, panel=0), WEIGHED + SAFEGUARDING.format(0)),
]
MAKER = st.integers(0, RISK_MAX).flatmap(
    lambda panel: st.builds(
        RiskLane,
        id=st.just("B1"),
        power=st.sampled_from(USED),
        light=st.integers(0, panel),
        panel=st.just(panel),
        position=st.sampled_from(POSITIONS),
        days=st.integers(1, 3),
        silence=st.sampled_from(["no", "yes"]),
    )
)


def narrower(clause: RiskLane, draw: Draw) -> RiskLane:
    """One that asks for more, or as much."""
    light = draw(st.integers(0, clause.light))
    panel = draw(st.integers(light, clause.panel))
    return replace(clause, light=light, panel=panel, days=draw(AMOUNTS) + 1, silence="no")
