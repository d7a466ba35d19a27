"""Binding money, claiming, approving and paying it, and giving back what is not needed.

No one pair of hands does it all: who submits does not approve, who approves does not pay. The
clause on split duties says so; here stands who has done what so far.
"""

from remit.stages.fund.acts.commit import Commit, Release
from remit.stages.fund.acts.pay import Approve, Pay, Submit
from remit.stages.fund.acts.refusing import MESSAGES, STATES

__all__ = ["MESSAGES", "STATES", "Approve", "Commit", "Pay", "Release", "Submit"]
