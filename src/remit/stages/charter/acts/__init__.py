"""Founding the agency; a remit from its grant to its end; what is on file; what is asked."""

from remit.stages.charter.acts.asked import Agree, DeclineRequest, Silence
from remit.stages.charter.acts.back import SignBacking, WarnOfBacking, WithdrawBacking
from remit.stages.charter.acts.direct import Direct
from remit.stages.charter.acts.draft import DraftRemit
from remit.stages.charter.acts.end import EndRemit, Lapse, Revoke
from remit.stages.charter.acts.file import (
    Advise,
    Attest,
    Declare,
    Lift,
    PutOnFile,
    Raise,
    Verify,
)
from remit.stages.charter.acts.found import Establish
from remit.stages.charter.acts.grant import GrantRemit, TakeUp, ground_under
from remit.stages.charter.acts.life import Resume, Suspend, Vary
from remit.stages.charter.acts.refusing import MESSAGES, NO_PARENT, envelope_account, free_money

__all__ = [
    "MESSAGES",
    "NO_PARENT",
    "Advise",
    "Agree",
    "Attest",
    "Declare",
    "DeclineRequest",
    "Direct",
    "DraftRemit",
    "EndRemit",
    "Establish",
    "GrantRemit",
    "Lapse",
    "Lift",
    "PutOnFile",
    "Raise",
    "Resume",
    "Revoke",
    "SignBacking",
    "Silence",
    "Suspend",
    "TakeUp",
    "Vary",
    "Verify",
    "WarnOfBacking",
    "WithdrawBacking",
    "envelope_account",
    "free_money",
    "ground_under",
]
