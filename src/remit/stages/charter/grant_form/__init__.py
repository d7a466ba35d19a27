"""A whole remit as a form on paper: every field of it in boxes, and back, without loss."""

from remit.stages.charter.grant_form.form import SheetForm
from remit.stages.charter.grant_form.judging import Judged, judged
from remit.stages.charter.grant_form.moves import moved
from remit.stages.charter.grant_form.sheet import Sheet, blank_sheet, sent_sheet, sheet_of

__all__ = [
    "Judged",
    "Sheet",
    "SheetForm",
    "blank_sheet",
    "judged",
    "moved",
    "sent_sheet",
    "sheet_of",
]
