"""The whole check: it holds on an honest folder, and finds what was done to a dishonest one.

Here somebody without the log's key changes the files; what the agency itself could do, with its
key, is in test_verify_inside.py.
"""

from __future__ import annotations

import random
from typing import Any

import pytest

from remit.core.log import SignerKey
from remit.core.verify import TITLES, Report, verify
from remit.core.words import PLAIN

Files = dict[str, bytes]
OTHER = SignerKey.from_seed(bytes(32), name="example.org/remit")
FLIPS_PER_FILE = 2


def look(files: Files, story: Any, **options: Any) -> Report:
    options.setdefault("trusted_key", story.key)
    return verify(files.__getitem__, **options)


def outcome(report: Report) -> dict[str, bool | None]:
    return {step.code: step.ok for step in report.steps}


def codes(report: Report) -> set[str]:
    return {problem.code for step in report.steps for problem in step.detail}


def test_an_honest_folder_holds(published: Files, story: Any) -> None:
    report = look(published, story, remembered=story.publish(size=20)["log/checkpoint"])
    assert report.ok and report.first_problem is None
    assert outcome(report) == dict.fromkeys(TITLES, True)
    for step in report.steps:
        assert step.words.render(PLAIN) and step.title.render(PLAIN)
    (total,) = report.totals
    assert (total.remit, total.granted, total.committed, total.paid) == (
        "W-2023",
        100_000,
        25_000,
        15_000,
    )
    assert report.checkpoint and report.checkpoint.size == len(story.records)
    assert report.checkpoint_note == published["log/checkpoint"]


def test_without_a_trusted_key_it_says_so(published: Files, story: Any) -> None:
    report = look(published, story, trusted_key=None)
    assert report.ok
    assert "taken from the site itself" in report.step("key").words.render(PLAIN)
    assert report.step("consistency").ok is None


def test_progress_is_told(published: Files, story: Any) -> None:
    told: list[tuple[str, int, int]] = []
    look(published, story, progress=lambda *step: told.append(step))
    assert told == [("entries", 256, 300), ("entries", 300, 300), ("tallies", 1, 1)]


def test_every_file_is_read(published: Files, story: Any) -> None:
    asked: set[str] = set()

    def fetch(path: str) -> bytes:
        asked.add(path)
        return published[path]

    assert verify(fetch, trusted_key=story.key).ok
    assert asked == set(published)


def test_a_flipped_byte_is_found_in_every_file(published: Files, story: Any) -> None:
    chance = random.Random(2023)
    for path, data in published.items():
        ends = [0, len(data) - 1]
        for at in ends + [chance.randrange(len(data)) for _ in range(FLIPS_PER_FILE)]:
            changed = bytearray(data)
            changed[at] ^= chance.randrange(1, 256)
            report = look({**published, path: bytes(changed)}, story)
            assert not report.ok, f"byte {at} of {path} was changed unseen"
            assert report.first_problem
            assert report.first_problem.where.startswith(path)
            assert str(report.first_problem)


def test_a_deleted_file_is_found_and_named(published: Files, story: Any) -> None:
    for path in published:
        less = {name: data for name, data in published.items() if name != path}
        report = look(less, story)
        assert report.first_problem
        assert (report.first_problem.code, report.first_problem.where) == ("file_missing", path)


def test_a_cut_file_is_found_and_named(published: Files, story: Any) -> None:
    for path, data in published.items():
        for cut in (b"", data[: len(data) // 2]):
            report = look({**published, path: cut}, story)
            assert report.first_problem
            assert report.first_problem.where.startswith(path)


def test_a_damaged_tile_does_not_condemn_the_records(published: Files, story: Any) -> None:
    remembered = story.publish(size=20)["log/checkpoint"]
    for path in [name for name in published if "/tile/" in name and "entries" not in name]:
        changed = bytearray(published[path])
        changed[0] ^= 1
        report = look({**published, path: bytes(changed)}, story, remembered=remembered)
        failed = [step.code for step in report.steps if step.ok is False]
        assert failed == ["tiles"]
        assert report.step("consistency").ok is None
        assert report.step("tallies").ok


def test_what_rests_on_damage_is_skipped(published: Files, story: Any) -> None:
    path = "log/tile/entries/001.p/44"
    changed = bytearray(published[path])
    changed[-1] ^= 1
    report = look({**published, path: bytes(changed)}, story)
    found = outcome(report)
    assert (found["entries"], found["tiles"]) == (False, True)
    rest = ("records", "answers", "ledger", "books", "tallies", "decisions")
    assert {found[code] for code in rest} == {None}
    assert report.totals == ()
    assert report.step("entries").detail[0].code == "entry_mismatch"


def test_a_log_that_was_cut_back_is_found(published: Files, story: Any) -> None:
    report = look(story.publish(size=40), story, remembered=published["log/checkpoint"])
    assert codes(report) == {"log_shrunk"}
    assert "300" in str(report.first_problem) and "40" in str(report.first_problem)


def test_an_old_checkpoint_holds_until_somebody_remembers_a_newer(
    published: Files, story: Any
) -> None:
    old = {**published, "log/checkpoint": story.publish(size=40)["log/checkpoint"]}
    assert look(old, story).ok  # it was true when it was signed
    assert codes(look(old, story, remembered=published["log/checkpoint"])) == {"log_shrunk"}


def test_a_folder_signed_by_another_key_is_found(story: Any) -> None:
    files = story.publish(signer=OTHER)
    report = look(files, story)
    assert [step.code for step in report.steps if step.ok is False] == ["key", "checkpoint"]
    assert codes(report) == {"key_differs", "note_unsigned"}
    assert report.steps[-1].ok is None
    # Nobody who takes the key from the site can see that.
    assert look(files, story, trusted_key=None).ok


def test_a_trusted_key_that_is_none_is_said(published: Files, story: Any) -> None:
    report = look(published, story, trusted_key="no key")
    assert codes(report) == {"key_syntax"}
    assert len(report.steps) == len(TITLES)


def test_a_remembered_checkpoint_must_be_the_logs(published: Files, story: Any) -> None:
    for remembered in (b"", b"scribbled\n", story.publish(signer=OTHER)["log/checkpoint"]):
        report = look(published, story, remembered=remembered)
        assert [step.code for step in report.steps if step.ok is False] == ["consistency"]


@pytest.mark.parametrize("size", [0, 1, 255, 256, 257, 299])
def test_logs_of_awkward_sizes(story: Any, published: Files, size: int) -> None:
    files = story.publish(size=size)
    report = look(files, story, remembered=files["log/checkpoint"])
    assert report.ok == (size > 0)
    assert codes(report) == (set() if size else {"founding_missing"})
    later = look(published, story, remembered=files["log/checkpoint"])
    assert later.ok and later.step("consistency").ok


def test_a_site_that_does_not_answer_is_a_finding(story: Any) -> None:
    def fetch(path: str) -> bytes:
        raise ConnectionError(path)

    report = verify(fetch, trusted_key=story.key)
    assert codes(report) == {"file_missing"}
    assert not report.ok
