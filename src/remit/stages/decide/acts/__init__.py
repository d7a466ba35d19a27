"""Opening a ballot, bringing in its votes, publishing the count, and adopting what won."""

from remit.stages.decide.acts.adopt import Adopt, item_code
from remit.stages.decide.acts.refusing import CODE, MESSAGES
from remit.stages.decide.acts.vote import ImportBallots, OpenBallot, PublishTally

__all__ = ["CODE", "MESSAGES", "Adopt", "ImportBallots", "OpenBallot", "PublishTally", "item_code"]
