"""Public money as double entry: what may be posted, and what the books say after it.

One posting is one debit account, one credit account and a positive amount, so the books balance by
construction; a ceiling is an account that can't be overdrawn. Nothing is stored here: `Books`
replays postings in memory, and the database refuses the same things by itself.
"""

from remit.core.ledger.accounts import (
    APPROPRIATION,
    ITEM_KINDS,
    KINDS,
    OUTSIDE,
    Account,
    account_path,
    floor,
    parse_account,
)
from remit.core.ledger.books import Books, Row, Totals
from remit.core.ledger.books_csv import HEADER, Entry, read_books_csv, write_books_csv
from remit.core.ledger.errors import LedgerError, LedgerProblem
from remit.core.ledger.posting import AMOUNT_MAX, MINUTES, Posting, check_posting, read_posting

__all__ = [
    "AMOUNT_MAX",
    "APPROPRIATION",
    "HEADER",
    "ITEM_KINDS",
    "KINDS",
    "MINUTES",
    "OUTSIDE",
    "Account",
    "Books",
    "Entry",
    "LedgerError",
    "LedgerProblem",
    "Posting",
    "Row",
    "Totals",
    "account_path",
    "check_posting",
    "floor",
    "parse_account",
    "read_books_csv",
    "read_posting",
    "write_books_csv",
]
