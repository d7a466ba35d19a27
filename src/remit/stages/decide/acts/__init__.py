"""Ballots and their count; adopting what won; deciding directly; answering recommendations."""

from remit.stages.decide.acts.adopt import Adopt, item_code
from remit.stages.decide.acts.decide import Decide
from remit.stages.decide.acts.refusing import CODE, MESSAGES
from remit.stages.decide.acts.respond import BECAUSE, Accept, Alter, Decline
from remit.stages.decide.acts.vote import ImportBallots, OpenBallot, PublishTally

__all__ = [
    "BECAUSE",
    "CODE",
    "MESSAGES",
    "Accept",
    "Adopt",
    "Alter",
    "Decide",
    "Decline",
    "ImportBallots",
    "OpenBallot",
    "PublishTally",
    "item_code",
]
