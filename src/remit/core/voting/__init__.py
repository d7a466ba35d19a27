"""Ballots that decide about money: read them, count them exactly, say why, and check the count.

A count is a function of an election and a rule, and of nothing else. `tally` finds who won and
leaves a trace; `explain` puts it into words; `check` recounts by other means and shares no code
with the tally, so that one mistake can't hide in both.
"""

from remit.core.voting.checker import check
from remit.core.voting.count import tally
from remit.core.voting.election import Ballot, Election, Project, merged
from remit.core.voting.outcome import Outcome, outcome_json
from remit.core.voting.pb_errors import PbError
from remit.core.voting.pb_read import read_pb
from remit.core.voting.pb_write import write_pb
from remit.core.voting.presets import PRESETS
from remit.core.voting.reasons import Reason, explain
from remit.core.voting.rule_words import rule_words
from remit.core.voting.rules import (
    Add1,
    Comparison,
    EqualSharesRule,
    GreedyRule,
    Rule,
    rule_from_json,
    rule_json,
)
from remit.core.voting.ties import TallyError, Tie

__all__ = [
    "PRESETS",
    "Add1",
    "Ballot",
    "Comparison",
    "Election",
    "EqualSharesRule",
    "GreedyRule",
    "Outcome",
    "PbError",
    "Project",
    "Reason",
    "Rule",
    "TallyError",
    "Tie",
    "check",
    "explain",
    "merged",
    "outcome_json",
    "read_pb",
    "rule_from_json",
    "rule_json",
    "rule_words",
    "tally",
    "write_pb",
]
