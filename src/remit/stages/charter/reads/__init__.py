"""What pages and jobs may know of remits, of their history, and of their files."""

from remit.stages.charter.reads.filed import (
    EntryView,
    FileView,
    entries,
    entry_views,
    file_of,
)
from remit.stages.charter.reads.history import VersionView, numbered, versions
from remit.stages.charter.reads.register import RegisterRow, register
from remit.stages.charter.reads.remits import (
    BACK,
    ENDINGS,
    GRANT,
    LIFE,
    TAKE_UP,
    RemitPage,
    Use,
    backed_until,
    ends_at,
    has_ended,
    is_open,
    remit_page,
    remits_with_use,
    use_of,
    used,
)

__all__ = [
    "BACK",
    "ENDINGS",
    "GRANT",
    "LIFE",
    "TAKE_UP",
    "EntryView",
    "FileView",
    "RegisterRow",
    "RemitPage",
    "Use",
    "VersionView",
    "backed_until",
    "ends_at",
    "entries",
    "entry_views",
    "file_of",
    "has_ended",
    "is_open",
    "numbered",
    "register",
    "remit_page",
    "remits_with_use",
    "use_of",
    "used",
    "versions",
]
