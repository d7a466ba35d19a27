"""The public account as pages, and the files by which anybody can check it."""

from remit.stages.share.pages.account import home, records
from remit.stages.share.pages.certificate import certificate, certificate_json, certificate_pdf
from remit.stages.share.pages.checking import ballots, books, log_file, verify
from remit.stages.share.pages.record import record

__all__ = [
    "ballots",
    "books",
    "certificate",
    "certificate_json",
    "certificate_pdf",
    "home",
    "log_file",
    "record",
    "records",
    "verify",
]
