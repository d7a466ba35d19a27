"""Remits as pages: what was granted, to whom, inside which bounds, and what became of it."""

from remit.stages.charter.pages.easy import easy_read
from remit.stages.charter.pages.filing import file, put_on_file
from remit.stages.charter.pages.history import history, version
from remit.stages.charter.pages.instrument import remit
from remit.stages.charter.pages.legal import instrument_as_json, instrument_as_yaml, legal
from remit.stages.charter.pages.life import change
from remit.stages.charter.pages.listing import remits
from remit.stages.charter.pages.register import register
from remit.stages.charter.pages.register_files import register_csv, register_json
from remit.stages.charter.pages.showing import crumbs, figures, money_bar, status, unknown

__all__ = [
    "change",
    "crumbs",
    "easy_read",
    "figures",
    "file",
    "history",
    "instrument_as_json",
    "instrument_as_yaml",
    "legal",
    "money_bar",
    "put_on_file",
    "register",
    "register_csv",
    "register_json",
    "remit",
    "remits",
    "status",
    "unknown",
    "version",
]
