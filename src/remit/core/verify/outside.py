"""The whole check, in the order in which one thing rests on another.

It reads the published folder through `fetch` and nothing else, once. It doesn't stop at the first
thing wrong; what rests on something that failed is skipped and says so. `fetch` gives the bytes at
a path such as "log/checkpoint", and raises OSError or LookupError where there are none.
"""

from __future__ import annotations

from remit.core.ledger import Totals
from remit.core.log import Fetch
from remit.core.verify.answers import AnswersCheck
from remit.core.verify.ballots import BallotsCheck
from remit.core.verify.leaf import read_leaf
from remit.core.verify.money import BooksCheck, LedgerCheck
from remit.core.verify.report import TITLES, Findings, Report, Step, skipped
from remit.core.verify.sealed import (
    Progress,
    check_checkpoint,
    check_consistency,
    check_key,
    log_reader,
)
from remit.core.verify.tree import EntriesCheck, check_tiles
from remit.core.words import gettext_noop, words

_FORM = gettext_noop("{size} records are in the agreed form.")


def verify(
    fetch: Fetch,
    *,
    trusted_key: str | None,
    remembered: bytes | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check a published folder.

    `trusted_key` is the log's verifier key as known from elsewhere; without it the site vouches
    for itself, and the report says so. `remembered` is a checkpoint note from an earlier visit.
    """
    key_step, key = check_key(fetch, trusted_key=trusted_key)
    if key is None:
        return _cut_short([key_step])
    checkpoint_step, checkpoint, note = check_checkpoint(fetch, key=key)
    if checkpoint is None:
        return _cut_short([key_step, checkpoint_step])
    reader = log_reader(fetch, checkpoint.size)
    entries = EntriesCheck(reader, checkpoint=checkpoint)
    content = _Content(fetch, progress=progress)
    for index, data in entries.entries(progress):
        content.see(index, data)
    tiles = check_tiles(reader, checkpoint=checkpoint, entries=entries)
    consistency = check_consistency(
        reader,
        checkpoint=checkpoint,
        key=key,
        remembered=remembered,
        tiles_hold=tiles.ok is True,
    )
    steps = [key_step, checkpoint_step, entries.step(), tiles, consistency]
    steps.extend(content.steps(entries_hold=entries.are_signed))
    return Report(tuple(steps), checkpoint, note, content.totals())


def _cut_short(steps: list[Step]) -> Report:
    following = list(TITLES)[len(steps)]
    return Report((*steps, *_skip_from(following, because=steps[-1].code)))


class _Content:
    """What the entries hold, seen once, in order."""

    def __init__(self, fetch: Fetch, *, progress: Progress | None) -> None:
        self._fetch = fetch
        self._progress = progress
        self._size = 0
        self._form = Findings("records")
        self._answers = AnswersCheck()
        self._ledger = LedgerCheck()
        self._books = BooksCheck(fetch)
        self._ballots = BallotsCheck()
        self._believed = False

    def see(self, index: int, data: bytes) -> None:
        self._size += 1
        leaf = read_leaf(data, index=index, findings=self._form)
        if leaf is not None:
            for check in (self._answers, self._ledger, self._books, self._ballots):
                check.see(leaf)

    def steps(self, *, entries_hold: bool) -> list[Step]:
        if not entries_hold:
            return _skip_from("records", because="entries")
        form = self._form.done(words(_FORM, size=self._size))
        if not form.ok:
            return [form, *_skip_from("answers", because="records")]
        self._believed = True
        tallies, decisions = self._ballots.steps(self._fetch, progress=self._progress)
        if not tallies.ok and decisions.ok:
            decisions = skipped("decisions", because="tallies")
        money = (self._ledger.step(), self._books.step())
        return [form, self._answers.step(), *money, tallies, decisions]

    def totals(self) -> tuple[Totals, ...]:
        """Where each remit's money stands; nothing, if the records are not to be believed."""
        return self._ledger.totals() if self._believed else ()


def _skip_from(code: str, *, because: str) -> list[Step]:
    codes = list(TITLES)
    return [skipped(rest, because=because) for rest in codes[codes.index(code) :]]
