"""What somebody fills in about a remit and its file."""

from remit.stages.charter.forms.filing import FIELDS, FilingForm
from remit.stages.charter.forms.life import (
    AcceptForm,
    BackForm,
    EndForm,
    LifeForm,
    ReasonsForm,
    RevokeForm,
)

__all__ = [
    "FIELDS",
    "AcceptForm",
    "BackForm",
    "EndForm",
    "FilingForm",
    "LifeForm",
    "ReasonsForm",
    "RevokeForm",
]
